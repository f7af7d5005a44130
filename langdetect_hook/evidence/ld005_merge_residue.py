"""LD005: the conflict markers that an unfinished merge leaves, or the rest of them.

The ordered triple at line starts counts, `<<<<<<< `, `=======`, `>>>>>>> ` (with `||||||| ` between where git shows the
base): a lone `=======` underlines a heading. https://git-scm.com/docs/git-merge#_how_conflicts_are_presented
Where only a part of it is left, the text must show that it is one, see `merge_markers`.
"""

from __future__ import annotations

from langdetect_hook.evidence.evidence import Evidence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from langdetect_hook.case import Case
    from langdetect_hook.claims import Claim

# A text without any of these has no marker. `merge_markers` knows them all.
MARKERS = ("<<<<<<< ", ">>>>>>> ")
# Claimed before any other: data in which a lone rule at the margin is always an error.
STRICT = frozenset({"JSON", "TOML", "YAML"})
RULE = "\n=======\n"
# The other languages that git attributes may give a file in which markers are quoted.
QUOTING = ("markdown", "text", "diff")


def evidence(case: Case) -> Evidence | None:
    """The first conflict that the file still shows, or what is left of one, or None."""
    text, claim = case.text, case.claim
    is_strict = bool(claim) and claim.languages[0] in STRICT
    if MARKERS[0] not in text and MARKERS[1] not in text and not (is_strict and RULE in text):
        return None
    from langdetect_hook.evidence.merge_markers import merge_left

    left = merge_left(case, is_strict)
    if left is None or _is_said_to_quote(case):
        return None
    from langdetect_hook.evidence.words import expected_of

    line, seen, advice = left
    return Evidence("LD005", line, seen, expected_of(claim) if claim else "no conflict markers", advice)


def _is_said_to_quote(case: Case) -> bool:
    """Whether git attributes give the markers another length, as for files that show them, or another language."""
    from langdetect_hook.overrides import said_of

    said = said_of(case)
    return said.shows_markers or said.language in (("diff",) if _is_document(case.claim) else QUOTING)


def _is_document(claim: Claim) -> bool:
    return not claim or claim.has("documentation")
