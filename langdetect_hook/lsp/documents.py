"""What an editor has open: which of it is a file, and whether the editor shows what the file holds."""

from __future__ import annotations

from io import BytesIO

from pygls import uris

from langdetect_hook.files.content import Content, read_file
from langdetect_hook.files.sources import content_of_stream

UNTITLED = "untitled"


def path_of(uri: str) -> str | None:
    """The path of the file that a URI names; None for what is no file: an untitled buffer, a cell of a notebook."""
    try:
        path = uris.to_fs_path(uri)
    except (IndexError, ValueError):  # no URI at all
        return None
    return path if path and "\0" not in path else None


def is_untitled(uri: str) -> bool:
    """Whether a URI is that of a buffer that was never saved."""
    return uri.startswith(f"{UNTITLED}:")


def content_of_text(text: str) -> Content:
    """The content of a file that is saved with a text in it."""
    return content_of_stream(BytesIO(text.encode("utf-8", "surrogatepass")).read)


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
