"""Tokens to counts: which tokens, and which pairs and triples of adjacent tokens, have a row in the network.

Rows 0 … len(names) - 1 are single tokens, one name a line in vocabulary.txt; the rows after them are pairs and triples,
as sorted 64-bit keys in ngrams.npy. A token outside the vocabulary counts as its shape (tokenizer.shape).
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from itertools import pairwise

from langdetect_hook.network.tokenizer import canonical, shape, split

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

# A count n weighs round(3 * log2(1 + n)), at most 15: small integers, so that the network's sums are exact.
_WEIGHTS = (
    0,
    3,
    5,
    6,
    7,
    8,
    8,
    9,
    10,
    10,
    10,
    11,
    11,
    11,
    12,
    12,
    12,
    13,
    13,
    13,
    13,
    13,
    14,
    14,
    14,
    14,
    14,
    14,
    15,
)
_HEAVIEST = len(_WEIGHTS) - 1
# So many raw tokens are remembered, then forgotten: there is no end to identifiers.
_MEMORY = 100_000


def weight(count: int) -> int:
    """What a token seen `count` times weighs in the network's input: an integer from 0 to 15."""
    return _WEIGHTS[count if count < _HEAVIEST else _HEAVIEST]


def pair_key(first: int, second: int) -> int:
    """The key of two adjacent tokens, given as rows: below 2**32."""
    return first << 16 | second


def triple_key(first: int, second: int, third: int) -> int:
    """The key of three adjacent tokens, given as rows: 2**32 or more, so never a pair's."""
    return (first + 1) << 32 | second << 16 | third


class Vocabulary:
    """The rows of the network's input, looked up by token."""

    __slots__ = ("_keys", "_memory", "_ngrams", "names")

    def __init__(self, names: list[str], keys: Sequence[int]) -> None:
        """`names`: the single tokens in row order, at most 65,536; `keys`: sorted pair and triple keys."""
        self.names = names
        self._keys = keys
        self._memory = _Rows(names)
        self._ngrams: dict[int, int] | None = None

    def __len__(self) -> int:
        return len(self.names) + len(self._keys)

    def index(self) -> None:
        """Make look-ups of pairs and triples about four times as fast, at the price of some milliseconds once."""
        if self._ngrams is None:
            start = len(self.names)
            self._ngrams = {key: row for row, key in enumerate(self._keys, start)}

    def token_rows(self, text: str) -> list[int]:
        """The row of each token of `text`, in order (of its shape where the token has none)."""
        if len(self._memory) > _MEMORY:
            self._memory = _Rows(self.names)
        return list(map(self._memory.__getitem__, split(text)))

    def counts(self, text: str) -> dict[int, int]:
        """How often each row of the vocabulary occurs in `text`: {row: count}, in order of first occurrence."""
        rows = self.token_rows(text)
        counts: dict[int, int] = Counter(rows)
        find = self._find if self._ngrams is None else self._ngrams.get
        for (first, second), count in Counter(pairwise(rows)).items():
            row = find(first << 16 | second)
            if row is not None:
                counts[row] = count
        for (first, second, third), count in Counter(zip(rows, rows[1:], rows[2:], strict=False)).items():
            row = find((first + 1) << 32 | second << 16 | third)
            if row is not None:
                counts[row] = count
        return counts

    def describe(self, row: int) -> str:
        """The token, pair or triple of a row as a person reads it: the tokens separated by spaces."""
        if row < len(self.names):
            return self.names[row]
        key = self._keys[row - len(self.names)]
        parts = [key >> 16 & 0xFFFF, key & 0xFFFF]
        if key >> 32:
            parts.insert(0, (key >> 32) - 1)
        return " ".join(self.names[part] for part in parts)

    def _find(self, key: int) -> int | None:
        position = bisect_left(self._keys, key)
        if position < len(self._keys) and self._keys[position] == key:
            return len(self.names) + position
        return None


class _Rows(dict[str, int]):
    """Raw token -> row, worked out once for each raw token."""

    __slots__ = ("_names",)

    def __init__(self, names: list[str]) -> None:
        super().__init__()
        self._names = {name: row for row, name in enumerate(names)}

    def __missing__(self, token: str) -> int:
        name = canonical(token)
        row = self._names.get(name)
        if row is None:
            row = self._names[shape(name)]
        self[token] = row
        return row
