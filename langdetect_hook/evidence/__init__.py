"""Evidence: exact facts in the bytes that speak against a name, found before the network is asked.

Each rule is a module of its own, named after its id and its subject, with one function: `evidence(case)`. It begins
with a cheap look at the first bytes, so that a healthy file costs microseconds, and imports what few files need where
it needs it. Git attributes are asked only where they would change the answer.
"""

from __future__ import annotations

from langdetect_hook.evidence import (
    ld002_shebang,
    ld003_error_page,
    ld004_lfs_pointer,
    ld005_merge_residue,
    ld006_code_fence,
    ld007_wide_encoding,
    ld008_magic,
)
from langdetect_hook.evidence.evidence import Evidence

__all__ = ["Evidence", "against"]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from langdetect_hook.case import Case

# Formats that begin with fixed words, see ld009_first_words.
BEGIN_WITH_WORDS = frozenset({
    *("PEM", "Rich Text Format", "SubRip Text", "WebVTT", "Windows Registry Entries", "iCalendar", "vCard"),
})  # fmt: skip


def _first_words(case: Case) -> Evidence | None:
    """The evidence of ld009_first_words, which only files of few names need."""
    if not case.claim or case.claim.languages[0] not in BEGIN_WITH_WORDS:
        return None
    from langdetect_hook.evidence import ld009_first_words

    return ld009_first_words.evidence(case)


# What a file is as a whole: the first evidence is enough, the others would only repeat it.
WHOLE_FILE_RULES = (
    ("LD004", ld004_lfs_pointer.evidence),
    ("LD003", ld003_error_page.evidence),
    ("LD008", ld008_magic.evidence),
    ("LD002", ld002_shebang.evidence),
    ("LD006", ld006_code_fence.evidence),
    ("LD009", _first_words),
)
# What may stand in a part of any file.
PART_RULES = (
    ("LD005", ld005_merge_residue.evidence),
    ("LD007", ld007_wide_encoding.evidence),
)


def against(case: Case, rules: frozenset[str]) -> list[Evidence]:
    """The evidence of the exact rules among `rules` (ids) against a file, unless the file or git speaks for it."""
    if case.content.problem == "empty":
        return []
    found = []
    for rule, evidence in WHOLE_FILE_RULES:
        if rule in rules and (one := evidence(case)):
            found.append(one)
            break
    for rule, evidence in PART_RULES:
        if rule in rules and (one := evidence(case)):
            found.append(one)
    return _unless_said(case, found) if found else found


def _unless_said(case: Case, found: list[Evidence]) -> list[Evidence]:
    """The evidence that neither a pragma nor git attributes speak against."""
    from langdetect_hook.claims.declared import IGNORE, pragma

    said = pragma(case.content)
    if said == IGNORE or case.is_left_out():
        return []
    return [one for one in found if one.language is None or one.language != said]
