"""Small accidents as people plant them, and healthy twins: files of their own, so that no quoting stands between them
and the reader.

`==== PATH :: LD005 line 7; LD004` says what must be reported, `==== PATH :: silent: WHY` that nothing may be; then the
content, up to the next such line.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

_MARK = "==== "
_SILENT = "silent: "


class Planted(NamedTuple):
    """A file, and what must be said of it: `findings`, ids or ids with a line ("LD005 line 7"), or `why` nothing."""

    path: str
    findings: tuple[str, ...]
    why: str
    text: str


def planted() -> list[Planted]:
    """All of them, in the order of the files' names."""
    return [each for file in sorted(Path(__file__).parent.glob("*.txt")) for each in _planted_in(file)]


def _planted_in(file: Path) -> list[Planted]:
    pieces = file.read_text(encoding="utf-8").removeprefix(_MARK).split("\n" + _MARK)
    return [_one(piece) for piece in pieces]


def _one(piece: str) -> Planted:
    heading, _, text = piece.partition("\n")
    path, _, said = heading.partition(" :: ")
    silent = said.startswith(_SILENT)
    findings = () if silent else tuple(said.split("; "))
    return Planted(path, findings, said.removeprefix(_SILENT) if silent else "", text.rstrip("\n") + "\n")
