"""The build backend: setuptools', whose archives are the same to the byte wherever and whenever they are built.

That is so where SOURCE_DATE_EPOCH is set (https://reproducible-builds.org/specs/source-date-epoch/), and the versions
of Python and setuptools are the same. Everything but the two functions below is setuptools' own.
"""

from __future__ import annotations

import gzip
import io
import os
import tarfile

from setuptools import build_meta
from setuptools.build_meta import *  # noqa: F403 - the hooks of PEP 517 and PEP 660


def build_sdist(sdist_directory: str, config_settings: dict | None = None) -> str:
    """The name of the source distribution, in which nothing speaks of the time, the user or the order of a folder."""
    name = build_meta.build_sdist(sdist_directory, config_settings)
    if epoch := os.environ.get("SOURCE_DATE_EPOCH"):
        _settle(os.path.join(sdist_directory, name), int(epoch))
    return name


def build_wheel(
    wheel_directory: str, config_settings: dict | None = None, metadata_directory: str | None = None
) -> str:
    """The name of the wheel, which is readable to everyone, whatever the user's umask."""
    before = os.umask(0o022)
    try:
        return build_meta.build_wheel(wheel_directory, config_settings, metadata_directory)
    finally:
        os.umask(before)


def _settle(path: str, epoch: int) -> None:
    with tarfile.open(path) as archive:
        members = [(member, _content(archive, member)) for member in archive.getmembers()]
    members.sort(key=lambda pair: pair[0].name)
    with (
        open(path, "wb") as stream,
        gzip.GzipFile("", "wb", mtime=epoch, fileobj=stream) as packed,
        tarfile.open(fileobj=packed, mode="w", format=tarfile.PAX_FORMAT) as archive,
    ):
        for member, content in members:
            archive.addfile(_settled(member, epoch), io.BytesIO(content))


def _content(archive: tarfile.TarFile, member: tarfile.TarInfo) -> bytes:
    stream = archive.extractfile(member)
    return stream.read() if stream else b""


def _settled(member: tarfile.TarInfo, epoch: int) -> tarfile.TarInfo:
    settled = tarfile.TarInfo(member.name)
    settled.type, settled.linkname, settled.size, settled.mtime = member.type, member.linkname, member.size, epoch
    settled.mode = 0o755 if member.isdir() or member.mode & 0o100 else 0o644
    return settled
