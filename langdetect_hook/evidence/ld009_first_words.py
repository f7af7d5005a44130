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
_REGIONS = (
    r"# Region file|[-+]?(?:annulus|box|circle|ellipse|line|panda|point|polygon|text|vector)"
    r"[ \t]*(?:\([ \t]*)?-?[\d.:]+"
    r"|(?:fk[45]|galactic|global|icrs|image|linear|physical|wcs)\b"
)
_REGISTERS = r"(?:[\w.\[\]]+(?:[ \t]+(?:[,:=][ \t]*)?|[,:=][ \t]*))?0x[0-9A-Fa-f]+\b|\[(?!-?HKEY_)\w[\w .-]*\][ \t]*$"
# Format -> its words as a message says them, and a regular expression that finds them, ^ at each line.
FIRST_WORDS: dict[str, tuple[str, str]] = {
    # RFC 7468 allows any text around it, and a note or comments alone are an empty list. Some tools leave the lines
    # around the base64 out. Keys of SSH have forms of their own.
    "PEM": (
        "-----BEGIN",
        r"^[ \t]*-----BEGIN |^---- BEGIN |\A(?:ecdsa|sk|ssh)-[\w@.-]+ AAAA"
        r"|\A[A-Za-z0-9+/=\s]*\Z|\A(?:\s*#[^\n]*\n)*\s*(?:#[^\n]*)?\Z|" + _SENTENCE,
    ),
    "Rich Text Format": (r"{\rtf", r"\A\s*\{\\u?rtf"),  # Microsoft's specification 1.9.1
    # Or an Emacs template; or subtitles in another form, which players read all the same.
    "SubRip Text": (
        "-->",
        r"\d:\d\d[,.:]\d+[ \t]*-{1,2}>|^[ \t]*(?:context|set|template)[ \t]"
        r"|\A\s*(?:\[Script Info\]|\{\d+\}\{\d+\}|WEBVTT|\[?\d{1,2}:\d\d)",
    ),
    "WebVTT": ("WEBVTT", r"\AWEBVTT"),  # https://www.w3.org/TR/webvtt1/#file-structure
    # Or regions of the sky, as DS9 writes them; registers of a chip; settings of other programs.
    "Windows Registry Entries": (
        "Windows Registry Editor",
        r"^[ \t]*(?:Windows Registry Editor|REGEDIT)"
        r"|\A(?:\s*(?:[#;]|//)[^\n]*\n)*\s*(?:" + _REGIONS + "|" + _REGISTERS + ")",
    ),
    # RFC 5545; pieces are stored as they are. Or a picture of a microscope.
    "iCalendar": ("BEGIN:VCALENDAR", r"(?i:^BEGIN:V)|\A\s*ics_version\b"),
    # RFC 6350; or variants of genes, without their head too.
    "vCard": ("BEGIN:VCARD", r"(?i:^BEGIN:VCARD)|^##fileformat=|^#CHROM\b|\A[^\t\n]+\t\d+\t[^\t\n]*\t"),
}
PLACEHOLDERS = r"\{[{%#]|<%|<\?|\$[({]|@\w+@|\$\w+|#\{|__\w+__|%\w+%|\A\s*!\w+"
# What somebody writes where nothing is to be had yet, or nothing is to be seen.
NOTES = (
    r"(?i)(?<![a-z])(?:change[ _-]?me|dummy|empty|fake|insert|not a(?: real)?|paste|placeholder|put"
    r"|redacted|removed|replace|todo|xxx+|your)(?![a-z])"
)
CODE = r"[=;]|\w\("
MOST_LINES = 5  # of a text that is but placeholders
MOST_NOTE = 200  # characters of one that stands for the content


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
    """Whether a text is nothing yet, or a short template, or a note that it is to come."""
    if not any(character.isalnum() for character in text):
        return True
    is_note = len(text) <= MOST_NOTE and re.search(NOTES, text) is not None and not re.search(CODE, text)
    return text.count("\n") < MOST_LINES and (is_note or re.search(PLACEHOLDERS, text) is not None)
