"""The decision: learned from healthy files and planted accidents, in the direction that reason demands."""

from __future__ import annotations

import hashlib
import random
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest

from langdetect_hook.claims.make_table import OwnLanguage, table_text
from langdetect_hook.claims.vouching import renew
from langdetect_hook.failure import Failure
from langdetect_hook.network import NONE_OF_THESE, assets
from langdetect_hook.network.additive import read_additive
from tests.small_model import write_small_model
from tests.training.written_corpus import STATEMENTS, program

pytest.importorskip("tqdm")
from langdetect_hook.training import decision
from langdetect_hook.training.corpus import Example
from langdetect_hook.training.decision import PRIOR, QUANTITIES, File, Observed, Suspected, claim_in_corpus

NAMES = ("Brew/a.brew", "Brew/a", "C++/x/a.hpp", "Python/x/bin")
FIRST = "margin of the first lines"
MARGIN, NEAR = list(QUANTITIES).index(FIRST), list(QUANTITIES).index("taken for it")


def suspected(wrong: bool, project: str = "", margin: float = 0.0, near: float = 0.0) -> Suspected:
    values = [0.0] * len(QUANTITIES)
    values[MARGIN], values[NEAR] = margin, near
    return Suspected(wrong, project, 0, tuple(values))


def mixed() -> Observed:
    """Accidents that look foreign by far, and healthy files that do by a little: more near to what they look like."""
    generator = random.Random(1)
    wrong = [suspected(True, "", generator.uniform(3, 15), generator.choice((0, 0, 1))) for _ in range(300)]
    right = [suspected(False, f"p{n}", generator.uniform(0, 5), generator.choice((0, 1, 4))) for n in range(60)]
    return Observed(Counter({0: 30_000}), Counter({0: 300}), wrong + right)


@pytest.fixture(scope="module")
def model():
    return decision.fitted(mixed())


def test_more_margin_makes_it_surer_and_nearness_less(model):
    gains = {name: term.gains for name, term in model.terms.items()}
    assert list(gains[FIRST]) == sorted(gains[FIRST]) and gains[FIRST][-1] > 1
    assert list(gains["taken for it"]) == sorted(gains["taken for it"], reverse=True) and gains["taken for it"][-1] < -1


def test_what_tells_nothing_has_no_weight(model):
    assert max(map(abs, model.terms["words or values"].gains)) < 0.01


def test_the_probabilities_are_those_of_life(model):
    """Of what is called 75 % sure, three of four are wrong names, where accidents are as rare as the prior says."""
    observed = mixed()
    weights = decision.weights_of(observed)
    assert weights[:300].sum() == pytest.approx(30_000 * PRIOR)
    sure = [model.probability(dict(zip(QUANTITIES, one.values, strict=True))) for one in observed.suspected]
    expected = sum(weight * probability for weight, probability in zip(weights, sure, strict=True))
    assert expected == pytest.approx(30_000 * PRIOR, rel=0.05)


def test_half_of_the_accidents_happen_as_often_as_a_name_is_met():
    rare, common = suspected(True), suspected(True)._replace(prevalence=2)
    observed = Observed(Counter({0: 1_000, 2: 9_000}), Counter({0: 50, 2: 50}), [rare, common])
    of_rare, of_common = decision.weights_of(observed).tolist()
    assert of_common / of_rare == pytest.approx((0.5 + 0.9) / (0.5 + 0.1))
    assert 50 * (of_rare + of_common) == pytest.approx(10_000 * PRIOR)


def test_the_oddities_of_one_project_count_as_few():
    many = Observed(
        Counter({0: 1_000}), Counter({0: 1}), [suspected(False, "odd") for _ in range(50)] + [suspected(False, "other")]
    )
    weights = decision.weights_of(many)
    assert weights[:50].sum() == pytest.approx(2.0) and weights[50] == 1.0


def test_its_table_reads_as_it_was_written(model):
    again = read_additive(decision.written(model, "a constant"))
    values = {name: quantity.points[1] for name, quantity in QUANTITIES.items()}
    assert again.probability(values) == pytest.approx(model.probability(values), abs=0.001)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = write_small_model(tmp_path_factory.mktemp("model"))
    own = OwnLanguage("Brew", ("*.brew",), ("Ruby",))
    (folder / "languages.tsv").write_text(table_text([*STATEMENTS, "Brew"], [own]), encoding="utf-8")
    renew(str(folder), "languages.tsv")
    return folder


def test_the_table_of_the_assets_says_what_a_file_accepts(folder):
    model = assets.load(str(folder))
    claimed = {name: claim_in_corpus(model, f"corpus/{name}", name.partition("/")[0]) for name in NAMES}
    accepted = {name: claim.accepts for name, claim in claimed.items() if claim}
    assert accepted["Brew/a.brew"] == {"Brew", "Ruby"}
    assert claimed["Brew/a"] is None, "no name is known that it could have"
    assert accepted["C++/x/a.hpp"] >= {"C", "C++"}
    assert "Python" in accepted["Python/x/bin"]


@dataclass
class Corpus:
    folder: Path

    def file(self, name: str, content: bytes) -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        return path

    def programs(self, count: int) -> list[Example]:
        generator = random.Random(2)
        return [
            Example(str(self.file(f"{language}/p/{n}.txt", program(language, generator, 20).encode())), language, "p")
            for n in range(count)
            for language in STATEMENTS
        ]


@pytest.fixture
def corpus(tmp_path):
    return Corpus(tmp_path / "corpus")


@pytest.mark.parametrize("jobs", [1, 2])
def test_healthy_files_are_hardly_suspected_and_planted_ones_are(folder, corpus, jobs, monkeypatch):
    generator = random.Random(2)
    monkeypatch.setattr(decision, "_FILES_A_TASK", 50)
    examples = corpus.programs(30)
    wrong = corpus.file("Python/p/wrong.py", program("PHP", generator, 20).encode())
    binary = corpus.file("Python/p/binary.py", b"\x00\x01\x02" * 50)
    examples += [Example(str(path), "Python", "q") for path in (wrong, binary)]
    examples.append(Example("noise-1", NONE_OF_THESE, "noise-1"))
    seen = decision.observed_in(str(folder), decision.held_out(examples, 0), jobs, 0)
    assert seen.healthy.total() == len(examples) - 2 and seen.planted.total() > len(examples)
    healthy = [one for one in seen.suspected if not one.wrong and one.values[MARGIN] > 3]
    assert [one.project for one in healthy] == ["q"], "one file of another language was called Python"
    assert sum(one.wrong for one in seen.suspected) > seen.planted.total() / 2


def test_the_files_of_repositories_are_healthy_under_their_own_names(folder, corpus):
    generator = random.Random(3)
    for path in ("one/a.py", "one/deep/b.py", "two/c.py", "two/.git/d.py"):
        corpus.file(path, program("PHP", generator, 20).encode())
    (corpus.folder / "two" / "link.py").symlink_to("c.py")
    files = list(decision.in_repositories(str(corpus.folder), {"one/a.py"}))
    assert [file.path.rpartition("corpus/")[2] for file in files] == ["one/deep/b.py", "two/c.py"]
    seen = decision.observed_in(str(folder), files, 1, 0)
    assert [one.project for one in seen.suspected] == ["one", "two"] and not seen.planted


def test_what_is_gone_meanwhile_is_not_counted(folder, tmp_path):
    assert decision.observed_in(str(folder), [File(str(tmp_path / "gone.py"), "p")], 1, 0) == Observed(
        Counter(), Counter(), []
    )


def test_too_little_teaches_nothing(folder, corpus):
    learned = decision.learned(str(folder), decision.held_out(corpus.programs(2), 0), 1, 0)
    assert not learned.is_own and learned.table == decision.bundled()
    assert learned.facts["healthy"] == 2 * len(STATEMENTS) and learned.facts["healthy_suspected"] == 0


def test_enough_teaches_a_decision_of_its_own(folder, corpus, monkeypatch):
    monkeypatch.setattr(decision, "_FEWEST", 1)
    examples = corpus.programs(5)
    wrong = corpus.file("Python/p/wrong.py", program("PHP", random.Random(2), 20).encode())
    examples.append(Example(str(wrong), "Python", "q"))
    learned = decision.learned(str(folder), decision.held_out(examples, 0), 1, 0)
    assert learned.is_own and set(read_additive(learned.table).terms) == set(QUANTITIES)


def test_a_file_of_some_languages_is_planted_under_others(folder):
    names = decision.names_to_plant(assets.load(str(folder)))
    assert set(names) == set(STATEMENTS)
    assert all(language in claim.languages for language, claim in names.items())


def test_the_table_of_what_was_read_names_wrong_names(tmp_path):
    table = tmp_path / "read.tsv"
    table.write_text(
        "# path\trule\tverdict\twhy\np/a.py\tLD001\twrong-name\tit is PHP\np/b.py\tLD001\tfalse-alarm\tno\n"
    )
    assert decision.read_wrong_names(str(table)) == {"p/a.py"}
    with pytest.raises(Failure, match="cannot be read"):
        decision.read_wrong_names(str(tmp_path / "no such table"))


def test_a_decision_of_before_is_kept_as_it_is(tmp_path):
    table = tmp_path / "decision.tsv"
    table.write_text(decision.bundled())
    kept = decision.kept(decision.read_table(str(table)))
    assert kept.table == decision.bundled() and kept.is_own
    assert kept.facts == {"kept": hashlib.sha256(decision.bundled().encode()).hexdigest()}


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("quantity\tgains\tpurpose\nconstant\t0=-9.6\tit\n", "it weighs other quantities than this version does"),
        ("Brew\t*.brew\n", "it is no decision.tsv"),
        ("", "it is no decision.tsv"),
        ("\xff", "it is no decision.tsv"),
        (None, "No such file or directory"),
    ],
)
def test_what_is_no_decision_is_refused(tmp_path, text, why):
    table = tmp_path / "decision.tsv"
    if text is not None:
        table.write_bytes(text.encode("latin-1"))
    with pytest.raises(Failure, match=why):
        decision.read_table(str(table))
