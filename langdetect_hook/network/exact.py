"""Counts to logits: one hidden layer in whole numbers.

    hidden = elu(weights(counts) / norm @ W1 + b1)        logits = hidden @ W2 + b2

W1 is stored in 8 bits and W2 in 16, activations are rounded to 1/64, so all sums are of integers: any order, any
machine and any batch size give the same logits, to the last bit. This module needs no numpy (whose import would cost
more than the whole check of a commit): a row of weights is one Python integer with a lane a unit, and one addition
serves all units. network/batch.py does the same arithmetic in numpy.
"""

from __future__ import annotations

from math import exp, floor, sqrt

from langdetect_hook.network.vocabulary import weight

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Literal

ACTIVATION_STEPS = 64  # activations are multiples of 1/64
LARGEST_ACTIVATION = 64 * ACTIVATION_STEPS - 1
LARGEST_OUTPUT_WEIGHT = 1023  # keeps 128 products of weight and activation inside a 32-bit lane
ELU_BELOW_ZERO = tuple(round(ACTIVATION_STEPS * (exp(-i / ACTIVATION_STEPS) - 1)) for i in range(8 * ACTIVATION_STEPS))
_LANE_MIDDLE = 1 << 31
# Rows of 8-bit weights that fit in a 16-bit lane when added up: 257 * 255 = 65,535.
_ROWS_A_LANE = 257


class Network:
    """The trained arrays. Shapes: F rows of the vocabulary, H hidden units (even), L labels."""

    __slots__ = (
        "_even_lanes",
        "_output_rows",
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
    ) -> None:
        """`hidden_weights`: F * H bytes, row by row, each a weight plus 128, a unit's times `hidden_scale` [H];
        `output_weights`: H * L 32-bit integers, each a weight plus 1,024; `output_bias` [L] counts in the same steps
        as the sums of the output layer, of which one is `output_scale` of a logit."""
        self.labels = labels
        self.units = len(hidden_bias)
        self.hidden_weights = hidden_weights
        self.hidden_scale = hidden_scale
        self.hidden_bias = hidden_bias
        self.output_weights = output_weights
        self.output_scale = output_scale
        self.output_bias = output_bias
        self._even_lanes = int.from_bytes(b"\xff\0" * (self.units // 2), "little")
        self._output_rows: list[int] | None = None

    def logits(self, counts: dict[int, int]) -> list[int]:
        """The logit of each label, in steps of `output_scale`, for counts as Vocabulary.counts gives them."""
        if not counts:
            return list(self.output_bias)
        return self._output(activations(self._hidden_sums(counts), norm(counts.values()), self))

    def _hidden_sums(self, counts: dict[int, int]) -> list[int]:
        """The sum of weight(count) * hidden weight over all rows, for each hidden unit."""
        by_weight: dict[int, list[int]] = {}
        for row, count in counts.items():
            by_weight.setdefault(weight(count), []).append(row)
        sums = [0] * self.units
        offset = 0
        for factor, rows in by_weight.items():
            offset += 128 * factor * len(rows)
            for start in range(0, len(rows), _ROWS_A_LANE):
                row_sums = self._sum_of_rows(rows[start : start + _ROWS_A_LANE])
                sums = [total + factor * value for total, value in zip(sums, row_sums, strict=True)]
        return [total - offset for total in sums]

    def _sum_of_rows(self, rows: list[int]) -> list[int]:
        """The stored bytes of at most 257 rows, added up for each unit: two 16-bit lanes take turns."""
        units, weights, even_lanes, from_bytes = (
            self.units,
            self.hidden_weights,
            self._even_lanes,
            int.from_bytes,
        )
        total = even = 0
        for row in rows:
            start = row * units
            lanes = from_bytes(weights[start : start + units], "little")
            total += lanes
            even += lanes & even_lanes
        odd = (total - even) >> 8
        sums = [0] * units
        sums[0::2] = _lanes(even, units, "H")
        sums[1::2] = _lanes(odd, units, "H")
        return sums

    def _output(self, hidden: list[int]) -> list[int]:
        labels = len(self.labels)
        if self._output_rows is None:
            size = 4 * labels
            table = self.output_weights.cast("B")
            self._output_rows = [
                int.from_bytes(table[unit * size : (unit + 1) * size], "little") for unit in range(self.units)
            ]
        middle = int.from_bytes(_LANE_MIDDLE.to_bytes(4, "little") * labels, "little")
        total = middle + sum(activation * row for activation, row in zip(hidden, self._output_rows, strict=True))
        offset = _LANE_MIDDLE + (LARGEST_OUTPUT_WEIGHT + 1) * sum(hidden)
        sums = _lanes(total, 4 * labels, "I")
        return [value - offset + bias for value, bias in zip(sums, self.output_bias, strict=True)]


def norm(counts: Iterable[int]) -> float:
    """What the weighted counts are divided by: the square root of their Euclidean length, so that more text gives more
    certainty, but not in proportion."""
    squares = 0
    for count in counts:
        value = weight(count)
        squares += value * value
    return sqrt(sqrt(squares))


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


def _lanes(number: int, size: int, form: Literal["H", "I"]) -> Sequence[int]:
    """The lanes of an integer, lowest first: `size` bytes read as array elements of `form` (little-endian machines)."""
    return memoryview(number.to_bytes(size, "little")).cast(form)
