"""Which languages pass for each other."""

from __future__ import annotations

from functools import cache

from langdetect_hook.languages import LANGUAGE_OF
from langdetect_hook.languages.accepts import accepted_by


@cache
def relatives(language: str, many: int) -> frozenset[str]:
    """The languages whose content passes for `language` or the other way round, itself included. One that accepts
    `many` languages or more (a template, a patch) is a relative only of those that accept it."""
    if language not in LANGUAGE_OF:
        return frozenset({language})
    own = accepted_by(language)
    accepting = {name: accepted_by(name) for name in LANGUAGE_OF if language in accepted_by(name)}
    near = {name for name, accepted in accepting.items() if len(accepted) < many or name in own}
    return frozenset(near | {language} | (own if len(own) < many else frozenset()))
