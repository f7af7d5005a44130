"""What the network holds against a claim, and the benefit of the doubt that the claim has."""

from __future__ import annotations

from textwrap import dedent

import pytest

from langdetect_hook import suspicion
from langdetect_hook.claims import Claim, claim_of
from langdetect_hook.languages import LANGUAGES
from langdetect_hook.network import assets
from langdetect_hook.network.assets import Model
from langdetect_hook.suspicion import Suspicion, distinct_lines, relatives, threshold, windows
from tests import accidents
from tests.healthy_texts import healthy_texts

TEXT_OF = {healthy.path: healthy.text for healthy in healthy_texts()}
SQL, PYTHON = TEXT_OF["migrations/0004_invoices.sql"], TEXT_OF["test_css.py"]
GO, PERL = TEXT_OF["internal/store/store.go"], TEXT_OF["report.pl"]


@pytest.fixture(scope="module")
def model() -> Model:
    return assets.load()


def claimed_by(path: str) -> Claim:
    claim = claim_of(path)
    assert claim is not None
    return claim


def doubt(model: Model, path: str, text: str) -> Suspicion | str:
    return suspicion.suspicion(model, text, claimed_by(path))


@pytest.mark.parametrize(
    "path, text",
    [
        ("a.py", PYTHON),
        ("a.sql", SQL),
        ("a.go", GO),
        ("a.pl", PERL),
        ("a.h", TEXT_OF["include/shape.h"]),
        ("a.yaml", TEXT_OF["package-lock.json"]),
        ("a.scss", TEXT_OF["css/legacy.css"]),
        ("a.ts", TEXT_OF["src/carousel.js"]),
    ],
)
def test_nothing_stands_against_a_file_that_looks_like_its_name(model: Model, path: str, text: str) -> None:
    assert doubt(model, path, text) == ""


@pytest.mark.parametrize("text", ["", "x", "ok\n", "select\n" * 200, SQL.split("\n", 1)[0]])
def test_little_text_is_no_reason(model: Model, text: str) -> None:
    assert doubt(model, "a.json", text) in ("", "too little text to tell")


@pytest.mark.parametrize(
    "path, own, word", [("a.py", accidents.PYTHON, "words"), ("a.cpp", accidents.CPLUSPLUS, "shapes")]
)
def test_a_part_that_looks_like_the_name_excuses_the_rest(model: Model, path: str, own: str, word: str) -> None:
    foreign = "".join(SQL.replace("invoice", f"invoice_{number}") for number in range(8))
    part = "".join(own.replace(word, f"{word}_{number}") for number in range(4))
    half = foreign.index("\n", len(foreign) // 2) + 1
    for text in (part + foreign, foreign + part, foreign[:half] + part + foreign[half:]):
        assert not isinstance(doubt(model, path, text), Suspicion)
    assert isinstance(doubt(model, path, foreign), Suspicion)


TYPED = """import { pour } from "./pour.js";

export interface Cup {
  size: number;
  label?: string;
}

type Fill = (cup: Cup, amount: number) => void;

export class Machine {
  private cups: Cup[] = [];

  constructor(private readonly fill: Fill) {}

  add(cup: Cup): void {
    this.cups.push(cup);
  }
}
"""


def test_what_grew_out_of_the_claimed_language_may_look_like_it_in_parts(model: Model) -> None:
    """Most lines of TypeScript are JavaScript: what only it has is proof, unless it is Flow's."""
    text = TYPED + TEXT_OF["src/carousel.js"]
    found = doubt(model, "a.js", text)
    assert isinstance(found, Suspicion) and found.proven and found.language == "TypeScript"
    assert threshold(model, "a.js", claimed_by("a.js"), "TypeScript", proven=True) == suspicion.PROVEN_MARGIN
    assert threshold(model, "a.js", claimed_by("a.js"), "TypeScript") > suspicion.PROVEN_MARGIN
    assert not isinstance(doubt(model, "a.js", f"/* @flow */\n{text}"), Suspicion)


def test_what_grew_out_of_another_has_constructs_that_prove_it() -> None:
    grown = {language.name: language.grew_out_of for language in LANGUAGES if language.proof}
    assert grown == suspicion.GREW_OUT_OF


def test_what_is_no_language_is_no_other_language(model: Model) -> None:
    noise = TEXT_OF["certs/test-key.pem.py"].split("\n", 1)[1]
    assert not isinstance(doubt(model, "a.go", noise), Suspicion)
    log = doubt(model, "a.go", dedent(TEXT_OF["docs/run.md"].partition("\n\n")[2]))
    assert not isinstance(log, Suspicion) or log.margin < threshold(model, "a.go", claimed_by("a.go"), log.language)


@pytest.mark.parametrize("path", ["a.py", "a.json", "a.go", "a.c", "a.yaml"])
def test_a_foreign_file_is_suspected(model: Model, path: str) -> None:
    found = doubt(model, path, SQL)
    assert isinstance(found, Suspicion)
    assert found.language == "SQL" and found.margin > 0 and 0.3 < found.probability <= found.share <= 1.0001


def test_the_same_lines_again_change_nothing(model: Model) -> None:
    once, again = doubt(model, "a.py", SQL), doubt(model, "a.py", SQL + SQL)
    assert isinstance(once, Suspicion) and isinstance(again, Suspicion)
    assert (once.language, once.margin > 4) == (again.language, again.margin > 4)


def test_a_healthy_file_is_read_once(model: Model, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[int] = []

    def predict_piece(model: Model, piece: str):
        read.append(len(piece))
        return original(model, piece)

    original = suspicion.predict_piece
    monkeypatch.setattr(suspicion, "predict_piece", predict_piece)
    long = "".join(GO.replace("Store", f"Store{number}") for number in range(60))
    assert doubt(model, "a.go", long) == ""
    assert len(read) == 1 and read[0] <= suspicion.FIRST_LOOK_CHARACTERS


def test_distinct_lines_are_counted_as_far_as_they_matter() -> None:
    assert distinct_lines("") == distinct_lines("\n \n\t\n") == 0
    assert distinct_lines("a\na\na\n" * 60) == 1
    assert distinct_lines("a\nb") == 2
    assert distinct_lines("a\nb\nc\nd\ne\n") == suspicion.LEAST_LINES


def test_windows_are_of_different_lines_and_not_many() -> None:
    assert list(windows("a\n" * 500)) == []
    assert list(windows("\n".join(map(str, range(25))))) == []
    two = list(windows("\n".join(map(str, range(26)))))
    assert [window.count("\n") + 1 for window in two] == [25, 1]
    many = list(windows("\n".join(map(str, range(5000)))))
    assert len(many) <= suspicion.MOST_WINDOWS and many[0].startswith("0\n1\n2\n")
    last = int(many[-1].split("\n")[0])
    assert last > 4000, "the windows reach the end"


@pytest.mark.parametrize(
    "path",
    [
        "a.c",
        "a.h",
        "a.r",
        "src/a.h.in",
        "a.tar.d.ts",
        "a.test.js",
        "a.c.h",
        "Makefile",
        "Makefile.am",
        "Makefile.PL",
        ".bashrc",
    ],
)
def test_the_threshold_is_the_highest_that_anyone_asks_for(model: Model, path: str) -> None:
    needed = threshold(model, path, claimed_by(path), "SQL")
    known = [model.label[name].margin_against("SQL") for name in claimed_by(path).languages if name in model.label]
    assert needed == max([*known, model.label["SQL"].margin_as_content])


@pytest.mark.parametrize(
    "path",
    [
        "a.htm",
        "a.cmd",
        "notes.mdwn",
        "a.vsh",
        "A.HTM",
        "a.htm.in",
        "A.HTML",
        "words.Targets",
        "words.s.cs",
        "Makefile.script",
    ],
)
def test_a_name_that_is_no_longer_given_asks_for_much(model: Model, path: str) -> None:
    assert threshold(model, path, claimed_by(path), "SQL") == suspicion.UNUSUAL_NAME_MARGIN
    assert suspicion.least_share(suspicion.UNUSUAL_NAME_MARGIN) == 0.75


@pytest.mark.parametrize(
    "margin, share, needed, sure",
    [
        (2.6, 0.26, 2.5, True),
        (2.4, 0.99, 2.5, False),
        (9.0, 0.24, 2.5, False),
        (9.0, 0.41, 3.5, True),
        (9.0, 0.39, 4.5, False),
        (9.0, 0.51, 5.0, True),
        (9.0, 0.49, 5.0, False),
        (4.9, 0.99, 5.0, False),
        (10.1, 0.76, 10.0, True),
        (10.1, 0.74, 10.0, False),
    ],
)
def test_a_common_name_asks_for_more_margin_and_more_share(margin, share, needed, sure) -> None:
    assert suspicion.is_sure(Suspicion("SQL", margin, share, share), needed) is sure


def test_relatives_are_mutual_and_know_themselves() -> None:
    assert relatives("no such language") == {"no such language"}
    for language in (language.name for language in LANGUAGES):
        near = relatives(language)
        assert language in near and all(language in relatives(other) for other in near), language
        assert len(near) < 20, f"{language} is near to nearly everything"
    assert "TypeScript" in relatives("JavaScript") and "JavaScript" in relatives("TypeScript")
    assert "Diff" not in relatives("Python"), "a patch accepts everything, and is near to nothing"
