"""LD001, by proof: markup within TypeScript, which a compiler reads under .tsx only. To the network both are the same
language. Loaded only for a text with closing tags under a name of TypeScript alone.
"""

from __future__ import annotations

import re

from langdetect_hook.evidence.evidence import Evidence
from langdetect_hook.languages.code import MOST_CHARACTERS
from langdetect_hook.overrides import said_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from langdetect_hook.case import Case

# An element where an expression is expected, and the ends of elements: two, as one may be a slip.
_ELEMENT = re.compile(r"(?:\breturn|=>|[(?:=]|&&)[ \t]{0,40}\(?\s{0,200}<(?:>|[A-Za-z][\w.]*(?:[ \t\n/>]))")
_END = re.compile(r"</(?:[A-Za-z][\w.]*)?>|<[A-Za-z][\w.]*[ \t\n][^<>;]*/>")


def evidence(case: Case) -> Evidence | None:
    """The markup that stands outside the strings and comments of a file of TypeScript, or None."""
    line = _line_of_markup(case)
    if not line or said_of(case).language or said_of(case).kind:
        return None
    from langdetect_hook.evidence.words import other_name

    advice = f"if it is right, give it the ending that a compiler expects: {other_name(case, '.tsx')}"
    return Evidence("LD001", line, "looks like TypeScript with JSX", "TypeScript", advice)


def _line_of_markup(case: Case) -> int:
    """The line, from 1, of the first element; 0 where there is none for sure."""
    # Of a longer text the lexer sees the start, which may end in the middle of a comment.
    if case.claim.template or len(case.text) > MOST_CHARACTERS or not _ELEMENT.search(case.text):
        return 0
    code = case.code_of("TypeScript")
    if code is None or not code.closed:
        return 0
    found = _ELEMENT.search(code.code)
    if found is None or sum(1 for _ in _END.finditer(code.code, found.start())) < 2:
        return 0
    return code.code.count("\n", 0, found.start()) + 1
