"""Tables of the benchmarks: as text, and in docs/figures.md between a pair of markers.

The markers are `<!-- NAME:begin -->` and `<!-- NAME:end -->`, each on a line of its own; what stands
between them is replaced.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

FIGURES = Path(__file__).parents[2] / "docs" / "figures.md"


class NoMarkers(Exception):
    """The page has no place for this table; the text says which lines it needs."""


def markdown(header: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """A Markdown table, its columns padded to equal width."""
    table = [[str(cell) for cell in row] for row in (header, *rows)]
    widths = [max(len(row[column]) for row in table) for column in range(len(header))]
    lines = [
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |" for row in table
    ]
    rule = "|" + "|".join("-" * (width + 2) for width in widths) + "|"
    return "\n".join([lines[0], rule, *lines[1:]]) + "\n"


def write_into_page(name: str, text: str, page: Path = FIGURES) -> None:
    """Replace what stands between the markers of `name`; NoMarkers where they are missing."""
    begin, end = f"<!-- {name}:begin -->\n", f"<!-- {name}:end -->"
    whole = page.read_text(encoding="utf-8")
    before, found, rest = whole.partition(begin)
    _, found_end, after = rest.partition(end)
    if not found or not found_end:
        raise NoMarkers(f"{page.name} lacks the lines {begin.strip()} and {end}")
    page.write_text(f"{before}{begin}\n{text.strip()}\n\n{end}{after}", encoding="utf-8")


def publish(name: str, table: str, result: dict[str, Any], output: Path | None, write: bool) -> int:
    """Print a table, write everything as JSON to `output`, and the table into the page; return the exit status."""
    print(table)
    if output:
        output.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    if write:
        try:
            write_into_page(name, table)
        except NoMarkers as error:
            print(f"{name}: {error}", file=sys.stderr)
            return 2
    return 0
