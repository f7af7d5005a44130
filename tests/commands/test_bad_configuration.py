"""What a repository says of itself may be broken: each time one clear sentence, and all else is checked."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

import pytest

from langdetect_hook.configuration import BASELINE
from langdetect_hook.configuration.baseline import HEAD
from tests.accidents import HTML
from tests.conftest import Repository, command


@pytest.fixture
def wrong(repository: Repository) -> Repository:
    repository.stage("page.json", HTML)
    repository.stage("other.json", HTML)
    return repository


@pytest.mark.parametrize(
    "arguments", [["page.json", "other.json"], ["--all"], ["--staged"], ["--format", "jsonl", "."]]
)
def test_a_line_of_gitattributes_that_git_does_not_know_is_said_once(wrong, arguments):
    wrong.write(".gitattributes", "page.json linguist-language=HTML\n*.json !!\nother.json\x00 x\n")
    wrong.git("add", ".gitattributes")
    run = command("check", *arguments)
    assert run.returncode == 1
    assert [name for name in ("page.json", "other.json") if name in run.stdout] == ["other.json"]
    assert run.stderr == "langdetect-hook: git says: ! is not a valid attribute name: .gitattributes:2\n"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-32"])
@pytest.mark.parametrize("name", [".gitattributes", ".gitignore"])
def test_what_git_cannot_read_is_a_finding(wrong, encoding, name):
    wrong.stage(name, "page.json linguist-language=HTML\n".encode(encoding))
    run = command("check", "--all")
    assert f"{name}:1:1: LD007 looks like {encoding[:6].upper()} text, expected UTF-8\n" in run.stdout
    assert "save it as UTF-8: nothing in it counts so\n" in run.stdout and "page.json:1:1: LD003" in run.stdout


def test_a_folder_in_place_of_gitattributes_stops_nothing(wrong):
    (wrong.path / ".gitattributes").mkdir()
    run = command("check", "page.json")
    assert run.returncode == 1 and run.stderr.count("\n") <= 1 and "Traceback" not in run.stderr


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (HEAD.replace("baseline 1", "baseline 99").encode(), "is of version 99, newer than this langdetect-hook"),
        (HEAD.encode() + b"<<<<<<< HEAD\n", "an unfinished merge"),
        (HEAD.encode("utf-16"), "is not UTF-8"),
        (b"\xef\xbb\xbf" + HEAD.encode(), None),
    ],
)
def test_a_baseline_that_cannot_be_read_is_one_sentence(wrong, monkeypatch, content, words):
    monkeypatch.delenv("LANGDETECT_HOOK_TRACEBACK")
    wrong.write(BASELINE, content)
    for arguments in (["check", "page.json"], ["check", "--all"], ["baseline"]):
        run = command(*arguments)
        if words is None:
            assert (run.returncode, run.stderr) == (1 if arguments[0] == "check" else 0, "")
        else:
            assert (run.returncode, run.stdout, run.stderr.count("\n")) == (2, "", 1)
            assert BASELINE in run.stderr and words in run.stderr


@pytest.mark.skipif(not shutil.which("setpriv"), reason="needs setpriv to take permissions from root")
def test_an_output_in_a_folder_that_nobody_may_write_to(wrong, monkeypatch):
    monkeypatch.delenv("LANGDETECT_HOOK_TRACEBACK")
    (wrong.path / "reports").mkdir()
    wrong.write("reports/old.json", "[]\n")
    (wrong.path / "reports").chmod(0o555)
    drop = ["setpriv", "--bounding-set", "-dac_override,-dac_read_search"] if os.getuid() == 0 else []
    for name in ("new.json", "old.json"):
        line = [*drop, sys.executable, "-m", "langdetect_hook", "check", "--all", "--output", f"reports/{name}"]
        run = subprocess.run(line, capture_output=True, text=True)
        expected = f"langdetect-hook: reports/{name} cannot be written: permission denied\n"
        assert (run.returncode, run.stdout, run.stderr) == (2, "", expected)
    (wrong.path / "reports").chmod(0o755)
    assert (wrong.path / "reports/old.json").read_text() == "[]\n"
    assert [path.name for path in (wrong.path / "reports").iterdir()] == ["old.json"]
