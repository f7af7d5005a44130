"""Proof that a text is of a language that grew out of the claimed one: most of it may look like the claim."""

from __future__ import annotations

from langdetect_hook.languages.code import MOST_CHARACTERS
from langdetect_hook.languages.constructs import extends, may_extend

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
