"""In which work tree a file lies, found without git, which would look for a repository in the wrong places.

A work tree begins where a `.git` stands: no repository can track a file or folder of that name. A folder that holds
HEAD, objects and refs is a repository to git as well, and anybody can commit one: here it is a folder like others.
"""

from __future__ import annotations

import os
from functools import lru_cache

from langdetect_hook.files.git_process import REPOSITORY_VARIABLES, GitError, WorkTree, records

TYPE_CHECKING = False
if TYPE_CHECKING:
    Variables = tuple[tuple[str, str], ...]

GIT_FOLDER = ".git"
MOST_FOLDERS = 4096  # that are remembered


def current() -> WorkTree | None:
    """The work tree of the current folder, or the one that GIT_DIR and GIT_WORK_TREE name; None where there is none."""
    return _current(os.getcwd(), tuple((name, os.environ[name]) for name in REPOSITORY_VARIABLES if name in os.environ))


def of_folder(folder: str) -> tuple[WorkTree, str] | None:
    """The work tree in which a folder really lies, whatever links lead there, and its path from the top: empty, or
    `with/slashes/`. None where it lies in no work tree."""
    return _of_folder(os.path.join(os.getcwd(), folder), current())


def of_file(path: str) -> tuple[WorkTree, str] | None:
    """The work tree in which a file lies, and its path from the top; None where it lies in no work tree."""
    folder, name = os.path.split(path)
    found = of_folder(folder)
    return found and (found[0], found[1] + name)


def forget() -> None:
    """Forget all answers: the next question looks again."""
    _current.cache_clear()
    _of_folder.cache_clear()


@lru_cache(maxsize=8)
def _current(here: str, variables: Variables) -> WorkTree | None:
    names = dict(variables)
    top = here if "GIT_DIR" in names else _top_above(os.path.realpath(here))
    found = WorkTree(top, variables) if top else None
    return _named(found) if "GIT_DIR" in names or "GIT_WORK_TREE" in names else found


def _named(place: WorkTree | None) -> WorkTree | None:
    """The work tree named by the environment variables that git obeys, with absolute paths in them."""
    try:
        answer = records(("rev-parse", "--absolute-git-dir", "--show-toplevel"), place, b"\n")
        git_folder, top = (os.fsdecode(line) for line in answer)
    except (GitError, ValueError):
        return None
    assert place is not None
    variables = {**dict(place.variables), "GIT_DIR": git_folder, "GIT_WORK_TREE": top}
    return WorkTree(os.path.realpath(top), tuple(variables.items()))


@lru_cache(maxsize=MOST_FOLDERS)
def _of_folder(folder: str, current: WorkTree | None) -> tuple[WorkTree, str] | None:
    real = os.path.realpath(folder)
    top = _top_above(real, current.top if current else "")
    if not top:
        return None
    inside = real[len(top) :].strip(os.sep).replace(os.sep, "/")
    return current if current and current.top == top else WorkTree(top, ()), inside and inside + "/"


def _top_above(folder: str, known: str = "") -> str:
    """The top of the work tree in which a folder lies; empty where there is none. `known`: a folder that is one."""
    while folder != known and not _is_top(folder):
        above, name = os.path.split(folder)
        if above == folder or name == GIT_FOLDER:  # what lies inside of `.git` lies in no work tree
            return ""
        folder = above
    return folder


def _is_top(folder: str) -> bool:
    """Whether a `.git` stands there: a folder with a HEAD, or a file, as submodules and linked work trees have it.
    Either may be a link: Google's `repo` sets up its checkouts so, and no repository can bring one."""
    git_folder = os.path.join(folder, GIT_FOLDER)
    return os.path.isfile(git_folder) or os.path.lexists(os.path.join(git_folder, "HEAD"))
