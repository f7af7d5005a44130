"""Proof that a text is of a language although parts of it look like the claim.

Most of a text may look like the language out of which its own grew; the strings of a program may hold pages, style
sheets and queries.
"""

from __future__ import annotations

from langdetect_hook.languages.code import MOST_CHARACTERS
from langdetect_hook.languages.constructs import extends, may_extend
from langdetect_hook.languages.parsers import is_python_module

TYPE_CHECKING = False
if TYPE_CHECKING:
    from langdetect_hook.case import Case


def proves(case: Case, claimed: str, language: str) -> bool:
    """Whether constructs outside strings and comments prove that a text is of `language`, which grew out of
    `claimed`."""
    text = case.text[:MOST_CHARACTERS]
    code = case.code_of(claimed) if may_extend(claimed, language, text) else None
    least = case.model.thresholds.proof_constructs
    return code is not None and extends(claimed, language, text, code.left(False), least)


def is_module(case: Case) -> bool:
    """Whether the whole text is a module of Python."""
    return case.content.complete and is_python_module(case.text)
