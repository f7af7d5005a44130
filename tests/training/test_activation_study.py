"""The classic mistake, made for real: a ReLU on the logits, and a measure that takes ties for successes."""

from __future__ import annotations

import os

import pytest

pytest.importorskip("numpy", reason="a training computes with numpy")
import numpy as np

from tests.training.written_corpus import write_corpus

pytest.importorskip("tensorflow")
from langdetect_hook.training import activation_study
from langdetect_hook.training.activation_study import LANGUAGES, load, main, measures, train

pytestmark = pytest.mark.slow
_CHANCE = 1 / len(LANGUAGES)


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    # As in real files, most of what is counted is common to all languages: this is what kills the logits.
    return write_corpus(tmp_path_factory.mktemp("corpus"), 14, 7, statements=(1, 20), common=20)


@pytest.fixture(scope="module")
def material(corpus):
    return load(str(corpus))


@pytest.fixture(scope="module")
def schedule():
    return activation_study.SCHEDULE._replace(epochs=3)


def test_linear_logits_have_one_accuracy_and_it_rises(material, schedule):
    course = train(material, "linear", schedule)
    assert all(iteration.in_top_k == iteration.accuracy for iteration in course.iterations)
    assert all(epoch.in_top_k == epoch.accuracy == epoch.argmax for epoch in course.epochs)
    assert course.epochs[-1].accuracy > 0.9
    assert course.iterations[-1].accuracy > course.iterations[0].accuracy + 0.4


def test_a_relu_on_the_logits_only_looks_like_success(material, schedule, tmp_path, capsys):
    course = train(material, "relu", schedule)
    first = course.epochs[0]
    assert first.in_top_k > first.argmax + 0.4
    assert first.in_top_k > first.accuracy + 0.4
    assert first.accuracy < 2 * _CHANCE
    assert first.tied > 0.5
    printed = capsys.readouterr().out
    assert "iteration=0  loss=" in printed
    assert "epoch=1  in-top-k=" in printed

    picture = tmp_path / "relu.png"
    activation_study.draw(course, str(picture))
    assert picture.read_bytes().startswith(b"\x89PNG")
    assert os.path.getsize(picture) < 150_000


def test_a_tie_is_right_for_in_top_k_and_wrong_for_us():
    truth = np.array([0, 1, 2], np.int32)
    logits = np.array([[0, 0, 0], [0, 2, 0], [0, 0, 0]], np.float32)
    found = measures(logits, truth)
    assert [round(share, 3) for share in found] == [1, 0.667, 0.333, 0.667]


def test_raw_counts_are_what_a_text_holds(material):
    batch = material.samples.batch([material.samples.window(0, 0, np.random.default_rng(0))])
    assert (batch.values == np.rint(batch.values)).all()
    assert batch.values.max() > 5
    assert (batch.places[:, 0] == 0).all()


def test_a_corpus_without_one_of_the_languages_is_refused(tmp_path, capsys):
    write_corpus(tmp_path / "corpus", 5, 1)
    for path in (tmp_path / "corpus" / "PHP").rglob("*.txt"):
        path.unlink()
    assert main([str(tmp_path / "corpus"), "--output", str(tmp_path / "figures")]) == 2
    assert "has none of PHP" in capsys.readouterr().err
    assert main([str(tmp_path / "nowhere"), "--output", str(tmp_path / "figures")]) == 2
    assert not (tmp_path / "figures").exists()
