"""Globs as `.gitignore` has them: which paths they name, relative to the folder of the file in which they stand.

Whoever writes a glob may be a stranger, so none takes long: folders are matched one by one, and what the standard
library makes of `*` within a name does not try all ways to share the name among several.
"""

from __future__ import annotations

import re
from fnmatch import translate
from functools import lru_cache
from typing import NamedTuple

MOST_CHARACTERS = 1_000  # of one glob: no path that people name is longer
MOST_GLOBS = 1_000  # of one configuration: each path is held to each
_ANY_FOLDERS = "**"


class Glob(NamedTuple):
    """A glob: the expression of each of its `parts`, None for any folders; `folder`: it names folders only."""

    parts: tuple[re.Pattern[str] | None, ...]
    folder: bool


@lru_cache(maxsize=4 * MOST_GLOBS)
def compiled(glob: str) -> Glob:
    """A glob, ready to be matched. Without a slash, or with one only at its end, it names files and folders at any
    depth; another begins at the top. `*`, `?` and `[...]` stop at slashes, `**` does not."""
    parts = glob.strip("/").split("/")
    if "/" not in glob.rstrip("/"):
        parts.insert(0, _ANY_FOLDERS)
    return Glob(
        tuple(None if part == _ANY_FOLDERS else re.compile(translate(part)) for part in parts), glob.endswith("/")
    )


def matches(path: str, glob: str) -> bool:
    """Whether a path, with forward slashes, is named by a glob, or lies in a folder that is."""
    names, (parts, folder) = path.split("/"), compiled(glob)
    # How many names may have been used up by the parts so far.
    used = {0}
    for place, part in enumerate(parts):
        if part is None:
            least = 1 if place == len(parts) - 1 else 0  # `docs/**` is all that is in docs, not docs
            used = set(range(min(used) + least, len(names) + 1))
        else:
            used = {count + 1 for count in used if count < len(names) and part.match(names[count])}
        if not used:
            return False
    return not folder or min(used) < len(names)
