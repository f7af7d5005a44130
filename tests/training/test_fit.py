"""The loss: minus the logarithm of the probability of all labels that are right for a sample."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

pytest.importorskip("numpy", reason="a training computes with numpy")
import numpy as np

tensorflow = pytest.importorskip("tensorflow")

if TYPE_CHECKING:
    from collections.abc import Iterator

    from langdetect_hook.training.fit import Iteration

LABELS = ("CSS", "Python", "SCSS")


@pytest.fixture
def told() -> Iterator[list[Iteration]]:
    """What a training of a single step on three texts tells, each of one kind of samples."""
    from langdetect_hook.training import fit
    from langdetect_hook.training import model as network
    from langdetect_hook.training.acceptable import acceptable
    from langdetect_hook.training.encoding import Text, encode
    from langdetect_hook.training.samples import Samples
    from langdetect_hook.training.selection import Origins, Sizes, select

    texts = [
        Text(b"a { color: red; }\n" * 3, "CSS"),
        Text(b"def f(x):\n    return x\n" * 3, "Python"),
        Text(b"a { color: red; }\n" * 3, "SCSS"),
        Text(b"$red: #f00;\na { color: $red; }\n" * 3, "SCSS"),
    ]
    *_, streams = encode(texts, 1)
    languages = [text.language for text in texts]
    every = np.arange(len(texts))
    selection = select(streams, Origins(every, languages, ["a", "b", "c", "d"]), Sizes(40, 0, 0))
    samples = Samples(streams, selection)
    truth = np.array([LABELS.index(language) for language in languages], np.int32)
    iterations: list[Iteration] = []
    for text in every:
        model = network.build(network.Architecture(samples.rows, len(LABELS), 8, dropout=0.0), 0)
        task = fit.Task(samples, np.array([text]), truth, acceptable(LABELS), np.ones(1))
        schedule = fit.Schedule(epochs=1, batch=4, samples_a_text=4, whole=0.99, forgotten=0.0)
        fit.fit(model, task, schedule, 0, iterations.append, lambda epoch: None)
    yield iterations


def test_the_loss_is_that_of_all_right_labels_together(told: list[Iteration]) -> None:
    css, python, plain_scss, scss = told
    for iteration, right in ((css, [0]), (python, [1]), (plain_scss, [0, 2]), (scss, [2])):
        probabilities = np.exp(iteration.logits) / np.exp(iteration.logits).sum(1, keepdims=True)
        expected = -np.log(probabilities[:, right].sum(1)).mean()
        assert iteration.loss == pytest.approx(expected, abs=1e-5)


def test_what_may_be_either_teaches_neither_against_the_other(told: list[Iteration]) -> None:
    """The gradient of the output bias moves both labels alike, and away from the third."""
    *_, bias = told[2].gradients
    gradient = np.asarray(bias)
    assert gradient[1] > 0
    assert gradient[0] < 0 and gradient[2] < 0
