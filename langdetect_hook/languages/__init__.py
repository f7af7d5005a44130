"""The languages of the model, those that wait for its next training, and all that is known of each: one entry a
language, see `language` and `entries`.

Names are GitHub Linguist's, those that `.gitattributes linguist-language=` takes. What a file *name* claims stands in
`names_table`. Loaded only for a file that is about to be reported: what the rules ask of a healthy one stands in the
table that lies with the model.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from langdetect_hook.languages.entries import ENTRIES
from langdetect_hook.languages.language import Language
from langdetect_hook.languages.traits import TRAITS

if TYPE_CHECKING:
    from collections.abc import Iterable

LANGUAGES: tuple[Language, ...] = tuple(sorted(ENTRIES, key=lambda language: language.name))
LANGUAGE_OF: dict[str, Language] = {language.name: language for language in LANGUAGES}


@cache
def having(trait: str) -> frozenset[str]:
    """The names of the languages that have a trait; KeyError where there is no such trait."""
    if trait not in TRAITS:
        raise KeyError(trait)
    return frozenset(language.name for language in LANGUAGES if trait in language.traits)


@cache
def members(cells: tuple[str, ...]) -> frozenset[str]:
    """The names of the languages that cells of a table mean: names, and traits for all languages that have them."""
    return frozenset().union(*(having(cell) if cell in TRAITS else {cell} for cell in cells))


def editor_names_of(language: str) -> frozenset[str]:
    """What Vim's file types and Emacs' modes call a language, in lower case."""
    others = LANGUAGE_OF[language].editor_names.split() if language in LANGUAGE_OF else ()
    return frozenset((language.lower().replace(" ", "-"), *others))


def called(names: Iterable[str]) -> tuple[str, ...]:
    """The languages that editors call by one of these names, in lower case; of those only the ones whose own it is, if
    there are any."""
    known = frozenset(names)
    own = tuple(name for name in LANGUAGE_OF if name.lower().replace(" ", "-") in known)
    return own or tuple(name for name in LANGUAGE_OF if not editor_names_of(name).isdisjoint(known))


def spoken(names: tuple[str, ...] | list[str]) -> str:
    """Languages as a message says them: "C, C++ or Objective-C"; of more than four the first three."""
    words = [_spoken(name) for name in names]
    if len(words) > 4:
        words = [*words[:3], "another"]
    return " or ".join(part for part in (", ".join(words[:-1]), words[-1]) if part) if words else ""


def _spoken(name: str) -> str:
    return (LANGUAGE_OF[name].spoken if name in LANGUAGE_OF else "") or name
