"""What of a merge is left in a text: a whole conflict, half of one, or the rule between its sides.

Needed only for a text with a line that may be a marker.
"""

from __future__ import annotations

import re
from itertools import islice

from langdetect_hook.evidence import conflicts, quoted_markers
from langdetect_hook.evidence.conflicts import MIDDLE, OURS, THEIRS, first_conflict
from langdetect_hook.evidence.made_for_tests import TESTS_ALONE, is_about, is_made_for_tests_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from langdetect_hook.case import Case
    from langdetect_hook.claims import Claim

    # The line, from 1, what is seen in it, and what to do.
    Left = tuple[int, str, str]

# Tests of these hold conflict markers on purpose, and pages on these show them.
ABOUT_MERGING = frozenset({
    *("cherry", "conflict", "conflicted", "conflicting", "conflicts", "diff", "differ", "diffs", "marker", "markers"),
    *("merge", "merged", "merger", "merges", "merging", "patch", "patched", "patches", "rebase", "rerere"),
    *("resolution", "resolve", "resolved", "threeway", "unmerged"),
})  # fmt: skip
# A page on git shows them as well.
ABOUT_GIT = frozenset({*ABOUT_MERGING, "commit", "commits", "git", "github", "gitlab", "vcs"})
# What quotes anything at the margin: patches, mails, what a test saw.
QUOTES_ANYTHING = frozenset({"Diff", "E-mail", "Jest Snapshot"})
# Names that claim no language that is known, but programs read such files, and merges often conflict in them.
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
# Endings of settings that claim no language that is known because each program has its own.
SETTINGS = frozenset({".cfg", ".cnf", ".conf", ".config", ".lock", ".service"})
# Names of documents that claim no language, without what stands behind a dot.
DOCUMENTS = frozenset({
    *("authors", "bugs", "changelog", "changes", "contributing", "contributors", "copying", "copyright", "faq"),
    *("history", "install", "licence", "license", "maintainers", "news", "notice", "readme", "thanks", "todo"),
})  # fmt: skip
MOST_RULES = 20  # what stands above each is looked at
# How git, Subversion and others call a side: HEAD, a branch, a commit with its subject, what was stashed.
LABEL = (
    r"(?:Updated upstream|Stashed changes|[0-9a-f]{7,40}(?: \([^\n]*\)|\.\.\. [^\n]*)?"
    r"|[\w.@#+-]+(?:/[\w.@#+-]+)*(?::[^\s:]+)?)"
)
_HALF = re.compile(rf"(?:{OURS}|{THEIRS}){LABEL}")


def merge_left(case: Case, is_strict: bool) -> Left | None:
    """What of a merge is left in the text of a file, or None; `is_strict`: its name claims data in which a lone rule is
    an error."""
    claim = case.claim
    lines = case.text[: case.content.head].split("\n")
    if is_made_for_tests_of(claim.path, ABOUT_MERGING) or not QUOTES_ANYTHING.isdisjoint(claim.languages):
        return None
    if conflicts.is_broken_pointer(case.text):
        return _whole(first_conflict(lines))
    if is_document(claim):
        # A text without a language that lies among tests is what one of them reads.
        is_shown = is_about(claim.path, ABOUT_GIT if claim else ABOUT_GIT | TESTS_ALONE)
        return None if is_shown else _left_in_document(claim, lines)
    if claim or _is_read_by_programs(claim):
        return _left_in_program(case, lines, is_strict)
    return None


def _is_read_by_programs(claim: Claim) -> bool:
    return claim.name.lower() in READ_BY_PROGRAMS or claim.extension in SETTINGS


def is_document(claim: Claim) -> bool:
    """Whether a name is that of a document, which people read and no program."""
    if claim:
        return claim.has("documentation")
    name = claim.name.lower()
    stem = name.partition(".")[0]
    return name not in READ_BY_PROGRAMS and (claim.extension == ".txt" or stem in DOCUMENTS)


def _left_in_document(claim: Claim, lines: list[str]) -> Left | None:
    """What of a merge is left in a document, unless it shows that on purpose. A conflict that begins or ends outside of
    a block is no part of it."""
    is_shown = quoted_markers.in_blocks(lines, claim.languages)
    halves = (_half_of_document(lines),) if first_conflict(lines) == 0 else ()
    for start, end in (*conflicts.conflicts(lines), *filter(None, halves)):
        if not quoted_markers.EDIT.match(lines[start - 1]) and not (is_shown[start - 1] and is_shown[end - 1]):
            speaks = quoted_markers.speaks_of_merging(lines, start, end)
            return None if speaks else _rest(start) if halves else _whole(start)
    return None


def _half_of_document(lines: list[str]) -> tuple[int, int] | None:
    """The lines, from 1, of the rule and the last marker, or of the first marker and the rule below it."""
    rule = 0
    for number, line in enumerate(lines, 1):
        if line == MIDDLE:
            if number > 1 and lines[number - 2].startswith(OURS) and _HALF.fullmatch(lines[number - 2]):
                return number - 1, number
            rule = number
        elif rule and line.startswith(THEIRS) and _HALF.fullmatch(line):
            return number, number
    return None


def _whole(line: int) -> Left | None:
    advice = f"choose between the two sides that begin in line {line} and delete the markers"
    return (line, "looks like an unfinished merge", advice) if line else None


def _left_in_program(case: Case, lines: list[str], is_strict: bool) -> Left | None:
    """What of a merge is left in a file that programs read, unless it is quoted."""
    if conflict := next(conflicts.conflicts(lines), None):
        start, end = conflict
        is_quoted = quoted_markers.is_quoted(case, lines[: start - 1])
        return None if is_quoted or quoted_markers.is_shown(case, lines, start, end) else _whole(start)
    line = next(_halves(case, lines, is_strict), 0)
    return _rest(line) if line else None


def _rest(line: int) -> Left:
    advice = f"see what the merge should have been, and delete what is left of its markers, such as line {line}"
    return line, "looks like the rest of a merge", advice


def _halves(case: Case, lines: list[str], is_strict: bool) -> Iterator[int]:
    """The lines with half of a conflict: a marker that git writes and that is no part of a string or comment, or a
    rule where its language has none."""
    halves = [number for number, line in enumerate(lines, 1) if _HALF.fullmatch(line)]
    number = halves[0] if len({lines[half - 1][0] for half in halves}) == 1 else 0
    certain = quoted_markers.has_known_language(case.claim) or _is_read_by_programs(case.claim)
    if number and certain and not quoted_markers.is_quoted_half(case, lines, number):
        yield number
    if is_strict and not case.claim.template:
        rules = (number for number, line in enumerate(lines, 1) if line == MIDDLE)
        first = islice(rules, MOST_RULES)
        yield from (number for number in first if quoted_markers.is_error(case, lines[: number - 1]))
