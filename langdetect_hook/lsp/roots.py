"""Files checked as `langdetect-hook check` in the folder of the workspace would: by its configuration and baseline.

Both are looked for at each check, and read again where they have changed: not every editor tells of changed files.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence

from langdetect_hook import commands
from langdetect_hook.check import check_source
from langdetect_hook.commands.checking import baseline_of
from langdetect_hook.configuration import find
from langdetect_hook.configuration.settings import effective
from langdetect_hook.files import git_lfs, work_trees
from langdetect_hook.files.committed import files_of
from langdetect_hook.files.content import Content
from langdetect_hook.files.sources import Source, from_paths
from langdetect_hook.network import assets
from langdetect_hook.network.assets import Model
from langdetect_hook.verdict import MISMATCH, Verdict

# So many folders outside of the workspace are remembered, each with its configuration.
_MOST_ROOTS = 64
# What a file was when it was read: path, time of its last change, size.
Stamp = tuple[tuple[str, int, int], ...]


class Root:
    """A folder of the workspace, in which files are checked as from a terminal there; paths are seen from it.

    It is the current folder of the process while it works: git, configuration and advice all depend on that.
    """

    def __init__(self, folder: str) -> None:
        self.folder = folder
        self._stamp: Stamp | None = None

    def enter(self) -> None:
        """Work here, by what the configuration says now. Failure: it is wrong. OSError: the folder is gone."""
        os.chdir(self.folder)
        stamp = _stamp_of_configuration()
        if stamp != self._stamp:
            self._stamp = None  # what is wrong is told each time
            self.settings = effective()
            self.model = _model(self.settings.path_of("assets"), self.settings.values)
            self.settings.adapt(self.model)
            self.baseline = baseline_of(self.settings)
            self._stamp = stamp

    @property
    def stamp(self) -> Stamp | None:
        """What tells the present configuration from any other."""
        return self._stamp

    def inside(self, path: str) -> str:
        """A whole path as seen from here."""
        return os.path.relpath(path, self.folder)

    def whole(self, path: str) -> str:
        """The whole path of one that is seen from here."""
        return os.path.normpath(os.path.join(self.folder, path))

    def findings(self, path: str, content: Content | None = None) -> list[Verdict]:
        """What `check` finds in the file at a whole path, or in `content` under its name. Failure: as `enter`."""
        self.enter()
        try:
            return self._findings(_source(self.inside(path), content))
        finally:
            forget()

    def explanation(self, path: str, content: Content) -> list[str]:
        """The lines of `explain` about `content` under a whole path. Failure: as `enter`."""
        from langdetect_hook.commands.explain import explanation

        self.enter()
        try:
            return list(explanation(self.inside(path), content, self.model))
        finally:
            forget()

    def files(self) -> list[str]:
        """The paths of all files below, of those in a repository what git does not ignore. Failure: as `enter`."""
        self.enter()
        return [source.path for source in from_paths(["."])]

    def _findings(self, source: Source) -> list[Verdict]:
        rules = self.settings.rules
        uses_lfs = "LD004" in rules and git_lfs.is_used()
        verdicts: Iterable[Verdict] = check_source(source, rules, self.model, uses_lfs, self.settings)
        if self.baseline is not None:
            verdicts = map(self.baseline.judged, verdicts)
        return [verdict for verdict in verdicts if verdict.verdict == MISMATCH]


class Roots:
    """The folders of a workspace, by the paths that they have; a file elsewhere has its repository or its folder."""

    def __init__(self, folders: Callable[[], Sequence[str]]) -> None:
        """`folders`: those of the workspace now."""
        self._folders = folders
        self._roots: dict[str, Root] = {}

    def of(self, path: str) -> Root:
        """The root of a file at a whole path."""
        around = [folder for folder in self._folders() if path.startswith(os.path.join(folder, ""))]
        return self._root(max(around, key=len) if around else _alone(path))

    def all(self) -> list[Root]:
        """The roots of the workspace's own folders."""
        return [self._root(folder) for folder in self._folders()]

    def _root(self, folder: str) -> Root:
        root = self._roots.setdefault(folder, Root(folder))
        if len(self._roots) > _MOST_ROOTS + len(self._folders()):
            del self._roots[next(iter(self._roots))]
        return root


def forget() -> None:
    """Forget what git and folders said: the next file may see another `.gitattributes` or another commit."""
    commands.end_shared_processes()
    work_trees.forget()
    files_of.cache_clear()


def _alone(path: str) -> str:
    """Where a file is checked that lies in no folder of the workspace; its own folder may not be there yet."""
    folder = os.path.dirname(path)
    while not os.path.isdir(folder) and folder != os.path.dirname(folder):
        folder = os.path.dirname(folder)
    found = work_trees.of_folder(folder)
    return found[0].top if found else folder


def _source(path: str, content: Content | None) -> Source:
    return Source(path, lambda: content) if content is not None else next(from_paths([path]))


def _stamp_of_configuration() -> Stamp:
    found = find()
    return tuple(_stamp_of(path) for path in (found.file, found.baseline) if path)


def _stamp_of(path: str) -> tuple[str, int, int]:
    try:
        status = os.stat(path)
    except OSError:
        return path, 0, 0
    return path, status.st_mtime_ns, status.st_size


def _model(folder: str, values: Mapping[str, object]) -> Model:
    """A model that a configuration may adapt; those that leave it as it is share one."""
    is_adapted = folder or values["names"] or values["accepts"]
    return assets.load(folder or None) if is_adapted else bundled()


_bundled: list[Model] = []


def bundled() -> Model:
    """The bundled model, which no configuration changes."""
    if not _bundled:
        _bundled.append(assets.load())
    return _bundled[0]
