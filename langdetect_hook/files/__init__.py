"""The files that are checked, and where they lie."""

from __future__ import annotations

import os

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator


def folders_to_top(folder: str) -> Iterator[str]:
    """A folder and those above it, up to the one where a `.git` stands, or to the file system's where none does."""
    while True:
        yield folder
        above = os.path.dirname(folder)
        if above == folder or os.path.exists(os.path.join(folder, ".git")):
            return
        folder = above
