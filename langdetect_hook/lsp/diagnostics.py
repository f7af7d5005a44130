"""Findings in the words of the protocol: the same message and advice as `check` prints, a link to the rule's page."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from hashlib import sha256
from pathlib import Path

from lsprotocol import types

from langdetect_hook.lsp import SEVERITIES
from langdetect_hook.report import KEYS, Problem
from langdetect_hook.report.pages import FOLDER
from langdetect_hook.verdict import Verdict

SOURCE = "langdetect-hook"
# The code of the hint that names the language of a buffer whose name says nothing.
LANGUAGE = "language"


def diagnostic_of(verdict: Verdict, where: types.Range, severity: str) -> types.Diagnostic:
    """A finding for an editor; `severity`: one of SEVERITIES."""
    return types.Diagnostic(
        range=where,
        severity=types.DiagnosticSeverity(SEVERITIES.index(severity) + 1),
        code=verdict.rule or "",
        code_description=types.CodeDescription(href=page_of(verdict.rule or "")),
        source=SOURCE,
        message=Problem({key: getattr(verdict, key) for key in KEYS}).text,
    )


def hint_of(language: str, where: types.Range) -> types.Diagnostic:
    """A hint that names a language."""
    return types.Diagnostic(
        range=where,
        severity=types.DiagnosticSeverity.Hint,
        code=LANGUAGE,
        source=SOURCE,
        message=f"looks like {language}",
    )


def page_of(rule: str) -> str:
    """The address of the page about a rule, as it was installed: it needs no connection."""
    return Path(os.path.join(FOLDER, f"{rule}.md")).as_uri()


def range_of(text: str, line: int, units: Callable[[str], int]) -> types.Range:
    """A line, from 1, of a text, or the last one where there are fewer; `units`: the length of a string to the client,
    which may count UTF-16."""
    lines = text.split("\n", line)[:line]
    end = types.Position(line=len(lines) - 1, character=units(lines[-1].rstrip("\r")))
    return types.Range(start=types.Position(line=len(lines) - 1, character=0), end=end)


def result_id(diagnostics: Iterable[types.Diagnostic]) -> str:
    """What tells these diagnostics from others."""
    return sha256(repr(list(diagnostics)).encode("utf-8", "surrogatepass")).hexdigest()[:16]
