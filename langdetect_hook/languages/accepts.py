"""What a claimed language tolerates as content.

Languages that share an extension need no cell for it: the name then claims all of them (`names_table`).
"""

from __future__ import annotations

from functools import cache

from langdetect_hook.languages import LANGUAGE_OF


def names_in(names: str) -> list[str]:
    """The languages of a table's cell: names between commas, "*" for every language of the model, "* but C, Java" for
    all others."""
    if names.strip().startswith("*"):
        excepted = names_in(names.partition(" but ")[2])
        return [name for name in LANGUAGE_OF if name not in excepted]
    return [name.strip() for name in names.split(",") if name.strip()]


@cache
def accepted_by(language: str) -> frozenset[str]:
    """The languages that are fine as content of a claimed one, itself aside."""
    known = LANGUAGE_OF.get(language)
    return frozenset(names_in(known.accepts) if known else ()) - {language}
