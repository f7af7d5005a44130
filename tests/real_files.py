"""Real files to try things on: this checkout's own, the standard library's, and those of the installed packages."""

from __future__ import annotations

import hashlib
import os
import sysconfig
from collections import Counter
from functools import cache

from tests.conftest import CHECKOUT

_LARGEST = 200_000
_PACKAGES = ("_pytest", "numpy", "pip", "pre_commit", "pygments", "ruff", "setuptools", "tensorflow", "yaml")
_SKIPPED_FOLDERS = {
    ".git",
    ".venv",
    "__pycache__",
    "healthy_texts",
    "idlelib",
    "lib2to3",
    "test",
    "build",
    "dist",
    "written_texts",
}


@cache
def real_files(count: int, each: int = 40) -> tuple[str, ...]:
    """`count` files, the same on each run in one environment, at most `each` of one extension."""
    library, packages = sysconfig.get_path("stdlib"), sysconfig.get_path("purelib")
    folders = [str(CHECKOUT), library, *(os.path.join(packages, name) for name in _PACKAGES)]
    found = {path for folder in folders for path in _below(folder, 3)}
    chosen: list[str] = []
    seen: Counter[str] = Counter()
    for path in sorted(found, key=lambda path: hashlib.sha1(os.path.basename(path).encode()).digest()):
        suffix = os.path.splitext(path)[1]
        if seen[suffix] < each and len(chosen) < count:
            seen[suffix] += 1
            chosen.append(path)
    return tuple(chosen)


def _below(folder: str, depth: int) -> list[str]:
    paths = []
    for parent, folders, names in os.walk(folder):
        near = parent[len(folder) :].count(os.sep) < depth
        folders[:] = sorted(set(folders) - _SKIPPED_FOLDERS - {"site-packages"}) if near else []
        for name in names:
            path = os.path.join(parent, name)
            if not os.path.islink(path) and 0 < os.path.getsize(path) < _LARGEST:
                paths.append(path)
    return paths
