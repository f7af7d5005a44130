"""One path as seen from another, on systems that have drives and know no case as well."""

from __future__ import annotations

import os


def inside(path: str, folder: str) -> str:
    """A path as seen from a folder in which it lies, with forward slashes; whole where it lies elsewhere. Both are
    absolute."""
    whole, start = os.path.normpath(path), os.path.join(os.path.normpath(folder), "")
    is_inside = os.path.normcase(whole).startswith(os.path.normcase(start))
    return (whole[len(start) :] if is_inside else whole).replace(os.sep, "/")


def seen_from(path: str, folder: str) -> str:
    """The way to a path from a folder, with forward slashes; the whole path where none leads from drive to drive."""
    try:
        return os.path.relpath(path, folder).replace(os.sep, "/")
    except ValueError:
        return os.path.abspath(path).replace(os.sep, "/")


def as_uri(path: str) -> str:
    """An absolute path, with forward slashes, as a URI (RFC 8089): `/a b`, `C:/a b`, `//server/a b`."""
    from urllib.parse import quote

    uri = quote(os.fsencode(path), safe="/:" if path[1:2] == ":" else "/")
    return f"file:{uri}" if uri.startswith("//") else f"file:///{uri.lstrip('/')}"
