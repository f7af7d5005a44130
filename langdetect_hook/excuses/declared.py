"""What a file declares of itself: a pragma, a modeline, a shebang; and what of that is a slip of a language's name."""

from __future__ import annotations

from langdetect_hook.claims.declared import IGNORE, modeline_language, pragma
from langdetect_hook.claims.interpreters import interpreter, languages_of
from langdetect_hook.claims.modifiers import makes_its_file
from langdetect_hook.claims.trampolines import is_trampoline
from langdetect_hook.evidence.tried_endings import tries_endings
from langdetect_hook.languages.linguist_names import meant
from langdetect_hook.overrides import said_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from langdetect_hook.case import Case
    from langdetect_hook.suspicion import Suspicion


def by_pragma(case: Case, suspicion: Suspicion) -> str:
    """What a pragma in the first five lines says, whatever it is, unless it is a slip."""
    said = pragma(case.content)
    return said if said == IGNORE or not meant(said, case.model.label) else ""


def by_modeline(case: Case, suspicion: Suspicion) -> str:
    """The language that a modeline names, where the claim allows or accepts it; or ""."""
    return modeline_language(case.text, case.claim) or ""


def by_interpreter(case: Case, suspicion: Suspicion) -> str:
    """The interpreter in the first line, where it runs a language that the claim accepts, makes the file that it is
    called after, or hands the file over to what it is called after, or where the script has many endings; or ""."""
    name, claim = interpreter(case.text), case.claim
    languages = languages_of(name)
    if claim.accepts.intersection(languages):
        return name
    if not languages:
        return ""
    hands_over = makes_its_file(case.path) or is_trampoline(case.text, languages[0], claim)
    return name if hands_over or tries_endings(case) else ""


def by_attribute(case: Case, suspicion: Suspicion) -> str:
    """The language that git attributes give the file, whichever it is, unless that is a slip; or ""."""
    said = case.override()
    return "" if meant(said, case.model.label) else said


def by_kind(case: Case, suspicion: Suspicion) -> str:
    """What git attributes say of how the file came about, which is not its language: generated, vendored, binary; or
    ""."""
    return said_of(case).kind


def slips(case: Case) -> Iterator[str]:
    """What to say of languages that somebody has written for the file in a pragma or in git attributes, and that are
    none, but nearly."""
    said = {
        "langdetect: language={} in its first lines": pragma(case.content),
        "linguist-language={} in .gitattributes": case.override().replace(" ", "-"),
    }
    for where, name in said.items():
        language = meant(name, case.model.label) if name != IGNORE else ""
        if language:
            yield f"{where.format(name)} is not heeded, since no language is called so: {language}?"
