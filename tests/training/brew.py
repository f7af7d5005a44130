"""Brew, the made-up language of the README: a small corpus of it and of two others, as a user would have them."""

from __future__ import annotations

import random
from pathlib import Path

from tests.training.written_corpus import WORDS, program

_STATEMENTS = """\
machine A {
    water B at 93 degrees;
    grind C until fine;
}
....
pour A into B slowly;
wait 4 minutes;
....
when A is hot => whistle "B";
when A is cold => reheat A;
....
recipe A needs B, C {
    steep B for 3 minutes;
    strain B through C;
    serve;
}
....
measure A := 18 grams of B;
"""
BREW = _STATEMENTS.split("....\n")
NAMES = "Brew\t*.brew Brewfile\tText\n"


def brew(generator: random.Random, statements: int) -> str:
    """A made-up text in Brew."""
    written = []
    for statement in generator.choices(BREW, k=statements):
        words = dict(zip("ABC", generator.choices(WORDS, k=3), strict=True))
        written.append("".join(words.get(character, character) for character in statement))
    return "\n".join(written)


def write_brew_corpus(folder: Path, files: int = 6) -> Path:
    """The folder, with <language>/<file> of Brew, and <language>/<project>/<file> of Python and Ruby."""
    generator = random.Random(4)
    (folder / "Brew").mkdir(parents=True)
    for number in range(files):
        (folder / "Brew" / f"{number}.brew").write_text(brew(generator, generator.randint(6, 40)))
        for language, extension in (("Python", "py"), ("Ruby", "rb")):
            project = folder / language / f"project-{number}"
            project.mkdir(parents=True)
            for name in ("main", "other"):
                text = program(language, generator, generator.randint(6, 40))
                (project / f"{name}.{extension}").write_text(text)
    return folder
