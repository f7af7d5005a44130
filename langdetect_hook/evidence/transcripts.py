"""What a program that downloads printed, saved with the content or in its place: the head of an answer, a progress
meter, an error. Loaded only for a text that begins like one."""

from __future__ import annotations

import re

from langdetect_hook.evidence.evidence import Evidence
from langdetect_hook.evidence.made_for_tests import TESTS, is_about

TYPE_CHECKING = False
if TYPE_CHECKING:
    from langdetect_hook.case import Case

# How it begins, what it is, what to do.
TRANSCRIPTS = (
    (
        r"HTTP/(?:1\.[01]|2|3)(?:\.0)? (\d{3})\b[^\n]*\n(?:[\w-]+:[^\n]*\n)+",
        "an answer with its head (HTTP status {})",
        "fetch it again without its head (no curl --include), or delete what stands above the first blank line",
    ),
    (
        r"\s*% Total[ ]+% Received[ ]+% Xferd()",
        "what curl printed while it fetched something",
        "fetch it again with curl --fail --location --output FILE, and let nothing else be written into it",
    ),
    (
        r"curl: \(\d+\) ([^\n]{0,80})",
        'a saved error of curl ("{}")',
        "fetch it again when that is mended, with curl --fail --location --output FILE",
    ),
    (
        r"--\d{4}-\d\d-\d\d \d\d:\d\d:\d\d--  (\S{0,80})",
        "what wget printed while it fetched {}",
        "fetch it again with wget --output-document FILE, and let nothing else be written into it",
    ),
)
# Names of HTTP's own: answers that were recorded.
RECORDED = frozenset({*TESTS, "cassettes", "header", "headers", "http", "recorded", "response", "responses"})


def evidence(case: Case) -> Evidence | None:
    """What a program that downloads left in a file of code or data, or None."""
    claim = case.claim
    if not claim or claim.template or claim.has("documentation") or "HTTP" in claim.languages:
        return None
    said = _said(case.text)
    if said is None or is_about(claim.path, RECORDED):
        return None
    from langdetect_hook.evidence.words import expected_of

    seen, advice = said
    return Evidence("LD003", 1, f"looks like {seen}", expected_of(claim), advice)


def _said(text: str) -> tuple[str, str] | None:
    """What a text looks like and what to do, by the first row of the table that it begins like; or None."""
    for pattern, seen, advice in TRANSCRIPTS:
        if match := re.match(pattern, text):
            words = "".join(character if character.isprintable() else "?" for character in match[1])
            return seen.format(words), advice
    return None
