"""Honest measures of predictions: argmax against the truth, with a tie at the top counted as wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray


def strictly_right(logits: NDArray[np.floating], truth: NDArray[np.integer]) -> NDArray[np.bool_]:
    """Which of n samples are right: the true label's logit [n, L] is larger than every other's."""
    own = logits[np.arange(len(truth)), truth]
    return np.asarray((logits >= own[:, None]).sum(1) == 1)


def tied(logits: NDArray[np.floating]) -> NDArray[np.bool_]:
    """Which of n samples have more than one label at the top."""
    return np.asarray((logits == logits.max(1, keepdims=True)).sum(1) > 1)


def softmax(logits: NDArray[np.floating]) -> NDArray[np.float64]:
    """exp(logits) / sum(exp(logits)), row by row."""
    shifted = np.exp(logits - logits.max(1, keepdims=True), dtype=np.float64)
    return np.asarray(shifted / shifted.sum(1, keepdims=True))


class LabelFigures(NamedTuple):
    """How well one label does: of `files` with it, how many are found; of those given it, how many have it."""

    files: int
    recall: float
    precision: float

    @property
    def f1(self) -> float:
        """The harmonic mean of recall and precision; 0 where both are."""
        total = self.recall + self.precision
        return 2 * self.recall * self.precision / total if total else 0.0


def per_label(logits: NDArray[np.floating], truth: NDArray[np.integer]) -> dict[int, LabelFigures]:
    """Recall and precision of every label that occurs in `truth`; a tie is a prediction of no label."""
    predicted = np.where(tied(logits), -1, logits.argmax(1))
    right = predicted == truth
    figures = {}
    for label in np.unique(truth).tolist():
        of_label, given = truth == label, predicted == label
        precision = float(right[given].mean()) if given.any() else 0.0
        figures[label] = LabelFigures(int(of_label.sum()), float(right[of_label].mean()), precision)
    return figures


def calibration_error(probabilities: NDArray[np.float64], truth: NDArray[np.integer], bins: int = 15) -> float:
    """The expected calibration error (Guo et al., ICML 2017): mean distance of confidence from accuracy."""
    confidence, right = probabilities.max(1), probabilities.argmax(1) == truth
    place = np.minimum((confidence * bins).astype(int), bins - 1)
    distance = [abs(right[place == bin].sum() - confidence[place == bin].sum()) for bin in range(bins)]
    return float(sum(distance) / len(truth))


def best_temperature(logits: NDArray[np.floating], truth: NDArray[np.integer]) -> float:
    """The temperature T for which softmax(logits / T) is likeliest to give the truth, to 1%."""

    def loss(temperature: float) -> float:
        scaled = logits.astype(np.float64) / temperature
        scaled -= scaled.max(1, keepdims=True)
        return float((np.log(np.exp(scaled).sum(1)) - scaled[np.arange(len(truth)), truth]).mean())

    candidates = np.exp(np.arange(np.log(0.25), np.log(8), 0.01))
    return float(candidates[int(np.argmin([loss(float(candidate)) for candidate in candidates]))])
