"""Thresholds: above what healthy files showed, and higher for what is known from few projects."""

from __future__ import annotations

import random

import numpy as np
import pytest

from langdetect_hook.claims.make_table import OwnLanguage, table_text
from langdetect_hook.network import NONE_OF_THESE, assets
from tests.small_model import write_small_model
from tests.training.written_corpus import STATEMENTS, program

pytest.importorskip("tqdm")
from langdetect_hook.training.calibrate import MOST_MARGIN, Suspected, claim_in_corpus, margins, near, suspected_files
from langdetect_hook.training.corpus import Example
from langdetect_hook.training.prevalence import MARGIN_COMMON, MARGIN_EVERYWHERE, MARGIN_RARE

NAMES = ("Brew/a.brew", "Brew/a", "C++/x/a.hpp", "Python/x/bin")
PROJECTS = {"C": 50, "Nim": 50, "YAML": 50, "Zig": 1}


def labels(*found: Suspected) -> dict[str, assets.Label]:
    return {label.name: label for label in margins(found, PROJECTS)}


def test_a_name_that_is_met_everywhere_needs_most_against_it_and_what_is_hardly_known_more():
    plain = labels()
    assert plain["C"].margin_as_claim == MARGIN_EVERYWHERE
    assert plain["YAML"].margin_as_claim == MARGIN_COMMON
    assert plain["Nim"].margin_as_claim == MARGIN_RARE
    assert plain["Zig"].margin_as_claim > MARGIN_RARE
    assert plain["C"].margin_as_content == plain["Nim"].margin_as_content == MARGIN_RARE
    assert [label.projects for label in plain.values()] == list(PROJECTS.values())


def test_a_language_of_a_users_own_is_common_where_it_is_used():
    assert margins([], {"Brew": 50})[0].margin_as_claim == MARGIN_COMMON


def test_a_threshold_is_above_what_all_projects_but_one_showed():
    found = [Suspected("Nim", "C", margin, f"p{margin}") for margin in (5.0, 9.0, 6.0, 2.0)]
    seen = labels(*found)
    for margin in (seen["Nim"].margin_as_claim, seen["C"].margin_as_content):
        assert 6.0 < margin < 9.0
    assert seen["C"].margin_as_claim == MARGIN_EVERYWHERE
    assert seen["Nim"].margin_as_content == MARGIN_RARE


def test_a_single_odd_project_changes_nothing_and_many_do_not_switch_a_language_off():
    assert labels(*[Suspected("Nim", "C", 11.0, "one")] * 9)["Nim"].margin_as_claim == MARGIN_RARE
    many = [Suspected("Nim", "C", 90.0, f"p{number}") for number in range(9)]
    assert labels(*many)["Nim"].margin_as_claim == MOST_MARGIN


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = write_small_model(tmp_path_factory.mktemp("model"))
    own = OwnLanguage("Brew", ("*.brew",), ("Ruby",))
    (folder / "languages.tsv").write_text(table_text([*STATEMENTS, "Brew"], [own]), encoding="utf-8")
    return folder


def test_the_table_of_the_assets_says_what_a_file_accepts(folder):
    model = assets.load(str(folder))
    claimed = {name: claim_in_corpus(model, f"corpus/{name}", name.partition("/")[0]) for name in NAMES}
    accepted = {name: claim.accepts for name, claim in claimed.items() if claim}
    assert accepted["Brew/a.brew"] == {"Brew", "Ruby"}
    assert claimed["Brew/a"] is None, "no name is known that it could have"
    assert accepted["C++/x/a.hpp"] >= {"C", "C++"}
    assert "Python" in accepted["Python/x/bin"]


@pytest.mark.parametrize("jobs", [1, 2])
def test_only_what_looks_foreign_is_suspected(folder, jobs):
    generator = random.Random(2)
    files = [
        (Example(f"corpus/{language}/p/{number}.txt", language, "p"), program(language, generator, 20).encode())
        for number in range(40)
        for language in STATEMENTS
    ]
    files.append((Example("corpus/Python/p/wrong.py", "Python", "p"), program("PHP", generator, 20).encode()))
    files.append((Example("noise-1", NONE_OF_THESE, "noise"), program("PHP", generator, 20).encode()))
    files.append((Example("corpus/Python/p/binary.py", "Python", "p"), b"\x00\x01\x02" * 50))
    found = suspected_files(str(folder), files, jobs)
    assert [(one.language, one.looks_like) for one in found if one.margin > 3] == [("Python", "PHP")]


def test_what_healthy_files_are_taken_for_asks_for_more():
    names = ("C#", "Vala", "JSON")
    pieces = np.array([[0.9, 0.1, 0.0]] * 100 + [[0.0, 1.0, 0.0]] + [[0.0, 0.0, 1.0]] * 100)
    truth = np.array([0] * 100 + [1] + [2] * 100, np.int32)
    found = near(pieces, truth, names)
    assert found["JSON"] == "" and found["Vala"] == "", "nothing is near to them"
    name, beyond = found["C#"].split("=")
    assert name == "Vala"
    assert float(beyond) == pytest.approx(np.log(0.1 * 100 / 120 / 0.002), abs=0.01)
    label = margins([], {"C#": 50}, found)[0]
    assert label.margin_against("Vala") == label.margin_as_claim + float(beyond)
    assert label.margin_against("JSON") == label.margin_against("C#") == MARGIN_COMMON


def test_no_more_is_asked_than_the_most():
    found = near(np.array([[0.0, 1.0]] * 900), np.zeros(900, np.int32), ("C", "C++"))
    assert found["C"] == "C++=4.00"
