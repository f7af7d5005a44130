"""Content in the index of a file that belongs to Git LFS: in the working tree it is where it belongs."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from langdetect_hook.evidence.ld004_lfs_pointer import misplaced
from langdetect_hook.files import git_lfs
from tests import accidents
from tests.conftest import Repository, command

ATTRIBUTES = "*.bin filter=lfs diff=lfs merge=lfs -text\n"
POINTER = f"version https://git-lfs.github.com/spec/v1\noid sha256:{'4d' * 32}\nsize 12345\n"


def checked(*arguments: str) -> tuple[int, str]:
    done = command("check", *arguments)
    assert not done.stderr
    return done.returncode, done.stdout


@pytest.mark.parametrize("arguments", [["a.bin"], [], ["--all"], ["--staged"]])
def test_content_in_the_index_is_found(repository: Repository, arguments: list[str]) -> None:
    repository.stage(".gitattributes", ATTRIBUTES)
    repository.stage("a.bin", bytes(range(256)) * 8)
    status, output = checked(*arguments)
    assert status == 1
    assert "a.bin:1:1: LD004 looks like content, expected a Git LFS pointer" in output
    assert "git add --renormalize" in output


def test_a_pointer_in_the_index_is_not(repository: Repository) -> None:
    repository.stage(".gitattributes", ATTRIBUTES)
    repository.stage("a.bin", POINTER)
    repository.write("a.bin", bytes(range(256)))
    assert checked("a.bin") == (0, "")
    assert checked("--ignore", "LD004", "a.bin") == (0, "")


@pytest.mark.parametrize("name", ["new\nline.bin", "x blob 5.bin", "untracked.bin"])
def test_what_the_index_does_not_hold_is_nothing(repository: Repository, name: str) -> None:
    repository.stage(".gitattributes", ATTRIBUTES)
    repository.stage("other.bin", b"\0content")
    repository.write(name, bytes(range(256)))
    assert misplaced(name) is None
    assert misplaced("other.bin") is not None, "the conversation goes on"


def test_the_rule_can_be_left_out(repository: Repository) -> None:
    repository.stage(".gitattributes", ATTRIBUTES)
    repository.stage("a.bin", bytes(range(256)))
    assert checked("--ignore", "LD004") == (0, "")


def test_in_a_subfolder(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    repository.stage(".gitattributes", ATTRIBUTES)
    repository.stage("models/a.bin", bytes(range(256)))
    monkeypatch.chdir(repository.path / "models")
    assert git_lfs.is_used()
    assert checked("a.bin")[0] == 1


def test_a_repository_above_does_not_count(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    repository.stage(".gitattributes", ATTRIBUTES)
    inner = Repository(repository.path / "inner")
    monkeypatch.chdir(inner.path)
    assert not git_lfs.is_used()


def test_without_git_lfs_no_git_is_started(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    repository.stage(".gitattributes", "*.h linguist-language=C++\n")
    repository.stage("a.py", accidents.PYTHON)
    monkeypatch.setenv("PATH", "")
    assert checked("a.py") == (0, "")


def test_several_processes_find_it_too(repository: Repository) -> None:
    repository.write(".gitattributes", ATTRIBUTES)
    for number in range(450):
        repository.write(f"{number}.py", accidents.PYTHON)
    repository.write("z.bin", bytes(range(256)))
    repository.git("add", "--all")
    status, output = checked("--all", "--jobs", "2")
    assert (status, output.count("LD004")) == (1, 1)


@pytest.mark.parametrize("target", ["/dev/zero", "/dev/stdin", "attributes", "nowhere", "."])
def test_attributes_behind_a_link_are_not_read(repository: Repository, target: str) -> None:
    """As git has it: a committed link to /dev/zero would eat all memory."""
    repository.write("attributes", ATTRIBUTES)
    (repository.path / ".gitattributes").symlink_to(target)
    assert not git_lfs.is_used()


def test_attributes_that_are_no_file_are_not_waited_for(repository: Repository) -> None:
    os.mkfifo(".gitattributes")
    assert not git_lfs.is_used()
    Path(".gitattributes").unlink()
    Path(".gitattributes").mkdir()
    assert not git_lfs.is_used()


def test_of_attributes_only_so_much_is_read(repository: Repository) -> None:
    repository.write(".gitattributes", b"#" * (git_lfs.MOST_BYTES - 1) + b"\n" + ATTRIBUTES.encode())
    assert not git_lfs.is_used()
    repository.write(".gitattributes", b"#" * 1000 + b"\n" + ATTRIBUTES.encode())
    assert git_lfs.is_used()


def test_a_current_folder_that_was_removed_uses_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "gone").mkdir()
    monkeypatch.chdir(tmp_path / "gone")
    (tmp_path / "gone").rmdir()
    assert not git_lfs.is_used()
