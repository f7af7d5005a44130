"""LD006: the whole content stands inside a Markdown code fence, as pasted from a chat; or one half of the fence was
pasted along."""

from __future__ import annotations

from langdetect_hook.evidence.evidence import Evidence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from langdetect_hook.case import Case

FENCES = ("```", "~~~")
LAST_FENCES = ("```", "```\n", "```\r\n")
FIRST_CHARACTERS = 1000  # the fence, and some lines of prose before it, stand here or nowhere
MOST_PROSE = 4  # lines before the fence
LAST_LINES = 6  # a closing fence may be followed by this many lines of prose
# What may follow the fence: a language, a path, attributes.
OPENING = r"[ \t]{0,8}(`{3,}(?!`)|~{3,}(?!~))(?:[ \t]*([^\s`]+)(?:\s[^`]*)?|\s*)"
# A line that speaks to the reader; anything else before a fence may be a comment or a string.
PROSE = r"[A-Z][\w'\u2019]*[,!]?(?: [^\s={};]+){2,}"
# What stands before a heading, an item and a quotation.
MARKS_OF_LINES = r"[ \t]{0,40}(?:(?:#{1,6}|[*>-]|\d{1,9}[.)])[ \t]+|\*\*)"
THOUGHTS = "<think>"  # what a model says to itself before it answers
LITERATE = frozenset({".lagda", ".lhs", ".litcoffee", ".prompt", ".typ"})  # prose with fenced code in it


def evidence(case: Case) -> Evidence | None:
    """The fence that opens before all content or closes after it, or None."""
    claim, text = case.claim, case.text
    if not text or not case.content.complete:
        return None
    first = text[:FIRST_CHARACTERS].lstrip()
    opens = first.startswith((*FENCES, THOUGHTS)) or ("\n```" in first and first[:1].isupper())
    if not opens and "\n```\n" not in text and not text.endswith(LAST_FENCES):
        return None
    if not claim or claim.template or claim.extension in LITERATE:
        return None
    if claim.has("documentation", "holds-anything", "own-fences") or "Markdown" in claim.accepts:
        return None
    found = (_fence_around(text) if opens else None) or _fence_at_the_end(text)
    from langdetect_hook.overrides import said_of

    if not found or said_of(case).language in ("markdown", "text"):
        return None
    from langdetect_hook.evidence.words import expected_of

    line, words = found
    return Evidence(
        "LD006",
        line,
        f"looks like Markdown: {words}",
        expected_of(claim),
        f"delete what is not the file's own: the fence in line {line} and what an answer says before and after",
        "Markdown",
    )


def _fence_around(text: str) -> tuple[int, str] | None:
    """The line of the fence that begins the content, and what it does; None where there is none."""
    import re

    thoughts = re.match(rf"\s*{THOUGHTS}[\s\S]*?</think>", text)
    lines = text.split("\n")
    first = text.count("\n", 0, thoughts.end()) + 1 if thoughts else 0
    filled = [number for number in range(first, len(lines)) if lines[number].strip()]
    if len(filled) < 3:
        return None
    start = 0
    while start < MOST_PROSE and re.match(PROSE, lines[filled[start]].strip()) and start + 1 < len(filled):
        start += 1
    opening = re.fullmatch(OPENING, lines[filled[start]].rstrip("\r"))
    if not opening:
        return None
    after = filled[start + 1 :][-LAST_LINES:]
    if any(lines[number].strip() == opening[1] for number in after):
        return filled[start] + 1, "a code fence around the whole content"
    # Without the name of a language it may stand in a string.
    return (filled[start] + 1, "it begins with a code fence") if opening[2] else None


def _fence_at_the_end(text: str) -> tuple[int, str] | None:
    """The line of the only fence, which ends the content, or has only words of an answer behind it: the beginning of
    the answer was left out."""
    lines = text.rstrip().split("\n")
    if text.count(FENCES[0]) != 1 or FENCES[0] not in lines[1:]:
        return None
    line = lines.index(FENCES[0]) + 1
    if line == len(lines):
        return (line, "it ends with a code fence") if line > 2 else None
    return (line, "a code fence and an answer's words end it") if _are_words(lines[line:]) else None


def _are_words(lines: list[str]) -> bool:
    """Whether lines speak to the reader: sentences, and what Markdown puts before some of them."""
    import re

    filled = [line for line in lines if line.strip()]
    spoken = {line for line in filled if re.match(PROSE, re.sub(MARKS_OF_LINES, "", line))}
    return bool(spoken) and all(line in spoken or re.match(MARKS_OF_LINES + r"\S", line) for line in filled)
