"""From which probability on `classify` answers: measured on pieces of held-out projects, by how much a piece says.

An answer is to be right nine times in ten where it is given. How probable it must be depends on how much there is to
read: a probability of a few tokens promises more than it keeps. Pieces of what is none of the languages count as wrong
whatever they are called.
"""

from __future__ import annotations

import sys
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from tqdm import tqdm

from langdetect_hook.files.content import content_from_bytes
from langdetect_hook.network import assets, predict_piece
from langdetect_hook.training.evaluation.predicted import WHOLE, window
from langdetect_hook.training.processes import batched, on_processes

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from langdetect_hook.network.assets import Model
    from langdetect_hook.training.corpus import Example

    ShareAtTokens = tuple[tuple[int, float], ...]
    _Row = tuple[int, int, int, float, bool]

LENGTHS = (WHOLE, 20, 10, 5, 3)  # lines
# From so many different known tokens on, a band; below the first nothing is answered.
BANDS = (2, 8, 16, 32, 64)
PRECISION = 0.9
# The least sure answers, those within this distance of the least sure one, are right at least so often: the sure
# ones must not pay for guesses.
LEAST_SURE, LEAST_SURE_PRECISION = 0.1, 0.6
# No answer is less likely than not. A corpus has few files of languages that the model does not know, and it is these
# that get a low probability.
LEAST_PROBABILITY = 0.5
# Fewer answers than this measure nothing: the probability is taken at its word.
FEWEST_ANSWERS = 20
UNMEASURED, NEVER = PRECISION, 1.0
_STEPS = 100
_FILES_A_TASK = 100


class Pieces(NamedTuple):
    """What the hook's own runtime makes of n pieces: arrays [n].

    `length`: in lines; `text`: the number of the file; `tokens`: different known ones; `probability`: of the likeliest
    language, 0 where there is none (a tie, none of the languages); `right`: whether it is that.
    """

    length: NDArray[np.int64]
    text: NDArray[np.int64]
    tokens: NDArray[np.int64]
    probability: NDArray[np.float64]
    right: NDArray[np.bool_]

    def only(self, which: NDArray[np.bool_]) -> Pieces:
        """The pieces at the places that are true."""
        length, text, tokens, probability, right = self
        return Pieces(length[which], text[which], tokens[which], probability[which], right[which])


class _Task(NamedTuple):
    folder: str
    start: int
    files: Sequence[tuple[Example, bytes]]
    seed: int


class Measured(NamedTuple):
    """The thresholds of the answers, as thresholds.MEASURED names them, and how good the answers are."""

    thresholds: dict[str, Any]
    figures: dict[str, dict[str, Any]]


def measured(
    folder: str, files: Iterable[tuple[Example, bytes]], of_test: NDArray[np.bool_], seed: int, jobs: int
) -> Measured:
    """The thresholds from all `files`; the figures of those `of_test`, with thresholds from the others alone, so that
    no text speaks for itself."""
    pieces = pieces_of(folder, files, len(of_test), seed, jobs)
    is_test = of_test[pieces.text]
    least = least_probabilities(pieces.only(~is_test))
    return Measured({"least_probability_at": least_probabilities(pieces)}, figures(pieces.only(is_test), least))


def pieces_of(folder: str, files: Iterable[tuple[Example, bytes]], count: int, seed: int, jobs: int) -> Pieces:
    """A piece of each length of each of `count` files that is text, as the assets in `folder` see it."""
    batches = enumerate(batched(files, _FILES_A_TASK))
    tasks = (_Task(folder, number * _FILES_A_TASK, batch, seed) for number, batch in batches)
    rows: list[_Row] = []
    with tqdm(total=count, desc="answers", unit="file", disable=not sys.stderr.isatty()) as bar:
        for part in on_processes(_rows_of, tasks, jobs):
            rows.extend(part)
            bar.update(_FILES_A_TASK)
    length, text, tokens, probability, right = zip(*rows, strict=True) if rows else ((),) * 5
    return Pieces(
        np.array(length, np.int64),
        np.array(text, np.int64),
        np.array(tokens, np.int64),
        np.array(probability, np.float64),
        np.array(right, np.bool_),
    )


def least_probabilities(pieces: Pieces) -> ShareAtTokens:
    """The least number of tokens of each band, with the probability from which on an answer is given there."""
    ends = pairwise((*BANDS, np.inf))
    bands = [pieces.only((pieces.tokens >= first) & (pieces.tokens < end)) for first, end in ends]
    return tuple((first, _least_probability(band)) for first, band in zip(BANDS, bands, strict=True))


def figures(pieces: Pieces, least: ShareAtTokens) -> dict[str, dict[str, Any]]:
    """For each length: how many texts, the share of them that gets an answer, and how many of the answers are right."""
    from langdetect_hook.training.figures import name_of  # and TensorFlow with it, which the processes do not need

    return {name_of(length): _figures(pieces.only(pieces.length == length), least) for length in LENGTHS}


def summary(figures: dict[str, dict[str, Any]]) -> str:
    """The figures in a few lines, as `train` prints them."""
    lines = ["answers of classify    texts    answered    right"]
    for length, row in figures.items():
        right = "-" if row["precision"] is None else f"{row['precision']:.2%}"
        lines.append(f"{length:<18}{row['texts']:10}{row['answered']:12.2%}{right:>9}")
    return "\n".join(lines)


def _figures(pieces: Pieces, least: ShareAtTokens) -> dict[str, Any]:
    given = _is_given(pieces, least)
    return {
        "texts": len(given),
        "answered": round(float(given.mean()), 5) if len(given) else 0.0,
        "precision": round(float(pieces.right[given].mean()), 5) if given.any() else None,
    }


def _is_given(pieces: Pieces, least: ShareAtTokens) -> NDArray[np.bool_]:
    """Which pieces get an answer, as Prediction.language gives it."""
    needed = np.array([NEVER, *(share for _, share in least)])
    band = np.searchsorted([tokens for tokens, _ in least], pieces.tokens, side="right")
    return np.asarray((pieces.probability >= needed[band]) & (band > 0))


def _least_probability(band: Pieces) -> float:
    """The smallest probability from which on the answers in a band keep what is promised."""
    if np.count_nonzero(band.probability) < FEWEST_ANSWERS:
        return UNMEASURED
    steps = (step / _STEPS for step in range(round(_STEPS * LEAST_PROBABILITY), _STEPS))
    return next((share for share in steps if _is_kept(band, share)), NEVER)


def _is_kept(band: Pieces, share: float) -> bool:
    """Whether the answers from a probability on are right often enough, all of them and the least sure ones."""
    given = band.only(band.probability >= share)
    if len(given.right) < FEWEST_ANSWERS or given.right.mean() < PRECISION:
        return False
    least_sure = given.right[given.probability < given.probability.min() + LEAST_SURE]
    return bool(least_sure.mean() >= LEAST_SURE_PRECISION)


def _rows_of(task: _Task) -> list[_Row]:
    model = assets.load(task.folder)
    model.prepare_for_many()
    texts = [(number, content_from_bytes(raw).text) for number, (_, raw) in enumerate(task.files)]
    return [
        _row(model, window(text, length, task.seed), length, task.start + number, task.files[number][0].language)
        for number, text in texts
        if text is not None
        for length in LENGTHS
    ]


def _row(model: Model, piece: str, length: int, text: int, language: str) -> _Row:
    seen = predict_piece(model, piece)
    return length, text, seen.tokens, seen.probability if seen.best else 0.0, seen.best == language
