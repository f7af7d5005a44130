"""One exact fact that speaks against a file's name."""

from __future__ import annotations


class Evidence:
    """A fact that contradicts a file's name.

    `rule`: its id; `line`: 1-based; `seen`: in neutral words ("looks like a JPEG image"); `expected`: what the name
    says ("PNG"); `advice`: what to do, in one line; `language`: the language that the content is in, where that is
    known; `target`: the path that the file should have, "" where the content may as well be what is wrong.
    """

    __slots__ = ("advice", "expected", "language", "line", "rule", "seen", "target")

    def __init__(
        self,
        rule: str,
        line: int,
        seen: str,
        expected: str,
        advice: str,
        language: str | None = None,
        target: str = "",
    ) -> None:
        self.rule = rule
        self.line = line
        self.seen = seen
        self.expected = expected
        self.advice = advice
        self.language = language
        self.target = target

    def __repr__(self) -> str:
        return f"Evidence({self.rule!r}, {self.line}, {self.seen!r}, {self.expected!r})"
