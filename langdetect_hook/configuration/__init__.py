"""Configuration: what a repository says in a file of its own about how it is to be checked.

This module alone is on the path of a passing check: it looks whether there is anything to read. `table` has the keys,
`reading` reads and verifies a file, `settings` is what the check asks, `schema` describes it all to editors.
"""

from __future__ import annotations

import os

from langdetect_hook.files.content import read_whole

# In one folder the first of these that speaks of us counts.
OWN_FILE = ".langdetect-hook.toml"
SHARED_FILES = ("pyproject.toml", "setup.cfg")  # where other tools have sections too
NAME = b"langdetect-hook"  # in the section's head
BASELINE = ".langdetect-baseline"


class Found:
    """What lies near: the path of a configuration `file` and of a `baseline`, each "" where there is none."""

    __slots__ = ("baseline", "file")

    def __init__(self, file: str = "", baseline: str = "") -> None:
        self.file = file
        self.baseline = baseline

    def __bool__(self) -> bool:
        return bool(self.file or self.baseline)


def find(folder: str = os.curdir) -> Found:
    """The configuration and the baseline of the nearest folder that has one, from `folder` up to the top of its
    repository, or of the file system where it lies in none."""
    found = Found()
    for place in _and_above(folder):
        found.file = found.file or _file_in(place)
        baseline = os.path.join(place, BASELINE)
        if not found.baseline and os.path.lexists(baseline):
            found.baseline = baseline
        if os.path.lexists(os.path.join(place, ".git")):
            break
    return found


def _and_above(folder: str) -> list[str]:
    """A folder and those above it, in the form in which a person would name their files from here."""
    try:
        here = os.path.realpath(folder)
    except OSError:  # the current folder was removed
        return []
    places, depth = [], 0
    while True:
        places.append("/".join([".."] * depth) if depth else "")
        above = os.path.dirname(here)
        if above == here:
            return [os.path.join(folder, place) if folder != os.curdir else place for place in places]
        here, depth = above, depth + 1


def _file_in(folder: str) -> str:
    own = os.path.join(folder, OWN_FILE)
    if os.path.lexists(own):
        return own
    return next((path for name in SHARED_FILES if _speaks_of_us(path := os.path.join(folder, name))), "")


def _speaks_of_us(path: str) -> bool:
    """Whether a file that other tools read as well has a section of ours; what can't be read has not."""
    try:
        content = read_whole(path)
    except OSError:
        return False
    return NAME in content and any(line.startswith(b"[") and NAME in line for line in content.split(b"\n"))
