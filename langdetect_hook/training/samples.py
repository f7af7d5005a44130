"""Samples for training and measuring: whole texts and windows of lines, as sparse batches of weighted counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from langdetect_hook.network.tokenizer import LINE_START, SHAPES, shape
from langdetect_hook.network.vocabulary import weight
from langdetect_hook.training.selection import NEIGHBOURS, rows_of_names
from langdetect_hook.training.shards import Shards, blocks

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from langdetect_hook.training.encoding import TokenStreams
    from langdetect_hook.training.selection import Selection

SHORTEST_WINDOW, LONGEST_WINDOW = 3, 100  # lines
WHOLE = 0
# The mixing of splitmix64 (Steele, Lea and Flood, OOPSLA 2014), whose low bits are as good as random.
_ODD = tuple(np.uint64(number) for number in (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0xBF58476D1CE4E5B9))
_LOW_BITS = np.uint64((1 << 24) - 1)
_WEIGHTS = np.array([weight(count) for count in range(64)], np.float32)


_COLUMNS = 1 + len(NEIGHBOURS)


class Batch(NamedTuple):
    """n samples as a sparse matrix [n, F] of normalised weights: places [entries, 2] in row order, and values."""

    places: NDArray[np.int64]
    values: NDArray[np.float32]
    samples: int


class Samples:
    """A cutter of texts into samples: for each position of the streams, what ends there: the token, and its
    NEIGHBOURS."""

    def __init__(self, streams: TokenStreams, selection: Selection, raw_counts: bool = False) -> None:
        """`raw_counts`: samples are plain counts, as in the design's baseline, which the hook does not compute with."""
        self._raw_counts = raw_counts
        self.rows = len(selection.names) + len(selection.keys)
        self._starts = streams.starts
        self._marks = streams.marks
        row = {name: number for number, name in enumerate(selection.names)}
        self._is_word = np.array([is_word(name) for name in selection.names])
        self._shape = np.array([row[shape(name)] for name in selection.names], np.int32)
        self._found = Shards(streams.folder, np.int32, _COLUMNS)
        self._lines = Shards(streams.folder, np.int64)
        self._first_line = np.zeros(len(streams.starts), np.int64)
        row_of_name = rows_of_names(streams.names, selection.names)
        is_line_start = np.array([name.startswith(LINE_START) for name in selection.names])
        for first, last in blocks(streams.starts):
            rows = row_of_name[streams.tokens[streams.starts[first] : streams.starts[last]]]
            self._found.append(_found(rows, streams.starts[first:last] - streams.starts[first], selection))
            self._add_lines(first, last, np.flatnonzero(is_line_start[rows.astype(np.int64)]))

    def _add_lines(self, first: int, last: int, places: NDArray[np.int64]) -> None:
        starts = self._starts[first : last + 1]
        self._first_line[first : last + 1] = len(self._lines) + np.searchsorted(places, starts - starts[0])
        self._lines.append(places + starts[0])

    def lines(self, text: int) -> int:
        """How many lines (blank ones not counted) a text has."""
        return int(self._first_line[text + 1] - self._first_line[text])

    def window(self, text: int, lines: int, generator: np.random.Generator) -> tuple[int, int]:
        """The positions of `lines` lines in a row of a text, chosen by chance; of WHOLE, or more than it has, all."""
        begin, end = int(self._starts[text]), int(self._starts[text + 1])
        spare = self.lines(text) - lines
        if lines == WHOLE or spare <= 0:
            return begin, end
        first = self._first_line[text] + int(generator.integers(0, spare + 1))
        places = self._lines[first : min(first + lines + 1, self._first_line[text + 1])]
        return int(places[0]), int(places[lines]) if lines < len(places) else end

    def marks(self, spans: list[tuple[int, int]]) -> NDArray[np.uint8]:
        """The constructs that stand in samples [n]: the marks of all their tokens together."""
        return np.array([np.bitwise_or.reduce(self._marks[begin:end], initial=0) for begin, end in spans], np.uint8)

    def batch(self, spans: list[tuple[int, int]], forgotten: Forgotten | None = None) -> Batch:
        """The weighted, normalised counts of samples, given as positions; some of their words may be `forgotten`."""
        pieces = [self._found[begin:end] for begin, end in spans]
        sizes = [len(piece) for piece in pieces]
        found, sample = np.concatenate(pieces), np.repeat(np.arange(len(pieces)), sizes)
        begins = np.cumsum([0, *sizes[:-1]])
        # A pair, triple or gap that reaches back before the first line of a sample is not in it.
        for column, (order, _) in enumerate(NEIGHBOURS, 1):
            for place in range(order):
                inside = begins + place
                found[inside[inside < len(found)], column] = -1
        if forgotten is not None:
            self._forget(found, sample, forgotten)
        return self._counted(found.ravel(), np.repeat(sample, _COLUMNS), len(spans))

    def _counted(self, row: NDArray[np.int32], sample: NDArray[np.int64], samples: int) -> Batch:
        known = row >= 0
        codes = sample[known] * self.rows + row[known]
        # Numbers half as wide are sorted in half the time.
        narrow = codes.astype(np.int32) if samples * self.rows < 1 << 31 else codes
        distinct, counts = np.unique(narrow, return_counts=True)
        codes = distinct.astype(np.int64)
        if self._raw_counts:
            places = np.stack([codes // self.rows, codes % self.rows], 1)
            return Batch(places, counts.astype(np.float32), samples)
        weights = _WEIGHTS[np.minimum(counts, len(_WEIGHTS) - 1)]
        sample = codes // self.rows
        squares = np.bincount(sample, weights=weights * weights, minlength=samples)
        values = weights / np.sqrt(np.sqrt(squares))[sample]
        return Batch(np.stack([sample, codes % self.rows], 1), values.astype(np.float32), samples)

    def _forget(self, found: NDArray[np.int32], sample: NDArray[np.int64], forgotten: Forgotten) -> None:
        """Take words for ones outside the vocabulary: only their shapes count, and no pair, triple or gap of them."""
        gone = self._is_word[found[:, 0]] & forgotten.are(found[:, 0], sample)
        found[gone, 0] = self._shape[found[gone, 0]]
        before, before_that = _shifted(gone, 1), _shifted(gone, 2)
        for column, near in enumerate((gone | before, gone | before | before_that, gone | before_that), 1):
            found[near, column] = -1


class Forgotten:
    """Which words a sample must do without, by chance: in each sample a share of all words, wherever they stand.

    A network that could rely on every name would learn those of projects and frameworks in place of the language.
    """

    def __init__(self, samples: int, share: float, generator: np.random.Generator) -> None:
        """`share`: of the words, in the mean; a sample loses between none and twice as many."""
        self._of_sample = generator.uniform(0, 2 * share, samples).astype(np.float32)
        self._salt = np.uint64(generator.integers(0, 1 << 63))

    def are(self, row: NDArray[np.int32], sample: NDArray[np.int64]) -> NDArray[np.bool_]:
        """Whether each of n tokens, by its row and sample, is forgotten: alike wherever it stands in the sample."""
        number = row.astype(np.uint64) * _ODD[0] + sample.astype(np.uint64) * _ODD[1] + self._salt
        number = (number ^ number >> np.uint64(29)) * _ODD[2]
        number ^= number >> np.uint64(32)
        return np.asarray((number & _LOW_BITS) / np.float32(_LOW_BITS) < self._of_sample[sample])


def is_word(name: str) -> bool:
    """Whether a token is a word that may be forgotten; the shapes of words are what is left of one."""
    return len(name) > 1 and name not in SHAPES and name.isascii() and (name[0].isalpha() or name[0] == "_")


def lengths(samples: int, whole: float, generator: np.random.Generator) -> NDArray[np.int64]:
    """Lengths in lines for training samples: WHOLE for a share of `whole`, else 3 to 100, short ones more often."""
    drawn = np.exp(generator.uniform(np.log(SHORTEST_WINDOW), np.log(LONGEST_WINDOW + 1), samples)).astype(np.int64)
    return np.where(generator.random(samples) < whole, WHOLE, drawn)


def _found(rows: NDArray[np.uint64], starts: NDArray[np.int64], selection: Selection) -> NDArray[np.int32]:
    """The rows [n, 4] of the token, pair, triple and gap that end at each of n positions, -1 where none has one."""
    found = np.full((len(rows), _COLUMNS), -1, np.int32)
    found[:, 0] = rows
    for column, (order, keys_of) in enumerate(NEIGHBOURS, 1):
        found[order:, column] = _look_up(selection.keys, keys_of(rows), len(selection.names))
        for position in range(order):  # none reaches back into the text before
            begins = starts + position
            found[begins[begins < len(rows)], column] = -1
    return found


def _shifted(flags: NDArray[np.bool_], places: int) -> NDArray[np.bool_]:
    """Of each position, what is true of the one that stands so many places before it."""
    moved = np.zeros_like(flags)
    moved[places:] = flags[:-places]
    return moved


def _look_up(keys: NDArray[np.uint64], wanted: NDArray[np.uint64], first_row: int) -> NDArray[np.int32]:
    if not len(keys):
        return np.full(len(wanted), -1, np.int32)
    place = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
    return np.where(keys[place] == wanted, place + first_row, -1).astype(np.int32)
