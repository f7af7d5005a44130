"""What is read of a text: the excerpt that the network sees, and the windows that the verdict looks at one by one."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

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


def windows(text: str, window_lines: int, most: int) -> Iterator[str]:
    """Pieces of `window_lines` different lines each, in the order of the text: at most `most`, evenly spread; none of a
    text that is no longer than one."""
    lines = list(dict.fromkeys(line for line in text[: 8 * EXCERPT_CHARACTERS].split("\n") if line.strip()))
    pieces = range(0, len(lines), window_lines)
    if len(pieces) < 2:
        return
    step = max(1, -(-len(pieces) // most))
    for start in pieces[::step]:
        yield "\n".join(lines[start : start + window_lines])
