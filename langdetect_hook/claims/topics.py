"""Endings that are words like those of the files beside them, and claim nothing."""

from __future__ import annotations

import os
from functools import lru_cache

TYPE_CHECKING = False
if TYPE_CHECKING:
    from langdetect_hook.claims import Claim


def ending_is_a_topic(claim: Claim, least: int) -> bool:
    """Whether what stands behind the first dot says what a file is about: configure.cc beside configure.host,
    configure.libs and configure.threads finds the C++ compiler. `least` files beside it must share its stem and have
    endings that no table knows."""
    folder, name = os.path.split(claim.path)
    stem, dot, _ = name.partition(".")
    others = [other for other in names_of(folder or os.curdir).get(stem, ()) if other != name]
    unknown = sum(map(claim.table.is_unknown, others))
    return bool(stem and dot) and unknown >= least and 2 * unknown > len(others)


def names_of(folder: str) -> dict[str, list[str]]:
    """The names in a folder that have a dot, by what stands before it; none where the folder cannot be read."""
    try:
        return _names_at(folder, os.stat(folder).st_mtime_ns)
    except (OSError, ValueError):
        return {}


@lru_cache(maxsize=8)
def _names_at(folder: str, changed: int) -> dict[str, list[str]]:
    """The names in a folder at its last change: a folder of many suspected files is listed once."""
    names: dict[str, list[str]] = {}
    for name in os.listdir(folder):
        stem, dot, _ = name.partition(".")
        if dot:
            names.setdefault(stem, []).append(name)
    return names
