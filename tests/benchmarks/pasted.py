"""What pasting does to a text, and which languages are still named right.

    python -m tests.benchmarks.pasted CORPUS [--assets MEASURED] [--projects FILE] [--files N] [--output FILE]

The held-out files of a corpus and a window of 10 and of 5 lines of each: as they are, and as they come out of a
terminal, a pane with numbered lines, a mail, a list item. The accuracy is that of the network's best guess, ties wrong.
"""

from __future__ import annotations

import argparse
import re
import sys
import textwrap
from collections.abc import Callable
from pathlib import Path
from typing import Any

from langdetect_hook.files.content import content_from_bytes
from langdetect_hook.network import assets, predict
from tests.benchmarks.readme_table import markdown, publish
from tests.benchmarks.samples import NoSamples, Sample, add_options, held_out_projects, read_corpus, spread, window

WINDOWS = (10, 5)
CUTS = ("whole", *(f"{lines} lines" for lines in WINDOWS))
_TABULATOR = 4


def _by_line(change: Callable[[int, str], str]) -> Callable[[str], str]:
    return lambda text: "\n".join(change(number, line) for number, line in enumerate(text.split("\n"), 1))


PASTES: dict[str, Callable[[str], str]] = {
    "as it is": lambda text: text,
    "cut after 72 columns": _by_line(lambda number, line: line[:72]),
    "cut after 40 columns": _by_line(lambda number, line: line[:40]),
    "tabulators as blanks": lambda text: text.expandtabs(_TABULATOR),
    "blank lines gone": lambda text: re.sub(r"\n\s*\n", "\n", text),
    "indented by four": _by_line(lambda number, line: " " * _TABULATOR + line if line else line),
    "without what all lines are indented by": textwrap.dedent,
    "without indentation": _by_line(lambda number, line: line.lstrip()),
    "with line numbers": _by_line(lambda number, line: f"{number:4}  {line}"),
    "quoted in a mail": _by_line(lambda number, line: "> " + line),
}


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="pasted", description=(__doc__ or "").splitlines()[0])
    add_options(parser)
    parser.add_argument("--files", type=int, default=20, metavar="N", help="files a language (20)")
    parser.add_argument("--output", type=Path, metavar="FILE", help="write everything as JSON")
    options = parser.parse_args(argv)
    try:
        samples = read_corpus(options.corpus, held_out_projects(options.projects, options.assets))
    except (NoSamples, OSError) as error:
        print(f"pasted: {error}", file=sys.stderr)
        return 2
    result = measure([one for found in samples.values() for one in spread(found, options.files)], options.assets)
    return publish("pasted", table_of(result), result, options.output, write=False)


def measure(samples: list[Sample], folder: Path) -> dict[str, Any]:
    """How many of the pieces of each length there are, and the share of them that is named right after each paste."""
    model = assets.load(str(folder))
    model.prepare_for_many()
    pieces = {cut: pieces_of(samples, cut) for cut in CUTS}
    shares = {
        paste: {
            cut: sum(predict(model, change(text)).best == language for language, text in found) / max(1, len(found))
            for cut, found in pieces.items()
        }
        for paste, change in PASTES.items()
    }
    return {"pieces": {cut: len(found) for cut, found in pieces.items()}, "accuracy": shares}


def pieces_of(samples: list[Sample], cut: str) -> list[tuple[str, str]]:
    """The language and the text of each sample that is long enough, cut so."""
    pieces = []
    for sample in samples:
        raw = sample.read()
        piece = raw if cut == CUTS[0] else window(raw, int(cut.split()[0]), sample.path)
        text = content_from_bytes(piece).text if piece else None
        if text:
            pieces.append((sample.language, text))
    return pieces


def table_of(result: dict[str, Any]) -> str:
    """The table, with the numbers of pieces in its head."""
    header = ["pasted", *(f"{cut} ({count:,})" for cut, count in result["pieces"].items())]
    rows = [[paste, *(f"{share:.1%}" for share in shares.values())] for paste, shares in result["accuracy"].items()]
    return markdown(header, rows)


if __name__ == "__main__":
    sys.exit(main())
