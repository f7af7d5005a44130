"""What the rest of a name says, and whether the file says its own name."""

from __future__ import annotations

import re

from langdetect_hook.claims import topics
from langdetect_hook.claims.declared import is_made_for
from langdetect_hook.languages import having
from langdetect_hook.languages.traits import BEHIND_ANY_NAME, QUOTES_NAMES, VALUES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from langdetect_hook.case import Case
    from langdetect_hook.suspicion import Suspicion

_BEFORE_ITS_NAME = r"[^\w\n]*(?i:(?:file|filename|module|name|the|this)\b[^\w\n]*){0,3}"

# A folder that a tool has a name for, what its files look like, and what they are.
_FOLDERS = {"flow-typed": ("TypeScript", "declarations for Flow")}


def stands_among_patches(case: Case, suspicion: Suspicion) -> bool:
    """Whether a diff has a path that speaks of patches."""
    return suspicion.language == "Diff" and "patch" in case.path.lower()


def inner_suffix_claims_it(case: Case, suspicion: Suspicion) -> bool:
    """Whether a suffix further in claims what the content looks like."""
    return case.claim.inner_claims([suspicion.language])


def inner_suffix_is_neutral(case: Case, suspicion: Suspicion) -> bool:
    """Whether prose or data has a name with a suffix further in that claims nothing."""
    return suspicion.language in having(BEHIND_ANY_NAME) and case.claim.inner_is_neutral()


def says_its_name(case: Case, suspicion: Suspicion) -> bool:
    """Whether one of the first lines of a text begins with the name of the file: `/* jconfig.st --- for the Atari */`.

    Not where the name claims nothing but values, which have no place for it: a script that was exported from a notebook
    begins with the notebook's name. A name further in a line may be another file's: what a file was made from, or what
    it makes. A program that wrote a command may say for which name anywhere.
    """
    thresholds = case.model.thresholds
    name = case.path.replace("\\", "/").rpartition("/")[2]
    if suspicion.language in having(QUOTES_NAMES) or len(name) < thresholds.own_name_length:
        return False
    if case.claim and having(VALUES).issuperset(case.claim.languages):
        return False
    start = "\n".join(case.text[:4000].split("\n", thresholds.own_name_lines)[: thresholds.own_name_lines])
    line = rf"^{_BEFORE_ITS_NAME}{re.escape(name)}(?![\w-]|\.\w)"
    return re.search(line, start, re.MULTILINE) is not None or is_made_for(name, case.text)


def folder_says_it(case: Case, suspicion: Suspicion) -> str:
    """What a folder above a file is for, where the content looks like what is written there; or ""."""
    folders = case.path.replace("\\", "/").split("/")[:-1]
    known = [_FOLDERS[folder] for folder in folders if folder in _FOLDERS]
    return next((words for language, words in known if language == suspicion.language), "")


def ending_is_a_topic(case: Case, suspicion: Suspicion) -> bool:
    """Whether the ending says what the file is about, like those of the files beside it."""
    return not case.is_nowhere and topics.ending_is_a_topic(case.claim, case.model.thresholds.topic_neighbours)
