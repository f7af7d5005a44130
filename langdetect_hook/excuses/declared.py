"""What a file declares of itself: a pragma, a modeline, a shebang."""

from __future__ import annotations

from langdetect_hook.claims.declared import modeline_language, pragma
from langdetect_hook.claims.interpreters import interpreter, languages_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from langdetect_hook.case import Case
    from langdetect_hook.suspicion import Suspicion


def by_pragma(case: Case, suspicion: Suspicion) -> str:
    """What a pragma in the first five lines says, whatever it is."""
    return pragma(case.content)


def by_modeline(case: Case, suspicion: Suspicion) -> str:
    """The language that a modeline names, where the claim allows or accepts it; or ""."""
    return modeline_language(case.text, case.claim) or ""


def by_interpreter(case: Case, suspicion: Suspicion) -> str:
    """The interpreter in the first line, where it runs a language that the claim accepts; or ""."""
    name = interpreter(case.text)
    return name if case.claim.accepts.intersection(languages_of(name)) else ""
