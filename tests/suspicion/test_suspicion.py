"""What the network holds against a claim; what is not clear counts for the claim."""

from __future__ import annotations

from textwrap import dedent

import pytest

from langdetect_hook import suspicion, verdict
from langdetect_hook.excuses import Answer
from langdetect_hook.failure import Failure
from langdetect_hook.languages import LANGUAGES
from langdetect_hook.network import Prediction
from langdetect_hook.network.additive import Additive, Term
from langdetect_hook.network.excerpt import windows
from langdetect_hook.suspicion import NONE, STRONG, WEAK, Suspicion, looked_at, weighed
from langdetect_hook.suspicion.quantities import quantities
from langdetect_hook.suspicion.relatives import relatives
from langdetect_hook.suspicion.weight import different_lines, is_short, needed_certainty
from langdetect_hook.verdict import Decision
from tests import accidents
from tests.bundled import case_of, model
from tests.healthy_texts import healthy_texts

TEXT_OF = {healthy.path: healthy.text for healthy in healthy_texts()}
SQL, PYTHON = TEXT_OF["migrations/0004_invoices.sql"], TEXT_OF["test_css.py"]
GO, PERL = TEXT_OF["internal/store/store.go"], TEXT_OF["report.pl"]


THRESHOLDS = model().thresholds


def against(path: str, text: str) -> Suspicion:
    case = case_of(path, text)
    return weighed(case, looked_at(case))


def measured(path: str, text: str) -> dict[str, float]:
    case = case_of(path, text)
    return quantities(case, looked_at(case))


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


@pytest.mark.parametrize("text", ["", "x", "ok\n", "select\n" * 200])
def test_little_text_is_no_reason(text: str) -> None:
    assert seen("a.json", text).reason in ("", "too little text to tell")


@pytest.mark.parametrize("text", [SQL.split("\n", 1)[0], SQL[:150], "\n".join(SQL.split("\n")[:3])])
def test_a_short_text_needs_more(text: str) -> None:
    short, long = case_of("a.json", text), case_of("a.json", SQL)
    assert needed_certainty(short) == THRESHOLDS.short_certainty
    assert needed_certainty(long) == THRESHOLDS.least_certainty < THRESHOLDS.short_certainty


@pytest.mark.parametrize(
    "path, own, word", [("a.py", accidents.PYTHON, "words"), ("a.cpp", accidents.CPLUSPLUS, "shapes")]
)
def test_a_part_that_looks_like_the_name_excuses_the_rest(path: str, own: str, word: str) -> None:
    foreign = "".join(SQL.replace("invoice", f"invoice_{number}") for number in range(8))
    part = "".join(own.replace(word, f"{word}_{number}") for number in range(4))
    half = foreign.index("\n", len(foreign) // 2) + 1
    for text in (part + foreign, foreign + part, foreign[:half] + part + foreign[half:]):
        assert against(path, text).state != STRONG
    assert against(path, foreign).state == STRONG


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
    assert found.least_margin < 0, "most of it is JavaScript"
    assert against("a.js", text).state == STRONG
    flow = f"/* @flow */\n{text}"
    assert not seen("a.js", flow).proven and against("a.js", flow).state != STRONG


def test_what_is_no_language_is_no_other_language() -> None:
    noise = TEXT_OF["certs/test-key.pem.py"].split("\n", 1)[1]
    assert against("a.go", noise).state != STRONG
    assert against("a.go", dedent(TEXT_OF["docs/run.md"].partition("\n\n")[2])).state != STRONG


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


def test_different_lines_are_counted_as_far_as_they_matter() -> None:
    assert different_lines("") == different_lines("\n \n\t\n") == 0
    assert different_lines("a\na\na\n" * 60) == 1
    assert different_lines("a\nb") == 2
    assert different_lines("\n".join(map(str, range(5_000)))) == 256


def test_windows_are_of_different_lines_and_not_many() -> None:
    assert pieces("a\n" * 500) == []
    assert pieces("\n".join(map(str, range(25)))) == []
    two = pieces("\n".join(map(str, range(26))))
    assert [window.count("\n") + 1 for window in two] == [25, 1]
    many = pieces("\n".join(map(str, range(5000))))
    assert len(many) <= THRESHOLDS.most_windows and many[0].startswith("0\n1\n2\n")
    last = int(many[-1].split("\n")[0])
    assert last > 4000, "the windows reach the end"


@pytest.mark.parametrize("path", ["a.htm", "a.cmd", "notes.mdwn", "A.HTM", "a.htm.in", "words.s.cs", "Makefile.script"])
def test_a_name_that_is_no_longer_given_speaks_for_a_custom(path: str) -> None:
    assert measured(path, SQL)["uncommon name"] == 1
    assert model().decision.terms["uncommon name"].gains[-1] < 0


@pytest.mark.parametrize("path", ["a.c", "a.h", "src/a.h.in", "a.tar.d.ts", "a.test.js", "Makefile", "Makefile.am"])
def test_a_common_name_speaks_for_itself(path: str) -> None:
    quantity = measured(path, SQL)
    assert quantity["uncommon name"] == 0 and quantity["prevalence of the name"] >= 1


def test_the_quantities_are_those_of_the_decision() -> None:
    assert set(measured("a.py", SQL)) == set(model().decision.terms)


def test_what_healthy_files_are_taken_for_counts_less(monkeypatch: pytest.MonkeyPatch) -> None:
    before = against("a.go", SQL)
    monkeypatch.setattr(model().label["Go"], "near", "Perl=1.00,SQL=4.00")
    after = against("a.go", SQL)
    assert measured("a.go", SQL)["taken for it"] == 4.0
    assert after.certainty < before.certainty


def test_a_text_is_short_that_a_few_words_decide() -> None:
    long_line = "x" * THRESHOLDS.short_characters * THRESHOLDS.short_lines
    assert is_short("word\n" * 30, THRESHOLDS), "fewer than 200 characters"
    assert is_short("words, words and words again " * 10 + "\n", THRESHOLDS), "one line"
    assert not is_short(SQL, THRESHOLDS) and not is_short(long_line, THRESHOLDS)


@pytest.mark.parametrize(
    "probability, share, named, words",
    [
        (0.9, 0.9, ("C",), "C"),
        (0.4, 0.8, ("C", "C++"), "C or the like"),
        (0.4, 0.5, ("C", "Java"), "C or Java"),
        (0.4, 0.5, ("C",), "C or the like"),
    ],
)
def test_a_message_names_what_has_three_quarters_of_the_probability(probability, share, named, words) -> None:
    seen = Prediction(list(named), [0] * len(named), 1.0, 9, THRESHOLDS)
    found = Suspicion(STRONG, language="C", margin=9.0, probability=probability, share=share, prediction=seen)
    found.certainty = 0.8
    [one] = verdict.of(Decision(case_of("a.py", SQL), (), found, Answer()))
    assert one.message == f"looks like {words} (80.0%), expected Python"
    assert one.predicted == "C" and one.probability == probability


def test_what_only_a_message_names_is_not_worked_out_before(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Prediction, "named", lambda *_: pytest.fail("names for a suspicion that nobody reads"))
    assert against("a.go", SQL).state == STRONG


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


STOCK = "".join(f'  {{"cup": {n}, "size": 0.{n}, "weight": {200 + n}, "color": "white"}},\n' for n in range(1, 6))
LINES = "".join(f'{{"cup": {n}, "size": 0.{n}, "weight": {200 + n}, "color": "white"}}\n' for n in range(1, 6))
TABLE = "cup,size,weight,color\n" + "".join(f"cup{n},0.{n},{200 + n},white\n" for n in range(1, 9))
SETTINGS = "[shop]\nname = Cups\nopen = 8:00\n\n[stock]\ncups = 120\nplates = 40\nlow = 12\n"


@pytest.mark.parametrize(
    "text",
    [f"[\n{STOCK[:-2]}\n]\n", f'{{\n "stock": [\n{STOCK}', LINES, TABLE, SETTINGS],
    ids=["JSON", "its beginning", "lines", "CSV", "INI"],
)
@pytest.mark.parametrize("path", ["a.dart", "a.rb", "a.sh", "a.lua"])
def test_data_that_parses_as_a_whole_is_proven(path: str, text: str) -> None:
    assert against(path, text).state == STRONG
    assert seen(path, text).proven


@pytest.mark.parametrize(
    "path, text",
    [
        ("a.dart", f"[\n{STOCK}pour it\n"),
        ("a.dart", LINES + "{"),
        ("a.dart", TABLE + "cup9\n"),
        ("a.dart", SETTINGS + "}\n"),
        ("prod.tfvars", 'region = "eu-west-1"\ncups = 3\nplates = ["a", "b"]\nname = "shop"\nlow = 12\nhigh = 40\n'),
        ("cup.html.erb", f"[\n{STOCK[:-2]}\n]\n"),
        ("cup.dart.j2", f"[\n{STOCK[:-2]}\n]\n"),
    ],
)
def test_what_does_not_parse_or_what_others_have_too_is_no_proof(path: str, text: str) -> None:
    assert not seen(path, text).proven


def test_a_decision_that_asks_for_more_than_is_measured_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    decision = Additive(0.0, [Term("the weather", [0.0, 1.0], [0.0, 1.0], "how warm it is")])
    monkeypatch.setattr(model(), "_decision", decision)
    with pytest.raises(Failure, match="asks for 'the weather', which is not measured: train again"):
        against("a.py", SQL)
