"""Which labels are right for a sample: plain CSS in a .scss file is both CSS and SCSS.

A file is named after one language, and many a piece of it is another as well. To be taught that such a piece is the one
and not the other would teach that common tokens mean the rarer language. So a sample has a *set* of acceptable labels:
its own, and those that it passes for (languages.language, `passes_for`), but for those that a construct in it excludes.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from langdetect_hook.languages import LANGUAGE_OF
from langdetect_hook.languages.accepts import names_in
from langdetect_hook.network.tokenizer import TOKEN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from langdetect_hook.languages.language import Construct

# A token's marks are the bits of a byte: bit k says that the construct of row k of `passes_for` begins with it.
MOST_CONSTRUCTS = 8


def constructs_of(language: str) -> tuple[Construct, ...]:
    """What tells a piece of a language from those that it passes for otherwise."""
    known = LANGUAGE_OF.get(language)
    return known.passes_for if known else ()


def marks_of(text: str, language: str, tokens: int) -> NDArray[np.uint8]:
    """Where the constructs of a language begin in a text: the marks [tokens] of its raw tokens."""
    marks = np.zeros(tokens, np.uint8)
    starts: list[int] = []
    for bit, pattern in enumerate(_patterns(language)):
        for found in pattern.finditer(text):
            starts = starts or [token.start() for token in TOKEN.finditer("\n" + text)]
            # The tokens are those of the text behind a line start; a construct that begins a line marks that start.
            marks[bisect_right(starts, found.start()) - 1] |= 1 << bit
            marks[bisect_right(starts, max(found.start(), found.end() - 1) + 1) - 1] |= 1 << bit
    return marks


class Acceptable(NamedTuple):
    """The sets of labels that samples may have, and which set it is, by a sample's label and marks.

    `sets` [S, L]: 0 or 1; `set_of` [L, 256]: rows of `sets`. The first L sets are those of one label each.
    """

    sets: NDArray[np.float32]
    set_of: NDArray[np.int32]

    def rows(self, truth: NDArray[np.int32], marks: NDArray[np.uint8]) -> NDArray[np.int32]:
        """The sets of samples with the labels `truth` [n] and the joined marks of their tokens [n]."""
        return np.asarray(self.set_of[truth, marks])


def acceptable(labels: Sequence[str]) -> Acceptable:
    """The sets for a network's labels; only labels of the network are in them."""
    column = {name: number for number, name in enumerate(labels)}
    sets: dict[frozenset[int], int] = {frozenset({number}): number for number in range(len(labels))}
    set_of = np.empty((len(labels), 1 << MOST_CONSTRUCTS), np.int32)
    for name, number in column.items():
        for marks in range(1 << MOST_CONSTRUCTS):
            also = _passes_for(name, marks)
            chosen = frozenset({number} | {column[other] for other in also if other in column})
            set_of[number, marks] = sets.setdefault(chosen, len(sets))
    matrix = np.zeros((len(sets), len(labels)), np.float32)
    for chosen, row in sets.items():
        matrix[row, sorted(chosen)] = 1
    return Acceptable(matrix, set_of)


def single(labels: int) -> Acceptable:
    """The sets where a sample has one right label, whatever stands in it."""
    of_label = np.arange(labels, dtype=np.int32)
    return Acceptable(np.eye(labels, dtype=np.float32), np.repeat(of_label[:, None], 1 << MOST_CONSTRUCTS, 1))


def _passes_for(language: str, marks: int) -> set[str]:
    shown = (construct for bit, construct in enumerate(constructs_of(language)) if not marks >> bit & 1)
    return {name for construct in shown for name in names_in(construct.against)}


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(construct.pattern, re.MULTILINE) for construct in constructs_of(language))
