"""Counts to logits: one hidden layer in whole numbers.

    hidden = elu(weights(counts) / norm @ W1 + b1)        logits = hidden @ W2 + b2

W1 is stored in 8 bits and W2 in 16, activations are rounded to 1/64, so all sums are of integers: any order, any
machine and any batch size give the same logits, to the last bit. This module needs no numpy: a row of numbers is one
Python integer with a lane of 32 bits a number, the sum of number << 32 * place. Sums and multiples of such integers are
such integers, whatever the signs, so that one operation serves all lanes. network/batch.py does the same arithmetic in
numpy.
"""

from __future__ import annotations

from math import exp, floor, sqrt
from zlib import crc32

from langdetect_hook.failure import Failure
from langdetect_hook.network.vocabulary import HEAVIEST, weight

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

ACTIVATION_STEPS = 64  # activations are multiples of 1/64
LARGEST_ACTIVATION = 64 * ACTIVATION_STEPS - 1
LARGEST_OUTPUT_WEIGHT = 1023  # keeps the products of weight and activation of MOST_UNITS inside a lane
MOST_UNITS = 256
LARGEST_BIAS = 1 << 29  # and leaves room for them
ELU_BELOW_ZERO = tuple(round(ACTIVATION_STEPS * (exp(-i / ACTIVATION_STEPS) - 1)) for i in range(8 * ACTIVATION_STEPS))
_LANE_BITS, _LANE_BYTES = 32, 4
# So many rows of hidden weights have a checksum together, which is looked at when the first of them is read: to sum up
# all megabytes at each commit would take a tenth of its time, and a file has a few hundred of 57,000 rows.
_BLOCK_ROWS = 8
HIDDEN_ZERO, _OUTPUT_ZERO = 128, LARGEST_OUTPUT_WEIGHT + 1  # what is stored for a weight of 0


class Network:
    """The trained arrays. Shapes: F rows of the vocabulary, H hidden units (even), L labels."""

    __slots__ = (
        "_bias_lanes",
        "_hidden_rows",
        "_label_ones",
        "_output_rows",
        "_unit_ones",
        "hidden_bias",
        "hidden_scale",
        "hidden_weights",
        "labels",
        "output_bias",
        "output_scale",
        "output_weights",
        "units",
    )

    def __init__(
        self,
        labels: Sequence[str],
        hidden_weights: memoryview,
        hidden_scale: Sequence[float],
        hidden_bias: Sequence[float],
        output_weights: memoryview,
        output_scale: float,
        output_bias: Sequence[int],
        checksums: memoryview | None = None,
    ) -> None:
        """`hidden_weights`: F * H bytes, row by row, each a weight plus 128, a unit's times `hidden_scale` [H];
        `output_weights`: H * L 32-bit integers, each a weight plus 1,024; `output_bias` [L] counts in the same steps
        as the sums of the output layer, of which one is `output_scale` of a logit; `checksums`: of the hidden weights,
        see checksums_of."""
        self.labels = labels
        self.units = len(hidden_bias)
        self.hidden_weights = hidden_weights
        self.hidden_scale = hidden_scale
        self.hidden_bias = hidden_bias
        self.output_weights = output_weights
        self.output_scale = output_scale
        self.output_bias = output_bias
        self._unit_ones = _ones(self.units)
        self._label_ones = _ones(len(labels))
        self._hidden_rows = _HiddenRows(hidden_weights, self.units, HIDDEN_ZERO * self._unit_ones, checksums)
        self._output_rows: list[int] = []
        self._bias_lanes = 0

    def logits(self, counts: dict[int, int]) -> list[int]:
        """The logit of each label, in steps of `output_scale`, for counts as Vocabulary.counts gives them."""
        if not counts:
            return list(self.output_bias)
        by_weight = rows_by_weight(counts)
        return self._output(activations(self._hidden_sums(by_weight), norm(by_weight), self))

    def hidden_row(self, row: int) -> list[int]:
        """The hidden weights of a row. Failure: they are damaged."""
        self._hidden_rows.require_sound(row)
        stored = self.hidden_weights[row * self.units : (row + 1) * self.units]
        return [number - HIDDEN_ZERO for number in stored]

    def require_sound(self) -> None:
        """Look at all hidden weights at once, for those who read them as they are stored. Failure: they are damaged."""
        for row in range(0, len(self.hidden_weights) // self.units, _BLOCK_ROWS):
            self._hidden_rows.require_sound(row)

    def _hidden_sums(self, by_weight: Sequence[Sequence[int]]) -> list[int]:
        """The sum of weight * hidden weight over all rows, for each hidden unit."""
        row_of = self._hidden_rows.__getitem__
        total = sum([factor * sum(map(row_of, rows)) for factor, rows in enumerate(by_weight) if rows])
        return _numbers(total, self._unit_ones)

    def _output(self, hidden: list[int]) -> list[int]:
        if not self._output_rows:
            self._read_output_rows()
        products = [activation * row for activation, row in zip(hidden, self._output_rows, strict=True)]
        return _numbers(sum(products, self._bias_lanes), self._label_ones)

    def _read_output_rows(self) -> None:
        size = _LANE_BYTES * len(self.labels)
        table, zeros = self.output_weights.cast("B"), _OUTPUT_ZERO * self._label_ones
        starts = range(0, size * self.units, size)
        self._output_rows = [int.from_bytes(table[start : start + size], "little") - zeros for start in starts]
        self._bias_lanes = sum([bias << _LANE_BITS * place for place, bias in enumerate(self.output_bias)])


class _HiddenRows(dict[int, int]):
    """Row -> its hidden weights as lanes, made at the first use."""

    __slots__ = ("_checksums", "_sound", "_stored", "_units", "_zeros")

    def __init__(self, stored: memoryview, units: int, zeros: int, checksums: memoryview | None) -> None:
        super().__init__()
        self._stored = stored
        self._units = units
        self._zeros = zeros
        self._checksums = checksums
        self._sound: set[int] = set()

    def require_sound(self, row: int) -> None:
        """Failure where the block of a row is not what was written."""
        block = row // _BLOCK_ROWS
        if block in self._sound or self._checksums is None:
            return
        size = _BLOCK_ROWS * self._units
        if crc32(self._stored[block * size : (block + 1) * size]) != self._checksums[block]:
            raise Failure("the model assets are damaged (hidden_weights.npy): install again, or train again")
        self._sound.add(block)

    def __missing__(self, row: int) -> int:
        self.require_sound(row)
        lanes = bytearray(_LANE_BYTES * self._units)
        lanes[::_LANE_BYTES] = self._stored[row * self._units : (row + 1) * self._units]
        self[row] = number = int.from_bytes(lanes, "little") - self._zeros
        return number


def are_output_weights(stored: memoryview) -> bool:
    """Whether all 32-bit integers are such as are stored for an output weight: below 2,048."""
    table = bytes(stored)  # whose slices are made many times as fast
    second, third, fourth = (table[place::_LANE_BYTES] for place in (1, 2, 3))
    return not second.translate(None, bytes(range(8))) and not (third + fourth).strip(b"\0")


def blocks_of(rows: int) -> int:
    """How many checksums so many rows of hidden weights have."""
    return -(-rows // _BLOCK_ROWS)


def checksums_of(hidden_weights: memoryview, units: int) -> list[int]:
    """The CRC-32 of each block of rows of hidden weights."""
    size = _BLOCK_ROWS * units
    return [crc32(hidden_weights[start : start + size]) for start in range(0, len(hidden_weights), size)]


def rows_by_weight(counts: dict[int, int]) -> list[list[int]]:
    """The rows whose count has each weight."""
    by_weight: list[list[int]] = [[] for _ in range(HEAVIEST + 1)]
    for row, count in counts.items():
        by_weight[weight(count)].append(row)
    return by_weight


def norm(by_weight: Sequence[Sequence[int]]) -> float:
    """What the weighted counts are divided by: the square root of their Euclidean length, so that more text gives more
    certainty, but not in proportion."""
    return sqrt(sqrt(sum([factor * factor * len(rows) for factor, rows in enumerate(by_weight)])))


def activations(sums: Sequence[int], divisor: float, network: Network) -> list[int]:
    """elu(sums * scale / norm + bias) in steps of 1/64, each operation rounded as IEEE 754 has it."""
    hidden = []
    for total, scale, bias in zip(sums, network.hidden_scale, network.hidden_bias, strict=True):
        step = floor((total * scale / divisor + bias) * ACTIVATION_STEPS + 0.5)
        if step >= 0:
            hidden.append(step if step < LARGEST_ACTIVATION else LARGEST_ACTIVATION)
        else:
            hidden.append(ELU_BELOW_ZERO[-step] if -step < len(ELU_BELOW_ZERO) else -ACTIVATION_STEPS)
    return hidden


def _ones(lanes: int) -> int:
    """The integer with a 1 in each lane."""
    return int.from_bytes(b"\1\0\0\0" * lanes, "little")


def _numbers(lanes: int, ones: int) -> list[int]:
    """The numbers in the lanes of an integer, lowest first (on little-endian machines, which assets ask for)."""
    # Half of a lane's range is added to each, so that none borrows from the next; the highest bit is the sign then.
    half = ones << _LANE_BITS - 1
    unsigned = (lanes + half ^ half).to_bytes((half.bit_length() + 7) // 8, "little")
    numbers: list[int] = memoryview(unsigned).cast("i").tolist()
    return numbers
