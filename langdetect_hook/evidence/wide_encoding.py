"""LD007: text in UTF-16 or UTF-32 without `working-tree-encoding`, so that git takes it for bytes. Off unless
selected.
"""

from __future__ import annotations

from langdetect_hook.evidence.fact import Evidence, attribute, extension

TYPE_CHECKING = False
if TYPE_CHECKING:
    from langdetect_hook.claim import Claim
    from langdetect_hook.content import Content
    from langdetect_hook.evidence.fact import Attributes

# Formats whose own tools write UTF-16.
WIDE_BY_CUSTOM = frozenset({".inf", ".rc", ".rc2", ".reg", ".strings"})


def finding(path: str, claim: Claim | None, content: Content, attributes: Attributes | None) -> Evidence | None:
    """Return the encoding that git was not told of, or None."""
    encoding = content.encoding
    if encoding is None or content.text is None or not encoding.startswith(("utf-16", "utf-32")):
        return None
    if claim is None or extension(path) in WIDE_BY_CUSTOM:
        return None
    if attribute(attributes, path, "working-tree-encoding"):
        return None
    name = encoding.upper().replace("LE", "").replace("BE", "").rstrip("-")
    return Evidence(
        "LD007",
        1,
        f"looks like {name} text",
        "UTF-8",
        f"save it as UTF-8, or set working-tree-encoding={encoding.upper()} in .gitattributes",
    )
