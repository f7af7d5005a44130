"""How a text opens that is of one language, whatever comes below: `opens` in the entries, asked of a text."""

from __future__ import annotations

import re

from langdetect_hook.languages import LANGUAGES
from langdetect_hook.languages.searched import searched

# A licence, or the comments of a document's type, may stand above what counts.
_MOST_CHARACTERS = 16_384
_MOST_QUOTED = 30


def opened(text: str) -> tuple[tuple[str, ...], str]:
    """The languages that a text may be of which opens like this one, and the words by which it does; ((), "") where
    nothing in its first lines says so."""
    start = searched(text[:_MOST_CHARACTERS])
    found = [(known.name, match) for known in LANGUAGES if (match := _match(known.opens, start))]
    return tuple(name for name, _ in found), _quoted(found[0][1]) if found else ""


def _match(pattern: str, start: str) -> re.Match[str] | None:
    return re.match(pattern, start, re.MULTILINE) if pattern else None


def _quoted(match: re.Match[str]) -> str:
    return match[match.lastindex or 0].strip()[:_MOST_QUOTED]
