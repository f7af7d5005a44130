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


# How a private key begins, with what its armour says above all other keys.
KEYS = ("-----BEGIN ", "PuTTY-User-Key-File-")
# How what a terminal shows begins, and what a page puts around a script or a style sheet.
PASTED = (
    *("$ ", "-bash: ", "<script", "<style", ">>> ", "C:\\", "Exception in thread ", "PS ", "Traceback (most recent "),
    *("bash: ", "fatal: ", "make: ", "make[", "mongodump: ", "mysql", "node:internal/", "npm ", "pg_dump: ", "psql: "),
    *("sh: ", "zsh: "),
)
PROMPTS = 60  # characters in which a prompt has the name of a machine


def _private_key(case: Case) -> Evidence | None:
    """The evidence of ld010_private_key, which only a text with the armour of a key needs."""
    if not case.text[:200].lstrip().startswith(KEYS):
        return None
    from langdetect_hook.evidence import ld010_private_key

    return ld010_private_key.evidence(case)


def _pasted(case: Case) -> Evidence | None:
    """The evidence of ld011_pasted, which only a text needs that begins like it, or has lines with both signs."""
    text = case.text
    start = text[:200].lstrip()
    if not (start.startswith(PASTED) or "@" in start[:PROMPTS] or ("\n+" in text and "\n-" in text)):
        return None
    from langdetect_hook.evidence import ld011_pasted

    return ld011_pasted.evidence(case)


# Names under which a compiler reads TypeScript without markup.
WITHOUT_JSX = frozenset({".cts", ".mts", ".ts"})


def _jsx(case: Case) -> Evidence | None:
    """The evidence of ld001_jsx, which only TypeScript with closing tags needs."""
    if case.claim.extension not in WITHOUT_JSX or "</" not in case.text or not case.claim:
        return None
    from langdetect_hook.evidence import ld001_jsx

    return ld001_jsx.evidence(case)


# What a file is as a whole: the first evidence is enough, the others would only repeat it.
WHOLE_FILE_RULES = (
    ("LD004", ld004_lfs_pointer.evidence),
    ("LD003", ld003_error_page.evidence),
    ("LD008", ld008_magic.evidence),
    ("LD002", ld002_shebang.evidence),
    ("LD006", ld006_code_fence.evidence),
    ("LD010", _private_key),
    ("LD009", _first_words),
    ("LD011", _pasted),
    ("LD001", _jsx),
)
# What may stand in a part of any file.
PART_RULES = (("LD005", ld005_merge_residue.evidence),)


def _wide_encoding(case: Case, is_asked: bool, is_wrong: bool) -> Evidence | None:
    """The evidence of LD007; `is_asked`: under every name of text. A file that is wrong besides is saved anew."""
    one = None if is_wrong and not is_asked else ld007_wide_encoding.evidence(case)
    return one or (ld007_wide_encoding.everywhere(case) if is_asked else None)


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
    if "LD007" in rules and (one := _wide_encoding(case, "LD007 everywhere" in rules, bool(found))):
        found.append(one)
    return _unless_said(case, found) if found else found


def _unless_said(case: Case, found: list[Evidence]) -> list[Evidence]:
    """The evidence that neither a pragma nor git attributes speak against."""
    from langdetect_hook.overrides import said_of, speaks_against

    said = said_of(case)
    return [one for one in found if not speaks_against(said, one.rule, one.language)]
