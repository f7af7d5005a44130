from __future__ import annotations

import pytest

from langdetect_hook.evidence.ld004_lfs_pointer import content_where_a_pointer_belongs
from langdetect_hook.files.content import content_from_bytes

POINTER = (
    "version https://git-lfs.github.com/spec/v1\n"
    "oid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393\n"
    "size 12345\n"
)

SILENT = [
    ("tracked", "logo.png", POINTER, {"filter": "lfs"}),
    ("not quite a pointer", "a.py", POINTER.replace("4d7a", "xyz?"), {}),
    ("not quite a pointer", "a.py", POINTER + "more = 1\n", {}),
    ("not quite a pointer", "a.py", POINTER.replace("spec/v1", "spec/v9"), {}),
    ("the first line only", "a.yaml", "version https://git-lfs.github.com/spec/v1\n", {}),
    ("quoted in code", "a.py", f'POINTER = """{POINTER}"""\n', {}),
    ("documentation", "a.md", POINTER, {}),
    ("no name for content", "note", POINTER, {}),
    ("no name for content", "note.txt", POINTER, {}),
    ("made for tests", "tests/lfs/a.json", POINTER, {}),
    ("made for tests", "tests/pointer.json", POINTER, {}),
]


@pytest.mark.parametrize("why, path, content, attributes", SILENT)
def test_silent(why: str, path: str, content: str, attributes: dict[str, str], found) -> None:
    assert found(path, content, attributes) == []


@pytest.mark.parametrize(
    "path",
    [
        "cursor-pointer.png",
        "selfservice.png",
        "tests/golfswing.bin",
        "logo.png",
        "data.json",
        "model.onnx",
        "weights.bin",
        "a b.csv",
        "a.py",
    ],
)
@pytest.mark.parametrize("attributes", [None, {}, {"filter": "unset"}, {"filter": "unspecified"}])
def test_fires(path: str, attributes: dict[str, str] | None, found) -> None:
    for content in (POINTER, POINTER.replace("\n", "\r\n"), POINTER.rstrip(), "\ufeff" + POINTER):
        [evidence] = found(path, content, attributes)
        assert (evidence.rule, evidence.line) == ("LD004", 1)
        assert "git lfs" in evidence.advice


def test_other_forms_of_a_pointer(found) -> None:
    extended = POINTER.replace("oid", "ext-0-foo sha256:" + "a" * 64 + "\noid", 1)
    assert found("a.json", extended)
    assert found("a.json", POINTER.replace("git-lfs", "hawser"))


def test_content_where_a_pointer_belongs() -> None:
    lfs = {"filter": "lfs"}
    for raw, attributes, fires in (
        (b"", lfs, False),
        (POINTER.encode(), lfs, False),
        (b"content", {}, False),
        (b"content", {"filter": "unset"}, False),
        (b"content", lfs, True),
        (b"\x89PNG\r\n\x1a\n\x00", lfs, True),
    ):
        content = content_from_bytes(raw)
        evidence = content_where_a_pointer_belongs("a.psd", content, attributes)
        assert (evidence is not None) == fires
    assert content_where_a_pointer_belongs("a.psd", content, {}) is None
