"""Which tokens spoke for one label against another: each left out in turn, and what that changes."""

from __future__ import annotations

from math import expm1, sqrt
from typing import TYPE_CHECKING

from langdetect_hook.network.exact import ACTIVATION_STEPS
from langdetect_hook.network.vocabulary import weight

if TYPE_CHECKING:
    from collections.abc import Sequence

    from langdetect_hook.network.assets import Model
    from langdetect_hook.network.exact import Network


def contributions(model: Model, piece: str, label: str, against: str) -> list[tuple[str, float]]:
    """The tokens, pairs, triples and gaps of `piece` with what each adds to the logit of `label` over that of
    `against`, the largest first.

    With the token left out, the ratio of the two probabilities is exp(contribution) times smaller. The sums are those
    of network/exact.py in floating point, so that they differ from its whole numbers by their rounding.
    """
    counts = model.vocabulary.counts(piece)
    weights = {row: weight(count) for row, count in counts.items()}
    parts = [_part(model.network, row, factor) for row, factor in weights.items()]
    gap = _Gap(model.network, label, against)
    total, squares = [sum(unit) for unit in zip(*parts, strict=True)], sum(factor**2 for factor in weights.values())
    whole = gap.of(total, squares)
    gains = [
        whole - gap.of([all_ - own for all_, own in zip(total, part, strict=True)], squares - factor**2)
        for part, factor in zip(parts, weights.values(), strict=True)
    ]
    told = zip(map(model.vocabulary.describe, weights), gains, strict=True)
    return sorted(told, key=lambda pair: -pair[1])


class _Gap:
    """By how much the logit of one label is above that of another, but for their biases, which no token changes."""

    def __init__(self, network: Network, label: str, against: str) -> None:
        count = len(network.labels)
        one, other = network.labels.index(label), network.labels.index(against)
        stored = network.output_weights.cast("B").cast("I")
        rows = range(0, count * network.units, count)
        step = ACTIVATION_STEPS * network.output_scale
        self._direction = [(stored[row + one] - stored[row + other]) * step for row in rows]
        self._network = network

    def of(self, sums: Sequence[int], squares: int) -> float:
        """The difference for the sums of the hidden units; `squares`: of all weights of tokens."""
        divisor = sqrt(sqrt(max(squares, 1)))
        units = zip(sums, self._network.hidden_scale, self._network.hidden_bias, self._direction, strict=True)
        return sum(_elu(total * scale / divisor + bias) * toward for total, scale, bias, toward in units)


def _part(network: Network, row: int, factor: int) -> list[int]:
    """What a row of that weight adds to the sum of each hidden unit."""
    return [factor * value for value in network.hidden_row(row)]


def _elu(value: float) -> float:
    return value if value > 0 else expm1(value)
