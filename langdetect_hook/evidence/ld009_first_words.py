"""LD009: the name is of a format that has fixed words at its beginning, and the content has none of them.

Texts that stand for the content are none: encrypted ones, templates, the path of a link that was checked out as text,
what tests break on purpose.
"""

from __future__ import annotations

import re

from langdetect_hook.evidence.evidence import Evidence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from langdetect_hook.case import Case

_SENTENCE = r"\A[#\s]*[A-Z]\w*(?: [\w\"'-]+){4}"
# Format -> its words as a message says them, and a regular expression that finds them, ^ at each line.
FIRST_WORDS: dict[str, tuple[str, str]] = {
    # RFC 7468 allows any text around it, and a note or comments alone are an empty list. Some tools leave the lines
    # around the base64 out.
    "PEM": (
        "-----BEGIN",
        r"^[ \t]*-----BEGIN |\A[A-Za-z0-9+/=\s]*\Z|\A(?:\s*#[^\n]*\n)*\s*(?:#[^\n]*)?\Z|" + _SENTENCE,
    ),
    "Rich Text Format": (r"{\rtf", r"\A\s*\{\\rtf"),  # Microsoft's specification 1.9.1
    "SubRip Text": ("-->", r"\d:\d\d[,.:]\d+[ \t]*-->|^[ \t]*(?:context|set|template)[ \t]"),  # or an Emacs template
    "WebVTT": ("WEBVTT", r"\AWEBVTT"),  # https://www.w3.org/TR/webvtt1/#file-structure
    # Or regions of the sky, as DS9 writes them.
    "Windows Registry Entries": (
        "Windows Registry Editor",
        r"\A\s*(?:Windows Registry Editor|REGEDIT|# Region file)|^(?:fk[45]|galactic|global|icrs|image|physical)\b",
    ),
    "iCalendar": ("BEGIN:VCALENDAR", r"(?i:^BEGIN:V)"),  # RFC 5545; pieces are stored as they are
    "vCard": ("BEGIN:VCARD", r"(?i:^BEGIN:VCARD)|\A##fileformat=|^#CHROM\b"),  # RFC 6350; or variants of genes
}
PLACEHOLDERS = r"\{[{%#]|<%|\$\{|@\w+@|\$\w+|#\{|__\w+__"
MOST_LINES = 5  # of a text that is but placeholders


def evidence(case: Case) -> Evidence | None:
    """That the words are missing with which a format of the claim begins, or None."""
    known = FIRST_WORDS.get(case.claim.languages[0])
    if known is None or case.content.text is None or case.claim.template:
        return None
    words, pattern = known
    if re.search(pattern, case.text, re.MULTILINE) or _is_still_to_come(case.text.rstrip()):
        return None
    from langdetect_hook.evidence.answers_under_names import says_so
    from langdetect_hook.evidence.made_for_tests import TESTS, is_about
    from langdetect_hook.evidence.stand_ins import stands_in
    from langdetect_hook.overrides import said_of

    if stands_in(case) or is_about(case.path, TESTS) or says_so(case.claim):
        return None
    if said_of(case).language not in ("", *(language.lower() for language in case.claim.languages)):  # it is another
        return None
    from langdetect_hook.evidence.words import expected_of, other_name

    advice = f"fetch or make it again; if the content is right: {other_name(case, '')}"
    return Evidence("LD009", 1, f'has no "{words}"', expected_of(case.claim), advice)


def _is_still_to_come(text: str) -> bool:
    """Whether a text is nothing yet, or a short template."""
    return not text or (text.count("\n") < MOST_LINES and re.search(PLACEHOLDERS, text) is not None)
