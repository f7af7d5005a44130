"""LD007: text in UTF-16 or UTF-32 without `working-tree-encoding`: git takes it for bytes.

By default only under names whose languages are UTF-8 by definition, so that nothing reads it: to Python, a shell and
parsers of JSON and TOML it is an error in the first line. Elsewhere some tool may well read it.
"""

from __future__ import annotations

from langdetect_hook.evidence.evidence import Evidence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from langdetect_hook.case import Case

# Formats whose own tools write UTF-16.
WIDE_BY_CUSTOM = frozenset({".inf", ".rc", ".rc2", ".reg", ".strings"})
# UTF-8, or at least no NUL, by their definitions: the interpreter, POSIX, RFC 8259, toml.io, go.dev/ref/spec, the Rust
# Reference.
ALWAYS_NARROW = frozenset({"Go", "JSON", "Python", "Rust", "Shell", "TOML"})
# What git itself reads, whatever encoding it was told of (gitattributes(5), gitignore(5)), and passes over in silence.
READ_BY_GIT = frozenset({"Git Attributes", "Ignore List"})
# How git calls an encoding: without a byte order mark, and with one. https://git-scm.com/docs/gitattributes
GIT_NAMES = {
    "utf-16-be": ("UTF-16BE", "UTF-16"),
    "utf-16-le": ("UTF-16LE", "UTF-16LE-BOM"),
    "utf-32-be": ("UTF-32BE", "UTF-32"),
    "utf-32-le": ("UTF-32LE", "UTF-32"),
}
BYTE_ORDER_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")


def evidence(case: Case) -> Evidence | None:
    """The encoding in which nothing reads a file of this name, and that git was not told of, or None."""
    return _told(case, True) if case.content.encoding in GIT_NAMES else None


def everywhere(case: Case) -> Evidence | None:
    """The encoding that git was not told of, under any other name of text, or None."""
    return _told(case, False) if case.content.encoding in GIT_NAMES else None


def _told(case: Case, narrow: bool) -> Evidence | None:
    """The encoding of a file whose name claims a language that is `narrow` by definition, or one that is not."""
    content, claim = case.content, case.claim
    encoding = content.encoding or ""
    if content.text is None or not claim or (claim.languages[0] in ALWAYS_NARROW | READ_BY_GIT) != narrow:
        return None
    if claim.extension in WIDE_BY_CUSTOM or (narrow and _is_about_encodings(claim.path)):
        return None
    from langdetect_hook.overrides import said_of

    by_git = claim.languages[0] in READ_BY_GIT
    if said_of(case).encoding and not by_git:
        return None
    name = GIT_NAMES[encoding][content.raw.startswith(BYTE_ORDER_MARKS)]
    return Evidence(
        "LD007",
        1,
        f"looks like {name[:6]} text",
        "UTF-8",
        "save it as UTF-8"
        + (": nothing in it counts so" if by_git else f", or set working-tree-encoding={name} in .gitattributes"),
    )


def _is_about_encodings(path: str) -> bool:
    """Whether a path is that of a test, which may be about encodings whatever its words."""
    from langdetect_hook.evidence.made_for_tests import TESTS, is_about

    return is_about(path, TESTS)
