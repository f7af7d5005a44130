"""At what git may be waiting: named pipes and devices where it looks for files. Asked only when it has fallen silent.

To look for them before git is started would take longer than git takes; a repository that an archive brought, not one
that was cloned, has them in `.git`, and either may have them in the place of a `.gitignore`.
"""

from __future__ import annotations

import os
import stat
from itertools import islice

from langdetect_hook.files.content import read_whole

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from langdetect_hook.files.git_process import WorkTree

MOST_ENTRIES = 200_000  # that are looked at in one of the two folders
READ_IN_EACH_FOLDER = (".gitattributes", ".gitignore")


def obstacle(work_tree: WorkTree) -> str:
    """The path of what git reads there and is not a file but a named pipe or a device; "" where none is found."""
    git_folders = list(_git_folders(work_tree.top))
    for folder in git_folders:
        for path in islice(_below(folder), MOST_ENTRIES):
            if _is_endless(path):
                return path
    named = (path for folder in git_folders for path in _named_in(os.path.join(folder, "config"), work_tree.top))
    read = (path for path in islice(_below(work_tree.top), MOST_ENTRIES) if _is_read(path))
    return next((path for paths in (named, read) for path in paths if _is_endless(path)), "")


def _is_endless(path: str) -> bool:
    try:
        mode = os.stat(path).st_mode
    except (OSError, ValueError):
        return False
    return stat.S_ISFIFO(mode) or stat.S_ISCHR(mode)


def _is_read(path: str) -> bool:
    return os.path.basename(path) in READ_IN_EACH_FOLDER


def _git_folders(top: str) -> Iterator[str]:
    """The `.git` of a top, or the folder that it names, and the one that this shares with other work trees."""
    folder = os.path.join(top, ".git")
    if not os.path.isdir(folder):
        folder = _path_in(folder, "gitdir:")
    if folder:
        yield folder
        common = os.path.join(folder, "commondir")
        if not _is_endless(common) and (shared := _path_in(common)):
            yield shared


def _path_in(file: str, word: str = "") -> str:
    """The path that a file of git's holds behind a word, as seen from there; "" where it holds none."""
    text = _text(file)
    path = text.removeprefix(word).strip()
    return os.path.join(os.path.dirname(file), path) if path and text.startswith(word) else ""


def _named_in(configuration: str, top: str) -> Iterator[str]:
    """What may be paths in a configuration: files of attributes, of ignored names, of more configuration."""
    folders = (os.path.dirname(configuration), top)
    for line in _text(configuration).splitlines():
        value = line.partition("=")[2].strip().strip('"')
        if value and value != os.devnull:
            yield from (os.path.join(folder, os.path.expanduser(value)) for folder in folders)


def _text(path: str) -> str:
    try:
        return os.fsdecode(read_whole(path))
    except OSError:
        return ""


def _below(folder: str) -> Iterator[str]:
    """All that stands below a folder, but for what stands in a `.git` there."""
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if name != ".git"]
        yield from (os.path.join(place, name) for name in names)
