"""Proof that a text is of a language that grew out of the claimed one: most of it may look like the claim."""

from __future__ import annotations

import re

from langdetect_hook.excuses import proofs

TYPE_CHECKING = False
if TYPE_CHECKING:
    from langdetect_hook.case import Case

# Such languages, and what each grew out of.
GREW_OUT_OF = {"TypeScript": "JavaScript"}


def proves_extension(case: Case, language: str) -> bool:
    """Whether constructs outside strings and comments prove that a text is of `language`, which grew out of a claimed
    language."""
    from langdetect_hook.languages.code import MOST_CHARACTERS

    text, claimed = case.text[:MOST_CHARACTERS], GREW_OUT_OF[language]
    # What is not in the whole is not in the code: most texts need no lexer.
    if not re.search(proofs.EXTENSIONS[claimed, language], text, re.MULTILINE):
        return False
    code = case.code_of(claimed)
    several = case.model.thresholds.proof_constructs
    return code is not None and proofs.extends(claimed, language, text, code.left(False), several)
