"""Small healthy files, written for the tests, in files of their own so that no quoting stands between them and the
reader: `==== PATH :: WHY IT IS HERE`, then the content up to the next such line."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

_MARK = "==== "


class Healthy(NamedTuple):
    """A file that is what its name says."""

    path: str
    why: str
    text: str


def healthy_texts() -> list[Healthy]:
    """All of them, in the order of the files' names."""
    found: list[Healthy] = []
    for file in sorted(Path(__file__).parent.glob("*.txt")):
        for piece in file.read_text(encoding="utf-8").split("\n" + _MARK):
            heading, _, text = piece.removeprefix(_MARK).partition("\n")
            path, _, why = heading.partition(" :: ")
            found.append(Healthy(path, why, text.rstrip("\n") + "\n"))
    return found
