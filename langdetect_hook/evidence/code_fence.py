"""LD006: the whole content stands inside a Markdown code fence, as pasted from a chat."""

from __future__ import annotations

from langdetect_hook.evidence.fact import Evidence, expected_of, extension, overridden
from langdetect_hook.evidence.kinds import DOCUMENTATION

TYPE_CHECKING = False
if TYPE_CHECKING:
    from langdetect_hook.claim import Claim
    from langdetect_hook.content import Content
    from langdetect_hook.evidence.fact import Attributes

FENCES = ("```", "~~~")
FIRST_CHARACTERS = 400  # the fence, and a line of prose before it, stand here or nowhere
LAST_LINES = 6  # a closing fence may be followed by this many lines of prose
OPENING = r"(`{3,}|~{3,})[ \t]*[\w+#.:{}-]*[ \t]*"
# A line that speaks to the reader; anything else before a fence may be a comment or a string.
PROSE = (
    r"(?:absolutely|below|certainly|here|here's|i have|i've|of course|okay|ok|sure|the following|this is)\b"
    r"[^\n]*[:.!]"
)
# Languages in which a fence at the beginning of a line is the language's own.
OWN_FENCES = frozenset({"Gherkin", "Handlebars", "Jinja", "Diff"})
LITERATE = frozenset({".lagda", ".lhs", ".litcoffee", ".prompt"})  # prose with fenced code in it


def finding(path: str, claim: Claim | None, content: Content, attributes: Attributes | None) -> Evidence | None:
    """Return the fence that opens before all content and closes after it, or None."""
    if content.text is None or not content.complete:
        return None
    first = content.text[:FIRST_CHARACTERS].lstrip()
    if not first.startswith(FENCES) and not ("\n```" in first and first[:1].isalpha()):
        return None
    if claim is None or claim.template or not claim.languages or extension(path) in LITERATE:
        return None
    if (DOCUMENTATION | OWN_FENCES).intersection(claim.languages) or "Markdown" in claim.accepts:
        return None
    line = _fenced(content.text)
    if not line or overridden(attributes, path) in ("markdown", "text"):
        return None
    return Evidence(
        "LD006",
        line,
        "looks like Markdown: a code fence around the whole content",
        expected_of(claim),
        f"delete the fence lines, the first of them line {line}",
        "Markdown",
    )


def _fenced(text: str) -> int:
    """Return the line of the fence that is around the whole text, 0 where there is none."""
    import re

    lines = text.split("\n")
    filled = [number for number, line in enumerate(lines) if line.strip()]
    if len(filled) < 3:
        return 0
    start = 0
    if re.fullmatch(PROSE, lines[filled[0]].strip(), re.IGNORECASE):
        start = 1
    opening = re.fullmatch(OPENING, lines[filled[start]])
    if not opening:
        return 0
    after = filled[start + 1 :][-LAST_LINES:]
    closed = any(lines[number].strip() == opening[1] for number in after)
    return filled[start] + 1 if closed else 0
