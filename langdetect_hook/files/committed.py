"""Which files of the last commit, or of a folder, are the nearest to a path, of the many that have its extension."""

from __future__ import annotations

import os
from bisect import bisect_left
from collections import namedtuple
from functools import lru_cache
from itertools import chain, islice

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# A file in a tree or an index of git, its path from the top.
Entry = namedtuple("Entry", "mode object path")


class Committed:
    """The files of a commit with one extension, among which neighbours are looked for."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._entries = entries
        self._below: dict[str, range] = {}  # git lists all that is below a folder in one piece
        self._files_in: dict[str, list[Entry]] = {}
        self._nearest_to: dict[tuple[str, int], list[Entry]] = {}
        for number, entry in enumerate(entries):
            self._files_in.setdefault(_folder_of(entry.path), []).append(entry)
            for folder in _folders_above(entry.path):
                self._below[folder] = range(self._below.get(folder, range(number, 0)).start, number + 1)

    def beside(self, path: str, most: int) -> list[Entry]:
        """The files in the folder of `path` whose names are nearest to it: as many before it as after it."""
        entries = self._files_in.get(_folder_of(path), [])
        before = bisect_left(entries, path, key=lambda entry: entry.path)
        others = len(entries) - (before < len(entries) and entries[before].path == path)
        start = max(0, min(before - most // 2, others - most))
        window = entries[start : start + most + 1]
        return [entry for entry in window if entry.path != path][:most]

    def elsewhere(self, path: str, most: int) -> list[Entry]:
        """The files in other folders that share the most folders with `path`."""
        folder = _folder_of(path)
        if (folder, most) not in self._nearest_to:
            self._nearest_to[folder, most] = list(islice(self._rings(folder), most))
        return self._nearest_to[folder, most]

    def _rings(self, folder: str) -> Iterator[Entry]:
        """The files below a folder but not in it, then those below the folder above it, and so on to the top."""
        done = range(0)
        for outer in (folder, *_folders_above(folder[:-1])) if folder else ("",):
            ring = self._below.get(outer, done)
            done = done or range(ring.stop, ring.stop)
            for number in chain(range(ring.start, done.start), range(done.stop, ring.stop)):
                if _folder_of(self._entries[number].path) != folder:
                    yield self._entries[number]
            done = ring


@lru_cache(maxsize=8)
def files_of(folder: str, end: str) -> Committed:
    """The names in a folder that have an extension, none where it cannot be read: a folder of many suspected files is
    listed once."""
    try:
        names = sorted(name for name in os.listdir(folder) if os.path.splitext(name)[1] == end)
    except (OSError, ValueError):
        names = []
    return Committed([Entry("", "", name) for name in names])


def _folder_of(path: str) -> str:
    """The folder of a path, with a slash at its end; the top is empty."""
    return path[: path.rfind("/") + 1]


def _folders_above(path: str) -> Iterator[str]:
    """The folders in which a path lies, from its own to the top."""
    while folder := _folder_of(path):
        yield folder
        path = folder[:-1]
    yield ""
