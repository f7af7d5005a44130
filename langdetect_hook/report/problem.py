"""What other programs are told: a finding, or a file that could not be read."""

from __future__ import annotations

import os
from typing import Any, TextIO

from langdetect_hook.files.paths import inside
from langdetect_hook.report import escaped, line_of


class Problem:
    """A finding, or, without `rule`, a file that could not be read.

    `severity`: a word of `report.severities`; `path`: from the current folder where it lies there, with forward
    slashes and nothing that is not printable; `real_path`: the same with all its bytes; `line`, from 1; `text`:
    the message and below it the advice.
    """

    def __init__(self, mapping: dict[str, Any]) -> None:
        self.real_path = _from_here(mapping["path"])
        self.path = escaped(self.real_path)
        self.line = mapping["line"] or 1
        self.rule = mapping["rule"] or ""
        self.severity = mapping.get("severity", "error")
        words = mapping["message"] or f"cannot be read: {mapping['reason']}"
        self.text = "\n".join(map(line_of, (words, *(mapping["advice"] or "").splitlines())))

    @property
    def fingerprint(self) -> str:
        """What tells the finding from all others, however the file changes: in hexadecimal."""
        from hashlib import sha256

        return sha256(f"{self.rule}\0{self.path}".encode()).hexdigest()


class ProblemWriter:
    """A writer that is told only what is wrong: each format of other programs has its own way to `add` it."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str, mapping: dict[str, Any]) -> None:
        if mapping["verdict"] in ("mismatch", "error"):
            self.add(Problem(mapping))

    def add(self, problem: Problem) -> None:
        """Write a problem, or keep it until the end."""
        raise NotImplementedError

    def close(self, hint: str) -> None:
        """Do nothing: a list of lines has no end."""


def _from_here(path: str) -> str:
    if os.path.isabs(path):
        return inside(path, os.path.realpath(os.curdir))
    return os.path.normpath(path).replace(os.sep, "/")
