"""From the tag of a code block to the language that it names."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

from pygments.lexers import get_all_lexers

from langdetect_hook.claims.pygments_lexers import LEXERS
from langdetect_hook.languages import LANGUAGE_OF, editor_names_of

TAGS = Path(__file__).with_name("tags.tsv")


def language_of(tag: str) -> str | None:
    """The language that a tag names; "" where blocks of it are left out, None where nobody knows the tag."""
    return _languages().get(tag.lower())


@cache
def _languages() -> dict[str, str]:
    return {**_from_pygments(), **_from_the_model(), **read_tags()}


def read_tags(path: Path = TAGS) -> dict[str, str]:
    """The hand-written rows: tag -> language."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader((line for line in file if not line.startswith("#")), delimiter="\t")
        return {row["tag"]: row["language"] for row in rows}


def _from_the_model() -> dict[str, str]:
    return {name: language for language in LANGUAGE_OF for name in (language.lower(), *editor_names_of(language))}


def _from_pygments() -> dict[str, str]:
    renamed = {lexer: language for lexer, language, _ in LEXERS}
    named = ((renamed.get(name, name), aliases) for name, aliases, _, _ in get_all_lexers(plugins=False))
    return {alias: language for language, aliases in named if language in LANGUAGE_OF for alias in aliases}
