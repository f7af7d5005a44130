"""Predictions to figures: plain numbers, ready for JSON, from which every summary and picture is made."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import numpy as np

from langdetect_hook.files.content import content_from_bytes
from langdetect_hook.network.contributions import contributions
from langdetect_hook.network.excerpt import excerpt
from langdetect_hook.training.evaluation.predicted import LENGTHS, UNDECIDED, WHOLE
from langdetect_hook.training.measure import (
    LabelFigures,
    calibration_error,
    softmax,
    strictly_right,
    tied,
)

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from langdetect_hook.network.assets import Model
    from langdetect_hook.training.corpus import Example
    from langdetect_hook.training.evaluation.predicted import Predicted

BINS = 15
WORST_ERRORS = 20
_TOKENS_SHOWN = 8
_LINES_SHOWN, _COLUMNS_SHOWN = 14, 110
_MANY_PROJECTS = 5
NO_ANSWER = "undecided"


def name_of(length: int) -> str:
    """How a length is called in figures."""
    return "whole files" if length == WHOLE else f"{length} lines"


def figures(
    model: Model, corpus: str, examples: list[Example], contents: list[bytes], predicted: dict[int, Predicted]
) -> dict[str, Any]:
    """Everything that is said of the predictions for `examples`, all of them of languages that the model knows."""
    labels = list(model.network.labels)
    truth = np.array([labels.index(example.language) for example in examples])
    well_known = np.array([model.label[name].projects >= _MANY_PROJECTS for name in labels])[truth]
    whole = predicted[WHOLE]
    return {
        "files": len(examples),
        "lengths": {name_of(length): _of_length(predicted[length], truth, well_known) for length in LENGTHS},
        "calibration": _calibration(whole, truth),
        "languages": _languages(model, labels, examples, truth, predicted),
        "confusion_matrix": _confusion_matrix(labels, truth, whole.answer),
        "worst_errors": _worst_errors(model, corpus, examples, contents, truth, whole),
    }


def _of_length(predicted: Predicted, truth: NDArray[np.int64], well_known: NDArray[np.bool_]) -> dict[str, Any]:
    right = predicted.answer == truth
    by_label = per_label(predicted.answer, truth)
    return {
        "accuracy": _rounded(right.mean()),
        "accuracy_5_projects": _rounded(right[well_known].mean()) if well_known.any() else None,
        "argmax_accuracy": _rounded(strictly_right(predicted.logits, truth).mean()),
        "macro_f1": _rounded(np.mean([row.f1 for row in by_label.values()])),
        "undecided": _rounded((predicted.answer == UNDECIDED).mean()),
        "tied": _rounded(tied(predicted.logits).mean()),
    }


def per_label(answer: NDArray[np.int64], truth: NDArray[np.int64]) -> dict[int, LabelFigures]:
    """Recall and precision of every label that occurs in `truth`; no answer is a prediction of no label."""
    found = {}
    for label in np.unique(truth).tolist():
        of_label, given = truth == label, answer == label
        precision = float((truth[given] == label).mean()) if given.any() else 0.0
        found[label] = LabelFigures(int(of_label.sum()), float((answer[of_label] == label).mean()), precision)
    return found


def _calibration(predicted: Predicted, truth: NDArray[np.int64]) -> dict[str, Any]:
    probabilities = softmax(predicted.logits)
    confidence, right = probabilities.max(1), probabilities.argmax(1) == truth
    place = np.minimum((confidence * BINS).astype(int), BINS - 1)
    bins = [
        {
            "from": _rounded(number / BINS),
            "to": _rounded((number + 1) / BINS),
            "files": int((place == number).sum()),
            "confidence": _rounded(confidence[place == number].mean()),
            "accuracy": _rounded(right[place == number].mean()),
        }
        for number in np.unique(place).tolist()
    ]
    return {"error": _rounded(calibration_error(probabilities, truth, BINS)), "bins": bins}


def _languages(
    model: Model,
    labels: list[str],
    examples: list[Example],
    truth: NDArray[np.int64],
    predicted: dict[int, Predicted],
) -> list[dict[str, Any]]:
    """A row for each language of the examples, by name."""
    whole = predicted[WHOLE].answer
    by_length = {length: per_label(predicted[length].answer, truth) for length in LENGTHS}
    projects = {(example.language, example.project) for example in examples}
    rows = []
    for label, found in by_length[WHOLE].items():
        wrong = whole[(truth == label) & (whole != label)]
        mistaken = np.bincount(wrong[wrong != UNDECIDED], minlength=len(labels))
        rows.append(
            {
                "name": labels[label],
                "files": found.files,
                "projects": sum(language == labels[label] for language, _ in projects),
                "projects_learned_from": model.label[labels[label]].projects,
                "recall": _rounded(found.recall),
                "precision": _rounded(found.precision),
                "f1": _rounded(found.f1),
                "recall_by_length": {name_of(k): _rounded(by_length[k][label].recall) for k in LENGTHS},
                "taken_for": [
                    {"name": labels[other], "files": int(mistaken[other])}
                    for other in np.argsort(-mistaken, kind="stable")[:3].tolist()
                    if mistaken[other]
                ],
            }
        )
    return rows


def _confusion_matrix(labels: list[str], truth: NDArray[np.int64], answer: NDArray[np.int64]) -> dict[str, Any]:
    """Counts of files, a row for what each is and a column for what it is taken for, the last for no answer."""
    counts = np.zeros((len(labels), len(labels) + 1), int)
    np.add.at(counts, (truth, answer), 1)
    return {"labels": [*labels, NO_ANSWER], "counts": counts.tolist()}


def _worst_errors(
    model: Model,
    corpus: str,
    examples: list[Example],
    contents: list[bytes],
    truth: NDArray[np.int64],
    predicted: Predicted,
) -> list[dict[str, Any]]:
    """The files about which the network is wrong and surest of it, with the tokens that speak for its error."""
    probabilities = softmax(predicted.logits)
    wrong = np.flatnonzero((predicted.answer != truth) & (predicted.answer != UNDECIDED))
    order = wrong[np.argsort(-probabilities[wrong, predicted.answer[wrong]], kind="stable")]
    rows = []
    for number in order[:WORST_ERRORS].tolist():
        given = model.network.labels[predicted.answer[number]]
        text = content_from_bytes(contents[number]).text or ""
        told = contributions(model, excerpt(text), given, examples[number].language)
        path = os.path.relpath(examples[number].path, corpus).replace(os.sep, "/")
        rows.append(
            {
                "path": path.encode("utf-8", "backslashreplace").decode(),
                "language": examples[number].language,
                "predicted": given,
                "probability": _rounded(probabilities[number, predicted.answer[number]]),
                "tokens": [{"token": token, "contribution": round(gain, 3)} for token, gain in told[:_TOKENS_SHOWN]],
                "excerpt": _first_lines(text),
            }
        )
    return rows


def _first_lines(text: str) -> str:
    lines = [line for line in text.split("\n", 4 * _LINES_SHOWN) if line.strip()][:_LINES_SHOWN]
    return "\n".join(line[:_COLUMNS_SHOWN] + ("…" if len(line) > _COLUMNS_SHOWN else "") for line in lines)


def _rounded(value: float | np.floating) -> float:
    return round(float(value), 5)
