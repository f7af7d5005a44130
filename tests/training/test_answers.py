"""From which probability on there is an answer: such answers are right nine times in ten."""

from __future__ import annotations

import random

import pytest

pytest.importorskip("numpy", reason="a training computes with numpy")
import numpy as np

from langdetect_hook.network import NONE_OF_THESE
from tests.small_model import write_small_model
from tests.training.written_corpus import STATEMENTS, program

pytest.importorskip("tensorflow")
from langdetect_hook.training.answers import (
    BANDS,
    LEAST_PROBABILITY,
    LENGTHS,
    NEVER,
    UNMEASURED,
    Pieces,
    figures,
    least_probabilities,
    measured,
    pieces_of,
    summary,
)
from langdetect_hook.training.corpus import Example


def pieces(*groups: tuple[int, float, int, int]) -> Pieces:
    """Groups of (tokens, probability, right ones, wrong ones), all whole files."""
    rows = [
        (tokens, probability, number < right)
        for tokens, probability, right, wrong in groups
        for number in range(right + wrong)
    ]
    tokens, probability, right = (np.array(column) for column in zip(*rows, strict=True))
    return Pieces(np.zeros(len(rows), int), np.arange(len(rows)), tokens, probability, right)


def needed(*groups: tuple[float, int, int]) -> float:
    return dict(least_probabilities(pieces(*((20, *group) for group in groups))))[16]


def test_all_answers_together_are_right_nine_times_in_ten():
    assert needed((0.95, 60, 0), (0.75, 22, 8)) == LEAST_PROBABILITY, "82 of 90"
    assert needed((0.95, 60, 0), (0.75, 20, 10)) == 0.76, "80 of 90"


def test_sure_answers_do_not_pay_for_guesses():
    assert needed((0.95, 900, 0), (0.75, 10, 40)) == 0.76


def test_no_answer_is_less_likely_than_not():
    assert needed((0.95, 90, 0), (0.45, 90, 0)) == LEAST_PROBABILITY


def test_what_is_never_right_is_never_said_and_what_is_not_measured_is_taken_at_its_word():
    assert needed((0.99, 50, 50)) == NEVER
    assert needed((0.99, 3, 0)) == UNMEASURED
    assert [tokens for tokens, _ in least_probabilities(pieces((20, 0.9, 30, 0)))] == list(BANDS)


def test_pieces_of_different_amounts_do_not_speak_for_each_other():
    found = dict(least_probabilities(pieces((9, 0.7, 10, 30), (9, 0.9, 90, 0), (70, 0.7, 90, 0))))
    assert (found[8], found[64]) == (0.71, LEAST_PROBABILITY)


def test_figures_say_how_many_texts_get_an_answer_and_how_many_are_right():
    found = figures(pieces((20, 0.9, 8, 2), (20, 0.4, 10, 0), (1, 0.99, 10, 0)), ((2, 0.5),))
    assert found["whole files"] == {"texts": 30, "answered": 0.33333, "precision": 0.8}
    assert found["5 lines"] == {"texts": 0, "answered": 0.0, "precision": None}
    assert "80.00%" in summary(found) and len(summary(found).splitlines()) == 1 + len(LENGTHS)


@pytest.mark.parametrize("jobs", [1, 2])
def test_the_hook_itself_is_measured_and_what_is_no_language_is_never_right(jobs, tmp_path):
    folder = write_small_model(tmp_path / "model")
    generator = random.Random(3)
    files = [
        (Example(f"{language}/p/{number}", language, "p"), program(language, generator, 30).encode())
        for number in range(30)
        for language in STATEMENTS
    ]
    files += [(Example("noise", NONE_OF_THESE, "noise"), program("PHP", generator, 30).encode())]
    files += [(Example("binary", "PHP", "p"), bytes(99))]
    found = pieces_of(str(folder), files, len(files), 0, jobs)
    assert len(found.right) == len(LENGTHS) * (len(files) - 1)
    assert found.right[found.text < len(files) - 2].mean() > 0.8
    assert not found.right[found.text == len(files) - 2].any()
    of_test = np.arange(len(files)) % 2 == 0
    both = measured(str(folder), files, of_test, 0, jobs)
    assert list(both.thresholds) == ["least_probability_at"]
    assert both.figures["whole files"]["texts"] == of_test[: len(files) - 1].sum()
