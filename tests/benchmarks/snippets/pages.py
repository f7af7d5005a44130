"""The pages of a package on which code blocks stand: its documentation, READMEs and descriptions.

A package comes through its registry's own client, and is only read: nothing of it but its pages is unpacked, no code of
it is run.
"""

from __future__ import annotations

import os
import tarfile
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from lzma import LZMAError
from pathlib import Path, PurePosixPath
from typing import IO

from langdetect_hook.training.corpus_builder import fetch as packages
from langdetect_hook.training.corpus_builder.apt import AptLists
from langdetect_hook.training.corpus_builder.manifest import Source
from langdetect_hook.training.corpus_builder.source_error import SourceError
from tests.benchmarks.fetch_healthy import Project, folder_name
from tests.benchmarks.samples import digest
from tests.benchmarks.snippets.dataset import write

SUFFIXES = frozenset(
    [
        ".adoc",
        ".asc",
        ".asciidoc",
        ".dbk",
        ".docbook",
        ".htm",
        ".html",
        ".markdown",
        ".md",
        ".mdown",
        ".mdwn",
        ".mdx",
        ".mkd",
        ".org",
        ".qmd",
        ".rmd",
        ".rst",
        ".txt",
        ".xml",
    ]
)
DESCRIPTIONS = frozenset(("metadata", "pkg-info"))  # a wheel's and a source distribution's: the README once more
PAGES_PER_PROJECT = 400
LONGEST = 1 << 20  # bytes of a page: what is longer was made by a program

# Folders whose pages are not a project's words about itself: input of tests, other projects' files, the packaging.
OTHERS = frozenset(
    [
        "bower_components",
        "corpus",
        "debian",
        "deps",
        "external",
        "fixture",
        "fixtures",
        "node_modules",
        "site-packages",
        "snapshots",
        "spec",
        "specs",
        "t",
        "test",
        "testdata",
        "tests",
        "third-party",
        "third_party",
        "thirdparty",
        "vendor",
        "vendored",
    ]
)
DAMAGED = (tarfile.TarError, zipfile.BadZipFile, zlib.error, LZMAError, EOFError, OSError)


def fetch_one(project: Project, pages: Path, apt: AptLists) -> str:
    """Bring one project's pages, unless they are there, and say what came of it ("" where nothing was to do)."""
    folder = pages / folder_name(project)
    if folder.is_dir():
        return ""
    try:
        return f"{folder.name}: {fetch_pages(project, folder, apt)} pages"
    except (SourceError, *DAMAGED) as error:
        return f"{folder.name}: NOT FETCHED: {error}"


def fetch_pages(project: Project, folder: Path, apt: AptLists) -> int:
    """Bring the pages of a package into `folder`, none of its other files, and return their number."""
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".fetching-") as scratch:
        downloads, kept = Path(scratch, "downloads"), Path(scratch, "kept")
        downloads.mkdir()
        kept.mkdir()
        source = Source(project.registry, project.name, project.version, sdist=True)
        archives, _ = packages.fetch(source, downloads, apt)
        pages = {path: raw for archive in archives for path, raw in pages_in(archive)}
        for path in sorted(pages, key=digest)[:PAGES_PER_PROJECT]:
            write(kept / path, pages[path])
        os.rename(kept, folder)
    return min(len(pages), PAGES_PER_PROJECT)


def pages_in(archive: Path) -> Iterator[tuple[str, bytes]]:
    """(path, content) of each page in an archive."""
    if archive.suffix in (".whl", ".zip"):
        with zipfile.ZipFile(archive) as zipped:
            for info in zipped.infolist():
                if is_page(info.filename) and info.file_size <= LONGEST:
                    yield info.filename, zipped.read(info)
    else:
        with tarfile.open(archive) as tar:
            for member in tar:
                if member.isfile() and is_page(member.name) and member.size <= LONGEST:
                    stream: IO[bytes] | None = tar.extractfile(member)
                    yield member.name, stream.read() if stream else b""


def is_page(path: str) -> bool:
    """Whether a file is a page: by its suffix, as a package's description, or a README without a suffix."""
    parts = PurePosixPath(path.lower()).parts
    if not parts or path.startswith("/") or ".." in parts or OTHERS & set(parts[:-1]):
        return False
    name = parts[-1]
    return os.path.splitext(name)[1] in SUFFIXES or name in DESCRIPTIONS or name == "readme"
