"""The words that the rules share: what to type to rename a file, what its name claims, and what git attributes leave
out."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from langdetect_hook.claims import Claims
from langdetect_hook.claims.make_table import table_text
from langdetect_hook.evidence.words import expected_of, renamed
from tests.bundled import case_of
from tests.conftest import Repository

RENAMED = [
    ("a.png", ".jpg", "git mv a.png a.jpg"),
    ("src/a b.py", ".rb", "git mv 'src/a b.py' 'src/a b.rb'"),
    ("-x.json", ".html", "git mv -- -x.json -x.html"),
    (".bashrc", ".py", "git mv .bashrc .bashrc.py"),
    ("conf/.editorconfig", ".py", "git mv conf/.editorconfig conf/.editorconfig.py"),
    ("a.tar.gz", ".tar", "git mv a.tar.gz a.tar"),
    ("conf/a.mk", "Makefile", "git mv conf/a.mk conf/Makefile"),
    ("new\nline.rs", ".go", ""),
    ("bad\udcff.rs", ".go", ""),
]


@pytest.mark.parametrize(("path", "suffix", "command"), RENAMED)
def test_the_command_that_renames(path: str, suffix: str, command: str) -> None:
    assert renamed(path, suffix) == command


@pytest.mark.parametrize(("path", "suffix"), [row[:2] for row in RENAMED if row[2]])
def test_it_can_be_typed(repository: Repository, path: str, suffix: str) -> None:
    repository.stage(path, "x\n")
    repository.commit()
    subprocess.run(renamed(path, suffix), shell=True, check=True, cwd=repository.path)
    assert not (repository.path / path).exists()


@pytest.mark.parametrize(
    ("known", "words"),
    [
        (("Verilog", "SystemVerilog"), "Verilog or SystemVerilog"),
        (("Verilog", "SystemVerilog", "Rocq Prover", "V"), "Verilog, SystemVerilog, Rocq Prover or V"),
    ],
)
def test_a_language_is_expected_unless_a_mark_alone_tells_it(
    tmp_path: Path, known: tuple[str, ...], words: str
) -> None:
    (tmp_path / "languages.tsv").write_text(table_text(known), encoding="utf-8")
    assert expected_of(Claims(str(tmp_path / "languages.tsv")).of("a.v")) == words


@pytest.mark.parametrize(("value", "left_out"), [("unset", True), ("set", False), ("", False)])
def test_what_attributes_leave_out(value: str, left_out: bool) -> None:
    assert case_of("a.py", "x", lambda path: {"langdetect": value}).is_left_out() is left_out
    assert not case_of("a.py", "x").is_left_out()
