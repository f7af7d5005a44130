"""The integer network: plain Python, numpy and the formula in floating point agree."""

from __future__ import annotations

import numpy as np
import pytest

from langdetect_hook.network import exact
from langdetect_hook.network.batch import BatchNetwork
from langdetect_hook.network.exact import Network
from langdetect_hook.network.vocabulary import weight

ROWS, UNITS, LABELS = 700, 64, 9


@pytest.fixture
def network() -> Network:
    random = np.random.default_rng(3)
    return Network(
        [f"label {number}" for number in range(LABELS)],
        memoryview(random.integers(1, 256, ROWS * UNITS, dtype=np.uint8).tobytes()),
        (random.random(UNITS) / 400).tolist(),
        random.normal(size=UNITS).tolist(),
        memoryview(random.integers(1, 2048, UNITS * LABELS, dtype=np.uint32).tobytes()),
        0.0001,
        random.integers(-5000, 5000, LABELS).tolist(),
    )


def counts_of(seed: int, rows: int) -> dict[int, int]:
    random = np.random.default_rng(seed)
    chosen = random.choice(ROWS, rows, replace=False).tolist()
    return dict(zip(chosen, (random.geometric(0.2, rows)).tolist(), strict=True))


@pytest.mark.parametrize("rows", [0, 1, 2, 100, 257, 258, 700])
def test_plain_python_and_numpy_give_the_same_integers(network: Network, rows: int) -> None:
    batch = BatchNetwork(network)
    for seed in range(20):
        counts = counts_of(seed, rows)
        assert network.logits(counts) == batch.logits(counts)


def test_the_integers_are_the_formula(network: Network) -> None:
    weights = np.frombuffer(network.hidden_weights, np.uint8).reshape(ROWS, UNITS).astype(float) - 128
    output = np.frombuffer(network.output_weights, np.uint32).reshape(UNITS, LABELS).astype(float) - 1024
    counts = counts_of(1, 300)
    x = np.zeros(ROWS)
    for row, count in counts.items():
        x[row] = weight(count)
    x /= np.sqrt(np.linalg.norm(x))
    before = x @ (weights * network.hidden_scale) + network.hidden_bias
    hidden = np.where(before > 0, before, np.expm1(before))
    logits = (hidden * exact.ACTIVATION_STEPS) @ output + network.output_bias
    # Each activation is off by at most half a step.
    assert np.abs(np.array(network.logits(counts)) - logits).max() <= 0.51 * np.abs(output).sum(0).max()


def test_the_largest_sums_fit_their_lanes() -> None:
    units = 128
    rows = 600
    high = Network(
        ["a", "b"],
        memoryview(b"\xff" * rows * units),
        [1.0] * units,
        [0.0] * units,
        memoryview(np.full(units * 2, 2047, np.uint32).tobytes()),
        1.0,
        [0, 0],
    )
    counts = dict.fromkeys(range(rows), 1000)
    expected = [exact.LARGEST_ACTIVATION * exact.LARGEST_OUTPUT_WEIGHT * units] * 2
    assert high.logits(counts) == BatchNetwork(high).logits(counts) == expected


def test_no_activation_below_zero_depends_on_the_last_bit_of_an_exponential() -> None:
    for step in range(len(exact.ELU_BELOW_ZERO)):
        value = exact.ACTIVATION_STEPS * np.expm1(-step / exact.ACTIVATION_STEPS)
        assert abs(value - np.floor(value) - 0.5) > 1e-9


def test_without_tokens_the_bias_speaks(network: Network) -> None:
    assert network.logits({}) == network.output_bias
