"""The plain git hook, for people without pre-commit, in real commits."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import pytest

from tests.accidents import ACCIDENTS, HEALTHY
from tests.conftest import CHECKOUT

HOOK = CHECKOUT / "hooks" / "pre-commit"


@pytest.fixture
def hooked(repository, monkeypatch, tmp_path):
    """A repository whose commits the hook checks, with `langdetect-hook` on the PATH."""
    _put_on_path(tmp_path / "bin", monkeypatch, f'exec "{sys.executable}" -m langdetect_hook "$@"')
    shutil.copy(HOOK, repository.path / ".git" / "hooks" / "pre-commit")
    return repository


def _put_on_path(folder: Path, monkeypatch: pytest.MonkeyPatch, script: str, name: str = "langdetect-hook") -> None:
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(f"#!/bin/sh\n{script}\n")
    (folder / name).chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")


def test_it_is_executable():
    assert os.access(HOOK, os.X_OK)


def test_a_healthy_commit_passes_in_silence(hooked):
    for name, content in HEALTHY.items():
        hooked.stage(name, content)
    commit = hooked.commit()
    assert (commit.stdout, commit.stderr) == ("", "")


@pytest.mark.parametrize("name", ACCIDENTS)
def test_an_accident_is_stopped(hooked, name):
    hooked.stage(name, ACCIDENTS[name])
    commit = hooked.commit(check=False)
    assert commit.returncode == 1
    assert f"{name}:1:1: LD00" in commit.stdout + commit.stderr
    assert hooked.git("log", check=False).returncode != 0


def test_what_counts_is_what_is_staged(hooked):
    (name, content), *_ = ACCIDENTS.items()
    hooked.stage("a.py", HEALTHY["a.py"])
    hooked.write("a.py", content)
    hooked.write(name, content)
    hooked.commit()
    hooked.stage(name, content)
    hooked.write(name, "{}\n")
    assert hooked.commit(check=False).returncode == 1


def test_commit_of_some_paths_only(hooked):
    """`git commit PATH` gives the hook an index of its own."""
    (name, content), *_ = ACCIDENTS.items()
    hooked.stage("a.py", HEALTHY["a.py"])
    hooked.commit()
    hooked.stage(name, content)
    hooked.write("a.py", HEALTHY["a.py"] + "\n")
    hooked.commit("--only", "a.py")
    assert hooked.commit(name, check=False).returncode == 1


def test_a_commit_from_a_subfolder_and_from_a_linked_worktree(hooked, monkeypatch):
    (name, content), *_ = ACCIDENTS.items()
    hooked.stage("folder/a.py", HEALTHY["a.py"])
    hooked.commit()
    hooked.git("worktree", "add", "--quiet", "../linked")
    hooked.path = hooked.path.parent / "linked" / "folder"
    hooked.stage(name, content)
    commit = hooked.commit(check=False)
    assert commit.returncode == 1
    assert f"folder/{name}:1:1: LD00" in commit.stdout + commit.stderr


def test_skip_lets_it_pass_once(hooked, monkeypatch):
    (name, content), *_ = ACCIDENTS.items()
    hooked.stage(name, content)
    monkeypatch.setenv("SKIP", "black,langdetect-hook")
    assert hooked.commit().stderr == "langdetect-hook: not asked, since SKIP names it\n"


def test_a_folder_of_hooks_can_be_pointed_at(repository, monkeypatch, tmp_path):
    _put_on_path(tmp_path / "bin", monkeypatch, f'exec "{sys.executable}" -m langdetect_hook "$@"')
    repository.git("config", "core.hooksPath", str(HOOK.parent))
    (name, content), *_ = ACCIDENTS.items()
    repository.stage(name, content)
    assert repository.commit(check=False).returncode == 1


def test_without_the_command_the_module_does(repository, monkeypatch, tmp_path):
    """`python3 -m` where the folder of console scripts is not on the PATH."""
    folder = tmp_path / "bin"
    for tool in ("git", "sh"):
        folder.mkdir(exist_ok=True)
        (folder / tool).symlink_to(shutil.which(tool))
    _put_on_path(folder, monkeypatch, f'exec "{sys.executable}" "$@"', "python3")
    monkeypatch.setenv("PATH", str(folder))
    shutil.copy(HOOK, repository.path / ".git" / "hooks" / "pre-commit")
    (name, content), *_ = ACCIDENTS.items()
    repository.stage(name, content)
    assert f"{name}:1:1: LD00" in "".join(repository.commit(check=False).stderr)


def test_without_an_installation_it_is_said(repository, monkeypatch, tmp_path):
    folder = tmp_path / "bin"
    folder.mkdir()
    for tool in ("git", "sh"):
        (folder / tool).symlink_to(shutil.which(tool))
    monkeypatch.setenv("PATH", str(folder))
    shutil.copy(HOOK, repository.path / ".git" / "hooks" / "pre-commit")
    repository.stage("a.py", HEALTHY["a.py"])
    commit = repository.commit(check=False)
    assert commit.returncode == 1
    assert "langdetect-hook is not installed: pip install langdetect-hook" in commit.stderr
    monkeypatch.setenv("SKIP", "black,langdetect-hook")
    repository.commit()
