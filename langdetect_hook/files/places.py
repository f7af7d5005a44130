"""Where a file stands for git, which decides what must be typed to give it another name. Needed only for a finding."""

from __future__ import annotations

import os

from langdetect_hook.files import git, work_trees
from langdetect_hook.files.git_process import GitError

# Of the repository of the current folder; of another, or behind a link, where git must be told its folder; of none, or
# not tracked; and nowhere, as what comes in on standard input.
TRACKED, TRACKED_ELSEWHERE, UNTRACKED, MISSING = "tracked", "tracked elsewhere", "untracked", "missing"


def place_of(path: str) -> str:
    """Which of these a path is."""
    if not _is_there(path):
        return MISSING
    found = work_trees.of_file(path)
    if found is None or not _is_tracked(path):
        return UNTRACKED
    work_tree, inside = found
    seen_from_here = os.path.abspath(path) == os.path.normpath(os.path.join(work_tree.top, inside))
    return TRACKED if seen_from_here and work_trees.current() == work_tree else TRACKED_ELSEWHERE


def is_at_the_top() -> bool:
    """Whether paths in a patch are understood from the current folder: it is the top of a work tree, or in none."""
    work_tree = work_trees.current()
    return work_tree is None or os.path.realpath(os.curdir) == work_tree.top


def _is_there(path: str) -> bool:
    try:
        return os.path.lexists(path)
    except ValueError:  # a NUL in the name
        return False


def _is_tracked(path: str) -> bool:
    """Whether git says that it tracks a path; nothing depends on it where git cannot tell."""
    try:
        return git.is_tracked(path)
    except (GitError, OSError):
        return False
