"""Which tokens spoke for one label against another: each left out in turn, and what that changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from langdetect_hook.network.exact import ACTIVATION_STEPS, LARGEST_OUTPUT_WEIGHT
from langdetect_hook.network.vocabulary import weight

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from langdetect_hook.network.assets import Model


def contributions(model: Model, piece: str, label: str, against: str) -> list[tuple[str, float]]:
    """The tokens, pairs and triples of `piece` with what each adds to the logit of `label` over that of `against`, the
    largest first.

    With the token left out, the ratio of the two probabilities is exp(contribution) times smaller. The sums are those
    of network/exact.py in floating point, so that they differ from its whole numbers by their rounding.
    """
    counts = model.vocabulary.counts(piece)
    if not counts:
        return []
    rows = list(counts)
    gains = _gains(model, rows, [weight(count) for count in counts.values()], label, against)
    order = np.argsort(-gains, kind="stable").tolist()
    return [(model.vocabulary.describe(rows[place]), float(gains[place])) for place in order]


def _gains(model: Model, rows: list[int], counted: list[int], label: str, against: str) -> NDArray[np.float64]:
    network = model.network
    stored = np.frombuffer(network.hidden_weights, np.uint8).reshape(-1, network.units)
    parts = np.array(counted, np.float64)[:, None] * (stored[rows].astype(np.float64) - 128)
    squares = np.array(counted, np.float64) ** 2
    output = np.frombuffer(network.output_weights, np.uint32).reshape(-1, len(network.labels))
    columns = [network.labels.index(label), network.labels.index(against)]
    chosen = output[:, columns].astype(np.float64) - (LARGEST_OUTPUT_WEIGHT + 1)
    direction = (chosen[:, 0] - chosen[:, 1]) * ACTIVATION_STEPS * network.output_scale

    def gap(sums: NDArray[np.float64], square_sums: NDArray[np.float64]) -> NDArray[np.float64]:
        """The difference of the two logits (but for the biases, which cancel out) for sums [n, H] of squares [n]."""
        norms = np.sqrt(np.sqrt(np.maximum(square_sums, 1)))[:, None]
        inside = sums * np.array(network.hidden_scale) / norms + np.array(network.hidden_bias)
        return np.asarray(np.where(inside > 0, inside, np.expm1(np.minimum(inside, 0))) @ direction)

    total, square_total = parts.sum(0), squares.sum()
    whole = gap(total[None, :], square_total[None])
    return np.asarray(whole - gap(total - parts, square_total - squares))
