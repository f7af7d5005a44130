"""LD008: the bytes are of another format than the name says: JPEG as .png, ELF as .json, PHP in a picture."""

from __future__ import annotations

from langdetect_hook.claims.binary_names import ALLOWED, IMAGES, SELF_EXTRACTING, TEXT_AND_BINARY
from langdetect_hook.evidence.evidence import Evidence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from langdetect_hook.case import Case

TEXTUAL = (b"%PDF-", b"GIF8")  # formats whose files may look like text


def evidence(case: Case) -> Evidence | None:
    """The binary or script format that the bytes are in and the name does not allow, or None."""
    claim, content = case.claim, case.content
    if claim.extension in ALLOWED:
        return _against_binary_name(case)
    if not claim or claim.extension in TEXT_AND_BINARY:
        return None
    if content.text is not None and not content.raw.startswith(TEXTUAL):
        return None  # text is no binary format
    from langdetect_hook.evidence.magic_numbers import format_of

    found = format_of(content.raw)
    if not found:
        return None
    from langdetect_hook.evidence.words import expected_of

    return _evidence(case, found, expected_of(claim))


def _against_binary_name(case: Case) -> Evidence | None:
    from langdetect_hook.evidence.magic_numbers import FORMATS, format_of

    content, suffix, raw = case.content, case.claim.extension, case.content.raw
    expected, formats = ALLOWED[suffix]
    found = format_of(raw)
    if found is not None and found not in formats:
        return _evidence(case, found, expected)
    if suffix in IMAGES and b"<?php" in raw:
        seen = f"looks like {FORMATS[found].name} with PHP in it" if found else "looks like PHP"
        return Evidence("LD008", 1, seen, expected, "replace it by a clean image", "PHP")
    if content.text is None or suffix in SELF_EXTRACTING:
        return None
    if content.text.startswith("#!/"):
        seen = "looks like a script: its first line runs a program"
        return Evidence("LD008", 1, seen, expected, "fetch or build it again")
    if suffix in IMAGES and _is_svg(content.text):
        from langdetect_hook.evidence.words import other_name

        advice = f"if it is one: {other_name(case, '.svg')}"
        return Evidence("LD008", 1, "looks like an SVG image", expected, advice, "SVG")
    return None


def _is_svg(text: str) -> bool:
    start = text[:1000].lstrip()
    return start.startswith("<svg") or (start.startswith("<?xml") and "<svg" in start)


def _evidence(case: Case, found: str, expected: str) -> Evidence:
    from langdetect_hook.evidence.magic_numbers import FORMATS
    from langdetect_hook.evidence.words import other_name

    seen = FORMATS[found]
    advice = "convert it or fetch it again"
    if seen.suffix:
        advice += f"; if the content is right: {other_name(case, seen.suffix)}"
    return Evidence("LD008", 1, f"looks like {seen.name}", expected, advice)
