"""Whether this repository uses Git LFS at all: one cheap look at `.gitattributes`, without git."""

from __future__ import annotations

import os
import stat

from langdetect_hook.files.content import OPEN_FLAGS

SETTING = b"filter=lfs"

NO_LINK = getattr(os, "O_NOFOLLOW", 0)  # Windows has no such flag
MOST_BYTES = 1 << 20  # of a .gitattributes


def is_used() -> bool:
    """Whether a `.gitattributes` in the current folder, or in one above it in the same work tree, gives files to Git
    LFS. One further down is not looked for: `git lfs track` writes to the folder where it is called, the top."""
    try:
        folder = os.getcwd()
    except OSError:  # it was removed: what is left to check has absolute paths
        return False
    while True:
        if SETTING in _attributes_in(folder):
            return True
        above = os.path.dirname(folder)
        if above == folder or os.path.exists(os.path.join(folder, ".git")):
            return False
        folder = above


def _attributes_in(folder: str) -> bytes:
    """The `.gitattributes` of a folder as git reads it: a regular file, not a link to anything; never waits."""
    path = os.path.join(folder, ".gitattributes")
    if not NO_LINK and os.path.islink(path):
        return b""
    try:
        descriptor = os.open(path, OPEN_FLAGS | NO_LINK)
    except OSError:
        return b""
    try:
        return os.read(descriptor, MOST_BYTES) if stat.S_ISREG(os.fstat(descriptor).st_mode) else b""
    except OSError:
        return b""
    finally:
        os.close(descriptor)
