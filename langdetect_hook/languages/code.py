"""What of a text is code: neither a string nor a comment to pygments' lexer of a language."""

from __future__ import annotations

import re

from langdetect_hook.languages import LANGUAGE_OF, having
from langdetect_hook.languages.lexers import A_WORD, Allowance, Slow, lexer_of, tamed
from langdetect_hook.languages.quotes import Quote, here_document, without_quoted
from langdetect_hook.languages.traits import COMMENT_UNLESS_CODE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pygments.token import _TokenType

    from langdetect_hook.languages.language import Language

    Token = tuple[int, _TokenType, str]

# Long, since a comment that is cut off reads as code; it is needed rarely.
MOST_CHARACTERS = 65_536
QUOTES = frozenset({'"', "'", "`"})
_LAST_WORD = f"\n{A_WORD}\n"


class _Kinds(dict[object, bool]):
    """A table of which kinds of tokens are code, each worked out once: a text has many tokens of few kinds."""

    def __missing__(self, kind: _TokenType) -> bool:
        from pygments.token import Comment, String

        self[kind] = is_code = kind in Comment.Preproc or not (kind in Comment or kind in String)
        return is_code


_IS_CODE = _Kinds()


class Code:
    """What the lexer of a language leaves of a text without strings and comments.

    `text`: what it was given; `code`: what it left; `closed`: whether the text ends outside of any string; `cut`:
    whether the text had blocks that are quoted in this language, see the module `quotes`.
    """

    __slots__ = ("closed", "code", "cut", "text")

    def __init__(self, text: str, code: str, closed: bool = True, cut: bool = False) -> None:
        self.text = text
        self.code = code
        self.closed = closed
        self.cut = cut

    def left(self, complete: bool) -> str:
        """The code, or the whole text where the lexer is not relied upon: a `complete` text that ends within a string
        is not its language's."""
        return self.text if complete and not self.closed else self.code


def quotes_of(known: Language) -> list[Quote]:
    """How blocks are quoted in a language besides what its lexer knows, here documents among them."""
    return [*([here_document(known.here_document)] if known.here_document else []), *filter(None, [known.quoted])]


def code_of(text: str, language: str, allowance: Allowance | None = None) -> Code | None:
    """The code of a text, to the lexer of a language, of its first MOST_CHARACTERS; None where there is neither a lexer
    nor a pattern of comments or of quoted blocks. Nothing, which proves nothing, where the `allowance` is used up."""
    text, was_cut = text[:MOST_CHARACTERS], len(text) > MOST_CHARACTERS
    known = LANGUAGE_OF.get(language)
    if known is None:
        return None
    whole = text
    for quote in (*quotes_of(known), *filter(None, [known.embeds])):
        text = without_quoted(text, quote)
    cut = text != whole
    if known.unknown_to_lexer:
        text = re.sub(known.unknown_to_lexer.lines, "", text, flags=re.MULTILINE)
    lexer = lexer_of(language)
    if lexer is None:
        return Code(text, text, cut=cut) if known.unknown_to_lexer or known.quoted else None
    if language in having(COMMENT_UNLESS_CODE):
        return Code(text, text, cut=cut)
    given = tamed(text, language)
    tokens = (allowance or Allowance()).spent_on(lexer.get_tokens_unprocessed(given + _LAST_WORD))
    try:
        code = _code_among(_before_open_string(tokens, given) if was_cut else tokens)
    except Slow:
        return Code(text, "", cut=cut)
    if code.endswith(_LAST_WORD):
        return Code(text, code[: -len(_LAST_WORD)], cut=cut)
    return Code(text, code[: -_LAST_WORD.count("\n")], closed=False, cut=cut)


def _code_among(tokens: Iterable[Token]) -> str:
    is_code = _IS_CODE
    return "".join([value if is_code[kind] else "\n" * value.count("\n") for _, kind, value in tokens])


def _before_open_string(tokens: Iterable[Token], text: str) -> Iterator[Token]:
    """The tokens of a text that was cut off, up to a string that ends behind the cut: to a lexer its quote is an error,
    and the words in it are code."""
    from pygments.token import Error

    for start, kind, value in tokens:
        if kind in Error and value in QUOTES and value not in text[start + 1 :]:
            return
        yield start, kind, value
