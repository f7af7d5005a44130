"""LD005: the conflict markers that an unfinished merge leaves.

Only the ordered triple at line starts counts, `<<<<<<< `, `=======`, `>>>>>>> ` (with `||||||| ` between
where git shows the base): a lone `=======` underlines a heading. https://git-scm.com/docs/git-
merge#_how_conflicts_are_presented
"""

from __future__ import annotations

from langdetect_hook.evidence.fact import Evidence, attribute, expected_of, overridden
from langdetect_hook.evidence.kinds import DOCUMENTATION

TYPE_CHECKING = False
if TYPE_CHECKING:
    from langdetect_hook.claim import Claim
    from langdetect_hook.content import Content
    from langdetect_hook.evidence.fact import Attributes

OURS, BASE, MIDDLE, THEIRS = "<<<<<<< ", "|||||||", "=======", ">>>>>>> "

# A name with one of these is about merging: its markers are what it is for.
ABOUT_MERGING = (
    "cherry",
    "conflict",
    "diff",
    "marker",
    "merge",
    "patch",
    "rebase",
    "rerere",
    "resolve",
    "three_way",
    "three-way",
    "threeway",
)
# Names that claim no language, yet a program reads them, and merges hit them often.
READ_BY_PROGRAMS = frozenset({
    ".dockerignore",
    ".editorconfig",
    ".env",
    ".gitattributes",
    ".gitignore",
    ".gitmodules",
    "codeowners",
    "gemfile.lock",
    "go.mod",
    "go.sum",
    "podfile.lock",
    "requirements.txt",
    "yarn.lock",
})  # fmt: skip
# Formats without strings over several lines: markers at line starts are never quoted.
NEVER_QUOTED = frozenset({"CSV", "CSS", "INI", "JSON", "Less", "SCSS", "SVG"})
# Marks that open and close a string over several lines; an odd count of one above a line: it is inside.
STRING_MARKS = ('"""', "'''")
BACKQUOTED = frozenset({"D", "Go", "HTML", "JavaScript", "Julia", "Svelte", "TypeScript", "Vue"})
# How each opens a here document, and with which word it ends. In Ruby `list << item` and `class << self` are none.
_AFTER_BLANKS = r"(?<!<)<<-?[ \t]*(['\"]?)\\?([A-Za-z_]\w*)\1"
_AT_ONCE = r"(?<!<)<<[-~]?([`'\"]?)([A-Za-z_]\w*)\1"
HERE_DOCUMENTS = {
    "Crystal": _AT_ONCE,
    "Dockerfile": _AFTER_BLANKS,
    "HCL": _AT_ONCE,
    "PHP": r"(?<!<)<<<[ \t]*(['\"]?)([A-Za-z_]\w*)\1",
    "Perl": r"(?<!<)<<~?(?:([ \t]*['\"])|())([A-Za-z_]\w*)",
    "Puppet": r"@\((['\"]?)\s*(\w+)",
    "Raku": r"\bq?q?:?to[(/<]()(\w+)",
    "Ruby": _AT_ONCE,
    "Shell": _AFTER_BLANKS,
}
MOST_HERE_DOCUMENTS = 20  # so many above a marker are looked at
# Before these a line is a comment, and its quotes are apostrophes.
COMMENTS = ("#", "//", "--", "*", "/*", ";", "%", "<!--")
APOSTROPHE = r"(?<=\w)'(?=\w)"
# Between single quotes stands one character, or a lifetime or a type variable begins after one.
ONE_CHARACTER = frozenset({"C", "C++", "C#", "D", "Go", "Haskell", "Java", "Kotlin", "OCaml", "Rust", "Scala", "Swift"})
# Two quotes in a string are one quote: three in a row open nothing.
DOUBLED_QUOTES = frozenset({"Ada", "Pascal", "SQL", "VBA", "VHDL", "Visual Basic .NET"})
RAW_STRING = r"R\"\w*\($|r#+\"$"  # C++ and Rust: opened at the end of the line above


def finding(path: str, claim: Claim | None, content: Content, attributes: Attributes | None) -> Evidence | None:
    """Return the first conflict that the file still shows, or None."""
    text = content.text
    if text is None or OURS not in text or THEIRS not in text:
        return None
    lines = text[: content.head].split("\n")
    line = _first_conflict(lines)
    if not line or not _is_read_by_programs(path, claim):
        return None
    if _is_quoted(claim, text, lines[: line - 1]):
        return None
    # conflict-marker-size: set for files that show markers of the usual length themselves.
    if attribute(attributes, path, "conflict-marker-size") or overridden(attributes, path) in (
        "markdown",
        "text",
        "diff",
    ):
        return None
    return Evidence(
        "LD005",
        line,
        "looks like an unfinished merge",
        expected_of(claim) if claim else "no conflict markers",
        f"choose between the two sides that begin in line {line} and delete the markers",
    )


def _first_conflict(lines: list[str]) -> int:
    """Return the line, from 1, of the first marker that the other two follow in order; 0 where there is none."""
    start = middle = 0
    for number, line in enumerate(lines, 1):
        if line.startswith(OURS):
            start, middle = number, 0
        elif start and (line == MIDDLE or line.startswith(MIDDLE + " ")):
            middle = number
        elif start and middle and line.startswith(THEIRS):
            return start
    return 0


def _is_read_by_programs(path: str, claim: Claim | None) -> bool:
    lowered = path.lower()
    if any(word in lowered for word in ABOUT_MERGING):
        return False
    if claim is None:
        return lowered[lowered.rfind("/") + 1 :] in READ_BY_PROGRAMS
    return not DOCUMENTATION.intersection(claim.languages) and "Diff" not in claim.languages


def _is_quoted(claim: Claim | None, text: str, before: list[str]) -> bool:
    """Return whether the marker after the lines `before` may stand in a string; then nothing is said."""
    if claim is None or NEVER_QUOTED.intersection(claim.languages):
        return False
    if "Python" in claim.languages:
        return _parses_as_python(text)
    above = "\n".join(before)
    last = before[-1].strip() if before else ""
    if not DOUBLED_QUOTES.intersection(claim.languages) and any(above.count(mark) % 2 for mark in STRING_MARKS):
        return True
    if _opens_string(last, '"' if claim.languages[0] in ONE_CHARACTER else "\"'"):
        return True
    if BACKQUOTED.intersection(claim.languages) and above.count("`") % 2:
        return True
    if any(_in_here_document(above, HERE_DOCUMENTS[name]) for name in claim.languages if name in HERE_DOCUMENTS):
        return True
    # Lines at the margin belong to a block only where the block is the whole document.
    return "YAML" in claim.languages and last.startswith("--- ") and last.endswith(("|", ">", "|-", ">-"))


def _opens_string(last: str, quotes: str) -> bool:
    """Return whether a string between `quotes` may be open at the end of the line `last`."""
    if last.startswith(COMMENTS):
        return False
    import re

    counted = re.sub(APOSTROPHE, "", last)
    return any(counted.count(quote) % 2 for quote in quotes) or re.search(RAW_STRING, last) is not None


def _parses_as_python(text: str) -> bool:
    import ast
    import warnings

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            ast.parse(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False
    return True


def _in_here_document(above: str, opening: str) -> bool:
    """Return whether a here document is still open at the end of `above`."""
    import re

    for opened in list(re.finditer(opening, above))[-MOST_HERE_DOCUMENTS:]:
        if not re.search(rf"(?m)^\s*\|?-?\s*{opened[opened.lastindex or 0]}\b", above[opened.end() :]):
            return True
    return False
