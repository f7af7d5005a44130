"""Checkstyle's XML, which Jenkins, reviewdog and many editors read: findings by file.

https://checkstyle.org/sarif.html names its successor; the form is that of com.puppycrawl.tools.checkstyle.XMLLogger.
"""

from __future__ import annotations

from typing import TextIO

from langdetect_hook.report.markup import attribute
from langdetect_hook.report.problem import Problem, ProblemWriter
from langdetect_hook.report.severities import ERROR, HINT, INFORMATION, WARNING

_LEVELS = {ERROR: "error", WARNING: "warning", INFORMATION: "info", HINT: "info"}


class Writer(ProblemWriter):
    """A writer of one `file` for each file with findings, whose findings come one after another."""

    def __init__(self, stream: TextIO) -> None:
        super().__init__(stream)
        self._path: str | None = None
        stream.write('<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="4.3">\n')

    def add(self, problem: Problem) -> None:
        if problem.path != self._path:
            self._end_file()
            self._path = problem.path
            self._stream.write(f"<file name={attribute(problem.path)}>\n")
        source = f"langdetect-hook.{problem.rule or 'unreadable'}"
        self._stream.write(
            f'<error line="{problem.line}" column="1" severity="{_LEVELS[problem.severity]}" '
            f"message={attribute(problem.text)} source={attribute(source)}/>\n"
        )

    def close(self, hint: str) -> None:
        self._end_file()
        self._stream.write("</checkstyle>\n")

    def _end_file(self) -> None:
        if self._path is not None:
            self._stream.write("</file>\n")
