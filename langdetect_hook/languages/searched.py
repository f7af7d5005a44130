"""The text in which the expressions of the tables are searched for: without what would make some of them try the same
characters again and again."""

from __future__ import annotations

import re
from functools import lru_cache

# An expression that passes over the rest of a line, or over blanks, does so from each place at which it may begin.
MOST_IN_LINE = 500
_MANY_BLANKS = re.compile(r"([^\S\n]{32})[^\S\n]+")
_BLANK_LINES = re.compile(r"\n(?:[^\S\n]*\n){2,}")


@lru_cache(maxsize=2)
def searched(text: str) -> str:
    """A text with short runs of blanks and of blank lines, and with a line end after each MOST_IN_LINE characters of a
    line: nothing that an expression may look for is lost but what stands across such an end."""
    text = _BLANK_LINES.sub("\n\n", _MANY_BLANKS.sub(r"\1", text))
    lines = text.split("\n")
    if len(max(lines, key=len)) <= MOST_IN_LINE:
        return text
    return "\n".join(piece for line in lines for piece in _pieces(line))


def stands_in(text: str, pattern: str) -> bool:
    """Whether an expression of a table, with ^ and $ at every line, stands anywhere in a text."""
    return re.search(pattern, searched(text), re.MULTILINE) is not None


def _pieces(line: str) -> list[str]:
    return [line[start : start + MOST_IN_LINE] for start in range(0, len(line) or 1, MOST_IN_LINE)]
