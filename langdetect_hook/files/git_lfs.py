"""Git LFS here: whether this repository uses it at all, and whether the index holds content where a pointer belongs.

In the working tree the content is where it belongs, so only the index can tell. The path of a passing `check` imports
this module for one cheap look at `.gitattributes`; git is started only where that speaks of Git LFS.
"""

from __future__ import annotations

import os
import stat

from langdetect_hook.files.content import OPEN_FLAGS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from langdetect_hook.evidence import Evidence

RULE = "LD004"
MARK = b"filter=lfs"

NO_LINK = getattr(os, "O_NOFOLLOW", 0)  # Windows has no such flag
MOST_BYTES = 1 << 20  # of a .gitattributes


def is_used() -> bool:
    """Whether a `.gitattributes` in the current folder, or in one above it in the same work tree, gives files to Git
    LFS. One further down is not looked for: `git lfs track` writes to the folder where it is called, the top."""
    folder = os.getcwd()
    while True:
        if MARK in _attributes_in(folder):
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


def is_asked_for(rules: frozenset[str]) -> bool:
    """Whether files must be looked up in the index, for these rules and in this folder."""
    return RULE in rules and is_used()


def misplaced_content(path: str) -> Evidence | None:
    """The finding for a file that git attributes give to Git LFS and whose content is in the index itself."""
    from langdetect_hook.evidence.ld004_lfs_pointer import MOST_CHARACTERS, content_where_a_pointer_belongs
    from langdetect_hook.files import git
    from langdetect_hook.files.content import content_from_bytes

    known = git.attributes(path)
    if known.get("filter") != "lfs":  # before the index is read: most files are none of Git LFS
        return None
    start = git.start_of_staged(path, MOST_CHARACTERS + 1)
    if start is None:
        return None
    return content_where_a_pointer_belongs(content_from_bytes(start), known)
