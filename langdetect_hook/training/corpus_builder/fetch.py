"""Downloading the archives of one package with its registry's own client, and checking their digests."""

from __future__ import annotations

import hashlib
import importlib.util
import shutil
import sys
from pathlib import Path

from . import inert_build
from .apt import AptLists
from .clients import run_client
from .manifest import Source
from .source_error import SourceError

ARCHIVE_SUFFIXES = (".deb", ".tar", ".tar.bz2", ".tar.gz", ".tar.lzma", ".tar.xz", ".tgz", ".whl", ".zip")


def fetch(source: Source, folder: Path, apt: AptLists) -> tuple[list[Path], list[str]]:
    """(archives, remarks for the report) of `source`, downloaded into the empty `folder`.

    SourceError, in one sentence, if its registry doesn't have the version, the client is missing or fails.
    """
    remarks: list[str] = []
    failure = f"{source.name} {source.version}"
    package = f"{source.name}={source.version}"
    if source.registry == "pypi":
        _pip(source, folder, failure)
    elif source.registry == "npm":
        pack = ["npm", "pack", "--ignore-scripts", "--loglevel=error", f"{source.name}@{source.version}"]
        run_client(pack, folder, failure)
    elif source.registry == "debian-bin":
        run_client(["apt-get", *apt.options, "download", package], folder, failure)
    else:
        source_of = ["apt-get", *apt.options, "source", "--only-source", "--download-only"]
        try:
            run_client([*source_of, package], folder, failure)
        except SourceError:
            # Mirrors drop a release's packaging sooner than the original archives, which hold nearly all
            # files.
            run_client([*source_of, "--tar-only", package], folder, failure)
            remarks.append("without the Debian packaging, which the archive doesn't have (any longer)")
    archives = sorted(path for path in folder.iterdir() if path.name.endswith(ARCHIVE_SUFFIXES))
    if not archives:
        raise SourceError(f"{failure}: the client brought no archive")
    return archives, remarks


def check_digests(source: Source, archives: list[Path]) -> dict[str, str]:
    """The sha256 of each archive, by name; SourceError if one differs from what the manifest recorded."""
    digests = {path.name: file_digest(path) for path in archives}
    for name, digest in digests.items():
        recorded = source.sha256.get(name)
        if recorded and recorded != digest:
            raise SourceError(f"{name}: the digest is {digest}, the manifest expects {recorded}")
    return digests


def file_digest(path: Path) -> str:
    """The sha256 of a file, in hexadecimal."""
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        while block := stream.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()


def _pip(source: Source, folder: Path, failure: str) -> None:
    # an environment may lack pip
    pip = [sys.executable, "-m", "pip"] if importlib.util.find_spec("pip") else ["pip"]
    command = [*pip, "download", "--no-deps", "--ignore-requires-python", "--no-input", "--dest", "."]
    # see inert_build: a source distribution is downloaded without running its build
    command += ["--no-build-isolation", "--use-pep517", "--disable-pip-version-check"]
    if source.sdist:
        command += ["--no-binary", ":all:"]
    stand_in = folder / "inert"
    stand_in.mkdir()
    shutil.copyfile(inert_build.__file__, stand_in / "sitecustomize.py")
    variables = {
        "PYTHONPATH": str(stand_in.resolve()),
        inert_build.NAME: source.name,
        inert_build.VERSION: source.version,
    }
    run_client([*command, f"{source.name}=={source.version}"], folder, failure, variables)
