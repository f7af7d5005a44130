"""Texts that were written to measure with, five in each language of the model: a corpus folder of them.

    python -m tests.benchmarks.written OUT

OUT gets `<Language>/written/<number>.txt`, as the benchmarks of a corpus take it: `written` is the project to name with
`--projects`.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from langdetect_hook.languages import LANGUAGES
from langdetect_hook.training.corpus import folder_name

FOLDER = Path(__file__).parents[1] / "written_texts"
PROJECT = "written"
BETWEEN = "-8<-\n"


class Written(NamedTuple):
    """A text, the language that it is in, and which of this language it is, from 1."""

    language: str
    number: int
    text: str


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="written", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("output", type=Path, metavar="OUT", help="the corpus folder to make")
    output = parser.parse_args(argv).output
    for one in written():
        place = output / folder_name(one.language) / PROJECT
        place.mkdir(parents=True, exist_ok=True)
        (place / f"{one.number}.txt").write_bytes(one.text.encode())
    return 0


def written() -> Iterator[Written]:
    """All texts, those of a language together."""
    for language in LANGUAGES:
        path = FOLDER / f"{folder_name(language.name)}.txt"
        if path.is_file():
            texts = path.read_text(encoding="utf-8").split(BETWEEN)
            yield from (Written(language.name, number, text) for number, text in enumerate(texts, 1))


if __name__ == "__main__":
    raise SystemExit(main())
