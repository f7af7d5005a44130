"""How blocks are quoted of which a lexer may not know that they are.

Pygments may lack a language, or a newer way of its strings, or lose its way in what is put into one.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import NamedTuple


class Quote(NamedTuple):
    """A way of quoting a block: expressions for its opening and its closing, in which `{}` is the last group of the
    opening; `whole_lines`: the block begins in the line below."""

    opening: str
    closing: str
    whole_lines: bool = False


BACKTICKED = Quote(r"`", r"`")
BARRED = Quote(r"\|\|\|-?[ \t]*\n", r"^[ \t]*\|\|\|")
BRACED = Quote(r"\{(?:%%?[\w.]+[ \t]*)?([a-z_]*)\|", r"\|{}\}")
DEFINED = Quote(r"^[ \t]*(?:override[ \t]+)?define[ \t]", r"^[ \t]*endef\b", whole_lines=True)
DOUBLED_APOSTROPHES = Quote(r"''\n", r"''")
# To pygments the brackets behind a parenthesis or a comma are punctuation.
LONG_BRACKETS = Quote(r"[({,][ \t]*\[(=*)\[[ \t]*\n", r"\]{}\]")
PARENTHESIZED = Quote(r"\b[rR][\"'](-*)[(\[{]", r"[)\]}]{}[\"']")
# What a page shows as it is, and code and pictures of its own.
OF_A_PAGE = Quote(r"(?i:<(pre|script|style|svg|textarea|xmp)\b[^>\n]{0,500}>)", r"(?i:</{}>)|\Z")
QUASI = Quote(r"\[[a-z][\w.']*\|[ \t]*\n", r"\|\]")
TEMPLATE = Quote(
    r"^(?:export[ \t]+)?(?:default|(?:const|let|var)[ \t]+[\w$]+[^=`\n]*=)[ \t]*(?:[\w$]+\.)*[\w$]*`", r"(?<!\\)`"
)
TRIPLED = Quote(r"(\"\"\"|''')", r"{}")
WITH_A_WORD = Quote(r"\bq\"(\w+)\n", r"^{}\"")

# A shell's, and those of Puppet: `| WORD`, `|- WORD`.
_END_OF_HERE_DOCUMENT = r"^[ \t]*(?:\|[ \t]*)?(?:-[ \t]*)?{}\b"
# An opening may be none, so that the text is searched to its end for nothing.
_MOST_OPENINGS = 64


def here_document(opening: str) -> Quote:
    """How here documents are quoted that open so."""
    return Quote(opening, _END_OF_HERE_DOCUMENT, whole_lines=True)


def without_quoted(text: str, quote: Quote) -> str:
    """A text without what is quoted so, but with the marks around it; lines keep their numbers."""
    kept, end, past = [], 0, 0
    for found in islice(re.finditer(quote.opening, text, re.MULTILINE), _MOST_OPENINGS):
        start = text.find("\n", found.end()) if quote.whole_lines else found.end()
        if found.start() >= past and start >= 0 and (closing := _closing(quote, found).search(text, start)):
            kept += [text[end:start], "\n" * text.count("\n", start, closing.start())]
            end, past = closing.span()  # where both are alike, what closes one opens none
    return "".join((*kept, text[end:]))


def _closing(quote: Quote, found: re.Match[str]) -> re.Pattern[str]:
    word = re.escape(found[found.lastindex]) if found.lastindex else ""
    return re.compile(quote.closing.replace("{}", word), re.MULTILINE)
