"""The files of a downloaded archive, read one by one into memory.

Nothing is extracted to disk under a name that the archive chose, so that no member can leave its folder;
links and devices are passed over, and an archive that unpacks to more than the limits is refused.
"""

from __future__ import annotations

import io
import json
import lzma
import posixpath
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from .source_error import SourceError

FILE_BYTES = 2 << 20  # a larger file is data or generated, not what somebody wrote
MAP_BYTES = 16 << 20  # a source map holds many files
ARCHIVE_BYTES = 6 << 30
ARCHIVE_FILES = 500_000

Member = tuple[str, bytes]


def members(archive: Path, maps: bool = False) -> Iterator[Member]:
    """(path inside the archive, bytes) of the regular files up to FILE_BYTES.

    Knows zip files (wheels), tar files of any compression and .deb files. `maps`: also the originals that a source map
    holds. SourceError if the archive is damaged or exceeds the limits.
    """
    try:
        for path, raw in _raw_members(archive):
            if maps and path.endswith(".map"):
                yield from originals(path, raw)
            elif len(raw) <= FILE_BYTES:
                yield path, raw
    except (
        tarfile.TarError,
        zipfile.BadZipFile,
        zlib.error,
        lzma.LZMAError,
        EOFError,
        OSError,
        NotImplementedError,
        RuntimeError,
        ValueError,
    ) as error:
        raise SourceError(f"{archive.name} is damaged: {str(error) or type(error).__name__}") from error


def safe_path(name: str) -> str | None:
    """The normal form of a member's path; None if it is absolute or leaves its folder."""
    path = posixpath.normpath(name.replace("\\", "/"))
    if path.startswith(("/", "../")) or path in (".", "..") or "\0" in path or path[1:2] == ":":
        return None
    return path


def originals(map_path: str, raw: bytes) -> Iterator[Member]:
    """The original files in a JavaScript source map: (the map's folder / the original's path, bytes)."""
    try:
        table = json.loads(raw)
        pairs = list(zip(table["sources"], table["sourcesContent"], strict=True))
    except (ValueError, KeyError, TypeError, RecursionError):
        return  # many maps come without their originals
    for name, text in pairs:
        if isinstance(name, str) and isinstance(text, str):
            inside = name.replace("\\", "/").split("../")[-1].lstrip("/")
            path = safe_path(posixpath.join(posixpath.dirname(map_path), inside))
            raw_text = text.encode("utf-8", "replace")
            if path and len(raw_text) <= FILE_BYTES:
                yield path, raw_text


def _raw_members(archive: Path) -> Iterator[Member]:
    with archive.open("rb") as stream:
        head = stream.read(8)
        stream.seek(0)
        if head == b"!<arch>\n":
            yield from _deb_members(stream)
        elif head.startswith(b"PK"):
            yield from _zip_members(stream)
        else:
            yield from _tar_members(stream)


class _Limits:
    """What an archive has unpacked to so far; SourceError beyond the limits."""

    def __init__(self) -> None:
        self.bytes = 0
        self.files = 0

    def add(self, size: int) -> None:
        self.files += 1
        self.bytes += size
        if self.files > ARCHIVE_FILES or self.bytes > ARCHIVE_BYTES:
            raise SourceError(f"the archive unpacks to more than {ARCHIVE_FILES:,} files or {ARCHIVE_BYTES:,} bytes")


def _wanted(name: str, size: int) -> str | None:
    limit = MAP_BYTES if name.endswith(".map") else FILE_BYTES
    return safe_path(name) if size <= limit else None


def _tar_members(stream: IO[bytes]) -> Iterator[Member]:
    limits = _Limits()
    with tarfile.open(fileobj=stream, mode="r:*") as tar:
        for member in tar:
            limits.add(member.size)
            path = _wanted(member.name, member.size) if member.isreg() else None
            content = tar.extractfile(member) if path else None
            if path and content:
                yield path, content.read()


def _zip_members(stream: IO[bytes]) -> Iterator[Member]:
    limits = _Limits()
    with zipfile.ZipFile(stream) as archive:
        for info in archive.infolist():
            limits.add(info.file_size)
            is_link = (info.external_attr >> 28) == 0xA
            path = None if info.is_dir() or is_link else _wanted(info.filename, info.file_size)
            if path:
                with archive.open(info) as content:
                    yield path, content.read(MAP_BYTES + 1)


def _deb_members(stream: IO[bytes]) -> Iterator[Member]:
    # An ar archive: 60-byte headers (name, …, size, mark), bodies padded to even lengths; the files are in
    # data.tar.*
    stream.seek(8)
    while len(header := stream.read(60)) == 60:
        name = header[:16].decode("ascii", "replace").strip().rstrip("/")
        size = int(header[48:58])
        if header[58:] != b"`\n" or size < 0:
            break
        if name.startswith("data.tar"):
            yield from _tar_members(io.BytesIO(stream.read(size)))
            return
        stream.seek(size + size % 2, io.SEEK_CUR)
    raise ValueError("no data in the .deb file")
