"""What is read of a text: the excerpt that the network sees, and the windows that the verdict looks at one by one."""

from __future__ import annotations

EXCERPT_CHARACTERS = 16_384
_HEAD_CHARACTERS = 12_288
FIRST_LOOK_CHARACTERS = 4_096


def excerpt(text: str) -> str:
    """All of a text up to 16,384 characters; of a longer one its head and a piece behind its middle, by whole lines."""
    if len(text) <= EXCERPT_CHARACTERS:
        return text
    head = first_lines(text, _HEAD_CHARACTERS)
    start = text.find("\n", len(text) // 2 + 4_096) + 1
    if not start:
        return head
    return head + "\n" + text[start : start + EXCERPT_CHARACTERS - _HEAD_CHARACTERS]


def first_lines(text: str, characters: int) -> str:
    """The first lines of a text, at most `characters` long in all (a first line that is longer is cut)."""
    if len(text) <= characters:
        return text
    end = text.rfind("\n", characters // 2, characters)
    return text[: end if end > 0 else characters]
