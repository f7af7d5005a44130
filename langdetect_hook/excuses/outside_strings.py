"""What stands outside the strings and comments of a text, to the lexers of the languages that its name claims.

A script may hold a page, a shader or a query in its strings: then its code looks like its name, or is too little to
tell. A text of another language is mistaken by these lexers as well, but most often it leaves a string open to its end.
"""

from __future__ import annotations

from langdetect_hook.languages import having
from langdetect_hook.languages.code import MOST_CHARACTERS
from langdetect_hook.languages.constructs import needs_construct
from langdetect_hook.languages.traits import XML
from langdetect_hook.network import NONE_OF_THESE, predict_piece
from langdetect_hook.suspicion.proof import is_whole

TYPE_CHECKING = False
if TYPE_CHECKING:
    from langdetect_hook.case import Case
    from langdetect_hook.suspicion import Suspicion

# What the code of a text is: what the claim allows; too little to tell; no language that is known; another
# language than the whole; that, but without a construct that only it has; or just what the whole looks like.
ITS_NAME, TOO_LITTLE, UNKNOWN, SOMETHING_ELSE, UNPROVEN, THE_SAME = range(6)


def looks_like_its_name(case: Case, suspicion: Suspicion) -> bool:
    """Whether the lexer of one claimed language leaves what looks like the claim."""
    return _seen(case, suspicion) == ITS_NAME


def is_too_little(case: Case, suspicion: Suspicion) -> bool:
    """Whether hardly any code is left."""
    return _seen(case, suspicion) == TOO_LITTLE


def is_unknown(case: Case, suspicion: Suspicion) -> bool:
    """Whether the code looks like no language that is known."""
    return _seen(case, suspicion) == UNKNOWN


def is_something_else(case: Case, suspicion: Suspicion) -> bool:
    """Whether the code looks like another language than the whole text."""
    return _seen(case, suspicion) == SOMETHING_ELSE


def lacks_construct(case: Case, suspicion: Suspicion) -> str:
    """The language that the text looks like, where its code lacks a construct that tells it from the claim; or ""."""
    return suspicion.language if _seen(case, suspicion) == UNPROVEN else ""


def _seen(case: Case, suspicion: Suspicion) -> int:
    # What parses as a whole is that, whatever the lexer of another language takes for strings in it.
    if is_whole(case, suspicion.language):
        return THE_SAME
    return case.once("code seen", lambda: seen_outside_strings(case, suspicion))


def seen_outside_strings(case: Case, suspicion: Suspicion) -> int:
    """What the lexers of the claimed languages leave: one is enough to see the claim in it; anything else but THE_SAME
    must be seen by all, and the first says what it is. Where the text has quoted blocks of some, the others are not
    asked."""
    complete = case.content.complete and len(case.text) <= MOST_CHARACTERS
    codes = [code for name in _possible(case) if (code := case.code_of(name)) is not None]
    left = [code.left(complete) for code in [code for code in codes if code.cut] or codes]
    answers = [_seen_in(code, case, suspicion) for code in left or [case.text[:MOST_CHARACTERS]]]
    if ITS_NAME in answers:
        return ITS_NAME
    return THE_SAME if THE_SAME in answers else answers[0]


def _possible(case: Case) -> tuple[str, ...]:
    """The claimed languages of which the text may be one: markup begins with `<`, whatever is quoted further down. The
    lexer of an impossible one leaves the strings of the others."""
    is_markup, languages = case.text.lstrip("\ufeff \t\r\n").startswith("<"), case.claim.languages
    return tuple(name for name in languages if is_markup or name not in having(XML)) or languages


def _seen_in(code: str, case: Case, suspicion: Suspicion) -> int:
    claim, language, needed = case.claim, suspicion.language, case.model.thresholds
    left = predict_piece(case.model, code)
    margin, foreign = left.margin(case.allowed)
    sure = margin >= needed.outside_strings_sure_margin
    enough = sure and foreign == language
    # Fewer tokens are enough where they are sure: a catalog of messages is hardly more than strings after two words.
    if left.tokens < (needed.outside_strings_sure_tokens if enough else needed.outside_strings_tokens):
        return TOO_LITTLE
    if margin <= 0:
        return ITS_NAME
    if foreign == NONE_OF_THESE:
        return UNKNOWN
    if foreign != language and (not sure or needs_construct(claim.languages, foreign, code)):
        return SOMETHING_ELSE
    return UNPROVEN if needs_construct(claim.languages, language, code) else THE_SAME
