"""Tokens to counts: which tokens, pairs and triples of adjacent tokens, and gaps have a row in the network.

A gap is two tokens with any one between them: `( arr :` and `( n :` have the same. Rows 0 … len(names) - 1 are single
tokens, one name a line in vocabulary.txt; the rows after them are the others, as sorted 64-bit keys in ngrams.npy. A
token outside the vocabulary counts as its shape (tokenizer.shape).
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import chain, pairwise, repeat

from langdetect_hook.network.tokenizer import canonical, shape, split

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

HEAVIEST = 15
# What stands for the token of a gap: one row more than there may be.
_ANY = 0xFFFF
# A count n weighs round(3 * log2(1 + n)), at most 15: small integers, so that the network's sums are exact.
_WEIGHTS = bytes(
    (
        *(0, 3, 5, 6, 7, 8, 8, 9, 10, 10, 10, 11, 11, 11, 12, 12, 12),
        *(13, 13, 13, 13, 13, 14, 14, 14, 14, 14, 14, HEAVIEST),
    )
)
_MOST_COUNTED = len(_WEIGHTS) - 1
# So many raw tokens are remembered, then forgotten: there is no end to identifiers.
_MEMORY = 100_000
# From so many texts on, an index of the pairs, triples and gaps pays for the time that it takes to make.
_MANY_TEXTS = 10


def weight(count: int) -> int:
    """What a token seen `count` times weighs in the network's input: an integer from 0 to 15."""
    return _WEIGHTS[count if count < _MOST_COUNTED else _MOST_COUNTED]


def pair_key(first: int, second: int) -> int:
    """The key of two adjacent tokens, given as rows: below 2**32."""
    return first << 16 | second


def triple_key(first: int, second: int, third: int) -> int:
    """The key of three adjacent tokens, given as rows: 2**32 or more, so never a pair's."""
    return (first + 1) << 32 | second << 16 | third


def gap_key(first: int, third: int) -> int:
    """The key of two tokens with any one between them, given as rows: that of a triple around what no row is."""
    return triple_key(first, _ANY, third)


class Vocabulary:
    """The rows of the network's input, looked up by token."""

    __slots__ = ("_count", "_found", "_keys", "_memory", "_texts", "names")

    def __init__(self, names: list[str], keys: memoryview) -> None:
        """`names`: the single tokens in row order, at most 65,535; `keys`: sorted keys of pairs, triples and gaps, of
        format Q."""
        self.names = names
        self._keys = keys
        self._memory = _Rows(names)
        self._found: Callable[[list[int]], Iterable[int | None]] = _Searched(keys, len(names)).found
        self._count: Callable[[Iterable[int]], dict[int, int]] = _counted
        self._texts = 0

    def __len__(self) -> int:
        return len(self.names) + len(self._keys)

    def has(self, names: Iterable[str]) -> bool:
        """Whether each of some single tokens has a row."""
        return self._memory.has(names)

    def index(self) -> None:
        """Make look-ups of all but single tokens many times as fast, at the price of some milliseconds once; where many
        texts are counted, this is done anyway."""
        from collections import Counter  # importing it takes longer than it saves for a few texts

        self._found = _Indexed(self._keys, len(self.names)).found
        self._count = Counter

    def token_rows(self, text: str) -> list[int]:
        """The row of each token of `text`, in order (of its shape where the token has none)."""
        if len(self._memory) > _MEMORY:
            self._memory = _Rows(self.names)
        return list(map(self._memory.__getitem__, split(text)))

    def counts(self, text: str) -> dict[int, int]:
        """How often each row of the vocabulary occurs in `text`: {row: count}, in order of first occurrence."""
        self._texts += 1
        if self._texts == _MANY_TEXTS:
            self.index()
        rows = self.token_rows(text)
        return self._count(chain(rows, filter(None, self._found(rows))))

    def describe(self, row: int) -> str:
        """The token, pair, triple or gap of a row as a person reads it: the tokens separated by spaces."""
        if row < len(self.names):
            return self.names[row]
        key = self._keys[row - len(self.names)]
        parts = [key >> 16 & 0xFFFF, key & 0xFFFF]
        if key >> 32:
            parts.insert(0, (key >> 32) - 1)
        known = (part for part in parts if part < len(self.names) or part == _ANY)  # a stranger's keys may be any
        return " ".join("…" if part == _ANY else self.names[part] for part in known)


def _counted(rows: Iterable[int]) -> dict[int, int]:
    counts: dict[int, int] = {}
    for row in rows:
        counts[row] = counts.get(row, 0) + 1
    return counts


class _Rows(dict[str, int]):
    """Raw token -> row, worked out once for each raw token."""

    __slots__ = ("_names",)

    def __init__(self, names: list[str]) -> None:
        super().__init__()
        self._names = dict(zip(names, range(len(names)), strict=True))

    def has(self, names: Iterable[str]) -> bool:
        return all(name in self._names for name in names)

    def __missing__(self, token: str) -> int:
        name = canonical(token)
        row = self._names.get(name)
        if row is None:
            row = self._names[shape(name)]
        self[token] = row
        return row


class _Searched(dict[int, int]):
    """Key -> row, 0 for a key that has none: each looked for among the sorted keys once."""

    __slots__ = ("_first_row", "_keys")

    def __init__(self, keys: Sequence[int], first_row: int) -> None:
        super().__init__()
        self._keys = keys
        self._first_row = first_row

    def found(self, rows: list[int]) -> Iterable[int | None]:
        """What _Indexed.found answers."""
        pairs = [first << 16 | second for first, second in pairwise(rows)]
        triples = [first + 1 << 32 | pair for first, pair in zip(rows, pairs[1:], strict=False)]
        gaps = [first + 1 << 32 | _ANY << 16 | third for first, third in zip(rows, rows[2:], strict=False)]
        return map(self.__getitem__, chain(pairs, triples, gaps))

    def __missing__(self, key: int) -> int:
        place = bisect_left(self._keys, key)
        found = place < len(self._keys) and self._keys[place] == key
        self[key] = row = self._first_row + place if found else 0
        return row


class _Indexed:
    """Rows looked up by what their keys are made of: no key is worked out for each place of a text."""

    __slots__ = ("_of_pairs", "_of_triples")

    def __init__(self, keys: memoryview, first_row: int) -> None:
        pairs = bisect_left(keys, 1 << 32)
        parts = keys.cast("B").cast("H")  # four of a key; assets are for little-endian machines
        of_pairs, others = parts[: 4 * pairs], parts[4 * pairs :]
        rows = range(first_row, first_row + len(keys))
        self._of_pairs = dict(zip(zip(of_pairs[1::4], of_pairs[::4], strict=True), rows, strict=False))
        triples = zip(others[2::4], others[1::4], others[::4], strict=True)
        self._of_triples = dict(zip(triples, rows[pairs:], strict=True))

    def found(self, rows: list[int]) -> Iterable[int | None]:
        """The rows of the pairs, then of the triples, then of the gaps of a text whose tokens have `rows`; 0 or None
        where one has none."""
        seconds, thirds, firsts = rows[1:], rows[2:], [row + 1 for row in rows]
        pair, triple = self._of_pairs.get, self._of_triples.get
        return chain(
            map(pair, zip(rows, seconds, strict=False)),
            map(triple, zip(firsts, seconds, thirds, strict=False)),
            map(triple, zip(firsts, repeat(_ANY), thirds, strict=False)),
        )
