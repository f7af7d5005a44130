"""The words that the rules share: what to type to rename a file, what its name claims, and what git attributes leave
out."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from langdetect_hook.case import Case
from langdetect_hook.claims import Claims
from langdetect_hook.claims.make_table import table_text
from langdetect_hook.evidence.words import expected_of, other_name, renamed
from langdetect_hook.files.content import content_from_bytes
from langdetect_hook.files.places import MISSING, TRACKED, TRACKED_ELSEWHERE, UNTRACKED
from tests.bundled import case_of, claim_of, model
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


@pytest.mark.parametrize(
    ("place", "command"),
    [
        (TRACKED, "git mv 'a b/-c.py' 'a b/-c.rb'"),
        (UNTRACKED, "mv -n 'a b/-c.py' 'a b/-c.rb'"),
        (TRACKED_ELSEWHERE, "git -C 'a b' mv -- -c.py -c.rb"),
        (MISSING, ""),
    ],
)
def test_the_command_depends_on_where_the_file_stands(place: str, command: str) -> None:
    assert renamed("a b/-c.py", ".rb", place) == command


@pytest.mark.parametrize(("path", "suffix"), [row[:2] for row in RENAMED if row[2]])
def test_it_can_be_typed(repository: Repository, path: str, suffix: str) -> None:
    repository.stage(path, "x\n")
    repository.commit()
    subprocess.run(renamed(path, suffix), shell=True, check=True, cwd=repository.path)
    assert not (repository.path / path).exists()


def how(path: str, suffix: str, by: str | None = "") -> str:
    claim = claim_of(path)
    return other_name(Case(claim, content_from_bytes(b"x"), model(), mentions=lambda path: by), suffix)


def test_a_command_is_given_where_it_breaks_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    another = "give it another name"
    assert how("data/users.json", ".html") == "git mv data/users.json data/users.html"
    assert how("users.json", ".html", by="src/load.py") == f"{another}, in src/load.py as well"
    assert how("users.json", ".html", by="a\nb") == how("users.json", ".html", by=None) == another
    for looked_for in ("plugins.mk", "m4/words.m4", "package.json", "src/index.js", "Makefile", "Dockerfile.test"):
        assert how(looked_for, ".erl") == another, looked_for
    assert how("users.json", "") == how("us\ners.json", ".html") == another
    assert how("Makefile", "compose.yaml") == "git mv Makefile compose.yaml", "looked for by the other name"
    (tmp_path / "users.html").write_text("")
    assert how("users.json", ".html") == another, "the name is taken"


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
