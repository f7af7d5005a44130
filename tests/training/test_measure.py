"""Measures that cannot flatter: a tie is wrong, whatever in_top_k says; and figures that are refused."""

from __future__ import annotations

import copy

import pytest

pytest.importorskip("numpy", reason="a training computes with numpy")
import numpy as np

from langdetect_hook.failure import Failure
from langdetect_hook.training.measure import (
    best_temperature,
    calibration_error,
    per_label,
    softmax,
    strictly_right,
    tied,
)

LOGITS = np.array([[0, 0, 0], [0, 2, 0], [2, 2, 0], [0, 0, 3], [1, 0, 0], [-1, -1, -1]], np.float32)
TRUTH = np.array([0, 1, 1, 0, 0, 2], np.int32)


def test_a_tie_is_wrong():
    assert strictly_right(LOGITS, TRUTH).tolist() == [False, True, False, False, True, False]
    assert tied(LOGITS).tolist() == [True, False, True, False, False, True]


def test_in_top_k_takes_a_tie_for_a_success():
    pytest.importorskip("tensorflow")
    from langdetect_hook.training.fit import in_top_1

    assert in_top_1(LOGITS, TRUTH).tolist() == [True, True, True, False, True, True]


def test_a_uniform_network_is_right_never_and_not_one_time_in_three():
    logits = np.zeros((300, 3), np.float32)
    truth = np.arange(300) % 3
    assert not strictly_right(logits, truth).any()
    assert tied(logits).all()
    assert [row[1:] for row in per_label(logits, truth).values()] == [(0.0, 0.0)] * 3


def test_recall_and_precision_of_each_label():
    truth = np.array([0, 0, 0, 1])
    logits = np.array([[1, 0, 0], [1, 0, 0], [0, 1, 0], [0, 1, 0]], np.float32)
    found = per_label(logits, truth)
    assert list(found) == [0, 1]
    assert found[0] == (3, pytest.approx(2 / 3), 1.0)
    assert found[1] == (1, 1.0, 0.5)
    assert found[0].f1 == pytest.approx(0.8)


def test_softmax_of_large_logits():
    assert softmax(np.array([[1e4, 0.0], [0.0, 0.0]])).tolist() == [[1.0, 0.0], [0.5, 0.5]]


def test_the_calibration_error_is_the_distance_of_confidence_from_accuracy():
    probabilities = np.tile([0.8, 0.2], (10, 1))
    assert calibration_error(probabilities, np.array([0] * 8 + [1] * 2)) == pytest.approx(0)
    assert calibration_error(probabilities, np.array([0] * 3 + [1] * 7)) == pytest.approx(0.5)
    assert calibration_error(np.array([[1.0, 0.0]]), np.array([0])) == 0


@pytest.mark.parametrize("temperature", [0.5, 1.0, 3.0])
def test_the_best_temperature_is_the_one_that_samples_were_drawn_with(temperature):
    generator = np.random.default_rng(0)
    logits = generator.normal(size=(5_000, 6)) * 3
    chance = softmax(logits / temperature)
    truth = (chance.cumsum(1) < generator.random((len(logits), 1))).sum(1)
    assert best_temperature(logits, truth) == pytest.approx(temperature, rel=0.08)


@pytest.fixture
def figures():
    """Figures of a network that is good enough."""
    return {
        "ties": 0.0,
        "certainty": 0.9,
        "accuracy": {"whole files": 0.95, "10 lines": 0.8},
        "in_top_k": {"whole files": 0.95, "10 lines": 0.8},
        "languages": {
            "C": {"files": 40, "recall": 0.9, "precision": 1.0, "f1": 0.95},
            "Nim": {"files": 4, "recall": 0.0, "precision": 0.0, "f1": 0.0},
        },
    }


def refused(figures, labels=("C", "Nim", "Zig", "D", "Go")):
    pytest.importorskip("tensorflow")
    from langdetect_hook.training.figures import refuse_if_dishonest

    refuse_if_dishonest(figures, list(labels))


def test_honest_figures_pass(figures):
    before = copy.deepcopy(figures)
    refused(figures)
    assert figures == before
    refused(figures | {"certainty": 0.6}, ["C", "Nim"])  # of two labels even a coin gives one 50%


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"ties": 0.01}, "1.0% of the held-out predictions are tied at the top"),
        ({"in_top_k": {"whole files": 0.95, "10 lines": 0.95}}, "on 10 lines in_top_k says 95.0%.*accuracy is 80.0%"),
        ({"certainty": 0.25}, "nearly uniform .25.0% for the best"),
        ({"languages": {"C": {"files": 40, "recall": 0.05}}}, "of 40 held-out C files 5% are found"),
    ],
)
def test_dishonest_figures_are_refused(figures, change, words):
    with pytest.raises(Failure, match=f"^no assets written: .*{words}"):
        refused(figures | change)
