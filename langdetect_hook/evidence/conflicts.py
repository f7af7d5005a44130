"""Whole conflicts, as git writes them into a text: the ordered triple of markers at line starts."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

OURS, MIDDLE, THEIRS = "<<<<<<< ", "=======", ">>>>>>> "
POINTER = "version https://git-lfs.github.com/spec/v1\n"
MOST_OF_A_POINTER = 4096  # characters of two pointers, perhaps what both came from, and the markers around them


def conflicts(lines: list[str]) -> Iterator[tuple[int, int]]:
    """The lines, from 1, with the first and the last marker of each conflict."""
    start = middle = 0
    for number, line in enumerate(lines, 1):
        if line.startswith(OURS):
            start, middle = number, 0
        elif start and (line == MIDDLE or line.startswith(MIDDLE + " ")):
            middle = number
        elif start and middle and line.startswith(THEIRS):
            yield start, number
            start = middle = 0


def first_conflict(lines: list[str]) -> int:
    """The line, from 1, of the first marker that the other two follow in order; 0 where there is none."""
    return next((start for start, _ in conflicts(lines)), 0)


def is_broken_pointer(text: str) -> bool:
    """Whether a text is a Git LFS pointer with the markers of a merge in it, which Git LFS does not know for one."""
    if len(text) > MOST_OF_A_POINTER or not text.startswith((POINTER, OURS)):
        return False
    return POINTER in text and first_conflict(text.split("\n")) > 0
