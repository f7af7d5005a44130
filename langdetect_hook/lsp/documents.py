"""Which of what an editor has open is a file, and whether the editor shows what the file holds."""

from __future__ import annotations

import os
from urllib.parse import unquote_to_bytes

from langdetect_hook.files import paths
from langdetect_hook.files.content import Content, content_from_bytes, read_file
from langdetect_hook.files.sources import with_slashes

UNTITLED = "untitled"
_FILE = "file:"


def path_of(uri: str) -> str | None:
    """The path of the file that a URI names; None for what is no file: an untitled buffer, a cell of a notebook.

    RFC 8089, and what editors make of it: `file:///a%20b`, `file:/a`, `file:///c%3A/a`, `file://server/share/a`.
    """
    if uri[: len(_FILE)].lower() != _FILE:
        return None
    path = os.fsdecode(unquote_to_bytes(uri[len(_FILE) :].partition("?")[0].partition("#")[0]))
    if path.startswith("//"):
        host, slash, rest = path[2:].partition("/")
        path = slash + rest if host in ("", "localhost") else path
    if os.name == "nt" and path[2:3] == ":":  # a drive
        path = path.lstrip("/")
    return os.path.normpath(path) if os.path.isabs(path) and "\0" not in path else None


def uri_of(path: str) -> str:
    """The URI of the file at a whole path."""
    return paths.as_uri(with_slashes(path))


def is_untitled(uri: str) -> bool:
    """Whether a URI is that of a buffer that was never saved."""
    return uri.startswith(f"{UNTITLED}:")


def content_of_text(text: str) -> Content:
    """The content of a file that is saved with a text in it."""
    return content_from_bytes(text.encode("utf-8", "surrogatepass"))


def content_to_check(path: str, text: str) -> Content | None:
    """The content of a buffer that is not what its file holds; None where the file itself is to be read, whose bytes
    say more: their encoding, and whether they are text at all."""
    try:
        on_disk = read_file(path)
    except OSError:
        return content_of_text(text)
    if on_disk.text is None and on_disk.problem != "empty":
        return None
    shown = content_of_text(text)
    return None if shown.text == on_disk.text else shown
