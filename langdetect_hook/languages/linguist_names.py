"""What GitHub Linguist calls the languages: the names that people write into `.gitattributes`, with their slips.

The table beside this module has every name with its aliases, as facts; `python -m tests.claims.names_elsewhere` writes
it. Asked only where something was found, and somebody has said what the file is.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from functools import cache

from langdetect_hook.languages import LANGUAGE_OF

PATH = os.path.join(os.path.dirname(os.path.abspath(__file__)), "linguist_names.tsv")
# How alike two names are, from 0 to 1, of which one may be a slip of the other: `Pyhton`, `Java Script`, `Type-script`.
_ALIKE = 0.75


def called(name: str) -> str:
    """The language that Linguist knows by a name or an alias, in any case and with hyphens for blanks; "" for none."""
    return _names().get(_plain(name), "")


def meant(name: str, others: Iterable[str] = ()) -> str:
    """The language that somebody must have meant by a name that is none, nor one of `others`; "" where it is one, or
    is like none: there are languages that nobody here has heard of."""
    if not name or called(name) or any(_plain(name) == _plain(other) for other in others):
        return ""
    from difflib import get_close_matches

    names = {_plain(language): language for language in _names().values()}
    near = get_close_matches(_plain(name), names, 1, _ALIKE)
    return names[near[0]] if near else ""


def _plain(name: str) -> str:
    return " ".join(name.lower().replace("-", " ").replace("_", " ").split())


@cache
def _names() -> dict[str, str]:
    """All names and aliases, as `_plain` has them, with the language of each; names win over aliases."""
    with open(PATH, encoding="utf-8") as table:
        rows = [line.rstrip("\n").split("\t") for line in table if not line.startswith("#")]
    aliases = {_plain(alias): name for name, cell in rows for alias in cell.split(", ") if alias}
    return aliases | {_plain(name): name for name in (*LANGUAGE_OF, *(name for name, _ in rows))}
