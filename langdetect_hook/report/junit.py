"""JUnit's XML, which test reports of GitLab, Jenkins and Azure read: each finding is a test that failed.

The form is that of the schema of Jenkins' xUnit plugin, junit-10.xsd.
"""

from __future__ import annotations

from typing import TextIO

from langdetect_hook.report.markup import attribute, content
from langdetect_hook.report.problem import Problem, ProblemWriter


class Writer(ProblemWriter):
    """A writer that keeps all findings, since their number stands at the beginning."""

    def __init__(self, stream: TextIO) -> None:
        super().__init__(stream)
        self._problems: list[Problem] = []

    def add(self, problem: Problem) -> None:
        self._problems.append(problem)

    def close(self, hint: str) -> None:
        failures = sum(bool(problem.rule) for problem in self._problems)
        errors = len(self._problems) - failures
        counts = f'tests="{max(1, len(self._problems))}" failures="{failures}" errors="{errors}"'
        self._stream.write(f'<?xml version="1.0" encoding="UTF-8"?>\n<testsuites {counts}>\n')
        self._stream.write(f'<testsuite name="langdetect-hook" {counts}>\n')
        for problem in self._problems:
            self._stream.write(_case(problem))
        if not self._problems:  # an empty suite is an error to some readers
            self._stream.write('<testcase classname="langdetect-hook" name="names and contents agree"/>\n')
        self._stream.write("</testsuite>\n</testsuites>\n")


def _case(problem: Problem) -> str:
    kind, name = ("failure", problem.rule) if problem.rule else ("error", "unreadable")
    message, _, _ = problem.text.partition("\n")
    return (
        f"<testcase classname={attribute(problem.path)} name={attribute(name)}>"
        f"<{kind} type={attribute(name)} message={attribute(message)}>{content(problem.text)}</{kind}></testcase>\n"
    )
