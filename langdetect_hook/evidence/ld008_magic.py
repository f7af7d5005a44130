"""LD008: the bytes are of another format than the name says: JPEG as .png, ELF as .json, PHP in a picture; or of no
known format where text is claimed; or text where there must be a magic number (without_signature.py)."""

from __future__ import annotations

from langdetect_hook.claims.binary_names import ALLOWED, IMAGES, SELF_EXTRACTING, TEXT_AND_BINARY
from langdetect_hook.evidence.evidence import Evidence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from langdetect_hook.case import Case
    from langdetect_hook.claims import Claim

# Formats whose files may look like text.
TEXTUAL = (b"!<arch>\n", b"#!AMR", b"%PDF-", b"0707", b"GIF8", b"{\\rtf")
# The extensions of programs and their parts, which nothing converts; ELF and Mach-O binaries have none.
OF_PROGRAMS = frozenset({"", ".a", ".bc", ".beam", ".class", ".dex", ".exe", ".luac", ".pyc", ".wasm"})
# What programs make formats of their own of, and their plugins: under a name that few give (`.mlp`, `.sce`) one of
# these may be right.
CARRIERS = frozenset({
    *("ar", "bzip2", "cab", "compress", "elf", "gzip", "hdf5", "lz4", "lzip", "lzma", "mach-o", "ole", "pe"),
    *("pickle", "sqlite", "tar", "xz", "zip", "zstd"),
})  # fmt: skip
# Names that say what is in the ZIP archive, which is as wrong as another format where it is another of these.
OF_ONE_KIND = frozenset({".docx", ".epub", ".odg", ".odp", ".ods", ".odt", ".pptx", ".xlsx"})


def evidence(case: Case) -> Evidence | None:
    """The format that the bytes are in and the name does not allow, or that they lack; or None."""
    claim, content = case.claim, case.content
    if claim.extension in ALLOWED:
        return _against_binary_name(case)
    if content.text is not None and not _may_be_binary(case):
        return None  # text is no binary format
    words, formats = TEXT_AND_BINARY.get(claim.extension, ("", None))
    if not claim and formats is None:
        return None
    from langdetect_hook.evidence.magic_numbers import format_of

    found = format_of(content.raw)
    if found is not None:
        if formats is not None and (found in formats or _is_for_tests(case)):
            return None
        if found == "bplist" and claim.has("xml"):  # Apple's tools read either form
            return None
        if formats is None and _is_on_purpose(case, found):
            return None
        return _known(case, found, words or _languages(case))
    if formats is not None or content.text is not None:
        return None
    from langdetect_hook.evidence.without_signature import no_text

    return no_text(case)


def _may_be_binary(case: Case) -> bool:
    """Whether what was decoded as text may be a binary format all the same: it begins like one, or is not UTF-8."""
    content = case.content
    return content.raw.startswith(TEXTUAL) or (content.encoding == "latin-1" and content.raw[0] >= 0x7F)


def _is_fixture(case: Case) -> bool:
    """Whether a file with a name of text is one that a test reads, in whatever format."""
    from langdetect_hook.evidence.made_for_tests import is_fixture

    return is_fixture(case.path)


def _is_on_purpose(case: Case, found: str) -> bool:
    """Whether a file with a name of text may be in a format that is none: a test reads it, a program made it, or it is
    called `cups.min.gz.js`."""
    return _is_fixture(case) or _may_be_of_a_program(case, found) or _says_its_format(case.claim, found)


def _says_its_format(claim: Claim, found: str) -> bool:
    """Whether a suffix further in a name is that of a format, or its name."""
    inner = claim.name.lower().split(".")[1:-1]
    return any(word == found or found in ALLOWED.get("." + word, ("", ()))[1] for word in inner)


def _may_be_of_a_program(case: Case, found: str) -> bool:
    """Whether a name of text is uncommon, and the format is what programs make their own formats of."""
    from langdetect_hook.claims.common_names import is_common

    return found in CARRIERS and not is_common(case.claim)


def _is_for_tests(case: Case) -> bool:
    """Whether a file whose name says little is for tests: what it holds may be anything."""
    from langdetect_hook.evidence.made_for_tests import is_broken_on_purpose

    return is_broken_on_purpose(case.path)


def _against_binary_name(case: Case) -> Evidence | None:
    from langdetect_hook.evidence.magic_numbers import begins_as, format_of

    suffix, raw = case.claim.extension, case.content.raw
    expected, formats = ALLOWED[suffix]
    found = formats[0] if begins_as(raw, formats) else format_of(raw)
    if found is not None and found not in formats:
        return _known(case, found, expected)
    if suffix in IMAGES and b"<?php" in raw:
        return _with_script(case, found, expected)
    if found is not None:
        return _of_another_kind(case, expected) if suffix in OF_ONE_KIND and found == "zip" else None
    if suffix in SELF_EXTRACTING and raw.startswith(b"#!"):
        return None
    from langdetect_hook.evidence.without_signature import no_signature

    return no_signature(case)


def _with_script(case: Case, found: str | None, expected: str) -> Evidence:
    """The evidence against a picture that a server would run."""
    from langdetect_hook.evidence.formats import FORMATS

    seen = f"looks like {FORMATS[found].name} with PHP in it" if found else "looks like PHP"
    return Evidence("LD008", 1, seen, expected, "replace it by a clean image", "PHP")


def _of_another_kind(case: Case, expected: str) -> Evidence | None:
    """The evidence against a document that is one of another program's: a workbook called .docx."""
    from langdetect_hook.evidence.containers import zip_kind

    kind = zip_kind(case.content.raw)
    if kind is None or kind.suffix not in OF_ONE_KIND - {case.claim.extension}:
        return None
    return _evidence(case, kind.name, kind.suffix, expected)


def _known(case: Case, found: str, expected: str) -> Evidence:
    from langdetect_hook.evidence.containers import kind_of, suffix_of

    claim, raw = case.claim, case.content.raw
    suffix = suffix_of(found, raw, claim.extension, claim.extension not in ALLOWED)
    return _evidence(case, kind_of(found, raw).name, suffix, expected)


def _evidence(case: Case, seen: str, suffix: str, expected: str) -> Evidence:
    from langdetect_hook.evidence.words import other_name, target

    advice = "fetch or build it again" if suffix in OF_PROGRAMS else "convert it or fetch it again"
    if suffix:
        advice += f"; if the content is right: {other_name(case, suffix)}"
    return Evidence("LD008", 1, f"looks like {seen}", expected, advice, target=target(case, suffix))


def _languages(case: Case) -> str:
    """The words for the languages that a name claims; "" where it claims none."""
    from langdetect_hook.evidence.words import expected_of

    return expected_of(case.claim) if case.claim else ""
