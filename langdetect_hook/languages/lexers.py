"""The lexers of pygments, by the names of our languages; needed only for what is about to be reported."""

from __future__ import annotations

import re
from functools import cache

from langdetect_hook.languages import LANGUAGE_OF, having
from langdetect_hook.languages.traits import BARE_WORDS, LONG_LINES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pygments.lexer import Lexer

# Code to every lexer, outside of strings and comments; in capitals, since a lower-case word of Prolog is a string.
A_WORD = "LAST"
# Some lexers scan from each blank line to the next that is not blank: quadratic in a run of them.
_BLANK_LINES = re.compile(r"\n(?:[ \t]*\n){2,}")
# Many scan from each word to the end of its line. The start of a long line is enough, except in languages that programs
# write in one line: a string whose end is cut off would turn code and strings around.
_LONG_LINE = re.compile(r"([^\n]{1000})[^\n]+")
# Some scan from each dot of a name to the end of the name. No quote stands in it: its start is enough everywhere.
_LONG_NAME = re.compile(r"(?<![\w.$?])([\w.$?]{500})[\w.$?]+")
MOST_ABOVE = 262_144


def tamed(text: str, language: str) -> str:
    """A text on which the lexer of a language ends in time: blank lines in a row are one, and only the start is kept of
    long names, and of long lines, unless these are common in that language."""
    text = _LONG_NAME.sub(r"\1", _BLANK_LINES.sub("\n\n", text))
    return text if language in having(LONG_LINES) else _LONG_LINE.sub(r"\1", text)


@cache
def lexer_of(language: str) -> Lexer | None:
    """The lexer of a language, which keeps each character of a text where it is; None where pygments has none."""
    from pygments.lexers import get_lexer_by_name
    from pygments.util import ClassNotFound

    known = LANGUAGE_OF.get(language)
    if known is None or not known.alias:
        return None
    try:
        return get_lexer_by_name(known.alias, stripnl=False, ensurenl=False)
    except ClassNotFound:
        return None


def is_in_string(above: str, below: str, language: str, or_comment: bool = False) -> bool:
    """Whether a line between two texts stands in a string to the lexer of a language, `or_comment`: in one of these as
    well; never without a lexer, nor after more than MOST_ABOVE characters."""
    from pygments.token import Comment, String

    lexer = lexer_of(language)
    if lexer is None or len(above) > MOST_ABOVE:
        return False
    above, below = tamed(above, language), tamed(below, language)
    for start, kind, value in lexer.get_tokens_unprocessed(f"{above}{A_WORD}\n{below}"):
        if start <= len(above) < start + len(value):
            is_bare = value == A_WORD and language in having(BARE_WORDS)
            is_string = kind in String and not is_bare and not value.startswith("/*")  # a comment, for documentation
            return is_string or (or_comment and (kind in Comment or kind in String.Doc))
    return False
