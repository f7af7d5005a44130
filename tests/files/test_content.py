from __future__ import annotations

import os
import socket
import threading
from pathlib import Path

import pytest

from langdetect_hook.files import content as content_module
from langdetect_hook.files.content import (
    HEAD_BYTES,
    TAIL_BYTES,
    WHOLE_BYTES,
    Unreadable,
    content_from_bytes,
    read_file,
)

TEXT = "name = 'héllo'\nvalue = 1\n"


@pytest.mark.parametrize("text", [TEXT, "a\n", "é\n", "x" * 9000 + "\n"])
@pytest.mark.parametrize(
    "encoding, mark",
    [
        ("utf-8", b""),
        ("utf-8", b"\xef\xbb\xbf"),
        ("utf-16-le", b"\xff\xfe"),
        ("utf-16-be", b"\xfe\xff"),
        ("utf-32-le", b"\xff\xfe\x00\x00"),
        ("utf-32-be", b"\x00\x00\xfe\xff"),
    ],
)
def test_a_byte_order_mark_changes_nothing(text: str, encoding: str, mark: bytes) -> None:
    content = content_from_bytes(mark + text.encode(encoding))
    assert content.text == text
    assert content.problem is None
    assert content.complete
    assert content.encoding == ("utf-8-sig" if mark == b"\xef\xbb\xbf" else encoding)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_seen_by_its_nul_bytes(encoding: str) -> None:
    content = content_from_bytes(TEXT.encode(encoding))
    assert (content.text, content.encoding) == (TEXT, encoding)


@pytest.mark.parametrize(
    "raw",
    [
        b"\x00" * 100,
        b"\x01\x00\x02\x00\x03\x00\x04\x00\x05\x00",  # an array of small numbers
        b"a\x00b\x00c\x00",  # too short to say
        b"key\x00value\x00key\x00value\x00",
        b"plain text and then\x00",
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
        b"\x7f\x02\x03 a few letters \x04\x05",
        b"\xff\xfe\x00\x00",  # the mark of UTF-32, and nothing: no text either
        "a\0b".encode("utf-16"),
    ],
)
def test_binary_bytes_have_no_text(raw: bytes) -> None:
    content = content_from_bytes(raw)
    assert content.text is None
    assert content.problem in {"binary", "empty"}


@pytest.mark.parametrize("raw", [b"", b"\xef\xbb\xbf", b"\xff\xfe"])
def test_nothing_is_empty(raw: bytes) -> None:
    content = content_from_bytes(raw)
    assert (content.text, content.problem) == (None, "empty")


@pytest.mark.parametrize("raw", [b"\xff\xfe\x00\xd8", b"\xff\xfea\x00b", b"\xff\xfe\x00\x00\xff\xff\xff\xff"])
def test_a_mark_that_lies_does_not_raise(raw: bytes) -> None:
    content = content_from_bytes(raw)
    assert (content.text, content.problem) == (None, "undecodable")


@pytest.mark.parametrize(
    "raw, text",
    [
        ("résumé\n".encode("latin-1"), "résumé\n"),
        ("“quoted”\n".encode("cp1252"), "“quoted”\n"),
        (b"\x81\x8d\xe9\n", "\x81\x8d\xe9\n"),
        (b"\xef\xbb\xbfr\xe9sum\xe9", "résumé"),
    ],
)
def test_other_bytes_fall_back_to_a_legacy_encoding(raw: bytes, text: str) -> None:
    content = content_from_bytes(raw)
    assert (content.text, content.encoding) == (text, "latin-1")


def test_any_bytes_are_accepted() -> None:
    for value in range(256):
        for raw in (bytes([value]), bytes([value]) * 9, b"text " + bytes([value]) + b"\n" * 50):
            content_from_bytes(raw)
    content_from_bytes("日本語のテキスト\n".encode("shift_jis") * 20)


@pytest.mark.parametrize("raw", [b"a\nb\nc\n", b"a\r\nb\r\nc\r\n", b"a\rb\rc\r", b"a\r\nb\nc\r"])
def test_line_ends_become_one_kind(raw: bytes) -> None:
    assert content_from_bytes(raw).text == "a\nb\nc\n"
    assert content_from_bytes(raw.decode().encode("utf-16")).text == "a\nb\nc\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_of_a_large_file_whole_lines_of_head_and_tail_are_read(encoding: str, tmp_path: Path) -> None:
    line = "a line é of text ü" + "x" * 60
    lines = [f"{line}{number}" for number in range(30_000)]
    raw = "\n".join(lines).encode(encoding)
    path = os.path.join(tmp_path, "large")
    with open(path, "wb") as stream:
        stream.write(raw)
    content = read_file(path)
    assert content.size == len(raw) > WHOLE_BYTES
    assert len(content.raw) <= HEAD_BYTES + TAIL_BYTES + 3
    assert not content.complete
    assert content.text is not None
    found = content.text.split("\n")
    assert set(found) <= set(lines)
    assert (found[0], found[-1]) == (lines[0], lines[-1])
    head = content.text[: content.head].split("\n")
    assert head[:-1] == lines[: len(head) - 1] and head[-1] == ""
    again = content_from_bytes(raw)
    assert (again.text, again.raw, again.size) == (content.text, content.raw, content.size)
    assert content_from_bytes(raw[:HEAD_BYTES], len(raw)).text == content.text[: content.head]


@pytest.mark.parametrize("shift", range(5))
def test_a_character_cut_in_two_is_dropped(shift: int) -> None:
    raw = b"a" * shift + "€😀é".encode() * 200_000  # a single line
    content = content_from_bytes(raw)
    assert content.encoding == "utf-8"
    assert content.text is not None and "\ufffd" not in content.text


def test_a_2_gib_file_is_not_read_whole(tmp_path: Path) -> None:
    path = os.path.join(tmp_path, "huge.json")
    with open(path, "wb") as stream:
        stream.write(b'{"text": 1}\n')
        stream.truncate(2 << 30)
    content = read_file(path)
    assert (content.size, content.problem) == (2 << 30, "binary")
    assert len(content.raw) == HEAD_BYTES + TAIL_BYTES


def test_a_file_that_shrinks_while_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = os.path.join(tmp_path, "log.py")
    with open(path, "wb") as stream:
        stream.write(b"short = 1\n")
    stat_of_a_longer_one = os.stat(path)
    fields = list(stat_of_a_longer_one)
    fields[6] = 5000
    monkeypatch.setattr(content_module.os, "fstat", lambda descriptor: os.stat_result(fields))
    assert read_file(path).text == "short = 1\n"


def test_short_reads_are_completed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = os.path.join(tmp_path, "a.py")
    with open(path, "wb") as stream:
        stream.write(b"0123456789")
    read = os.read
    monkeypatch.setattr(content_module.os, "read", lambda descriptor, count: read(descriptor, min(count, 3)))
    assert read_file(path).text == "0123456789"


@pytest.mark.parametrize("name", ["a.py", "with space.py", "new\nline.py", "quo\"te'.py", "\x1b[31mred.py"])
def test_any_name_can_be_read(name: str, tmp_path: Path) -> None:
    path = os.path.join(tmp_path, name)
    with open(path, "wb") as stream:
        stream.write(b"x = 1\n")
    assert read_file(path).text == "x = 1\n"
    assert read_file(os.fsencode(path)).text == "x = 1\n"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
def test_a_name_that_is_not_utf_8_can_be_read(tmp_path: Path) -> None:
    path = os.path.join(os.fsencode(tmp_path), b"caf\xe9.py")
    with open(path, "wb") as stream:
        stream.write(b"x = 1\n")
    assert read_file(os.fsdecode(path)).text == "x = 1\n"


def reason(path: str) -> str:
    with pytest.raises(Unreadable) as caught:
        read_file(path)
    assert isinstance(caught.value, OSError)
    return str(caught.value)


def test_what_is_not_there_or_not_a_file_has_a_reason(tmp_path: Path) -> None:
    folder = str(tmp_path)
    plain = os.path.join(folder, "plain")
    with open(plain, "wb"):
        pass
    assert read_file(plain).problem == "empty"
    assert reason(os.path.join(folder, "missing")) == "no such file"
    assert reason(os.path.join(plain, "below")) == "a part of its path is not a folder"
    assert reason(os.path.join(folder, "n" * 300)) == "its name is too long"
    assert reason("nul\0name") == "is not a name that a file can have"
    if os.name != "nt":
        assert reason(folder) == "is a folder, not a file"
        assert reason(os.devnull) == "is a device, not a file"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_named_pipe_never_blocks(tmp_path: Path) -> None:
    path = os.path.join(tmp_path, "pipe.json")
    os.mkfifo(path)
    reasons: list[str] = []
    thread = threading.Thread(target=lambda: reasons.append(reason(path)), daemon=True)
    thread.start()
    thread.join(5)
    assert reasons == ["is a named pipe, not a file"]


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="no sockets with names here")
def test_a_socket_has_a_reason(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("s.json")
        assert "socket" in reason("s.json")


def test_symbolic_links_that_lead_nowhere_or_to_themselves(tmp_path: Path) -> None:
    dangling, loop = os.path.join(tmp_path, "dangling"), os.path.join(tmp_path, "loop")
    try:
        os.symlink("nowhere", dangling)
    except OSError:
        pytest.skip("no symbolic links here")
    os.symlink("loop", loop)
    assert reason(dangling) == "no such file"
    assert reason(loop) == "is a symbolic link that leads to itself"


def test_a_file_without_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    secret, really_open = os.path.join(tmp_path, "secret.py"), os.open

    def refuse(path: str, flags: int, *arguments: int, **settings: int | None) -> int:
        if path == secret:
            raise PermissionError(13, "Permission denied", path)
        return really_open(path, flags, *arguments, **settings)  # whoever else opens files meanwhile, as pytest does

    monkeypatch.setattr(content_module.os, "open", refuse)
    assert reason(secret) == "permission denied"


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (b"a {  \n\tb\t\n", "a {\n\tb\n"),
        (b"a \r\nb\r\n", "a\nb\n"),
        (b"  \n \t\n", "\n\n"),
        (b"a b\n", "a b\n"),
        ("a\u00a0\n".encode(), "a\u00a0\n"),
    ],
)
def test_blanks_at_line_ends_are_not_read(raw: bytes, text: str) -> None:
    assert content_from_bytes(raw).text == text
