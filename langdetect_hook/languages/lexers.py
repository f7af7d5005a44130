"""The lexers of pygments, by the names of our languages; needed only for what is about to be reported."""

from __future__ import annotations

import re
from functools import cache
from time import monotonic, thread_time

from langdetect_hook.languages import LANGUAGE_OF, having
from langdetect_hook.languages.traits import BARE_WORDS, LONG_LINES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pygments.lexer import Lexer
    from pygments.token import _TokenType

    Token = tuple[int, _TokenType, str]

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
# Several try each way to share blanks among what takes them.
_MANY_BLANKS = re.compile(r"([^\S\n]{60})[^\S\n]+")
# What some lexers cannot end with in one step: the time grows with the square of a text of it, or doubles with each.
# Neither begins a string or a comment.
_ENDLESS = {
    "Batchfile": (re.compile(r"!(?=(?:[^!\n]*!){16})"), " "),  # a variable, or a sign: all but the last of a line
    "Org": (re.compile(r"\[\["), "[ "),  # a link, whose middle and end are looked for in all that follows
    "Racket": (re.compile(r"#[pr]x(?=#?\")"), ""),  # an expression, each of whose backslashes may be one or half a pair
}
# CPU time that all lexers may take for a file: a sixteenth is what a healthy one of 64 KiB takes, where a name claims a
# dozen languages half. Time alone depends on the machine, so it is far above what any healthy file needs.
SECONDS = 1.0


class Slow(Exception):
    """A lexer takes too long: what it would have said is not known."""


class Allowance:
    """The CPU time that is left for the lexers of one file. Only time tells a text that is made to be slow, since one
    step of a lexer is one expression that may pass over all that follows."""

    __slots__ = ("left",)

    def __init__(self, seconds: float = SECONDS) -> None:
        self.left = seconds

    def spent_on(self, tokens: Iterable[Token]) -> Iterator[Token]:
        """The tokens, as long as there is time left. Slow: there is none."""
        end, earliest = thread_time() + self.left, monotonic() + self.left
        try:
            for token in tokens:
                if monotonic() > earliest and thread_time() > end:  # the first costs a tenth of the other
                    raise Slow
                yield token
        finally:
            self.left = end - thread_time()


def tamed(text: str, language: str) -> str:
    """A text on which nearly no lexer of a language is slow: blank lines in a row are one, and only the start is kept
    of many blanks, of long names, and of long lines, unless these are common in that language."""
    text = _LONG_NAME.sub(r"\1", _BLANK_LINES.sub("\n\n", _MANY_BLANKS.sub(r"\1", text)))
    if language in _ENDLESS:
        text = _ENDLESS[language][0].sub(_ENDLESS[language][1], text)
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


def is_in_string(
    above: str, below: str, language: str, or_comment: bool = False, allowance: Allowance | None = None
) -> bool:
    """Whether a line between two texts stands in a string to the lexer of a language, `or_comment`: in one of these as
    well; never without a lexer, nor after more than MOST_ABOVE characters. It may, where the `allowance` is used up."""
    from pygments.token import Comment, String

    lexer = lexer_of(language)
    if lexer is None or len(above) > MOST_ABOVE:
        return False
    above, below = tamed(above, language), tamed(below, language)
    tokens = lexer.get_tokens_unprocessed(f"{above}{A_WORD}\n{below}")
    try:
        for start, kind, value in (allowance or Allowance()).spent_on(tokens):
            if start <= len(above) < start + len(value):
                is_bare = value == A_WORD and language in having(BARE_WORDS)
                is_string = kind in String and not is_bare and not value.startswith("/*")  # a comment that documents
                return is_string or (or_comment and (kind in Comment or kind in String.Doc))
    except Slow:
        return True
    return False
