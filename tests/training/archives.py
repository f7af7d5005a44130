"""Small archives of every kind, for the tests of the corpus builder: the same bytes at any time of day."""

from __future__ import annotations

import gzip
import io
import tarfile
import zipfile
from pathlib import Path


def tar(path: Path, files: dict[str, bytes], mode: str = "w:gz") -> Path:
    plain = io.BytesIO()
    packed = mode == "w:gz"  # gzip notes the time, which tarfile doesn't let us choose
    with tarfile.open(fileobj=plain, mode="w" if packed else mode) as archive:  # type: ignore[call-overload]
        for name, content in files.items():
            member = tarfile.TarInfo(name)
            member.size = len(content)
            archive.addfile(member, io.BytesIO(content))
    path.write_bytes(gzip.compress(plain.getvalue(), mtime=0) if packed else plain.getvalue())
    return path


def wheel(path: Path, files: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name), content)
    return path


def deb(path: Path, files: dict[str, bytes]) -> Path:
    data = tar(path.with_suffix(".data"), files, "w:xz").read_bytes()
    path.with_suffix(".data").unlink()
    members = (("debian-binary", b"2.0\n"), ("control.tar.xz", b"odd"), ("data.tar.xz", data))
    with path.open("wb") as stream:
        stream.write(b"!<arch>\n")
        for name, content in members:
            header = f"{name:<16}{0:<12}{0:<6}{0:<6}{'100644':<8}{len(content):<10}`\n"
            stream.write(header.encode() + content + b"\n" * (len(content) % 2))
    return path
