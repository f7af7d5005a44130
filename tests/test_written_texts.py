"""The texts that were written to measure with: the bundled network knows what they are in, and the hook is silent about
them under a right name.

Nothing has been learned from them, so a new network is measured here before anybody has looked.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from langdetect_hook import Detector
from langdetect_hook.check import check_content
from langdetect_hook.files.content import content_from_bytes
from langdetect_hook.languages import LANGUAGE_OF
from langdetect_hook.network import assets
from langdetect_hook.report.rules import DEFAULT_RULES
from langdetect_hook.training.corpus import read_corpus
from langdetect_hook.verdict import MISMATCH
from tests.benchmarks.written import PROJECT, Written, main, written
from tests.bundled import model_languages

TEXTS = tuple(written())
OF_A_LANGUAGE = 5
# Of the best guesses at least these shares are right; the bundled network is right of 98.8% of the whole texts.
LEAST_RIGHT = 0.98
LEAST_RIGHT_OF_10_LINES = 0.93


def test_each_language_of_the_model_has_five_texts_and_none_stands_twice() -> None:
    assert Counter(one.language for one in TEXTS) == dict.fromkeys(model_languages(), OF_A_LANGUAGE)
    assert len({one.text for one in TEXTS}) == len(TEXTS)
    assert all(15 <= one.text.count("\n") <= 45 for one in TEXTS)


def test_the_bundled_network_knows_what_they_are_in() -> None:
    assert _right(TEXTS) >= LEAST_RIGHT


def test_and_what_ten_lines_of_them_are_in() -> None:
    pieces = [one._replace(text=piece) for one in TEXTS for piece in _pieces(one.text, 10)]
    assert _right(pieces) >= LEAST_RIGHT_OF_10_LINES


def test_under_a_right_name_none_is_reported() -> None:
    model = assets.load()
    for one in TEXTS:
        name = LANGUAGE_OF[one.language].file_name("cups")
        verdicts = check_content(name, content_from_bytes(one.text.encode()), DEFAULT_RULES, model)
        assert MISMATCH not in {found.verdict for found in verdicts}, (one.language, one.number)


def test_the_command_makes_a_corpus_of_them(tmp_path: Path) -> None:
    assert main([str(tmp_path)]) == 0
    found = read_corpus(str(tmp_path))
    assert sorted(example.language for example in found) == sorted(one.language for one in TEXTS)
    assert {example.project for example in found} == {PROJECT}


def _pieces(text: str, lines: int) -> list[str]:
    every = text.splitlines(keepends=True)
    return ["".join(every[start : start + lines]) for start in range(0, len(every) - lines + 1, lines)]


def _right(texts: tuple[Written, ...] | list[Written]) -> float:
    """The share of texts whose best guess is right: the answer, or else the likeliest candidate."""
    found = Detector().classify_many(one.text.encode() for one in texts)
    guesses = [each.language or each.candidates[0][0] for each in found]
    return sum(guess == one.language for guess, one in zip(guesses, texts, strict=True)) / len(texts)
