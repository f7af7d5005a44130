"""In which work tree a file lies: as git finds it, but for repositories that somebody has committed."""

from __future__ import annotations

import os

import pytest

from langdetect_hook.files import work_trees
from tests.conftest import Repository


@pytest.fixture(autouse=True)
def nothing_remembered():
    work_trees.forget()
    yield
    work_trees.forget()


def found(path: str) -> tuple[str, str] | None:
    place = work_trees.of_file(path)
    return place and (place[0].top, place[1])


def test_a_file_is_known_by_its_path_from_the_top(repository, monkeypatch):
    top = os.path.realpath(repository.path)
    (repository.path / "a" / "b").mkdir(parents=True)
    for path in ("x.py", "./x.py", "a/../x.py", "a//..//x.py", str(repository.path / "x.py"), "../repository/x.py"):
        assert found(path) == (top, "x.py"), path
    assert found("no/such/folder/x.py") == (top, "no/such/folder/x.py")
    for name in ("new\nline", os.fsdecode(b"caf\xe9"), " ", "-x", ":x"):
        assert found(f"a/{name}") == (top, f"a/{name}")
    monkeypatch.chdir(repository.path / "a" / "b")
    assert found("x.py") == (top, "a/b/x.py")
    assert found("../x.py") == (top, "a/x.py")


def test_links_are_followed_but_for_the_file_itself(repository, tmp_path):
    other = Repository(tmp_path / "other")
    (repository.path / "folder").mkdir()
    (repository.path / "inside").symlink_to("folder")
    (repository.path / "outside").symlink_to(other.path)
    (repository.path / "file").symlink_to(other.path / "file")
    assert found("inside/x") == (os.path.realpath(repository.path), "folder/x")
    assert found("outside/x") == (os.path.realpath(other.path), "x")
    assert found("outside/../x") is None
    assert found("file") == (os.path.realpath(repository.path), "file")


def test_outside_of_repositories_there_is_none(repository, tmp_path, monkeypatch):
    assert found("../x") is None
    assert found("/x") is None
    assert found(".git/config") is None, "what is in `.git` is in no work tree"
    monkeypatch.chdir(repository.path / ".git")
    assert work_trees.current() is None
    monkeypatch.chdir(tmp_path)
    assert work_trees.current() is None


def test_submodules_nested_clones_and_linked_work_trees_are_their_own(repository, tmp_path):
    inner = Repository(tmp_path / "inner")
    inner.stage("file.py")
    inner.commit()
    repository.git("submodule", "--quiet", "add", str(inner.path), "submodule")
    repository.git("clone", "--quiet", str(inner.path), "nested")
    inner.git("worktree", "add", "--quiet", str(tmp_path / "linked"))
    for folder in ("submodule", "nested", "../linked"):
        assert found(f"{folder}/file.py") == (os.path.realpath(folder), "file.py")


def test_a_git_folder_may_be_a_link(repository, tmp_path):
    """Google's `repo` keeps all repositories of a checkout in one place."""
    (repository.path / ".git").rename(tmp_path / "elsewhere.git")
    (repository.path / ".git").symlink_to(tmp_path / "elsewhere.git")
    assert found("x") == (os.path.realpath(repository.path), "x")


@pytest.mark.parametrize("kind", ["empty folder", "named pipe", "dangling link"])
def test_what_is_no_git_folder_does_not_count(repository, kind):
    folder = repository.path / "folder"
    folder.mkdir()
    {
        "empty folder": lambda: (folder / ".git").mkdir(),
        "named pipe": lambda: os.mkfifo(folder / ".git"),
        "dangling link": lambda: (folder / ".git").symlink_to("nowhere"),
    }[kind]()
    assert found("folder/x") == (os.path.realpath(repository.path), "folder/x")


def test_a_bare_repository_is_a_folder(repository):
    repository.git("init", "--quiet", "--bare", "data")
    assert found("data/HEAD") == (os.path.realpath(repository.path), "data/HEAD")


@pytest.mark.parametrize("relative", [True, False])
def test_variables_name_a_work_tree_without_a_git_folder(repository, tmp_path, monkeypatch, relative):
    other = Repository(tmp_path / "home" / "other")
    (tmp_path / "home" / "sub").mkdir()
    monkeypatch.chdir(tmp_path / "home" / "sub")
    monkeypatch.setenv("GIT_DIR", "../../repository/.git" if relative else str(repository.path / ".git"))
    monkeypatch.setenv("GIT_WORK_TREE", ".." if relative else str(tmp_path / "home"))
    top = os.path.realpath(tmp_path / "home")
    assert found("x") == (top, "sub/x")
    current = work_trees.current()
    assert dict(current.variables) == {"GIT_DIR": os.path.realpath(repository.path / ".git"), "GIT_WORK_TREE": top}
    assert work_trees.of_file(str(other.path / "x"))[0] == (os.path.realpath(other.path), ())


def test_only_a_work_tree_is_named(repository, monkeypatch):
    monkeypatch.setenv("GIT_WORK_TREE", "folder")
    (repository.path / "folder").mkdir()
    assert found("folder/x") == (os.path.realpath(repository.path / "folder"), "x")
    assert dict(work_trees.current().variables)["GIT_DIR"] == os.path.realpath(repository.path / ".git")


def test_variables_that_name_nothing(repository, tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "nothing"))
    assert work_trees.current() is None
    assert found("x") == (os.path.realpath(repository.path), "x")
