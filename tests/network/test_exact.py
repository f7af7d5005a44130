"""The integer network: plain Python, numpy and the formula in floating point agree."""

from __future__ import annotations

import random
from array import array
from math import expm1, floor, sqrt

import pytest

from langdetect_hook.network import exact
from langdetect_hook.network.exact import Network
from langdetect_hook.network.vocabulary import weight

ROWS, UNITS, LABELS = 700, 64, 9


@pytest.fixture
def network() -> Network:
    generator = random.Random(3)
    return Network(
        [f"label {number}" for number in range(LABELS)],
        memoryview(bytes(generator.randrange(1, 256) for _ in range(ROWS * UNITS))),
        [generator.random() / 400 for _ in range(UNITS)],
        [generator.gauss(0, 1) for _ in range(UNITS)],
        memoryview(array("I", [generator.randrange(1, 2048) for _ in range(UNITS * LABELS)])),
        0.0001,
        [generator.randrange(-5000, 5000) for _ in range(LABELS)],
    )


def counts_of(seed: int, rows: int) -> dict[int, int]:
    generator = random.Random(seed)
    chosen = generator.sample(range(ROWS), rows)
    return {row: 1 + int(generator.expovariate(0.2)) for row in chosen}


def output_columns(network: Network) -> list[list[int]]:
    """What is stored for each label's weights."""
    stored = network.output_weights.tolist()
    return [stored[label::LABELS] for label in range(LABELS)]


def formula(network: Network, counts: dict[int, int]) -> list[float]:
    """The logits in floating point, weight by weight."""
    factors = {row: weight(count) for row, count in counts.items()}
    norm = sqrt(sqrt(sum(factor**2 for factor in factors.values())))
    hidden = []
    for unit, (scale, bias) in enumerate(zip(network.hidden_scale, network.hidden_bias, strict=True)):
        column = [factor * (network.hidden_weights[row * UNITS + unit] - 128) for row, factor in factors.items()]
        before = sum(column) * scale / norm + bias
        hidden.append(before if before > 0 else expm1(before))
    columns = [[stored - 1024 for stored in column] for column in output_columns(network)]
    products = [sum(h * w for h, w in zip(hidden, column, strict=True)) for column in columns]
    return [64 * product + bias for product, bias in zip(products, network.output_bias, strict=True)]


@pytest.mark.parametrize("rows", [0, 1, 2, 100, 257, 258, 700])
def test_plain_python_and_numpy_give_the_same_integers(network: Network, rows: int) -> None:
    pytest.importorskip("numpy", reason="numpy's arithmetic is what is compared")
    from langdetect_hook.network.batch import BatchNetwork

    batch = BatchNetwork(network)
    for seed in range(20):
        counts = counts_of(seed, rows)
        assert network.logits(counts) == batch.logits(counts)


@pytest.mark.parametrize("rows", [1, 2, 300, 700])
def test_the_integers_are_the_formula(network: Network, rows: int) -> None:
    # Each activation is off by at most half a step.
    off = [0.51 * sum(abs(stored - 1024) for stored in column) for column in output_columns(network)]
    counts = counts_of(1, rows)
    found = zip(network.logits(counts), formula(network, counts), off, strict=True)
    assert all(abs(whole - logit) <= most for whole, logit, most in found)


def of_largest_weights() -> tuple[Network, dict[int, int]]:
    """A network whose every weight is as large as it may be, and counts of all of its rows."""
    units, rows = 128, 600
    high = Network(
        ["a", "b"],
        memoryview(b"\xff" * rows * units),
        [1.0] * units,
        [0.0] * units,
        memoryview(array("I", [2047]) * (units * 2)),
        1.0,
        [0, 0],
    )
    return high, dict.fromkeys(range(rows), 1000)


def test_the_largest_sums_fit_their_lanes() -> None:
    high, counts = of_largest_weights()
    assert high.logits(counts) == [exact.LARGEST_ACTIVATION * exact.LARGEST_OUTPUT_WEIGHT * high.units] * 2


def test_the_least_sums_fit_their_lanes() -> None:
    high, counts = of_largest_weights()
    low = Network(
        ["a", "b"],
        high.hidden_weights,
        [1.0] * high.units,
        [0.0] * high.units,
        memoryview(array("I", [1, 2047]) * high.units),
        1.0,
        [-5, 5],
    )
    most = exact.LARGEST_ACTIVATION * exact.LARGEST_OUTPUT_WEIGHT * high.units
    assert low.logits(counts) == [-most - 5, most + 5]


def test_the_largest_sums_are_the_same_in_numpy() -> None:
    pytest.importorskip("numpy", reason="numpy's arithmetic is what is compared")
    from langdetect_hook.network.batch import BatchNetwork

    high, counts = of_largest_weights()
    assert BatchNetwork(high).logits(counts) == high.logits(counts)


def test_no_activation_below_zero_depends_on_the_last_bit_of_an_exponential() -> None:
    for step in range(len(exact.ELU_BELOW_ZERO)):
        value = exact.ACTIVATION_STEPS * expm1(-step / exact.ACTIVATION_STEPS)
        assert abs(value - floor(value) - 0.5) > 1e-9


def test_without_tokens_the_bias_speaks(network: Network) -> None:
    assert network.logits({}) == network.output_bias
