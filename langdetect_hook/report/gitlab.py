"""GitLab's code quality report, a JSON array that merge requests show.

https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
"""

from __future__ import annotations

from typing import Any

from langdetect_hook.report import JsonWriter, problem_of
from langdetect_hook.report.severities import ERROR, HINT, INFORMATION, WARNING

_SEVERITIES = {ERROR: "major", WARNING: "minor", INFORMATION: "info", HINT: "info"}


class Writer(JsonWriter):
    """A writer of an object a finding."""

    def write(self, text: str, mapping: dict[str, Any]) -> None:
        problem = problem_of(mapping)
        if problem is not None:
            super().write(
                text,
                {
                    "description": problem.text,
                    "check_name": problem.rule or "unreadable",
                    "fingerprint": problem.fingerprint,
                    "severity": _SEVERITIES[problem.severity],
                    "location": {"path": problem.path, "lines": {"begin": problem.line}},
                },
            )
