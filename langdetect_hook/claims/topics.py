"""Endings that are words like those of the files beside them, and claim nothing."""

from __future__ import annotations

import os

TYPE_CHECKING = False
if TYPE_CHECKING:
    from langdetect_hook.claims import Claim


def ending_is_a_topic(claim: Claim, least: int) -> bool:
    """Whether what stands behind the first dot says what a file is about: configure.cc beside configure.host,
    configure.libs and configure.threads finds the C++ compiler. `least` files beside it must share its stem and have
    endings that no table knows."""
    folder, name = os.path.split(claim.path)
    stem, dot, _ = name.partition(".")
    try:
        others = [other for other in os.listdir(folder or os.curdir) if other.startswith(stem + ".") and other != name]
    except (OSError, ValueError):
        return False
    unknown = sum(map(claim.table.is_unknown, others))
    return bool(stem and dot) and unknown >= least and 2 * unknown > len(others)
