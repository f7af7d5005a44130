"""What a repository's own `.gitattributes` says of its files, in the words of GitHub Linguist.

Nothing is checked out here, and git before 2.40 answers for checked out files alone, hence this reading of what
repositories use: the file at the top; patterns with `*`, `?`, `[...]` and `**`, the last row that fits counts. One
thing is read as its author meant it, not as git does: `folder/` is all that lies below a folder.
"""

from __future__ import annotations

import re
from fnmatch import fnmatchcase
from typing import NamedTuple

NAME = ".gitattributes"
FOREIGN = ("linguist-generated", "linguist-vendored")
LANGUAGE = "linguist-language"

# No repository has nearly as many; a file made to take long ends here.
MOST_ROWS = 1000
MOST_DEEP = 3  # `**` in a pattern

LINE = re.compile(r'\s*("(?:[^"\\]|\\.)*"|[^\s"#]\S*)\s+(\S.*)')


class Row(NamedTuple):
    """A line: the pattern, part by part, and the attributes that it gives, "" for one that it takes away."""

    pattern: tuple[str, ...]
    values: dict[str, str]

    def fits(self, path: str) -> bool:
        """Whether the line speaks of the file at `path`, from the top of the repository."""
        return _fits(self.pattern, tuple(path.split("/")))


class Attributes:
    """What the text of a `.gitattributes` says."""

    def __init__(self, text: str = "") -> None:
        rows = [row for line in text.split("\n") if (row := _row(line))]
        self._rows = rows[:MOST_ROWS][::-1]

    def is_foreign(self, path: str) -> bool:
        """Whether a file is marked as another project's, or as generated."""
        return any(self._value(path, name) for name in FOREIGN)

    def language(self, path: str) -> str:
        """The language that a file is said to be in, in lower case ("common lisp"), or ""."""
        return self._value(path, LANGUAGE).lower().replace("-", " ")

    def _value(self, path: str, name: str) -> str:
        return next((row.values[name] for row in self._rows if name in row.values and row.fits(path)), "")


def _row(line: str) -> Row | None:
    found = LINE.fullmatch(line.rstrip())
    if not found:
        return None
    values = dict(_value(word) for word in found[2].split())
    values = {name: value for name, value in values.items() if name in (*FOREIGN, LANGUAGE)}
    pattern = _pattern(re.sub(r"\\(.)", r"\1", found[1][1:-1]) if found[1].startswith('"') else found[1])
    return Row(pattern, values) if values and pattern.count("**") <= MOST_DEEP else None


def _value(word: str) -> tuple[str, str]:
    name, equals, value = word.lstrip("-!").partition("=")
    if word[0] in "-!" or value == "false":
        return name, ""
    return name, value if equals else "true"


def _pattern(text: str) -> tuple[str, ...]:
    inside = text.removesuffix("/")
    anywhere = [] if "/" in inside else ["**"]
    below = ["**"] if inside != text else []
    return (*anywhere, *inside.removeprefix("/").split("/"), *below)


def _fits(pattern: tuple[str, ...], parts: tuple[str, ...]) -> bool:
    if not pattern or not parts:
        return not pattern and not parts
    if pattern == ("**",):
        return True
    if pattern[0] == "**":
        return any(_fits(pattern[1:], parts[start:]) for start in range(len(parts)))
    return fnmatchcase(parts[0], pattern[0]) and _fits(pattern[1:], parts[1:])
