"""The `explain` command: every step of a file's road is told, and nothing else goes wrong with odd files."""

from __future__ import annotations

import random

import pytest

from langdetect_hook.cli import main
from langdetect_hook.network import assets
from langdetect_hook.network.additive import logistic
from tests.healthy_texts import healthy_texts
from tests.small_model import write_small_model
from tests.training.written_corpus import program


@pytest.fixture(scope="module")
def model_folder(tmp_path_factory):
    return str(write_small_model(tmp_path_factory.mktemp("model")))


@pytest.fixture
def explained(model_folder, tmp_path, monkeypatch, capsys):
    """What `explain` prints of a file with a name and content, and its steps by their first word."""
    monkeypatch.setattr(assets, "bundled_folder", lambda: model_folder)
    monkeypatch.chdir(tmp_path)

    def explain(name, content):
        (tmp_path / name).write_bytes(content.encode() if isinstance(content, str) else content)
        assert main(["explain", name]) == 0
        printed = capsys.readouterr()
        assert printed.err == ""
        assert printed.out.isprintable() or all(line.isprintable() for line in printed.out.splitlines())
        return steps_of(printed.out)

    return explain


def steps_of(printed):
    """The lines of each step, by its first word."""
    steps, step = {}, ""
    for line in printed.splitlines()[1:]:
        step = line[:12].strip() or step
        steps[step] = f"{steps.get(step, '')}\n{line[12:]}".strip()
    return steps


def code(language):
    return program(language, random.Random(7), 12)


def test_a_healthy_file_is_told_to_be_fine(explained):
    steps = explained("fine.rb", code("Ruby"))
    assert list(steps) == ["claim", "content", "exact rules", "network", "tokens", "margin", "verdict"]
    assert steps["claim"].startswith("Ruby, by .rb")
    assert steps["content"].startswith("utf-8 text, ")
    assert steps["exact rules"] == "nothing speaks against the name"
    assert steps["network"].startswith("Ruby ")
    assert steps["margin"].startswith("-")
    assert steps["verdict"] == "ok: it looks like its name"


def test_a_file_of_another_language_is_told_with_tokens_margin_and_decision(explained):
    steps = explained("wrong.rb", code("PHP"))
    assert steps["network"].startswith("PHP ")
    assert steps["network"].splitlines()[0].count("%") == 5
    assert steps["tokens"].startswith("for PHP against Ruby, and how many times less likely")
    assert "`$`" in steps["tokens"]
    assert steps["margin"].endswith("for PHP over what the name allows")
    assert "sure that the name is wrong, which is enough: 75% is needed" in steps["decision"]
    assert steps["verdict"].startswith("mismatch, LD001: looks like PHP")
    assert "mv -n wrong.rb wrong.php" in steps["verdict"]


def test_an_exact_rule_is_told_with_its_line(explained):
    steps = explained("page.json", "<!DOCTYPE html>\n<html><head><title>404 Not Found</title></head></html>\n")
    assert steps["exact rules"].startswith("LD003, line 1: looks like a saved error page")
    assert steps["verdict"].startswith("mismatch, LD003: ")
    wide = explained("wide.rb", code("Ruby").encode("utf-16"))
    assert "(only where LD007 is selected)" in wide["exact rules"]


@pytest.mark.parametrize(
    ("name", "content", "steps"),
    [
        ("notes.txt", code("C"), {"claim": "none: nothing in the name", "verdict": "skipped: its name claims nothing"}),
        ("empty.py", b"", {"content": "empty, 0 bytes", "verdict": "skipped: it is empty"}),
        ("bytes.bin", b"\0\1\2\3" * 9, {"content": "binary, 36 bytes", "verdict": "skipped: it is not text"}),
        ("bytes.py", b"\0\1\2\3" * 9, {"content": "binary, 36 bytes", "verdict": "mismatch, LD008: looks like bytes"}),
        ("one.py", "x\n", {"content": "utf-8 text, 2 bytes, 1 line", "verdict": ""}),
        ("spaces.py", "  \n\n", {"verdict": ""}),
        ("\x1b[31m\u202e.py", "x = 1\n", {"verdict": ""}),
        ("conf.yaml.j2", "{{ value }}\n", {"claim": "YAML, by .yaml.j2, a template"}),
    ],
)
def test_an_odd_file_is_told_as_far_as_it_goes(name, content, steps, explained):
    found = explained(name, content)
    for step, words in steps.items():
        assert found[step].startswith(words), step
    assert ("network" in found) == (found["content"].startswith("utf-8"))


def test_what_cannot_be_read_is_one_sentence(explained, tmp_path, capsys, monkeypatch):
    monkeypatch.delenv("LANGDETECT_HOOK_TRACEBACK")
    assert main(["explain", "missing.py"]) == 2
    assert capsys.readouterr().err == "langdetect-hook: missing.py: cannot be read: no such file\n"


def test_what_is_not_sure_enough_is_told(explained, monkeypatch):
    model = assets.load()
    model.thresholds.least_certainty = 1.0
    monkeypatch.setattr(assets, "load", lambda folder=None: model)
    steps = explained("wrong.rb", code("PHP"))
    assert "sure that the name is wrong, which is too little: 100% is needed" in steps["decision"]
    assert steps["verdict"] == "unsure: not sure enough"


def test_the_gains_add_up_to_the_certainty_of_the_verdict(tmp_path, monkeypatch, capsys):
    """Also where a language was passed over that the text cannot be, or more than a window was read."""
    monkeypatch.chdir(tmp_path)
    told = set()
    for number, healthy in enumerate(healthy_texts()[:150]):
        path = tmp_path / f"{number}.json"
        path.write_text(healthy.text, encoding="utf-8")
        assert main(["explain", path.name]) == 0
        steps = steps_of(capsys.readouterr().out)
        if "decision" in steps:
            first, *rows = steps["decision"].splitlines()
            assert logistic(sum(float(row.split()[0]) for row in rows)) == pytest.approx(sure_of(first), abs=0.03)
        if steps["verdict"] == "unsure: not sure enough":
            assert "which is too little" in steps["decision"], healthy.path
            told.add("unsure")
        elif "mismatch, LD001" in steps["verdict"] and "it is proven" not in steps["decision"]:
            assert "which is enough" in steps["decision"], healthy.path
            assert f"({first.split(' ')[0]})" in steps["verdict"], healthy.path
            told.add("mismatch")
        elif steps["verdict"] == "ok: it looks like its name":
            assert "decision" not in steps, healthy.path
            told.add("ok")
    assert told >= {"mismatch", "ok"}


def sure_of(line):
    """The certainty in the first line of a decision; "below 0.1%" is nearly none."""
    return float(line.removeprefix("below ").partition("%")[0]) / 100


def test_where_most_languages_are_fine_the_others_are_said(capsys, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name, fine in (
        (".gitignore", "any language but Astro, "),
        ("a.patch", "any language"),
        ("a.yaml", "Handlebars, JSON, "),
    ):
        (tmp_path / name).write_text("words\n")
        assert main(["explain", name]) == 0
        assert f"fine as content too: {fine}" in capsys.readouterr().out
