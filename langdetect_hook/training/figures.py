"""The figures of a model on what was held out: by length, by language, and whether they can be believed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from langdetect_hook.failure import Failure
from langdetect_hook.network import NONE_OF_THESE
from langdetect_hook.training import fit
from langdetect_hook.training.acceptable import acceptable
from langdetect_hook.training.corpus import is_collection
from langdetect_hook.training.measure import calibration_error, per_label, softmax, strictly_right, tied
from langdetect_hook.training.samples import WHOLE
from langdetect_hook.training.split import TEST, VALIDATION

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from langdetect_hook.training.data import Data
    from langdetect_hook.training.model import Classifier
    from langdetect_hook.training.samples import Samples

LENGTHS = (WHOLE, 20, 10, 5)
# Strict; of languages of five projects or more; with every acceptable label as right; without collections of files that
# come from nobody's project.
ACCURACIES = ("accuracy", "accuracy_5_projects", "accuracy_acceptable", "accuracy_without_collections")
_MANY_PROJECTS = 5
# Refused: a larger share of ties than the first; a mean certainty about the best label that is less than the second,
# as a share of the way from a uniform guess to being sure.
_MOST_TIES = 0.001
_LEAST_CERTAINTY = 0.1
# A language is at chance when fewer than this share of its held-out files is found; fewer files prove nothing.
_CHANCE = 0.05
_FEWEST_FILES = 5


def name_of(length: int) -> str:
    """How a length is called in figures."""
    return "whole files" if length == WHOLE else f"{length} lines"


def spans_of(samples: Samples, texts: NDArray[np.int64], length: int, seed: int) -> list[tuple[int, int]]:
    """One sample of each text: all of it, or a window of `length` lines at a place that the seed fixes."""
    generator = np.random.default_rng((seed, length))
    return [samples.window(text, length, generator) for text in texts.tolist()]


def figures(
    model: Classifier, data: Data, samples: Samples, part: str, temperature: float, seed: int
) -> dict[str, Any]:
    """Everything that is said of a model on one part of the corpus: plain numbers, ready for JSON."""
    texts, blocks = data.files(part), data.blocks(part)
    truth = data.truth[texts]
    known = _of_many_projects(data)[truth]
    alone = np.array([_is_collected(data.examples[text].project) for text in texts.tolist()], bool)
    right_sets = acceptable(data.labels)
    answer: dict[str, Any] = {"files": len(texts), **{name: {} for name in ACCURACIES}, "in_top_k": {}}
    for length in LENGTHS:
        spans = spans_of(samples, texts, length, seed)
        logits = fit.predict(model, samples, spans)
        right = strictly_right(logits, truth)
        allowed = right_sets.sets[right_sets.rows(truth, samples.marks(spans)), logits.argmax(1)] > 0
        answer["accuracy_acceptable"][name_of(length)] = _rounded((allowed & ~tied(logits)).mean())
        answer["accuracy_without_collections"][name_of(length)] = _rounded(right[~alone].mean())
        answer["accuracy"][name_of(length)] = _rounded(right.mean())
        answer["accuracy_5_projects"][name_of(length)] = _rounded(right[known].mean()) if known.any() else None
        answer["in_top_k"][name_of(length)] = _rounded(fit.in_top_1(logits, truth).mean())
        if length == WHOLE:
            answer |= _of_whole_files(logits, truth, data.labels, temperature)
    answer["blocks"] = _of_blocks(model, data, samples, blocks)
    return answer


def _of_blocks(model: Classifier, data: Data, samples: Samples, blocks: NDArray[np.int64]) -> dict[str, Any]:
    """How many code blocks of documentation there are, and the accuracy on them."""
    if not len(blocks):
        return {"texts": 0, "accuracy": None}
    logits = fit.predict(model, samples, spans_of(samples, blocks, WHOLE, 0))
    return {"texts": len(blocks), "accuracy": _rounded(strictly_right(logits, data.truth[blocks]).mean())}


def _is_collected(project: str) -> bool:
    """Whether a project is a single file of a collection."""
    return is_collection(project.partition("/")[0])


def require_held_out(data: Data) -> None:
    """Raise Failure where a corpus has too few projects to hold any out."""
    for part in (VALIDATION, TEST):
        if all(data.examples[text].language == NONE_OF_THESE for text in data.texts(part)):
            raise Failure(
                f"no language of the corpus has {_MANY_PROJECTS} projects: nothing could be held out to measure on"
            )


def refuse_if_dishonest(figures: dict[str, Any], labels: list[str]) -> None:
    """Raise Failure where figures can't be believed or a network has learned nothing: tied or nearly uniform
    predictions, an accuracy that depends on how ties count, or a language that is never found."""
    if figures["ties"] > _MOST_TIES:
        raise Failure(f"no assets written: {figures['ties']:.1%} of the held-out predictions are tied at the top")
    for length, accuracy in figures["accuracy"].items():
        other = figures["in_top_k"][length]
        if abs(other - accuracy) > _MOST_TIES:
            raise Failure(
                f"no assets written: on {length} in_top_k says {other:.1%} where the accuracy is {accuracy:.1%}"
            )
    uniform = 1 / len(labels)
    if figures["certainty"] < uniform + _LEAST_CERTAINTY * (1 - uniform):
        raise Failure(
            f"no assets written: the predictions are nearly uniform ({figures['certainty']:.1%} for the best)"
        )
    for name, row in figures["languages"].items():
        if row["files"] >= _FEWEST_FILES and row["recall"] <= _CHANCE:
            raise Failure(f"no assets written: of {row['files']} held-out {name} files {row['recall']:.0%} are found")


def summary(figures: dict[str, Any]) -> str:
    """The figures in a few lines, as `train` prints them."""
    lines = ["held-out projects    argmax, ties wrong    5 projects or more    acceptable    in_top_k"]
    for length, accuracy in figures["accuracy"].items():
        of_many = figures["accuracy_5_projects"][length]
        many = f"{of_many:18.2%}" if of_many is not None else " " * 17 + "-"
        also = figures["accuracy_acceptable"][length]
        lines.append(f"{length:<16}{accuracy:23.2%}    {many}{also:14.2%}    {figures['in_top_k'][length]:8.2%}")
    if figures["blocks"]["texts"]:
        lines.append(f"code blocks     {figures['blocks']['accuracy']:23.2%}    of {figures['blocks']['texts']:,}")
    lines.append(
        f"macro-F1 on whole files {figures['macro_f1']:.2%}, calibration error {figures['calibration_error']:.2%}"
    )
    worst = sorted(figures["languages"].items(), key=lambda pair: pair[1]["f1"])[:8]
    lines.append("weakest: " + ", ".join(f"{name} {row['f1']:.0%} of {row['files']}" for name, row in worst))
    return "\n".join(lines)


def _of_whole_files(
    logits: NDArray[np.floating], truth: NDArray[np.int32], labels: list[str], temperature: float
) -> dict[str, Any]:
    by_label = per_label(logits, truth)
    probabilities = softmax(logits / temperature)
    return {
        "macro_f1": _rounded(np.mean([row.f1 for row in by_label.values()])),
        "calibration_error": _rounded(calibration_error(probabilities, truth)),
        "certainty": _rounded(probabilities.max(1).mean()),
        "ties": _rounded(tied(logits).mean()),
        "languages": {
            labels[label]: {
                "files": row.files,
                "recall": _rounded(row.recall),
                "precision": _rounded(row.precision),
                "f1": _rounded(row.f1),
            }
            for label, row in by_label.items()
        },
    }


def projects_of(data: Data) -> NDArray[np.int64]:
    """In how many projects each label occurs."""
    pairs = {(example.language, example.project) for example in data.examples}
    column = {name: number for number, name in enumerate(data.labels)}
    return np.bincount([column[language] for language, _ in pairs], minlength=len(data.labels))


def _of_many_projects(data: Data) -> NDArray[np.bool_]:
    return np.asarray(projects_of(data) >= _MANY_PROJECTS)


def _rounded(value: float | np.floating) -> float:
    return round(float(value), 5)
