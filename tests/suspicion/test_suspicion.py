"""What the network holds against a claim; what is not clear counts for the claim."""

from __future__ import annotations

from textwrap import dedent

import pytest

from langdetect_hook import suspicion, verdict
from langdetect_hook.excuses import Answer
from langdetect_hook.languages import LANGUAGES
from langdetect_hook.network.excerpt import windows
from langdetect_hook.suspicion import NONE, STRONG, WEAK, Suspicion, distinct_lines, is_short, looked_at, weighed
from langdetect_hook.suspicion.relatives import relatives
from langdetect_hook.suspicion.weight import least_share, threshold
from langdetect_hook.verdict import Decision
from tests import accidents
from tests.bundled import case_of, claim_of, model
from tests.healthy_texts import healthy_texts

TEXT_OF = {healthy.path: healthy.text for healthy in healthy_texts()}
SQL, PYTHON = TEXT_OF["migrations/0004_invoices.sql"], TEXT_OF["test_css.py"]
GO, PERL = TEXT_OF["internal/store/store.go"], TEXT_OF["report.pl"]


THRESHOLDS = model().thresholds


def needed(path: str, language: str, proven: bool = False) -> float:
    return threshold(model(), claim_of(path), language, proven)


def near(language: str) -> frozenset[str]:
    return relatives(language, THRESHOLDS.accepts_many)


def pieces(text: str) -> list[str]:
    return list(windows(text, THRESHOLDS.window_lines, THRESHOLDS.most_windows))


def seen(path: str, text: str) -> Suspicion:
    return looked_at(case_of(path, text))


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
def test_nothing_stands_against_a_file_that_looks_like_its_name(path: str, text: str) -> None:
    assert seen(path, text).state == NONE


@pytest.mark.parametrize("text", ["", "x", "ok\n", "select\n" * 200, SQL.split("\n", 1)[0]])
def test_little_text_is_no_reason(text: str) -> None:
    assert seen("a.json", text).reason in ("", "too little text to tell")


@pytest.mark.parametrize(
    "path, own, word", [("a.py", accidents.PYTHON, "words"), ("a.cpp", accidents.CPLUSPLUS, "shapes")]
)
def test_a_part_that_looks_like_the_name_excuses_the_rest(path: str, own: str, word: str) -> None:
    foreign = "".join(SQL.replace("invoice", f"invoice_{number}") for number in range(8))
    part = "".join(own.replace(word, f"{word}_{number}") for number in range(4))
    half = foreign.index("\n", len(foreign) // 2) + 1
    for text in (part + foreign, foreign + part, foreign[:half] + part + foreign[half:]):
        assert seen(path, text).state != WEAK
    assert seen(path, foreign).state == WEAK


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


def test_what_grew_out_of_the_claimed_language_may_look_like_it_in_parts() -> None:
    """Most lines of TypeScript are JavaScript: what only it has is proof, unless it is Flow's."""
    text = TYPED + TEXT_OF["src/carousel.js"]
    found = seen("a.js", text)
    assert found.state == WEAK and found.proven and found.language == "TypeScript"
    assert needed("a.js", "TypeScript", proven=True) == THRESHOLDS.proven_margin
    assert needed("a.js", "TypeScript") > THRESHOLDS.proven_margin
    assert seen("a.js", f"/* @flow */\n{text}").state != WEAK


def test_what_grew_out_of_another_has_constructs_that_prove_it() -> None:
    grown = {language.name: language.grew_out_of for language in LANGUAGES if language.proof}
    assert grown == {"TypeScript": "JavaScript"}


def test_what_is_no_language_is_no_other_language() -> None:
    noise = TEXT_OF["certs/test-key.pem.py"].split("\n", 1)[1]
    assert seen("a.go", noise).state != WEAK
    log = seen("a.go", dedent(TEXT_OF["docs/run.md"].partition("\n\n")[2]))
    assert log.state != WEAK or log.margin < needed("a.go", log.language)


@pytest.mark.parametrize("path", ["a.py", "a.json", "a.go", "a.c", "a.yaml"])
def test_a_foreign_file_is_suspected(path: str) -> None:
    found = seen(path, SQL)
    assert found.state == WEAK
    assert found.language == "SQL" and found.margin > 0 and 0.3 < found.probability <= found.share <= 1.0001


def test_the_same_lines_again_change_nothing() -> None:
    once, again = seen("a.py", SQL), seen("a.py", SQL + SQL)
    assert once.state == again.state == WEAK
    assert (once.language, once.margin > 4) == (again.language, again.margin > 4)


def test_a_healthy_file_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[int] = []

    def predict_piece(model, piece: str):
        read.append(len(piece))
        return original(model, piece)

    original = suspicion.predict_piece
    monkeypatch.setattr(suspicion, "predict_piece", predict_piece)
    long = "".join(GO.replace("Store", f"Store{number}") for number in range(60))
    assert seen("a.go", long).state == NONE
    assert len(read) == 1 and read[0] <= suspicion.FIRST_LOOK_CHARACTERS


def test_distinct_lines_are_counted_as_far_as_they_matter() -> None:
    assert distinct_lines("", THRESHOLDS.least_lines) == distinct_lines("\n \n\t\n", THRESHOLDS.least_lines) == 0
    assert distinct_lines("a\na\na\n" * 60, THRESHOLDS.least_lines) == 1
    assert distinct_lines("a\nb", THRESHOLDS.least_lines) == 2
    assert distinct_lines("a\nb\nc\nd\ne\n", THRESHOLDS.least_lines) == THRESHOLDS.least_lines


def test_windows_are_of_different_lines_and_not_many() -> None:
    assert pieces("a\n" * 500) == []
    assert pieces("\n".join(map(str, range(25)))) == []
    two = pieces("\n".join(map(str, range(26))))
    assert [window.count("\n") + 1 for window in two] == [25, 1]
    many = pieces("\n".join(map(str, range(5000))))
    assert len(many) <= THRESHOLDS.most_windows and many[0].startswith("0\n1\n2\n")
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
def test_the_threshold_is_the_highest_that_anyone_asks_for(path: str) -> None:
    asked = needed(path, "SQL")
    known = [model().label[name].margin_against("SQL") for name in claim_of(path).languages if name in model().label]
    assert asked == max([*known, model().label["SQL"].margin_as_content])


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
def test_a_name_that_is_no_longer_given_asks_for_much(path: str) -> None:
    assert needed(path, "SQL") == THRESHOLDS.uncommon_name_margin
    assert least_share(THRESHOLDS, THRESHOLDS.uncommon_name_margin) == 0.75


@pytest.mark.parametrize(
    "margin, share, needed, sure",
    [
        (2.6, 0.76, 2.5, True),
        (2.6, 0.74, 2.5, False),
        (2.4, 0.99, 2.5, False),
        (9.0, 0.24, 2.5, False),
        (9.0, 0.76, 3.5, True),
        (9.0, 0.74, 4.5, False),
        (4.9, 0.99, 5.0, False),
        (10.1, 0.76, 10.0, True),
        (10.1, 0.74, 10.0, False),
    ],
)
def test_a_finding_needs_its_margin_and_three_quarters_of_the_probability(margin, share, needed, sure) -> None:
    assert (margin >= needed and share >= least_share(THRESHOLDS, needed)) is sure


def test_a_short_text_needs_more_margin() -> None:
    long_line = "x" * THRESHOLDS.short_characters * THRESHOLDS.short_lines
    assert is_short("word\n" * 30, THRESHOLDS), "fewer than 200 characters"
    assert is_short("words, words and words again " * 10 + "\n", THRESHOLDS), "one line"
    assert not is_short(SQL, THRESHOLDS) and not is_short(long_line, THRESHOLDS)
    short, long = (weighed(case_of("a.py", text), seen("a.py", text)) for text in (SQL[:180], SQL))
    assert short.needed == THRESHOLDS.short_margin > long.needed


def test_the_languages_of_a_message_have_three_quarters_of_the_probability() -> None:
    found = Suspicion(WEAK, language="C", margin=99.0, probability=0.4, share=0.5)
    case = case_of("a.py", SQL)
    assert weighed(case, found).state == WEAK
    found.named, found.named_share = ("C", "Java"), 0.8
    assert weighed(case, found).state == STRONG
    [one] = verdict.of(Decision(case, (), found, Answer()))
    assert one.message == "looks like C or Java (80.0%), expected Python"
    assert one.predicted == "C" and one.probability == 0.4


def test_relatives_are_mutual_and_know_themselves() -> None:
    assert near("no such language") == {"no such language"}
    for language in (language.name for language in LANGUAGES):
        around = near(language)
        assert language in around and all(language in near(other) for other in around), language
        assert len(around) < 20, f"{language} is near to nearly everything"
    assert "TypeScript" in near("JavaScript") and "JavaScript" in near("TypeScript")
    assert "Diff" not in near("Python"), "a patch accepts everything, and is near to nothing"


def test_a_weakly_known_language_is_not_told_from_its_kin(monkeypatch: pytest.MonkeyPatch) -> None:
    """Too few projects are known of one of the two: neither is accused of being the other."""
    assert seen("a.go", SQL).state == WEAK
    monkeypatch.setattr(model().label["Go"], "kin", "Perl,SQL")
    found = seen("a.go", SQL)
    assert found.state == suspicion.UNSURE
    assert found.reason == "too few projects are known to tell its name from SQL"
    assert seen("a.go", PYTHON).state == WEAK


def test_a_module_of_python_is_proven_whatever_its_strings_hold() -> None:
    """Most of the tokens of a test of a minifier are those of style sheets."""
    found = seen("a.css", TEXT_OF["test_css.py"])
    assert found.language == "Python" and found.proven
    assert not seen("a.css", "import os\n\n" + "color = 'red'\n" * 9).proven, "it defines nothing"
    assert not seen("a.css", TEXT_OF["test_css.py"] + "def f(:\n").proven, "it does not parse"
