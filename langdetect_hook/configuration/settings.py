"""The settings of a run: command line over file over defaults, and what they say of a path."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from langdetect_hook.configuration import Found, find
from langdetect_hook.configuration.globs import matches
from langdetect_hook.configuration.table import ADDED_TO, SETTINGS, Setting
from langdetect_hook.failure import Failure
from langdetect_hook.files.paths import inside, seen_from
from langdetect_hook.report.rules import chosen

if TYPE_CHECKING:
    from langdetect_hook.network.assets import Model

COMMAND_LINE, DEFAULT = "the command line", "default"


class Settings:
    """What counts for a run: `values` of each key of the table, and the `sources` that said so.

    `folder`: what globs and paths of the file are relative to. `rules`: the ids that are checked in a file of which
    nothing special is said. May be sent to other processes.
    """

    __slots__ = ("_here", "folder", "rules", "sources", "values")

    def __init__(self, values: Mapping[str, Any], sources: Mapping[str, str], folder: str) -> None:
        self.values = dict(values)
        self.sources = dict(sources)
        self.folder = os.path.realpath(folder or os.curdir)
        self._here = os.path.realpath(os.curdir)
        self.rules = chosen(values["select"], values["ignore"])

    def rules_for(self, path: str) -> frozenset[str]:
        """The ids of the rules that are checked in a file; none where it is not checked at all."""
        inside = self.inside(path)
        if any(matches(inside, glob) for glob in self.values["exclude"]):
            return frozenset()
        rules = self.rules
        for glob, ignored in self.values["per-file-ignores"].items():
            if matches(inside, glob):
                rules = rules.difference(ignored)
        return rules

    def adapt(self, model: Model) -> None:
        """Let the names and the accepted languages of the configuration count for a model."""
        if self.values["names"] or self.values["accepts"]:
            model.claims.adapt(self.values["names"], self.values["accepts"])

    def is_too_large(self, size: int) -> bool:
        """Whether a file of so many bytes is not checked."""
        most: int = self.values["max-bytes"]
        return 0 < most < size

    def inside(self, path: str) -> str:
        """A path as seen from the folder of the configuration, with forward slashes; whole where it lies elsewhere."""
        return inside(os.path.join(self._here, path), self.folder)

    def path_of(self, key: str) -> str:
        """The path that a key names, "" for none. One from a file must stay in its folder, links followed: a stranger
        may have written it. Failure: it does not."""
        path = self.values[key]
        if not path or self.sources[key] in (COMMAND_LINE, DEFAULT):
            return str(path)
        real = os.path.realpath(os.path.join(self.folder, path))
        if not real.startswith(os.path.join(self.folder, "")):
            raise Failure(f"{self.sources[key]}: {key} leads out of its folder: {path}")
        return seen_from(real, os.curdir)


def effective(
    given: Mapping[str, Any] | None = None,
    file: str | None = None,
    isolated: bool = False,
    found: Found | None = None,
) -> Settings:
    """The settings of a run in the current folder.

    `given`: the keys that the command line sets; `file`: the configuration that it names, where it names one;
    `isolated`: no file counts that it does not name; `found`: what `find` said, where it was asked before.
    Failure: a file cannot be read or is wrong.
    """
    found = Found() if isolated else found or find()
    for name in (found.file if file is None else "", found.baseline):
        _require_inside(name)
    path = found.file if file is None else file
    from_file = _read(path) if path else {}
    values, sources = {}, {}
    for setting in SETTINGS:
        values[setting.key], sources[setting.key] = _chosen(setting, given or {}, from_file, path)
    if found.baseline and not values["baseline"]:
        values["baseline"], sources["baseline"] = found.baseline, DEFAULT
    settings = Settings(values, sources, os.path.dirname(path or found.baseline))
    if not settings.rules:
        raise Failure("select and ignore leave no rule to check")
    return settings


def _require_inside(path: str) -> None:
    """Failure: a file that was found, not named, is a link that leads out of its repository, where a stranger may have
    pointed it at anything."""
    if not os.path.islink(path):
        return
    folder = top = os.path.realpath(os.path.dirname(path) or os.curdir)
    while not os.path.lexists(os.path.join(top, ".git")) and os.path.dirname(top) != top:
        top = os.path.dirname(top)
    if not os.path.realpath(os.path.join(folder, path)).startswith(os.path.join(top, "")):
        raise Failure(f"{path} is a symbolic link that leads out of its repository")


def _read(path: str) -> dict[str, Any]:
    from langdetect_hook.configuration.reading import read

    return read(path)


def _chosen(setting: Setting, given: Mapping[str, Any], from_file: Mapping[str, Any], path: str) -> tuple[Any, str]:
    """The value of a key, and who says so."""
    key = setting.key
    if key in given:
        if setting.kind in ADDED_TO and key in from_file:
            return (*from_file[key], *given[key]), f"{path} and {COMMAND_LINE}"
        return given[key], COMMAND_LINE
    return (from_file[key], path) if key in from_file else (setting.default, DEFAULT)
