"""Signs: what content must have somewhere to be called a language at all.

For languages that a network likes to see in what it doesn't know.
"""

from __future__ import annotations

import re
from functools import cache

from langdetect_hook.languages import LANGUAGE_OF
from langdetect_hook.languages.searched import searched


@cache
def sign_of(language: str) -> str:
    """A regular expression of what nearly every text of a language has somewhere; "" where nothing is known."""
    known = LANGUAGE_OF.get(language)
    if known is None or not known.comments_are_signs:
        return known.sign if known else ""
    return "|".join((known.sign, *(comment.sign for comment in known.comments)))


def lacks_sign(language: str, text: str) -> bool:
    """Whether a text has nothing of what nearly every file of a language has."""
    sign = sign_of(language)
    return bool(sign) and not re.search(sign, searched(text), re.MULTILINE | re.IGNORECASE)
