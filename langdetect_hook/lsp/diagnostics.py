"""Findings in the words of the protocol: the same message and advice as `check` prints, a link to the rule's page."""

from __future__ import annotations

import os
from collections.abc import Iterable
from hashlib import sha256

from langdetect_hook.lsp.documents import uri_of
from langdetect_hook.lsp.protocol import Diagnostic, Range
from langdetect_hook.report import KEYS
from langdetect_hook.report.pages import FOLDER
from langdetect_hook.report.problem import Problem
from langdetect_hook.report.severities import HINT, SEVERITIES
from langdetect_hook.verdict import Verdict

SOURCE = "langdetect-hook"
# The code of the hint that names the language of a buffer whose name says nothing.
LANGUAGE = "language"


def diagnostic_of(verdict: Verdict, where: Range, severity: str) -> Diagnostic:
    """A finding for an editor; `severity`: one of SEVERITIES."""
    return {
        "range": where,
        "severity": number_of(severity),
        "code": verdict.rule or "",
        "codeDescription": {"href": page_of(verdict.rule or "")},
        "source": SOURCE,
        "message": Problem({key: getattr(verdict, key) for key in KEYS}).text,
    }


def hint_of(language: str, where: Range) -> Diagnostic:
    """A hint that names a language."""
    words = f"looks like {language}"
    return {"range": where, "severity": number_of(HINT), "code": LANGUAGE, "source": SOURCE, "message": words}


def number_of(severity: str) -> int:
    """The number that the protocol has for a severity."""
    return SEVERITIES.index(severity) + 1


def page_of(rule: str) -> str:
    """The address of the page about a rule, as it was installed: it needs no connection."""
    return uri_of(os.path.join(FOLDER, f"{rule}.md"))


def result_id(diagnostics: Iterable[Diagnostic]) -> str:
    """What tells these diagnostics from others."""
    return sha256(repr(list(diagnostics)).encode("utf-8", "surrogatepass")).hexdigest()[:16]
