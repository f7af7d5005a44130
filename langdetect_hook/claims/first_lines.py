"""What the first lines of a text tell of its language, whatever comes below: a shebang, how it opens, a modeline.

Knows the languages of the table, also those that a model of your own lacks. An interpreter that runs a language which
the table lacks tells nothing.
"""

from __future__ import annotations

from typing import NamedTuple

from langdetect_hook.claims.declared import modelines
from langdetect_hook.claims.interpreters import SHELL, handed_over_to, interpreter, languages_of
from langdetect_hook.languages import called
from langdetect_hook.languages.openings import opened

SHEBANG, OPENING, MODELINE = "shebang", "opening", "modeline"


class Told(NamedTuple):
    """What a text says of itself. `kind`: by what; `languages`: it is one of these, of a shebang's the first unless
    there is more to say for another; `words`: what says so, for a message."""

    kind: str
    languages: tuple[str, ...]
    words: str

    @property
    def by(self) -> str:
        """Where it says so."""
        return "modeline" if self.kind == MODELINE else "first line"


def told(text: str) -> Told | None:
    """What a text says of its language, or None."""
    if text.startswith("#!"):
        return _by_shebang(text)
    languages, words = opened(text)
    return Told(OPENING, languages, f'"{words}"') if languages else _by_modeline(text)


def _by_shebang(text: str) -> Told | None:
    name = interpreter(text)
    languages = languages_of(name)
    if languages != SHELL:
        return Told(SHEBANG, languages, f"which runs {name}") if languages else _by_modeline(text)
    other = handed_over_to(text)
    if other is not None:
        languages = languages_of(other)
        return Told(SHEBANG, languages, f"which hands it over to {other}") if languages else _by_modeline(text)
    # A shell script whose modeline says otherwise runs itself with another program further down.
    return _by_modeline(text) or Told(SHEBANG, SHELL, f"which runs {name}")


def _by_modeline(text: str) -> Told | None:
    names = modelines(text)
    languages = called(names)
    return Told(MODELINE, languages, f'"{names[0]}"') if languages else None
