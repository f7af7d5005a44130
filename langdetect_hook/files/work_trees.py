"""In which work tree a file lies, found without git, which would look for a repository in the wrong places.

A work tree begins where a `.git` stands: no repository can track a file or folder of that name. A folder that holds
HEAD, objects and refs is a repository to git as well, and anybody can commit one: here it is a folder like others.
Only where variables or a configuration may name another folder is git asked, and where that `.git` stands.
"""

from __future__ import annotations

import os
from functools import lru_cache

from langdetect_hook.files import git_process
from langdetect_hook.files.content import read_whole
from langdetect_hook.files.git_process import REPOSITORY_VARIABLES, GitError, WorkTree, decoded, records

TYPE_CHECKING = False
if TYPE_CHECKING:
    Variables = tuple[tuple[str, str], ...]

GIT_FOLDER = ".git"
MOST_FOLDERS = 4096  # that are remembered


def current() -> WorkTree | None:
    """The work tree of the current folder, or the one that GIT_DIR and GIT_WORK_TREE name; None where there is none."""
    here = _here()
    variables = tuple((name, os.environ[name]) for name in REPOSITORY_VARIABLES if name in os.environ)
    return _current(here, variables) if here else None


def of_folder(folder: str) -> tuple[WorkTree, str] | None:
    """The work tree in which a folder really lies, whatever links lead there, and its path from the top: empty, or
    `with/slashes/`. None where it lies in no work tree."""
    here = "" if os.path.isabs(folder) else _here()
    return _of_folder(os.path.join(here, folder), current()) if here is not None else None


def of_file(path: str) -> tuple[WorkTree, str] | None:
    """The work tree in which a file lies, and its path from the top; None where it lies in no work tree."""
    folder, name = os.path.split(path)
    found = of_folder(folder)
    return found and (found[0], found[1] + name)


def from_top(work_tree: WorkTree, folder: str) -> str | None:
    """The path of a folder from the top of a work tree: empty, or `with/slashes/`. None where it lies elsewhere."""
    top, real = (os.path.join(path, "") for path in (work_tree.top, os.path.realpath(folder)))
    return real[len(top) :].replace(os.sep, "/") if real.startswith(top) else None


def forget() -> None:
    """Forget all answers: the next question looks again."""
    for remembered in (_current, _of_folder, _of_git_folder):
        remembered.cache_clear()
    git_process.forget()


def _here() -> str | None:
    """The current folder; None where it was removed."""
    try:
        return os.getcwd()
    except OSError:
        return None


@lru_cache(maxsize=8)
def _current(here: str, variables: Variables) -> WorkTree | None:
    names = dict(variables)
    for name in ("GIT_DIR", "GIT_WORK_TREE"):  # git is not always asked in the folder from which these are seen
        if names.get(name):
            names[name] = os.path.join(here, names[name])
    above = _top_above(os.path.realpath(here))
    if "GIT_DIR" in names:
        return _named(WorkTree(_top_for_git_folder(here, above, names), tuple(names.items())))
    if "GIT_WORK_TREE" in names:
        return _named(WorkTree(above, tuple(names.items()))) if above else None
    return _of_git_folder(above, variables) if above else None


def _top_for_git_folder(here: str, above: str, names: dict[str, str]) -> str:
    """Where GIT_DIR is to be understood. Without GIT_WORK_TREE git takes the current folder for the top, but a hook may
    have left the top by now: the top above the current folder is meant if GIT_DIR names that repository."""
    if "GIT_WORK_TREE" in names or above in ("", here):
        return here
    named = _answer(WorkTree(here, tuple(names.items())), "--absolute-git-dir")
    return above if named and named == _answer(WorkTree(above, ()), "--absolute-git-dir") else here


def _named(place: WorkTree) -> WorkTree | None:
    """The work tree that git has for a place, with absolute paths in the variables that name it."""
    git_folder, top = _answer(place, "--absolute-git-dir"), _answer(place, "--show-toplevel")
    if not git_folder or not top:
        return None
    variables = {**dict(place.variables), "GIT_DIR": git_folder, "GIT_WORK_TREE": top}
    return WorkTree(os.path.realpath(top), tuple(variables.items()))


def _answer(place: WorkTree, question: str) -> str:
    """The path that `git rev-parse` answers, which may have line breaks in it; empty where git has none."""
    try:
        return decoded(b"\n".join(records(("rev-parse", question), place, b"\n")))
    except GitError:
        return ""


@lru_cache(maxsize=MOST_FOLDERS)
def _of_folder(folder: str, current: WorkTree | None) -> tuple[WorkTree, str] | None:
    top = _top_above(os.path.realpath(folder), current.top if current else "")
    if not top:
        return None
    work_tree = current if current and current.top == top else _of_git_folder(top, ())
    inside = from_top(work_tree, folder)
    return None if inside is None else (work_tree, inside)


@lru_cache(maxsize=MOST_FOLDERS)
def _of_git_folder(top: str, variables: Variables) -> WorkTree:
    """The work tree of the `.git` in a folder: the folder itself, unless the configuration names another."""
    place = WorkTree(top, variables)
    named = _named(place) if _may_name_another(top) else None
    return named if named and os.path.isdir(named.top) and not os.path.samefile(named.top, top) else place


def _may_name_another(top: str) -> bool:
    """Whether git must be asked where the work tree is: `core.worktree` counts in this file only, not in what it
    includes. With `extensions.worktreeConfig`, and where `.git` is a file, it may stand elsewhere."""
    try:
        return b"worktree" in read_whole(os.path.join(top, GIT_FOLDER, "config")).lower()
    except OSError as error:  # git says what is wrong with one that cannot be read
        return isinstance(error.__cause__, NotADirectoryError)


def _top_above(folder: str, known: str = "") -> str:
    """The top of the work tree in which a folder lies; empty where there is none. `known`: a folder that is one."""
    while folder != known and not _is_top(folder):
        above, name = os.path.split(folder)
        if above == folder or name == GIT_FOLDER:  # what lies inside of `.git` lies in no work tree
            return ""
        folder = above
    return folder


def _is_top(folder: str) -> bool:
    """Whether a `.git` stands there: a folder that git takes for one (else it looks further up), or a file, as
    submodules and linked work trees have it. Either may be a link: Google's `repo` sets up its checkouts so, and no
    repository can bring one."""
    git_folder = os.path.join(folder, GIT_FOLDER)
    return os.path.isfile(git_folder) or _is_git_folder(git_folder)


def _is_git_folder(folder: str) -> bool:
    head, common, objects, refs = (os.path.join(folder, name) for name in ("HEAD", "commondir", "objects", "refs"))
    return os.path.lexists(head) and (os.path.isfile(common) or (os.path.isdir(objects) and os.path.isdir(refs)))
