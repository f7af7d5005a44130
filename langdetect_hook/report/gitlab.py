"""GitLab's code quality report, a JSON array that merge requests show.

https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
"""

from __future__ import annotations

from typing import TextIO

from langdetect_hook.report import JsonWriter
from langdetect_hook.report.problem import Problem, ProblemWriter
from langdetect_hook.report.severities import ERROR, HINT, INFORMATION, WARNING

_SEVERITIES = {ERROR: "major", WARNING: "minor", INFORMATION: "info", HINT: "info"}


class Writer(ProblemWriter):
    """A writer of an object a finding."""

    def __init__(self, stream: TextIO) -> None:
        super().__init__(stream)
        self._rows = JsonWriter(stream)

    def add(self, problem: Problem) -> None:
        row = {
            "description": problem.text,
            "check_name": problem.rule or "unreadable",
            "fingerprint": problem.fingerprint,
            "severity": _SEVERITIES[problem.severity],
            "location": {"path": problem.path, "lines": {"begin": problem.line}},
        }
        self._rows.write("", row)

    def close(self, hint: str) -> None:
        self._rows.close(hint)
