"""LD007: text in UTF-16 or UTF-32 without `working-tree-encoding`: git takes it for bytes. Off unless selected."""

from __future__ import annotations

from langdetect_hook.evidence.evidence import Evidence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from langdetect_hook.case import Case

# Formats whose own tools write UTF-16.
WIDE_BY_CUSTOM = frozenset({".inf", ".rc", ".rc2", ".reg", ".strings"})
# How git calls an encoding: without a byte order mark, and with one. https://git-scm.com/docs/gitattributes
GIT_NAMES = {
    "utf-16-be": ("UTF-16BE", "UTF-16"),
    "utf-16-le": ("UTF-16LE", "UTF-16LE-BOM"),
    "utf-32-be": ("UTF-32BE", "UTF-32"),
    "utf-32-le": ("UTF-32LE", "UTF-32"),
}
BYTE_ORDER_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")


def evidence(case: Case) -> Evidence | None:
    """The encoding that git was not told of, or None."""
    content, claim = case.content, case.claim
    encoding = content.encoding
    if encoding not in GIT_NAMES or content.text is None:
        return None
    if not claim or claim.extension in WIDE_BY_CUSTOM:
        return None
    if case.attribute("working-tree-encoding"):
        return None
    name = GIT_NAMES[encoding][content.raw.startswith(BYTE_ORDER_MARKS)]
    return Evidence(
        "LD007",
        1,
        f"looks like {name[:6]} text",
        "UTF-8",
        f"save it as UTF-8, or set working-tree-encoding={name} in .gitattributes",
    )
