"""Workflow commands that GitHub shows as annotations of a pull request.

https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
"""

from __future__ import annotations

from langdetect_hook.report.problem import Problem, ProblemWriter
from langdetect_hook.report.severities import ERROR, HINT, INFORMATION, WARNING

_COMMANDS = {ERROR: "error", WARNING: "warning", INFORMATION: "notice", HINT: "notice"}


class Writer(ProblemWriter):
    """A writer of one command a finding, mostly `::error`."""

    def add(self, problem: Problem) -> None:
        place = {"title": problem.rule, "file": problem.path, "line": str(problem.line), "col": "1"}
        properties = ",".join(f"{name}={_property(value)}" for name, value in place.items() if value)
        self._stream.write(f"::{_COMMANDS[problem.severity]} {properties}::{_data(problem.text)}\n")


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
