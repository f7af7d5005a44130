"""What an editor has open: texts come back as they were, and take little memory meanwhile."""

from __future__ import annotations

import os
import sys
import tracemalloc

import pytest

from langdetect_hook.lsp.buffers import Buffers
from langdetect_hook.lsp.documents import content_of_text, is_untitled, path_of, uri_of
from langdetect_hook.lsp.positions import UTF_16
from tests.accidents import PYTHON


def opened(*texts: str) -> Buffers:
    buffers = Buffers(lambda: UTF_16)
    for number, text in enumerate(texts):
        buffers.open({"uri": f"untitled:{number}", "languageId": "python", "version": 1, "text": text})
    return buffers


def test_texts_come_back_as_they_were():
    texts = [f"{number} ü \U0001f600 \ud83d \r\n\0" * number for number in range(50)]
    buffers = opened(*texts)
    assert [buffers.text(uri) for uri in buffers] == texts
    at = {"line": 0, "character": 0}
    for uri in buffers:
        buffers.change(uri, 2, [{"range": {"start": at, "end": at}, "text": "x"}, {"range": None, "text": "y"}])
        buffers.change(uri, 3, [{"range": {"start": at, "end": at}, "text": "x"}])
    assert {buffers.text(uri) for uri in buffers} == {"xy"}
    assert {buffers.get(uri).version for uri in buffers} == {3}


def test_what_is_not_open_is_not_changed():
    buffers = opened("a")
    buffers.change("untitled:9", 2, [{"text": "b"}])
    buffers.close("untitled:9")
    assert list(buffers) == ["untitled:0"] and buffers.text("untitled:9") == ""
    buffers.close("untitled:0")
    assert list(buffers) == [] and "untitled:0" not in buffers


def test_two_thousand_texts_take_a_part_of_their_size():
    text = PYTHON * (20_000 // len(PYTHON))
    tracemalloc.start()
    try:
        buffers = opened(*(f"{text}{number}" for number in range(2_000)))
        taken, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert taken < 2_000 * len(text) / 3
    assert buffers.text("untitled:0") == f"{text}0"


@pytest.mark.parametrize(
    ("uri", "path"),
    [
        ("file:///a/b.json", "/a/b.json"),
        ("file:/a/b.json", "/a/b.json"),
        ("FILE:///a/b.json", "/a/b.json"),
        ("file://localhost/a", "/a"),
        ("file:///a%20b/%C3%BC%23%25.json", "/a b/ü#%.json"),
        ("file:///a b/ü.json", "/a b/ü.json"),
        ("file:///a/../b?q#f", "/b"),
        ("file:///%FF", os.fsdecode(b"/\xff")),
        ("file:///a%00b", None),
        ("file:", None),
        ("file:relative", None),
        ("untitled:Untitled-1", None),
        ("vscode-notebook-cell:/a/b.ipynb#W0", None),
        ("vscode-remote://ssh/a/b", None),
        ("git:/a/b.json?x", None),
        ("nothing", None),
        ("", None),
    ],
)
@pytest.mark.skipif(sys.platform == "win32", reason="paths without drives")
def test_a_uri_names_a_file_or_none(uri, path):
    assert path_of(uri) == path


@pytest.mark.skipif(sys.platform == "win32", reason="paths without drives")
def test_a_drive_is_a_folder_elsewhere():
    assert path_of("file:///c%3A/a%20b/users.py") == "/c:/a b/users.py"
    assert path_of("file://server/share/users.py") == "//server/share/users.py"


@pytest.mark.parametrize("path", ["/a/b.json", "/a b/ü#%?.json", "/a/\U0001f600", os.fsdecode(b"/\xff"), "/'\"[]{}"])
def test_a_path_comes_back_from_its_uri(path):
    assert path_of(uri_of(path)) == path


def test_untitled_is_what_was_never_saved():
    assert is_untitled("untitled:Untitled-1") and not is_untitled("file:///untitled:")


def test_a_text_that_no_file_holds_is_content():
    assert content_of_text("\ud83d = 1\n").text
    large = content_of_text("x = 1\n" * 1_000_000)
    assert not large.complete and large.size == 6_000_000
