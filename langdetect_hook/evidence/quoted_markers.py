"""Whether conflict markers are quoted: in a string, a here document, a block of a document, a page on merging."""

from __future__ import annotations

import re

from langdetect_hook.languages import LANGUAGE_OF
from langdetect_hook.languages.lexers import is_in_string, lexer_of
from langdetect_hook.languages.parsers import is_json, parses_as_any_python
from langdetect_hook.languages.python_text import is_too_much
from langdetect_hook.languages.quotes import without_quoted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from langdetect_hook.case import Case
    from langdetect_hook.claims import Claim
    from langdetect_hook.languages.quotes import Quote

MOST_HERE_DOCUMENTS = 20  # at most so many above a marker are looked at
MOST_BEHIND = 10_000  # characters behind the marker that a lexer may need to find the end of a string
MOST_OF_OPENING = 1000  # characters of a line that opens a block
LINES_ABOVE, LINES_BELOW = 40, 10  # of a document, where it says what it shows

# How a block opens in a document and how it closes; {0} is what opened it. A fence of Markdown stands in other
# documents as well.
_FENCE = (r"[ \t>*+-]*(`{3,}|~{3,}(?!~))[^`]*", r"[ \t>]*{0}+[ \t]*")
_PRE = (r"[ \t]*<(pre|code|textarea)\b(?!.*</\1)[^\n]*", r".*</{0}>.*")
_BLOCKS = {
    "AsciiDoc": ((r"(-{4,}|\.{4,}|\+{4,}|/{4,})", r"{0}"),),
    "Org": ((r"(?i:[ \t]*#\+begin_(\w+)\b.*)", r"(?i:[ \t]*#\+end_{0}\b.*)"),),
    "Roff": ((r"[.'][ \t]*(nf|EX|Bd|DS|Vb)\b.*", r"[.'][ \t]*(?:fi|EE|Ed|DE|Ve)\b.*"),),
    "TeX": ((r"[ \t]*\\begin\{(\w*(?:[Cc]ode|[Ll]isting|minted|[Vv]erbatim)\w*\*?)\}.*", r".*\\end\{{{0}\}}.*"),),
}
_OF_MARKUP = (
    (r"[ \t]*<(pre|code|textarea|codeblock|literallayout|programlisting|screen)\b(?!.*</\1)[^\n]*", r".*</{0}>.*"),
    (r"[^\n]*<!\[CDATA(\[)(?!.*\]\]>).*", r".*\]\]>.*"),
)
# How those call the two sides who ask a program for an edit, or show how: no branch.
EDIT = re.compile(r"<{7} (?:OLD|ORIGINAL|SEARCH)\b")
# What a page says that shows a conflict on purpose.
_OF_MERGING = re.compile(
    r"(?i:\bconflict(?:s|ed|ing)?\b|\bconflict[-_ ]?markers?\b|\bgit[ -](?:cherry-pick|merge|pull|rebase|stash)\b"
    r"|\b(?:three|3)-way\b|\bdiff3\b)"
)


def in_blocks(
    lines: list[str], languages: tuple[str, ...], besides: tuple[tuple[str, str], ...] = (_FENCE, _PRE)
) -> list[bool]:
    """Whether each line of a document stands in a block that shows something as it is."""
    blocks = [*besides, *(block for language in languages for block in _BLOCKS.get(language, ()))]
    shown, closing = [], ""
    for line in lines:
        shown.append(bool(closing))
        if closing:
            closing = "" if re.fullmatch(closing, line) else closing
        elif line and not line[0].isalnum() and len(line) <= MOST_OF_OPENING:
            closing = _closing(blocks, line)
    return shown


def is_shown(case: Case, lines: list[str], start: int, end: int) -> bool:
    """Whether a conflict, from line `start` to line `end`, is shown on purpose: in a block of markup, in a comment that
    speaks of merging, or in a template as the form of an answer."""
    claim = case.claim
    is_markup = claim.has("page", "xml")
    if is_markup or "TeX" in claim.languages:
        shown = in_blocks(lines, claim.languages, _OF_MARKUP if is_markup else ())
        if shown[start - 1] and shown[end - 1]:
            return True
    if (is_markup or claim.template or claim.has("template")) and EDIT.match(lines[start - 1]):
        return True
    above = _above(lines[: start - 1])
    language, below = (claim.languages[0] if claim else ""), _behind(case.text, above)
    in_comment = is_in_string(above, below, language, True, case.allowance())
    return in_comment and speaks_of_merging(lines, start, end)


def _closing(blocks: list[tuple[str, str]], line: str) -> str:
    """An expression for the line that closes the block that a line opens, or ""."""
    for opening, closing in blocks:
        if found := re.fullmatch(opening, line):
            return closing.format(re.escape(found[1]))
    return ""


def speaks_of_merging(lines: list[str], start: int, end: int) -> bool:
    """Whether a document says near a conflict, from line `start` to line `end`, what it shows."""
    near = lines[max(0, start - 1 - LINES_ABOVE) : start - 1] + lines[end : end + LINES_BELOW]
    return _OF_MERGING.search("\n".join((*lines[:3], *near))) is not None


def is_quoted(case: Case, before: list[str]) -> bool:
    """Whether the marker after the lines `before` may stand in a string, and so is no conflict."""
    claim, text = case.claim, case.text
    if claim and claim.languages[0] == "CSV":  # a value in quotes may have several lines
        return _above(before).count('"') % 2 == 1
    if not claim or claim.has("short-strings"):
        return False
    languages = claim.languages
    if "Python" in languages and not is_too_much(text):
        return parses_as_any_python(text)
    above = _above(before)
    openings = [LANGUAGE_OF[name].here_document for name in languages if name in LANGUAGE_OF]
    if any(_in_here_document(above, opening) for opening in openings if opening):
        return True
    if "YAML" in languages:
        return _is_block_of_yaml(before)
    if any(_is_cut(text, len(before), quote) for name in languages if name in LANGUAGE_OF for quote in _quotes(name)):
        return True
    # Nearly all such files are in the first language; the lexers of the others see strings where there are none.
    return is_in_string(above, _behind(text, above), languages[0], allowance=case.allowance())


def _quotes(language: str) -> list[Quote]:
    from langdetect_hook.languages.code import quotes_of

    return quotes_of(LANGUAGE_OF[language])


def _is_cut(text: str, line: int, quote: Quote) -> bool:
    """Whether a line of a text, from 0, stands in a block that is quoted so."""
    return without_quoted(text, quote).split("\n")[line] != text.split("\n")[line]


def is_quoted_half(case: Case, lines: list[str], number: int) -> bool:
    """Whether the only marker of a text, in line `number`, may be anything but the rest of a merge: it takes more to be
    sure of one line."""
    claim, before = case.claim, lines[: number - 1]
    if claim.template or is_quoted(case, before):
        return True
    is_known = has_known_language(claim)
    if not is_known or claim.has("short-strings") or "YAML" in claim.languages:
        return is_known and not is_error(case, before)
    above = _above(before)
    languages = [name for name in claim.languages if lexer_of(name) is not None]
    below, allowance = _behind(case.text, above), case.allowance()
    return not languages or any(is_in_string(above, below, name, True, allowance) for name in languages)


def has_known_language(claim: Claim) -> bool:
    """Whether a name claims a language of the table, of whose strings something is known."""
    return any(name in LANGUAGE_OF for name in claim.languages)


def is_error(case: Case, before: list[str]) -> bool:
    """Whether a marker or a rule at the margin, after the lines `before`, is an error in data."""
    language = case.claim.languages[0]
    if language == "JSON":
        return case.content.complete and case.once("is no JSON", lambda: _is_broken_json(case.text))
    if language == "TOML":
        above = _above(before)
        return not any(above.count(quotes) % 2 for quotes in ('"""', "'''"))
    return language != "YAML" or _is_among_keys(before)


def _is_broken_json(text: str) -> bool:
    return text.lstrip()[:1] in ("{", "[") and not is_json(text)


def _is_among_keys(before: list[str]) -> bool:
    """Whether a line at the margin, which is neither a key nor an item, follows keys or items at the margin in YAML."""
    start = max((number for number, line in enumerate(before) if line.startswith("---")), default=-1)
    filled = [line for line in before[start + 1 :] if line.strip() and not line.lstrip().startswith("#")]
    if _is_block_of_yaml(before) or not filled or _AN_OPEN_STRING.search("\n".join(filled)):
        return False
    return re.match(r"(?:- |-$|[\w\"'.$/-][^\n]*?:(?:\s|$))", next(filter(_at_margin, filled), "")) is not None


# A string in quotes may go on at the margin.
_AN_OPEN_STRING = re.compile(r":[ \t]+(?:\"(?:[^\"\\]|\\.)*|'[^']*)\Z")


def _at_margin(line: str) -> bool:
    return not line[0].isspace()


def _is_block_of_yaml(before: list[str]) -> bool:
    """Whether a block is the whole document: lines at the margin belong to one only then."""
    last = before[-1].strip() if before else ""
    return last.startswith("--- ") and last.endswith(("|", ">", "|-", ">-"))


def _above(before: list[str]) -> str:
    return "".join(line + "\n" for line in before)


def _behind(text: str, above: str) -> str:
    """What stands below the line after `above`, as much as a lexer needs."""
    return text[len(above) : len(above) + MOST_BEHIND].partition("\n")[2]


def _in_here_document(above: str, opening: str) -> bool:
    """Whether a here document is still open at the end of `above`."""
    for opened in list(re.finditer(opening, above))[-MOST_HERE_DOCUMENTS:]:
        if not re.search(
            rf"(?m)^[ \t]*(?:\|[ \t]*)?(?:-[ \t]*)?{opened[opened.lastindex or 0]}\b", above[opened.end() :]
        ):
            return True
    return False
