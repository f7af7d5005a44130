"""Proof that a text is of a language although parts of it look like the claim.

Most of a text may look like a language that its own is near to; the strings of a program may hold pages, style
sheets and queries.
"""

from __future__ import annotations

from langdetect_hook.languages import constructs
from langdetect_hook.languages.code import MOST_CHARACTERS
from langdetect_hook.languages.parsers import is_python_module

TYPE_CHECKING = False
if TYPE_CHECKING:
    from langdetect_hook.case import Case


def proves(case: Case, language: str) -> bool:
    """Whether constructs outside strings and comments prove that a text is of `language`, and of no claimed one that it
    is near to."""
    return any(_proves(case, claimed, language) for claimed in case.claim.languages)


def _proves(case: Case, claimed: str, language: str) -> bool:
    text = case.text[:MOST_CHARACTERS]
    if not constructs.may_prove(claimed, language, text):
        return False
    code = case.code_of(claimed)
    left = code.left(False) if code is not None else text
    return constructs.proves(claimed, language, text, left, case.model.thresholds.proof_constructs)


def is_module(case: Case) -> bool:
    """Whether the whole text is a module of Python."""
    return case.content.complete and is_python_module(case.text)
