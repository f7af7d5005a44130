"""Whether this repository uses Git LFS at all: one cheap look at `.gitattributes`, without git."""

from __future__ import annotations

import os

from langdetect_hook.files import folders_to_top
from langdetect_hook.files.content import of_regular_file, read_count

SETTING = b"filter=lfs"

MOST_BYTES = 1 << 20  # of a .gitattributes


def is_used() -> bool:
    """Whether a `.gitattributes` in the current folder, or in one above it in the same work tree, gives files to Git
    LFS. One further down is not looked for: `git lfs track` writes to the folder where it is called, the top."""
    try:
        folder = os.getcwd()
    except OSError:  # it was removed: what is left to check has absolute paths
        return False
    return any(SETTING in _attributes_in(above) for above in folders_to_top(folder))


def _attributes_in(folder: str) -> bytes:
    """The `.gitattributes` of a folder as git reads it: a regular file, not a link to anything; never waits."""
    try:
        return of_regular_file(os.path.join(folder, ".gitattributes"), _beginning, follows_link=False)
    except OSError:
        return b""


def _beginning(descriptor: int, size: int) -> bytes:
    return read_count(descriptor, min(size, MOST_BYTES))
