"""LD005: the conflict markers that an unfinished merge leaves.

Only the ordered triple at line starts counts, `<<<<<<< `, `=======`, `>>>>>>> ` (with `||||||| ` between where git
shows the base): a lone `=======` underlines a heading. https://git-scm.com/docs/git-merge#_how_conflicts_are_presented
"""

from __future__ import annotations

from langdetect_hook.evidence.evidence import Evidence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from langdetect_hook.case import Case
    from langdetect_hook.claims import Claim

OURS, MIDDLE, THEIRS = "<<<<<<< ", "=======", ">>>>>>> "

# Tests of these hold conflict markers on purpose.
ABOUT_MERGING = frozenset({
    *("cherry", "conflict", "conflicted", "conflicting", "conflicts", "diff", "differ", "diffs", "marker", "markers"),
    *("merge", "merged", "merger", "merges", "merging", "patch", "patched", "patches", "rebase", "rerere"),
    *("resolution", "resolve", "resolved", "threeway", "unmerged"),
})  # fmt: skip
# Names that claim no language, but programs read such files, and merges often conflict in them.
READ_BY_PROGRAMS = frozenset({
    ".dockerignore",
    ".editorconfig",
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
# Endings of settings that claim no language because each program has its own.
SETTINGS = frozenset({".cfg", ".cnf", ".conf", ".config", ".lock", ".service"})
MOST_HERE_DOCUMENTS = 20  # at most so many above a marker are looked at
MOST_BEHIND = 10_000  # characters behind the marker that a lexer may need to find the end of a string


def evidence(case: Case) -> Evidence | None:
    """The first conflict that the file still shows, or None."""
    claim, text = case.claim, case.text
    if OURS not in text or THEIRS not in text:
        return None
    lines = text[: case.content.head].split("\n")
    line = _first_conflict(lines)
    if not line or not _is_read_by_programs(claim):
        return None
    if claim and _is_quoted(claim, text, lines[: line - 1]):
        return None
    # conflict-marker-size: set for files that themselves show markers of the default length.
    if case.attribute("conflict-marker-size") or case.override() in (
        "markdown",
        "text",
        "diff",
    ):
        return None
    from langdetect_hook.evidence.words import expected_of

    return Evidence(
        "LD005",
        line,
        "looks like an unfinished merge",
        expected_of(claim) if claim else "no conflict markers",
        f"choose between the two sides that begin in line {line} and delete the markers",
    )


def _first_conflict(lines: list[str]) -> int:
    """The line, from 1, of the first marker that the other two follow in order; 0 where there is none."""
    start = middle = 0
    for number, line in enumerate(lines, 1):
        if line.startswith(OURS):
            start, middle = number, 0
        elif start and (line == MIDDLE or line.startswith(MIDDLE + " ")):
            middle = number
        elif start and middle and line.startswith(THEIRS):
            return start
    return 0


def _is_read_by_programs(claim: Claim) -> bool:
    from langdetect_hook.evidence.made_for_tests import is_made_for_tests_of  # only what would be a finding needs it

    if is_made_for_tests_of(claim.path, ABOUT_MERGING):
        return False
    if not claim:
        return claim.name.lower() in READ_BY_PROGRAMS or claim.extension in SETTINGS
    return not claim.has("documentation") and "Diff" not in claim.languages


def _is_quoted(claim: Claim, text: str, before: list[str]) -> bool:
    """Whether the marker after the lines `before` may stand in a string, and so is no conflict."""
    if claim.has("short-strings"):
        return False
    from langdetect_hook.languages import LANGUAGE_OF

    languages = claim.languages
    if "Python" in languages:
        from langdetect_hook.languages.parsers import parses_as_any_python

        return parses_as_any_python(text)
    above = "".join(line + "\n" for line in before)
    openings = [LANGUAGE_OF[name].here_document for name in languages if name in LANGUAGE_OF]
    if any(_in_here_document(above, opening) for opening in openings if opening):
        return True
    # Lines at the margin belong to a block of YAML only where the block is the whole document.
    last = before[-1].strip() if before else ""
    if "YAML" in languages:
        return last.startswith("--- ") and last.endswith(("|", ">", "|-", ">-"))
    from langdetect_hook.languages.lexers import is_in_string

    _, _, behind = text[len(above) : len(above) + MOST_BEHIND].partition("\n")
    # Nearly all such files are in the first language; the lexers of the others see strings where there are none.
    return is_in_string(above, behind, languages[0])


def _in_here_document(above: str, opening: str) -> bool:
    """Whether a here document is still open at the end of `above`."""
    import re

    for opened in list(re.finditer(opening, above))[-MOST_HERE_DOCUMENTS:]:
        if not re.search(rf"(?m)^\s*\|?-?\s*{opened[opened.lastindex or 0]}\b", above[opened.end() :]):
            return True
    return False
