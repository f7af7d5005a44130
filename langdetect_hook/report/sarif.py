"""SARIF 2.1.0, which code scanning of GitHub and many others read.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html; what GitHub asks for besides:
https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning
"""

from __future__ import annotations

import json
import os
from typing import Any, TextIO
from urllib.parse import quote

from langdetect_hook import __version__
from langdetect_hook.files.paths import as_uri
from langdetect_hook.report.problem import Problem, ProblemWriter
from langdetect_hook.report.rules import ALL_RULES
from langdetect_hook.report.severities import ERROR, HINT, INFORMATION, WARNING

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_ROOT = "%SRCROOT%"  # the name that readers know for the folder that was checked
_LEVELS = {ERROR: "error", WARNING: "warning", INFORMATION: "note", HINT: "note"}
_PLACES = {rule.id: place for place, rule in enumerate(ALL_RULES)}


class Writer(ProblemWriter):
    """A writer of one log with one run."""

    def __init__(self, stream: TextIO) -> None:
        super().__init__(stream)
        self._results: list[dict[str, Any]] = []
        self._notifications: list[dict[str, Any]] = []

    def add(self, problem: Problem) -> None:
        if problem.rule:
            self._results.append(_result(problem))
        else:
            self._notifications.append(_notification(problem))

    def close(self, hint: str) -> None:
        run = {
            "tool": {"driver": _driver()},
            "invocations": [
                {
                    "executionSuccessful": not self._notifications,
                    "toolExecutionNotifications": self._notifications,
                }
            ],
            "columnKind": "unicodeCodePoints",
            "results": self._results,
        }
        json.dump({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, self._stream, indent=2)
        self._stream.write("\n")


def _driver() -> dict[str, Any]:
    return {
        "name": "langdetect-hook",
        "semanticVersion": __version__,
        "rules": [
            {
                "id": rule.id,
                "shortDescription": {"text": rule.explanation},
                "defaultConfiguration": {"level": "error", "enabled": rule.default},
            }
            for rule in ALL_RULES
        ],
    }


def _result(problem: Problem) -> dict[str, Any]:
    return {
        "ruleId": problem.rule,
        "ruleIndex": _PLACES[problem.rule],
        "level": _LEVELS[problem.severity],
        "message": {"text": problem.text},
        "locations": [_location(problem)],
        # Of the whole file: what is still wrong after a change is the same alert.
        "partialFingerprints": {"primaryLocationLineHash": f"{problem.fingerprint[:16]}:1"},
    }


def _notification(problem: Problem) -> dict[str, Any]:
    return {"level": "error", "message": {"text": problem.text}, "locations": [_location(problem)]}


def _location(problem: Problem) -> dict[str, Any]:
    where = {"artifactLocation": _artifact(problem.real_path), "region": {"startLine": problem.line}}
    return {"physicalLocation": where}


def _artifact(path: str) -> dict[str, str]:
    """A path as a URI: relative to the folder that was checked, or absolute outside of it."""
    if os.path.isabs(path):
        return {"uri": as_uri(path)}
    return {"uri": quote(os.fsencode(path)), "uriBaseId": _ROOT}
