"""A language of a user's own: the made-up one of docs/training.md, for real, and rows that make no sense."""

from __future__ import annotations

import random
import re
import shlex
from pathlib import Path

import pytest

from langdetect_hook.claims import Claims, make_table
from langdetect_hook.claims.make_table import OwnLanguage, table_text
from langdetect_hook.cli import main
from langdetect_hook.failure import Failure
from langdetect_hook.languages import LANGUAGE_OF
from langdetect_hook.training.own_languages import read_own_languages
from tests.conftest import CHECKOUT, command
from tests.training.brew import NAMES, brew, write_brew_corpus
from tests.training.written_corpus import program

SECTION = (CHECKOUT / "docs" / "training.md").read_text(encoding="utf-8").partition("## A language of your own\n")[2]
SECTION = SECTION.partition("\n## ")[0]
COMMANDS = re.findall(r"^    ((?:printf|langdetect-hook) .*)$", SECTION, re.MULTILINE)


@pytest.fixture(scope="module")
def as_in_the_readme(tmp_path_factory):
    """A folder in which a user has done what the page says, up to the assets."""
    pytest.importorskip("tensorflow")
    folder = tmp_path_factory.mktemp("user")
    write_brew_corpus(folder / "corpus")
    row, train = COMMANDS[:2]
    _, words, _, name = shlex.split(row)
    (folder / name).write_text(words.replace("\\t", "\t").replace("\\n", "\n"))
    run = command(*shlex.split(train)[1:], cwd=folder)
    assert (run.returncode, run.stderr) == (0, "")
    return folder


def write_files(folder: Path) -> None:
    generator = random.Random(9)
    (folder / "drinks").mkdir(exist_ok=True)
    for name, text in (
        ("drinks/espresso.brew", brew(generator, 12)),
        ("drinks/Brewfile", brew(generator, 12)),
        ("drinks/tidy.py", program("Python", generator, 12)),
        ("drinks/wrong.brew", program("Python", generator, 12)),
        ("drinks/wrong.rb", brew(generator, 12)),
        ("drinks/uncovered.js", brew(generator, 12)),
    ):
        (folder / name).write_text(text)


def test_the_readme_tells_all_that_is_done_here():
    row, train, check = COMMANDS
    assert shlex.split(row)[1].replace("\\t", "\t").replace("\\n", "\n") == NAMES
    assert train.startswith("langdetect-hook train corpus --names names.tsv --output assets")
    assert check.startswith("langdetect-hook check --assets assets ")
    assert "args: [--assets, " in SECTION


@pytest.mark.slow
def test_healthy_files_pass_in_silence(as_in_the_readme, monkeypatch, capsys):
    monkeypatch.chdir(as_in_the_readme)
    write_files(as_in_the_readme)
    healthy = ["drinks/espresso.brew", "drinks/Brewfile", "drinks/tidy.py", "drinks/uncovered.js"]
    assert main(["check", "--assets", "assets", *healthy]) == 0
    assert capsys.readouterr() == ("", "")


@pytest.mark.slow
def test_the_own_language_is_told_from_others_both_ways(as_in_the_readme, monkeypatch, capsys):
    monkeypatch.chdir(as_in_the_readme)
    write_files(as_in_the_readme)
    assert main(shlex.split(COMMANDS[2])[1:]) == 1
    printed = capsys.readouterr()
    assert printed.err == ""
    findings = [line for line in printed.out.splitlines() if " LD" in line]
    assert [re.sub(r" \(.*?\)", "", line) for line in findings] == [
        "drinks/wrong.brew:1:1: LD001 looks like Python, expected Brew",
        "drinks/wrong.rb:1:1: LD001 looks like Brew, expected Ruby",
    ]


@pytest.mark.slow
def test_classify_and_explain_know_it(as_in_the_readme, monkeypatch, capsys):
    monkeypatch.chdir(as_in_the_readme)
    write_files(as_in_the_readme)
    assert main(["classify", "--assets", "assets", "drinks/wrong.rb"]) == 0
    assert capsys.readouterr().out.startswith("drinks/wrong.rb: Brew (")
    assert main(["explain", "--assets", "assets", "drinks/Brewfile"]) == 0
    assert "Brew, by Brewfile" in capsys.readouterr().out


@pytest.mark.slow
def test_it_can_be_measured(as_in_the_readme, monkeypatch, capsys):
    monkeypatch.chdir(as_in_the_readme)
    assert main(["evaluate", "corpus", "--assets", "assets", "--held-out"]) == 0
    printed = capsys.readouterr().out
    assert "held out" in printed and "whole files" in printed
    assert "does not know" not in printed


@pytest.mark.slow
def test_many_files_are_checked_with_the_same_assets(as_in_the_readme, tmp_path, monkeypatch, capsys):
    """On several processes, each with its own copy of the table."""
    generator = random.Random(3)
    monkeypatch.chdir(tmp_path)
    for number in range(410):
        Path(f"{number}.brew").write_text(brew(generator, 8))
    Path("zzz.brew").write_text(program("Ruby", generator, 12))
    assert main(["check", "--jobs", "2", "--assets", str(as_in_the_readme / "assets"), "."]) == 1
    findings = [line for line in capsys.readouterr().out.splitlines() if " LD" in line]
    assert [line.split()[:2] for line in findings] == [["zzz.brew:1:1:", "LD001"]]


@pytest.fixture
def names(tmp_path):
    def written(text: str | bytes) -> str:
        (tmp_path / "names.tsv").write_bytes(text if isinstance(text, bytes) else text.encode())
        return str(tmp_path / "names.tsv")

    return written


def test_rows_are_read(names):
    text = f"# name\tpatterns\taccepted\n\n{NAMES}Größe 2\t*.größe\nC-ish\t*.cish\tC, C++\n"
    assert read_own_languages(names(text)) == (
        OwnLanguage("Brew", ("*.brew", "Brewfile"), ("Text",)),
        OwnLanguage("Größe 2", ("*.größe",)),
        OwnLanguage("C-ish", ("*.cish",), ("C", "C++")),
    )
    assert read_own_languages(names("Brew\t*.brew\tTee\nTee\t*.tee\t\n"))[0].accepts == ("Tee",)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "has no row"),
        ("# only a comment\n", "has no row"),
        (b"Br\xffw\t*.brew\n", "is not UTF-8 text"),
        ("Brew *.brew\n", "line 1: a name, a tab and patterns like *.ext are expected"),
        ("\t*.brew\n", "line 1: a name, a tab"),
        ("Brew\t\n", "line 1: a name, a tab"),
        ("Brew\t*.brew\tText\tmore\n", "line 1: a name, a tab"),
        ("Br,ew\t*.brew\n", "line 1: a name, a tab"),
        ("../Brew\t*.brew\n", "line 1: a name, a tab"),
        ("\nBrew\t*.brew *.br*\n", r"line 2: \*\.br\* is neither like \*\.ext nor a whole file name"),
        ("Brew\tfolder/Brewfile\n", "folder/Brewfile is neither"),
        ("Brew\t*.j2\n", r"\*\.j2 is neither"),
        ("Python\t*.brew\n", "names Python, which has a row already"),
        ("Common_Lisp\t*.brew\n", "which has a row already"),
        ("none of these\t*.brew\n", "which has a row already"),
        ("Brew\t*.brew\nBrew\t*.tea\n", "names Brew, which has a row already"),
        ("Brew\t*.brew\tTee\n", "lets Brew accept Tee, which is no language that is known"),
    ],
)
def test_rows_that_make_no_sense(names, text, words):
    with pytest.raises(Failure, match=words.replace("*.ext are", r"\*.ext are")):
        read_own_languages(names(text))


@pytest.fixture
def claims(tmp_path):
    def of(labels: list[str], *own: OwnLanguage) -> Claims:
        (tmp_path / "languages.tsv").write_text(table_text(labels, own), encoding="utf-8")
        return Claims(str(tmp_path / "languages.tsv"))

    return of


def test_without_own_languages_the_table_is_the_bundled_one():
    assert table_text(list(LANGUAGE_OF)) == table_text()


def test_a_name_that_claims_what_the_model_lacks_is_not_covered(claims):
    table = claims(["Brew", "Python", "C"], OwnLanguage("Brew", ("*.brew",), ("Python",)))
    brew_claim, python, ruby, header = (table.of(f"a{end}") for end in (".brew", ".py", ".rb", ".h"))
    assert brew_claim.covered and brew_claim.languages == ("Brew",) and brew_claim.accepts == {"Brew", "Python"}
    assert python.covered
    assert not ruby.covered
    assert not header.covered  # C, C++ or Objective-C, of which it knows one


def test_own_patterns_replace_those_of_the_table(claims):
    own = (OwnLanguage("Brew", ("*.R", "*.v", "Makefile")), OwnLanguage("Tea", ("*.v",)))
    table = claims(["Brew", "Tea", "R", "Diff"], *own)
    assert table.of("a.R").languages == ("Brew",)
    assert not table.of("a.r")
    assert table.of("Makefile").languages == ("Brew",)
    assert table.of("a.v").languages == ("Brew", "Tea")
    assert table.of("a.v").marks == ()
    assert table.of("a.v.j2").languages == ("Brew", "Tea")
    assert {"Brew", "Tea"} <= table.of("a.diff").accepts  # a patch holds any language


def test_own_languages_have_no_traits(claims):
    table = claims(["Brew", "Python"], OwnLanguage("Brew", ("*.brew",), ("Text",)))
    assert "Brew" not in table.having("documentation") and "Markdown" in table.having("documentation")


def test_every_row_of_such_a_table_can_be_read(claims):
    table = claims(["Brew", "Python"], OwnLanguage("Brew", ("*.brew",)))
    assert len(table.table()) > 1000
    for pattern in make_table.claims_from_sources():
        table.of(pattern.replace("*", "name").replace(".*", ".zzz"))


def test_a_table_that_is_missing_is_one_sentence(tmp_path):
    with pytest.raises(Failure, match="cannot be read: No such file"):
        Claims(str(tmp_path / "languages.tsv")).of("a.py")
    (tmp_path / "languages.tsv").write_bytes(b"\xff\xfe")
    with pytest.raises(Failure, match="cannot be read: it is not UTF-8"):
        Claims(str(tmp_path / "languages.tsv")).of("a.py")
