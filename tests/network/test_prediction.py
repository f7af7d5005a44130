"""The network's answer for a text: probabilities, ties, margins."""

from __future__ import annotations

from math import log

import pytest

from langdetect_hook.network import NONE_OF_THESE, Prediction, assets, predict, predict_piece
from langdetect_hook.network.assets import Model
from langdetect_hook.network.excerpt import EXCERPT_CHARACTERS, FIRST_LOOK_CHARACTERS, excerpt, first_lines
from tests.healthy_texts import healthy_texts

THRESHOLDS = assets.load().thresholds
LABELS = ("C", "Go", "Rust", NONE_OF_THESE)
SCALE = 0.01


def prediction(*logits: int, tokens: int = 50) -> Prediction:
    return Prediction(LABELS, list(logits), SCALE, tokens, THRESHOLDS)


@pytest.fixture(scope="module")
def model() -> Model:
    return assets.load()


def test_there_is_no_language_where_nothing_is_known() -> None:
    assert prediction(300, 300, 100, 0).language is None, "a tie"
    assert prediction(900, 0, 0, 0, tokens=1).language is None, "too little text"
    assert prediction(0, 0, 0, 900).language is None, "no language at all"
    wide = Prediction([str(number) for number in range(200)], [1] + [0] * 199, SCALE, 50, THRESHOLDS)
    assert wide.probability < 0.1 and wide.language is None, "hardly likelier than the others"


def test_without_what_is_likelier() -> None:
    left = prediction(300, 200, 100, 200).of("Go")
    assert list(left.labels) == ["Go", "Rust"] and left.logits == [200, 100]


@pytest.mark.parametrize(
    ("name", "value"), [("least_predicted_tokens", 51), ("least_probability_at", ((2, 0.5), (50, 0.99)))]
)
def test_the_thresholds_of_the_model_decide(name: str, value: object) -> None:
    thresholds = assets.load().thresholds
    assert Prediction(LABELS, [0, 400, 0, 0], SCALE, 50, thresholds).language == "Go"
    setattr(thresholds, name, value)
    assert Prediction(LABELS, [0, 400, 0, 0], SCALE, 50, thresholds).language is None


def test_how_likely_it_must_be_depends_on_how_much_there_is() -> None:
    thresholds = assets.load().thresholds
    thresholds.least_probability_at = ((8, 0.9), (16, 0.5))
    assert [thresholds.least_probability(tokens) for tokens in (0, 7, 8, 15, 16, 99)] == [1.0, 1.0, 0.9, 0.9, 0.5, 0.5]
    unsure = [Prediction(LABELS, [0, 200, 0, 0], SCALE, tokens, thresholds) for tokens in (15, 16)]
    assert 0.5 < unsure[0].probability < 0.9
    assert [one.language for one in unsure] == [None, "Go"]
    assert [one.best for one in unsure] == ["Go", "Go"], "the likeliest, however likely"


def test_the_language_is_the_likeliest() -> None:
    assert prediction(0, 500, 100, 0).language == "Go"


def test_probabilities_are_the_softmax_of_scaled_logits() -> None:
    one = prediction(100, 200, 0, -1_000_000)
    shares = dict(one.candidates(4))
    assert sum(shares.values()) == pytest.approx(1)
    assert shares["Go"] == one.probability
    assert log(shares["Go"] / shares["C"]) == pytest.approx(100 * SCALE)
    assert shares[NONE_OF_THESE] == 0
    assert one.share(["Go", "C", "not a label"]) == pytest.approx(shares["Go"] + shares["C"])
    assert one.share([]) == 0


def test_candidates_come_likeliest_first_and_equal_ones_by_name() -> None:
    assert [name for name, _ in prediction(7, 9, 7, 7).candidates(3)] == ["Go", "C", "Rust"]
    assert len(prediction(1, 2, 3, 4).candidates(99)) == len(LABELS)


def test_the_fewest_languages_with_a_share_are_named() -> None:
    one = prediction(100, 90, 80, 200)
    assert one.named({"Rust"}, 0.1, 3) == ("C",)
    assert one.named({"Rust"}, 0.9, 3) == ("C", "Go")
    assert one.named((), 0.9, 1) == ("C",), "no more than asked for"


@pytest.mark.parametrize(
    "accepted, margin, label",
    [
        ({"Go"}, -1.0, "C"),
        ({"C"}, 1.0, "Go"),
        ({"C", "Go"}, -1.5, "Rust"),
        ({"Rust", NONE_OF_THESE}, 1.5, "Go"),
        ({"Rust", "Perl"}, 1.5, "Go"),
    ],
)
def test_the_margin_is_between_the_best_outside_and_the_best_inside(
    accepted: set[str], margin: float, label: str
) -> None:
    assert prediction(100, 200, 50, 0).margin(accepted) == (pytest.approx(margin), label)


def test_the_margin_where_one_side_has_no_label() -> None:
    assert prediction(1, 2, 3, 4).margin(set(LABELS)) == (float("-inf"), "")
    assert prediction(1, 2, 4, 3).margin(set()) == (float("inf"), "Rust")


def test_a_long_text_is_read_at_its_head_and_behind_its_middle(model: Model) -> None:
    lines = [f"line {number} of many" for number in range(5000)]
    text = "\n".join(lines)
    read = excerpt(text)
    assert len(read) <= EXCERPT_CHARACTERS + 1
    assert read.startswith("line 0 of many\nline 1 of many\n")
    assert all(line in lines for line in read.split("\n")[:-1])
    assert predict(model, text).logits == predict_piece(model, read).logits


def test_first_lines_are_whole_where_they_can_be() -> None:
    assert first_lines("short", FIRST_LOOK_CHARACTERS) == "short"
    assert first_lines("a" * 60 + "\n" + "b" * 60, 100) == "a" * 60
    assert first_lines("a" * 200, 100) == "a" * 100
    assert first_lines("a\n" + "b" * 200, 100) == "a\n" + "b" * 98


def test_no_text_and_no_known_token_is_no_language(model: Model) -> None:
    for text in ("", "\n\n\n", " \t", "ⱒⰾ ⰷⰰ", "\0", "x"):
        assert predict(model, text).language is None


def test_the_labels_are_the_models(model: Model) -> None:
    one = predict(model, "import os\n")
    assert list(one.labels) == [label.name for label in model.labels]
    assert NONE_OF_THESE in one.labels and len(one.logits) == len(one.labels)


def test_small_files_are_recognised(model: Model) -> None:
    text_of = {healthy.path: healthy.text for healthy in healthy_texts()}
    for path, language in (
        ("report.pl", "Perl"),
        ("src/Words.hs", "Haskell"),
        ("migrations/0004_invoices.sql", "SQL"),
        ("tools/清理.py", "Python"),
        ("internal/store/store.go", "Go"),
    ):
        assert predict(model, text_of[path]).language == language
