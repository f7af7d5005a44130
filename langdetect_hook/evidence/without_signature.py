"""LD008, where bytes are of no known format: no text under a name that claims text, and no magic number under a name
whose format has one. Only what would be a finding comes here."""

from __future__ import annotations

import re
from shlex import quote

from langdetect_hook.claims.binary_names import ALLOWED, KNOWN_TO_ALL, NO_FIXED_START
from langdetect_hook.claims.common_names import is_common
from langdetect_hook.evidence.evidence import Evidence
from langdetect_hook.evidence.made_for_tests import is_broken_on_purpose
from langdetect_hook.evidence.magic_numbers import may_begin_as
from langdetect_hook.evidence.stand_ins import (
    is_mostly_text,
    is_placeholder,
    is_text_but_for_nuls,
    is_text_of_another_encoding,
    stands_in,
)
from langdetect_hook.evidence.words import expected_of, if_meant, other_name
from langdetect_hook.overrides import BINARY, said_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from langdetect_hook.case import Case

LEAST_BYTES = 8  # fewer stand in place of a file that is still to come
FIRST_CHARACTERS = 4096
LEAST_BASE64 = 40  # characters of a line, on average
FETCH_AGAIN = "restore it or fetch it again"
AS_TEXT = "; where git or a program took it for text, say so in .gitattributes: PATTERN binary"
# Formats in which no NUL may stand, whatever it is that reads them.
WITHOUT_NUL = frozenset({"JSON", "Python", "TOML", "XML", "YAML"})
REPLACED = b"\xef\xbf\xbd"  # what stands for each byte that is not UTF-8 in a binary file that was decoded
PDF_HEAD = 1024  # bytes that may stand before %PDF, by Acrobat's implementation notes
END_OF_ZIP = b"PK\x05\x06"
EMPTY_WITH_ZEROS = frozenset({".iso", ".tar", ".vdi"})  # an archive without entries, a disk without data
DOCUMENTS = frozenset({"AUTHORS", "BUGS", "CHANGES", "COPYING", "FAQ", "HISTORY", "INSTALL", "NEWS", "NOTES", "TODO"})
# How a text begins, what a message calls it, the language and the extension that it should have.
TEXTS: tuple[tuple[str, str, str, str], ...] = (
    (r"(?i:<!doctype html|<html\b)", "an HTML page", "HTML", ".html"),
    (r"<\?php", "PHP", "PHP", ".php"),
    (r"<\?xml\b", "XML", "XML", ".xml"),
    (r"%!PS", "PostScript", "PostScript", ".ps"),
    (r"\\documentclass|\\documentstyle", "LaTeX", "TeX", ".tex"),
    (r"-----BEGIN [A-Z0-9 ]+-----", "a key or certificate", "", ".pem"),
    (r"#!/", "a script: its first line runs a program", "", ""),
    (r"""(?:export default|module\.exports =)\s*['"]data:|data:[\w/+.-]+;base64,""", "a data URI", "", ""),
    (r"[\[{]\s*(?:[\"\]}]|\{|-?\d)", "JSON", "JSON", ".json"),
)


def no_text(case: Case) -> Evidence | None:
    """The evidence against bytes of no known format under a name that claims text, or None."""
    raw, claim = case.content.raw, case.claim
    if claim.template or len(raw) < LEAST_BYTES or is_text_of_another_encoding(raw):
        return None
    seen, line = "bytes of no known format", 1
    if not raw.strip(b"\0"):
        seen = "nothing but zeros"
    elif claim.languages[0] in WITHOUT_NUL and is_text_but_for_nuls(raw):
        seen, line = "text with NUL bytes in it", raw[: raw.index(b"\0")].count(b"\n") + 1
    elif is_mostly_text(raw):
        return None
    if is_excused(case) or said_of(case).kind == BINARY or not is_common(claim):  # else of a program nobody knows
        return None
    return Evidence("LD008", line, f"looks like {seen}", expected_of(claim), FETCH_AGAIN)


def no_signature(case: Case) -> Evidence | None:
    """The evidence against content that lacks the magic number of the format that its name claims, or None."""
    raw, text = case.content.raw, case.content.text
    expected, formats = ALLOWED[case.claim.extension]
    if len(raw) < LEAST_BYTES or may_begin_as(raw, formats) or (b"%PDF-" in raw[:PDF_HEAD] and "pdf" in formats):
        return None
    if raw[4:8] == b"ftyp" and not {"avif", "heic", "mp4"}.isdisjoint(formats):  # of a brand that is not known
        return None
    if "zip" in formats and END_OF_ZIP in raw:  # behind a program that unpacks it
        return None
    seen = _text_seen(case, text) if text is not None else _bytes_seen(case)
    if not seen or is_excused(case):
        return None
    words, advice, language = seen
    return Evidence("LD008", 1, f"looks like {words}", expected, advice, language or None)


def is_excused(case: Case) -> bool:
    """Whether content may be what it is on purpose: a pointer, encrypted, a test's broken file, or what a filter of git
    makes of it."""
    return stands_in(case) or is_broken_on_purpose(case.path) or bool(said_of(case).filter)


def _bytes_seen(case: Case) -> tuple[str, str, str] | None:
    """What bytes that are no text look like, what to do, and the language, which is none."""
    raw, extension = case.content.raw, case.claim.extension
    if not raw.strip(b"\0"):
        return None if extension in EMPTY_WITH_ZEROS else ("nothing but zeros", FETCH_AGAIN, "")
    if REPLACED in raw[:64]:
        return "a binary file that was read as text", FETCH_AGAIN + AS_TEXT, ""
    if _with_other_line_ends(raw):
        return "a binary file with changed line ends", FETCH_AGAIN + AS_TEXT, ""
    return None if extension in NO_FIXED_START else ("bytes of no known format", FETCH_AGAIN, "")


def _with_other_line_ends(raw: bytes) -> bool:
    """Whether the magic number of a PNG image, which has line ends to show it, was changed as text is."""
    return raw.startswith((b"\x89PNG\n\x1a\n", b"\x89PNG\r\r\n\x1a\r\n"))


def _text_seen(case: Case, text: str) -> tuple[str, str, str] | None:
    """What a text looks like, what to do, and its language, "" where that is not known; None for a few words."""
    if REPLACED in case.content.raw[:64]:
        return "a binary file that was read as text", FETCH_AGAIN + AS_TEXT, ""
    words, language, suffix = _kind_of(text.lstrip()[:FIRST_CHARACTERS])
    if words:
        return words, _advice(case, words, language, suffix), language
    return None if is_placeholder(text) or _is_other_name(case) else ("text", FETCH_AGAIN, "")


def _kind_of(start: str) -> tuple[str, str, str]:
    """What a text that begins so is called, its language and its extension; "" each where that is not known."""
    if start.startswith("<svg") or (start.startswith("<?xml") and "<svg" in start):
        return "an SVG image", "SVG", ".svg"
    if _is_base64(start):
        return "base64", "", ""
    known = (row[1:] for row in TEXTS if re.match(row[0], start))
    return next(known, ("", "", ""))


def _is_base64(start: str) -> bool:
    """Whether a text is nothing but long lines of letters, digits and the two signs of base64."""
    words = start.split()
    joined = "".join(words).rstrip("=")
    is_plain = joined.isascii() and joined.replace("+", "").replace("/", "").isalnum()
    return is_plain and len(joined) >= LEAST_BASE64 * len(words)


def _is_other_name(case: Case) -> bool:
    """Whether the extension is a word in another sense: README.sqlite, makefile.icc, or hardly known."""
    claim = case.claim
    stem, rows = claim.name.partition(".")[0], claim.table.table()
    return (
        claim.extension not in KNOWN_TO_ALL or stem + ".*" in rows or stem.lower() + ".*" in rows or stem in DOCUMENTS
    )


def _advice(case: Case, words: str, language: str, suffix: str) -> str:
    if words == "base64":
        return f"decode it{_decoded(case.path)}"
    if words == "a data URI":
        return "decode what stands behind the comma in it, for instance with base64 --decode"
    if language:
        return f"{FETCH_AGAIN}; {if_meant(case, language, words)}"
    return (
        f"{FETCH_AGAIN}; if the content is right: {other_name(case, suffix)}" if suffix else "fetch or build it again"
    )


def _decoded(path: str) -> str:
    """The command that decodes base64 in place, after a colon; "" where the path cannot be shown as it is."""
    if not path.isprintable():
        return ""
    old = "./" * path.startswith("-") + path
    new = f"{old}.decoded"
    return f": base64 --decode {quote(old)} > {quote(new)} && mv {quote(new)} {quote(old)}"
