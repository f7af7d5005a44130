"""What stands outside the strings and comments of a text, to the lexers of the languages that its name claims.

A script may hold a page, a shader or a query in its strings: then its code looks like its name, or is too little to
tell. A text of another language is mistaken by these lexers as well, but most often it leaves a string open to its end.
"""

from __future__ import annotations

import re

from langdetect_hook.languages import LANGUAGE_OF, having
from langdetect_hook.languages.constructs import extends, may_extend, needs_construct
from langdetect_hook.languages.lexers import A_WORD, lexer_of, tamed
from langdetect_hook.languages.traits import COMMENT_UNLESS_CODE
from langdetect_hook.network import NONE_OF_THESE, predict_piece

TYPE_CHECKING = False
if TYPE_CHECKING:
    from langdetect_hook.claims import Claim
    from langdetect_hook.network.assets import Model

# A comment that is cut off reads as code, so this is long; a finding is rare.
_MOST_CHARACTERS = 65_536
# What is left of a text without its strings and comments must be this many known tokens to be worth a word.
_LEAST_TOKENS = 12
# So few, where they are sure: a catalog of messages is little but strings and the two words before them.
_LEAST_SURE_TOKENS = 3
# The margin from which on what is left is sure.
_SURE = 3.0
_LAST_WORD = f"\n{A_WORD}\n"


def doubt_outside_strings(text: str, complete: bool, claim: Claim, model: Model, language: str) -> str:
    """Why what the lexers of the claimed languages leave of `text` does not confirm that it looks like `language`; ""
    if it does. One of them is enough to see the claim in it; any other doubt must be shared by all."""
    complete = complete and len(text) <= _MOST_CHARACTERS
    text = text[:_MOST_CHARACTERS]
    codes = [code_of(text, name, complete) for name in claim.languages]
    doubts = []
    for code in [code for code in codes if code is not None] or [text]:
        left = predict_piece(model, code)
        margin, foreign = left.margin(claim.accepts)
        if left.tokens < (_LEAST_TOKENS if margin < _SURE or foreign != language else _LEAST_SURE_TOKENS):
            doubts.append("it is little but strings and comments")
        elif margin <= 0:
            return "outside strings and comments it looks like its name"
        elif foreign == NONE_OF_THESE:
            doubts.append("outside strings and comments it looks like no language that is known")
        elif foreign != language and (margin < _SURE or needs_construct(claim.languages, foreign, code)):
            doubts.append("outside strings and comments it looks like something else again")
        elif needs_construct(claim.languages, language, code):
            doubts.append(f"nothing in it is {language} and nothing else")
        else:
            doubts.append("")
    return doubts[0] if all(doubts) else ""


def proves_extension(text: str, claimed: tuple[str, ...], language: str) -> bool:
    """Whether constructs outside strings and comments prove that `text` is of `language`, which grew out of a claimed
    language."""
    text = text[:_MOST_CHARACTERS]
    for name in claimed:
        code = code_of(text, name, False) if may_extend(name, language, text) else None
        if code is not None and extends(name, language, text, code):
            return True
    return False


def code_of(text: str, language: str, complete: bool) -> str | None:
    """`text` without what pygments' lexer of `language` takes for strings or comments; None where there is neither a
    lexer nor a pattern of comments, all of it where the lexer is not relied upon: a `complete` text that ends within a
    string is not its language's."""
    from pygments.token import Comment, String

    known = LANGUAGE_OF.get(language)
    comment = known.unknown_to_lexer if known else None
    if comment:
        text = re.sub(comment.lines, "", text, flags=re.MULTILINE)
    lexer = lexer_of(language)
    if lexer is None:
        return text if comment else None
    if language in having(COMMENT_UNLESS_CODE):
        return text
    code = "".join(
        value if kind in Comment.Preproc or not (kind in Comment or kind in String) else "\n" * value.count("\n")
        for kind, value in lexer.get_tokens(tamed(text, language) + _LAST_WORD)
    )
    if code.endswith(_LAST_WORD):
        return code[: -len(_LAST_WORD)]
    return text if complete else code[: -_LAST_WORD.count("\n")]
