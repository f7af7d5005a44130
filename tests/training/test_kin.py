"""A weakly known language and its relatives are not told apart, and who they are comes from what a network sees."""

from __future__ import annotations

import pytest

pytest.importorskip("numpy", reason="a training computes with numpy")
import numpy as np

from langdetect_hook.network import NONE_OF_THESE
from langdetect_hook.network.assets import Label
from langdetect_hook.training.kin import WELL_KNOWN_PROJECTS, kin, look_alikes, near, taken_for, weak

LABELS = ["Elm", "Haskell", "Java", NONE_OF_THESE]


def test_a_language_of_few_projects_is_weak() -> None:
    projects = {"Elm": WELL_KNOWN_PROJECTS - 1, "Java": WELL_KNOWN_PROJECTS, NONE_OF_THESE: 1}
    assert weak(projects) == ["Elm"]


def test_its_files_look_like_what_takes_the_probability() -> None:
    seen = np.array([[0.0, 0.9, 0.04, 0.06], [0.0, 0.8, 0.02, 0.18]])
    assert look_alikes(seen, [("Elm", "a"), ("Elm", "b")], LABELS) == {"Elm": {"Haskell"}}


def test_a_large_project_counts_as_much_as_a_small_one() -> None:
    seen = np.array([[0.0, 1.0, 0.0, 0.0]] * 30 + [[0.0, 0.0, 1.0, 0.0]])
    origins = [("Elm", "large")] * 30 + [("Elm", "small")]
    assert look_alikes(seen, origins, LABELS) == {"Elm": {"Haskell", "Java"}}


def test_kin_are_named_both_ways() -> None:
    assert kin(["Elm"], [{"Elm": {"Haskell"}}]) == {"Elm": "Haskell", "Haskell": "Elm"}


def test_what_a_language_grew_out_of_is_kin_whatever_was_seen() -> None:
    assert kin(["TypeScript"], [{}]) == {"JavaScript": "TypeScript", "TypeScript": "JavaScript"}
    assert kin(["JavaScript"], [{}]) == {"JavaScript": "TypeScript", "TypeScript": "JavaScript"}


def test_languages_that_are_well_known_have_no_kin() -> None:
    assert kin([], [{"Elm": {"Haskell"}}]) == {}


def test_what_held_out_pieces_are_taken_for() -> None:
    seen = np.array([[0.5, 0.5, 0.0, 0.0], [0.0, 0.99, 0.01, 0.0]])
    assert taken_for(seen, np.array([0, 1], np.int32), LABELS) == {"Elm": {"Haskell"}, "Haskell": set()}


def test_near_is_what_healthy_files_are_taken_for_now_and_then():
    names = ("C#", "Vala", "JSON")
    pieces = np.array([[0.9, 0.1, 0.0]] * 100 + [[0.0, 1.0, 0.0]] + [[0.0, 0.0, 1.0]] * 100)
    truth = np.array([0] * 100 + [1] + [2] * 100, np.int32)
    found = near(pieces, truth, names)
    assert found["JSON"] == "" and found["Vala"] == "", "nothing is near to them"
    name, more = found["C#"].split("=")
    assert name == "Vala"
    assert float(more) == pytest.approx(np.log(0.1 * 100 / 120 / 0.002), abs=0.01)
    label = Label("C#", 50, near=found["C#"])
    assert label.near_to("Vala") == float(more) and label.near_to("JSON") == label.near_to("C#") == 0.0


def test_beyond_some_nearness_more_makes_no_difference():
    found = near(np.array([[0.0, 1.0]] * 900), np.zeros(900, np.int32), ("C", "C++"))
    assert found["C"] == "C++=4.00"
