"""What may stand in place of a file's content under any name: a pointer to it, the content encrypted, a link that was
checked out as text, text in an encoding that only its own tools read. Only what would be a finding of LD008 asks."""

from __future__ import annotations

from langdetect_hook.evidence.armours import armour_of
from langdetect_hook.evidence.ld004_lfs_pointer import FIRST_LINE
from langdetect_hook.files.content import NOT_CONTROL, SAMPLE_BYTES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from langdetect_hook.case import Case

# How encrypted bytes begin; encrypted text stands in armours.py.
ENCRYPTED = (
    b"\0GITCRYPT\0",  # git-crypt
    b"Salted__",  # openssl enc
    b"\x84\x5e\x03",  # OpenPGP, RFC 9580: a session key for a public key
    b"\x85\x01\x0c\x03",
    b"\x85\x02\x0c\x03",
    b"\x8c\x0d\x04",  # the same for a password
    b"\xc1\xc0\x4c\x03",
    b"age-encryption.org/",  # bytes follow below its head
)
SOPS = (b"ENC[AES256_GCM,", b'"sops":')
# What programs make of a file, or keep beside it, under its own name.
SHADOWS = (
    b"\x00\x05\x16\x00\x00",  # AppleSingle, RFC 1740
    b"\x00\x05\x16\x07\x00",  # AppleDouble
    b"\x03\x00\x08\x00",  # what Android's tools make of XML
    b"\x03\x01\x6a\x00",  # WBXML, as telephones have it
    b"\xe0\x00\x00\x01",  # Fast Infoset, ITU-T X.891
    b"P7 332\n",  # a thumbnail of xv's
)
MAKER, MAKERS_PLACE = b"SEGA", 256  # in a cartridge of the Mega Drive, which people call .md
TERMINFO = (b"\x1a\x01", b"\x1e\x02")  # term(5); the name is that of a terminal: xterm.js
OF_AN_OPEN_DOCUMENT = "~$"  # what Word and its kin keep beside one: who has it open
ANNEX = "annex/objects/"
DVC = ("outs:\n", "md5: ")
MOST_LINK = 260  # characters of a path
MOST_WORDS = 64  # characters of a line in place of a file
LEAST_TEXT = 0.9  # this share of the characters of EBCDIC is in ASCII too; of wide text, can be printed
FIRST_BYTES = 16
LEAST_CONTROL = 0.05  # a smaller share of control characters than this may be a text with odd characters in it


def stands_in(case: Case) -> bool:
    """Whether the content is a pointer, a link, or encrypted, or belongs to a file beside it."""
    raw, text = case.content.raw, case.content.text
    if case.claim.name.startswith(OF_AN_OPEN_DOCUMENT):
        return True
    if raw.startswith((*ENCRYPTED, *SHADOWS)) or any(mark in raw for mark in SOPS):
        return True
    if raw.startswith(MAKER, MAKERS_PLACE) or _is_terminfo(raw):
        return True
    if text is None:
        return False
    if text.startswith((FIRST_LINE, *DVC)) or ANNEX in text[:MOST_LINK]:
        return True
    return bool(armour_of(text)) or is_link(text, case.claim.extension)


def is_link(text: str, extension: str) -> bool:
    """Whether a text is one path, without a line end, as git leaves a link where there are none."""
    if len(text) > MOST_LINK or any(character.isspace() for character in text) or not text.isprintable():
        return False
    return not text.startswith(("<", "{", "[", "data:")) and ("/" in text or text.lower().endswith(extension))


def is_placeholder(text: str) -> bool:
    """Whether a text is nothing but a few plain words in a line."""
    words = text.strip()
    plain = words.replace(" ", "").replace("-", "").replace(".", "").replace(",", "").replace("'", "").replace("_", "")
    return len(words) <= MOST_WORDS and (not plain or plain.rstrip("!?:").isalnum())


def is_text_of_another_encoding(raw: bytes) -> bool:
    """Whether bytes are UTF-16 or UTF-32 without a byte order mark, or EBCDIC."""
    sample = raw[: SAMPLE_BYTES & ~3]
    return any(_is_wide(sample, name) for name in ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")) or any(
        _share(sample.decode(name), str.isascii) >= LEAST_TEXT for name in ("cp037", "cp500")
    )


def _is_wide(sample: bytes, encoding: str) -> bool:
    try:
        text = sample[: len(sample) & ~3].decode(encoding)
    except UnicodeDecodeError:
        return False
    return "\0" not in text and (" " in text or "\n" in text) and _share(text, lambda character: True) >= LEAST_TEXT


def _share(text: str, holds: Callable[[str], bool]) -> float:
    """The share of the characters that can be printed, or end a line, and for which something holds."""
    good = sum(1 for character in text if (character.isprintable() or character in "\t\n\r\x85") and holds(character))
    return good / len(text) if text else 0.0


def _begins_as_text(sample: bytes) -> bool:
    """Whether more bytes than these begin with ASCII without control characters: of random ones, hardly any do."""
    start = sample[:FIRST_BYTES]
    return len(sample) > FIRST_BYTES and start.isascii() and not _controls(start)


def is_mostly_text(raw: bytes) -> bool:
    """Whether bytes may be text with odd characters in it: they begin as text, or have few control characters, or none
    but these that text of today has not."""
    sample = raw[:SAMPLE_BYTES]
    if _controls(sample) < LEAST_CONTROL or _begins_as_text(sample):
        return True
    return b"\0" not in sample and sample.isascii()


def is_text_but_for_nuls(raw: bytes) -> bool:
    """Whether bytes are UTF-8 without control characters, but for NULs in it."""
    rest = raw[:SAMPLE_BYTES].replace(b"\0", b"")
    return b"\0" in raw and bool(rest) and not _controls(rest) and "\ufffd" not in rest.decode("utf-8", "replace")[:-3]


def _controls(sample: bytes) -> float:
    """The share of control characters that text has not."""
    return len(sample.translate(None, NOT_CONTROL)) / len(sample)


def _is_terminfo(raw: bytes) -> bool:
    length = int.from_bytes(raw[2:4], "little")
    return (
        raw.startswith(TERMINFO)
        and 0 < length < 512
        and raw[12 : 11 + length].isascii()
        and raw[11 + length : 12 + length] == b"\0"
    )
