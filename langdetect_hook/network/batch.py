"""The arithmetic of network/exact.py in numpy, for many files: the same integers, several times as fast."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from langdetect_hook.network import exact
from langdetect_hook.network.vocabulary import weight

if TYPE_CHECKING:
    from langdetect_hook.network.exact import Network

_WEIGHTS = np.array([weight(count) for count in range(64)], np.float32)
# float32 holds each integer up to 2**24; counts of this total weight, times 255, stay below it in any order.
_MOST_WEIGHT = 2**24 // 256


class BatchNetwork:
    """A Network's arrays as numpy arrays."""

    __slots__ = ("_bias", "_elu", "_hidden", "_hidden_bias", "_hidden_scale", "_output", "network")

    def __init__(self, network: Network) -> None:
        self.network = network
        labels = len(network.labels)
        self._hidden = np.frombuffer(network.hidden_weights, np.uint8).reshape(-1, network.units)
        self._hidden_scale = np.array(network.hidden_scale)
        self._hidden_bias = np.array(network.hidden_bias)
        stored = np.frombuffer(network.output_weights, np.uint32).reshape(-1, labels)
        self._output = stored.astype(np.float64) - (exact.LARGEST_OUTPUT_WEIGHT + 1)
        self._bias = np.array(network.output_bias, np.int64)
        self._elu = np.array([*exact.ELU_BELOW_ZERO, -exact.ACTIVATION_STEPS], np.float64)

    def logits(self, counts: dict[int, int]) -> list[int]:
        """The same logits that Network.logits has for the same counts."""
        if not counts:
            return list(self.network.output_bias)
        rows = np.fromiter(counts.keys(), np.int64, len(counts))
        seen = np.fromiter(counts.values(), np.int64, len(counts))
        weights = _WEIGHTS[np.minimum(seen, len(_WEIGHTS) - 1)]
        total = float(weights.sum(dtype=np.float64))
        if total > _MOST_WEIGHT:
            return self.network.logits(counts)
        sums = (weights @ self._hidden[rows].astype(np.float32)).astype(np.float64) - 128 * total
        squares = float((weights * weights).sum(dtype=np.float64))
        divisor = np.sqrt(np.sqrt(squares))
        steps = np.floor((sums * self._hidden_scale / divisor + self._hidden_bias) * exact.ACTIVATION_STEPS + 0.5)
        below = self._elu[np.minimum(np.maximum(-steps, 0), len(self._elu) - 1).astype(np.int64)]
        hidden = np.where(steps >= 0, np.minimum(steps, exact.LARGEST_ACTIVATION), below)
        outputs: list[int] = ((hidden @ self._output).astype(np.int64) + self._bias).tolist()
        return outputs
