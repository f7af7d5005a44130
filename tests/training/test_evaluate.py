"""The `evaluate` command on a corpus that the tests write, with a model that they make."""

from __future__ import annotations

import json
import re

import pytest

pytest.importorskip("numpy", reason="a training computes with numpy")
import numpy as np

from langdetect_hook.cli import main
from langdetect_hook.training.corpus import digest, read_corpus
from langdetect_hook.training.evaluation.figures import per_label
from langdetect_hook.training.evaluation.predicted import LENGTHS, UNDECIDED, WHOLE, window
from tests.small_model import write_small_model
from tests.training.written_corpus import STATEMENTS, write_corpus

pytest.importorskip("tqdm")
PROJECTS, FILES = 3, 2


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    """Programs of seven languages, and one that is in the wrong folder: `<b>` in its name would be a tag."""
    folder = write_corpus(tmp_path_factory.mktemp("corpus"), PROJECTS, FILES, (6, 30), seed=5)
    wrong = folder / "Python" / "Python-0" / "<b>&.txt"
    wrong.write_text("<?php\n\n" + STATEMENTS["PHP"][1] + "// <script>alert(1)</script>\n" + STATEMENTS["PHP"][3])
    return folder


@pytest.fixture
def model(tmp_path):
    return write_small_model(tmp_path / "model")


def write_metadata(model, corpus, **changed):
    examples = read_corpus(str(corpus))
    with_contents = digest(examples, [open(example.path, "rb").read() for example in examples])  # noqa: SIM115
    metadata = {
        "corpus": {"sha256": with_contents},
        "held_out": [f"{name}-1" for name in STATEMENTS],
        **changed,
    }
    (model / "metadata.json").write_text(json.dumps(metadata))


def evaluated(capsys, *arguments) -> dict:
    assert main(["evaluate", *map(str, arguments), "--format", "json", "--jobs", "1"]) == 0
    return json.loads(capsys.readouterr().out)


def test_the_files_of_another_corpus_are_all_measured(corpus, model, capsys):
    assert main(["evaluate", str(corpus), "--assets", str(model), "--jobs", "1"]) == 0
    printed = capsys.readouterr().out.splitlines()
    assert printed[0] == "measured on all 43 files: this is not the corpus that the model comes from"
    for words in (
        "whole files",
        "10 lines",
        "macro-F1",
        "calibration error",
        "weakest languages",
        "taken for PHP",
    ):
        assert words in "\n".join(printed), words


def test_of_the_corpus_it_comes_from_only_held_out_projects_are_measured(corpus, model, capsys):
    write_metadata(model, corpus)
    found = evaluated(capsys, corpus, "--assets", model)
    assert found["files"] == len(STATEMENTS) * FILES
    assert found["measured_on"].startswith("14 of 43 files: those of 7 projects held out")
    assert found["caution"] == ""

    everything = evaluated(capsys, corpus, "--assets", model, "--all")
    assert everything["files"] == 43
    assert "flatter" in everything["caution"]


def test_a_network_that_learned_from_every_project_is_not_flattered_silently(corpus, model, capsys):
    write_metadata(model, corpus, trained_on="every project")
    assert "flatters" in evaluated(capsys, corpus, "--assets", model)["caution"]


def test_figures_are_those_of_the_predictions(corpus, model, capsys):
    found = evaluated(capsys, corpus, "--assets", model)
    assert list(found["lengths"]) == ["5 lines", "10 lines", "20 lines", "whole files"]
    whole = found["lengths"]["whole files"]
    counts = np.array(found["confusion_matrix"]["counts"])
    assert counts.sum() == 43
    assert whole["accuracy"] == pytest.approx(np.trace(counts) / 43, abs=1e-4)
    assert 0.9 < whole["accuracy"] < 1
    assert whole["accuracy"] <= whole["argmax_accuracy"] <= 1
    assert [row["name"] for row in found["languages"]] == sorted(STATEMENTS)
    python = found["languages"][sorted(STATEMENTS).index("Python")]
    assert python["recall"] == pytest.approx(6 / 7, abs=1e-4)
    assert python["taken_for"] == [{"name": "PHP", "files": 1}]
    assert sum(row["files"] for row in found["calibration"]["bins"]) == 43
    assert 0 <= found["calibration"]["error"] <= 1


def test_the_worst_error_has_the_tokens_that_caused_it(corpus, model, capsys):
    (error,) = evaluated(capsys, corpus, "--assets", model)["worst_errors"]
    assert (error["path"], error["language"], error["predicted"]) == (
        "Python/Python-0/<b>&.txt",
        "Python",
        "PHP",
    )
    assert error["tokens"][0]["contribution"] > 0
    assert {"$", "->", "php", "function", "this"} & {token for row in error["tokens"] for token in row["token"].split()}
    assert error["excerpt"].startswith("<?php")


def test_the_same_seed_gives_the_same_windows_and_processes_change_nothing(corpus, model, capsys):
    first = evaluated(capsys, corpus, "--assets", model, "--seed", "3")
    assert first == evaluated(capsys, corpus, "--assets", model, "--seed", "3")
    assert main(["evaluate", str(corpus), "--assets", str(model), "--seed", "3", "--format=json", "--jobs=2"]) == 0
    assert json.loads(capsys.readouterr().out) == first


def test_the_page_stands_alone(corpus, model, tmp_path, capsys):
    pytest.importorskip("matplotlib")
    report = tmp_path / "a" / "report"
    found = evaluated(capsys, corpus, "--assets", model, "--report", report)
    assert json.loads((report / "evaluation.json").read_text()) == found
    assert sorted(path.name for path in report.iterdir()) == ["evaluation.json", "index.html"]
    page = (report / "index.html").read_text(encoding="utf-8")
    assert page.count("<svg") == 4
    assert not re.search(r'(?:src|href)="(?!#)', page), "something is fetched from elsewhere"
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in page
    assert "&lt;b&gt;&amp;.txt" in page
    assert "#010101" not in page, "a colour that is no variable of the style sheet"
    assert all(f"<td>{name}</td>" in page for name in STATEMENTS)
    identifiers = re.findall(r' id="([^"]+)"', page)
    assert len(identifiers) == len(set(identifiers))


def test_what_the_model_does_not_know_is_left_out_in_words(corpus, model, tmp_path, capsys):
    other = tmp_path / "other"
    for language in ("Python", "Ruby", "Klingon"):
        (other / language).mkdir(parents=True)
        (other / language / "one").write_text(STATEMENTS.get(language, STATEMENTS["C"])[1])
    found = evaluated(capsys, other, "--assets", model)
    assert found["left_out"] == ["1 files of Klingon, which the model does not know"]
    assert found["files"] == 2


def test_binary_and_empty_files_count_as_wrong(model, tmp_path, capsys):
    for language in ("Python", "Ruby"):
        (tmp_path / "corpus" / language).mkdir(parents=True)
    (tmp_path / "corpus" / "Python" / "empty").write_bytes(b"")
    (tmp_path / "corpus" / "Ruby" / "binary").write_bytes(b"\0\1\2" * 100)
    found = evaluated(capsys, tmp_path / "corpus", "--assets", model)
    assert found["lengths"]["whole files"]["accuracy"] == 0
    assert found["lengths"]["whole files"]["argmax_accuracy"] == 0
    assert found["lengths"]["whole files"]["undecided"] == 1


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["nowhere"], "no such corpus folder: nowhere"),
        (["."], "no files in folders named after their languages"),
        (["CORPUS", "--assets", "nowhere"], "the model assets in nowhere cannot be read"),
        (["CORPUS", "--assets", "MODEL", "--held-out"], "has no list of projects that were held out"),
        (["CORPUS", "--assets", "MODEL", "--held-out", "--all"], "not allowed with"),
        (["CORPUS", "--jobs", "0"], "'0' is not a number above 0"),
        (["CORPUS", "--assets", "MODEL", "--report", "MODEL/model.tsv"], "cannot be made"),
        ([], "the following arguments are required: CORPUS"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(arguments, words, corpus, model, tmp_path, capsys, monkeypatch):
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path / "empty")
    monkeypatch.delenv("LANGDETECT_HOOK_TRACEBACK")
    named = [each.replace("CORPUS", str(corpus)).replace("MODEL", str(model)) for each in arguments]
    if "--assets" not in arguments:
        named += ["--assets", str(model)]
    assert main(["evaluate", *named]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert words in printed.err
    assert len(printed.err.splitlines()) == 1


def test_damaged_metadata_and_unknown_projects_are_told(corpus, model, capsys, monkeypatch):
    monkeypatch.delenv("LANGDETECT_HOOK_TRACEBACK")
    for damaged in ("{", "[]", '{"corpus": 5}', '{"held_out": [[]]}', "[" * 100_000):
        (model / "metadata.json").write_text(damaged)
        assert main(["evaluate", str(corpus), "--assets", str(model)]) == 2
        assert "metadata.json is damaged" in capsys.readouterr().err
    (model / "metadata.json").write_text("{")
    assert main(["evaluate", str(corpus), "--assets", str(model)]) == 2
    assert "metadata.json is damaged" in capsys.readouterr().err
    write_metadata(model, corpus, held_out=["another"])
    assert main(["evaluate", str(corpus), "--assets", str(model)]) == 2
    assert "no project that was held out" in capsys.readouterr().err


def test_a_window_is_so_many_lines_that_are_not_blank():
    text = "".join(f"  line {number}\n\n" for number in range(40))
    for lines in (5, 10, 20):
        found = window(text, lines, seed=0)
        assert len([line for line in found.split("\n") if line.strip()]) == lines
        assert found in text
        assert found.startswith("  line ")
        assert found == window(text, lines, seed=0)
    assert len({window(text, 5, seed) for seed in range(9)}) > 3
    assert window(text, WHOLE, 0) == text
    assert window("a\nb\n", 5, 0) == "a\nb\n"
    assert set(LENGTHS) == {5, 10, 20, WHOLE}


def test_no_answer_is_a_prediction_of_nothing():
    found = per_label(np.array([0, UNDECIDED, 1, 1]), np.array([0, 0, 1, 0]))
    assert found[0] == (3, pytest.approx(1 / 3), 1.0)
    assert found[1] == (1, 1.0, 0.5)
