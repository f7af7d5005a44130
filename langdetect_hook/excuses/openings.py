"""How a file may begin: a comment at the very top that the language it looks like does not have, or a sentence.

A header of macro calls may count like CMake, but CMake has no `/* ... */`: whoever opened the file so meant a language
that has. A question in a forum may be code for the most part, but no program says "I try to set up ..." outside a
comment, nor anything at such length in a script that no keyword is written in. Asked only before a finding is reported.
"""

from __future__ import annotations

import re
from itertools import takewhile

from langdetect_hook.evidence.armours import armour_of
from langdetect_hook.languages import LANGUAGE_OF, having, members
from langdetect_hook.languages.comments import Comment, opening_comment
from langdetect_hook.languages.traits import DOCUMENTATION, HOLDS_ANYTHING, MACROS, SENTENCES, TEMPLATE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from langdetect_hook.case import Case
    from langdetect_hook.network.thresholds import Thresholds
    from langdetect_hook.suspicion import Suspicion

# What may hold or quote anything, at its very top too.
_ANYTHING = (DOCUMENTATION, HOLDS_ANYTHING, MACROS, TEMPLATE)

# How a comment or string over several lines begins: what follows may be prose in any language.
ENCLOSES = re.compile(
    r'/[*+]|<[!#]|[({#%]\*|\{-|[#%]\{|#[|=\[]|--\[|^[{(]|^=[a-z]|"""|\'\'\'|^[^"\n]*(?:"[^"\n]*"[^"\n]*)*"[^"\n]*$',
    re.M,
)
# Words of English sentences that are no keywords of a programming language.
_SENTENCE_WORDS = """
an are be been but can has have here how it its my of so that the there these this to want was we which you your
"""
_COMMON_WORDS = frozenset(_SENTENCE_WORDS.split())
_WORD = re.compile(r"[^\W\d_]+")
# The end of the Latin script, which keywords are written in.
_LAST_LATIN = "\u024f"
_LETTERS_OF_A_WORD = 3  # of syllables, or of fewer signs for a word
# Such sentences hold English terms.
_LEAST_SHARE_OF_SCRIPT = 0.25
_MOST_CHARACTERS = 20_000


def is_encrypted(case: Case, suspicion: Suspicion) -> str:
    """What has encrypted the whole text, as its first characters say, or "": such a text may have any name."""
    return armour_of(case.text)


def begins_with_comment(case: Case, suspicion: Suspicion) -> tuple[str, ...]:
    """The claimed language whose comment a text begins with, and the language that has no such comment; or nothing."""
    opened = opens_as(case.claim.languages, suspicion.language, case.text)
    return (opened, suspicion.language) if opened else ()


def has_a_sentence(case: Case, suspicion: Suspicion) -> bool:
    """Whether the name claims a document, and a paragraph outside of any comment is an English sentence, or many lines
    are in another script than the Latin one."""
    return has_sentences(case.claim.languages, suspicion.language, case.text, case.model.thresholds)


def opens_as(claimed: tuple[str, ...], language: str, text: str) -> str | None:
    """The claimed language whose comment a text begins with, where `language` has no such comment; or None."""
    comment = opening_comment(text)
    if comment is None or _is_commented(language, comment) or language in members(_ANYTHING):
        return None
    return next((name for name in claimed if _is_commented(name, comment)), None)


def _is_commented(language: str, comment: Comment) -> bool:
    """Whether comments of a language may be written so."""
    return language in LANGUAGE_OF and comment in LANGUAGE_OF[language].comments


def has_sentences(claimed: tuple[str, ...], language: str, text: str, thresholds: Thresholds) -> bool:
    """Whether the name claims a document, and a paragraph outside of any comment is an English sentence, or many lines
    are in another script than the Latin one."""
    if language in members(_ANYTHING) or not having(SENTENCES).intersection(claimed):
        return False
    text = text[:_MOST_CHARACTERS].lstrip("\ufeff")
    enclosing = ENCLOSES.search(text)
    outside = text[: enclosing.start()] if enclosing else text
    if _is_in_another_script(outside, thresholds):
        return True
    return any(_is_sentence(paragraph, thresholds) for paragraph in re.split(r"\n\s*\n", outside))


def _is_sentence(paragraph: str, thresholds: Thresholds) -> bool:
    """Whether the lines of a paragraph that begin with a letter are English."""
    prose = " ".join(takewhile(lambda line: line[:1].isalpha(), paragraph.split("\n")))
    words = _WORD.findall(prose)
    common = [word for word in words if word.lower() in _COMMON_WORDS and not word.isupper()]  # COBOL and SQL shout
    letters = sum(character.isalpha() or character.isspace() for character in prose)
    enough = len(words) >= thresholds.sentence_words and len(common) >= thresholds.sentence_common_words
    return enough and letters >= thresholds.sentence_letters * len(prose)


def _is_in_another_script(text: str, thresholds: Thresholds) -> bool:
    """Whether the lines that begin with a letter of another script than the Latin one are as long as a sentence: words
    of Chinese or Thai have no blanks between them."""
    prose = " ".join(line for line in text.split("\n") if line[:1].isalpha() and line[0] > _LAST_LATIN)
    letters = [character for character in prose if character.isalpha()]
    foreign = sum(character > _LAST_LATIN for character in letters)
    least = max(len(letters) * _LEAST_SHARE_OF_SCRIPT, _LETTERS_OF_A_WORD * thresholds.sentence_words)
    return foreign >= least
