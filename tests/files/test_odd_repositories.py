"""Repositories in every state that git knows, healthy and damaged: what is wrong in them is found, or it is said in one
sentence why nothing could be checked. The long form is `python -m tests.attacks.odd_repositories`."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from langdetect_hook.files import git_process
from tests.attacks.odd_repositories import (
    ALL,
    DAMAGED,
    HEALTHY,
    LISTINGS,
    THINGS,
    at,
    original,
    outcome,
    outcomes,
    put_in_the_way,
)
from tests.conftest import Repository


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return original(tmp_path_factory.mktemp("odd") / "original")


@pytest.fixture
def odd(before: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    shutil.copytree(before, tmp_path / "odd", symlinks=True)
    monkeypatch.chdir(tmp_path / "odd")
    monkeypatch.delenv("LANGDETECT_HOOK_TRACEBACK")
    return at(tmp_path / "odd")


@pytest.mark.parametrize("kind", HEALTHY)
def test_what_is_wrong_is_found_in_every_state(kind, odd):
    make, others = HEALTHY[kind]
    make(odd)
    told = outcomes()
    assert {name: told[name][1] for name in ALL} == {**ALL, **others}
    assert {said for _, _, said in told.values()} == {""}


@pytest.mark.parametrize("kind", DAMAGED)
def test_what_cannot_be_checked_is_said(kind, odd):
    make, refused = DAMAGED[kind]
    make(odd)
    told = outcomes()
    assert {name for name, (status, _, _) in told.items() if status == 2} == set(refused)
    assert [name for name, words in refused.items() if words not in told[name][2]] == []
    assert (told["files"][1], told["standard input"][1], told["explain"][1]) == (2, 1, 1)


def test_a_repository_of_another_hash(tmp_path, monkeypatch):
    subprocess.run(["git", "init", "--quiet", "--object-format=sha256", str(tmp_path / "odd")], check=True)
    original(tmp_path / "odd")
    monkeypatch.chdir(tmp_path / "odd")
    told = outcomes()
    assert {name: told[name][1] for name in ALL} == ALL


def test_a_shallow_clone(odd, tmp_path, monkeypatch):
    odd.git("clone", "--quiet", "--depth", "1", f"file://{odd.path}", str(tmp_path / "shallow"))
    monkeypatch.chdir(tmp_path / "shallow")
    assert [outcome(LISTINGS[name])[1] for name in ("all", "folder", "files")] == [2, 2, 2]
    assert outcome(LISTINGS["since"])[2] == "langdetect-hook: --since first: there is no such commit here\n"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
@pytest.mark.parametrize(
    ("place", "listing", "thing"),
    [
        (".gitignore", "folder", "a named pipe"),
        ("data/.gitignore", "classify", "a named pipe"),
        ("include.path", "since", "a named pipe"),
        ("core.excludesFile", "staged", "a named pipe"),
        (".git/refs/heads/main", "staged", "a named pipe"),
        (".git/commondir", "all", "a named pipe"),
        (".git/info/attributes", "all", "an endless device"),
    ],
)
def test_nobody_waits_at_what_is_no_file(place, listing, thing, odd, monkeypatch):
    """Git does, before it has said a word: then it is looked what is in its way."""
    monkeypatch.setattr(git_process, "SILENCE", 0.3)
    put_in_the_way(odd, place, THINGS[thing])
    status, _, said = outcome(LISTINGS[listing])
    assert (status, said.count("\n")) == (2, 1) and "is not a regular file" in said


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_where_nothing_is_known_of_git_the_files_are_checked_all_the_same(odd, monkeypatch):
    monkeypatch.setattr(git_process, "SILENCE", 0.3)
    put_in_the_way(odd, "include.path", os.mkfifo)
    status, found, said = outcome(LISTINGS["files"])
    assert (status, found) == (1, 2)
    what = f"{odd.path}/in the way is not a regular file; so no .gitattributes counts there"
    assert said == f"langdetect-hook: git says: {what}\n"


def test_an_order_of_files_is_not_read(odd):
    put_in_the_way(odd, "diff.orderFile", THINGS["an endless device"])
    assert outcome(LISTINGS["staged"])[:2] == (1, 1)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_what_falls_silent_for_no_reason_that_is_seen_is_ended(odd, monkeypatch, tmp_path):
    for name in ("SILENCE", "PATIENCE", "PATIENCE_FOR_AN_ANSWER"):
        monkeypatch.setattr(git_process, name, 0.3)
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "included").write_text(f"[include]\n\tpath = {tmp_path}/pipe\n")
    odd.git("config", "include.path", str(tmp_path / "included"))
    status, _, said = outcome(LISTINGS["all"])
    assert (status, said) == (2, "langdetect-hook: --all needs a git repository: it has said nothing for 0.3 seconds\n")


def test_a_line_for_each_of_a_few_complaints(odd):
    (odd.path / ".gitattributes").write_text("x \x1b[31m!bad\n" * 100)
    said = outcome(LISTINGS["files"])[2].splitlines()
    assert len(said) == 21 and said[-1] == "langdetect-hook: git says that of 80 lines more"
    assert said[0] == r"langdetect-hook: git says: \x1b[31m!bad is not a valid attribute name: .gitattributes:1"


def test_a_long_complaint_is_shortened(odd):
    (odd.path / "data" / ".git").write_text("gitdir: " + "../" * 1000)
    assert len(outcome(LISTINGS["files"])[2]) < 500


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can give files away")
def test_a_repository_of_another_owner(odd, monkeypatch, tmp_path):
    """As in a container that is run as root: git gives no answer, and what then does not count is said."""
    (odd.path / ".gitattributes").write_text("* -langdetect\n")
    for folder, _, names in os.walk(odd.path):
        for path in (folder, *(os.path.join(folder, name) for name in names)):
            os.lchown(path, 65534, 65534)
    top = os.path.realpath(odd.path)
    trust = f"(if you trust it: git config --global --add safe.directory {top})"
    reason = f"detected dubious ownership in repository at '{top}' {trust}"
    for name in ("all", "staged", "since"):
        status, found, said = outcome(LISTINGS[name])
        assert (status, found) == (2, 0) and said.endswith(f" needs a git repository: {reason}\n")
    for name in ("files", "folder", "standard input"):
        status, found, said = outcome(LISTINGS[name])
        assert (status, found) == (1, ALL[name])
        assert said == f"langdetect-hook: git says: {reason}; so no .gitattributes counts there\n"
    (tmp_path / "trusting").write_text(f"[safe]\n\tdirectory = {top}\n")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "trusting"))
    for name in ("files", "folder", "standard input", "all", "staged", "since"):
        assert outcome(LISTINGS[name]) == (0, 0, "")
