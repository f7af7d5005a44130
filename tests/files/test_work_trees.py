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


@pytest.mark.parametrize("kind", ["empty folder", "only a HEAD", "named pipe", "dangling link"])
def test_what_is_no_git_folder_does_not_count(repository, kind):
    folder = repository.path / "folder"
    folder.mkdir()
    {
        "empty folder": lambda: (folder / ".git").mkdir(),
        "only a HEAD": lambda: (folder / ".git" / "HEAD").mkdir(parents=True),
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


@pytest.fixture
def away(repository, tmp_path) -> Repository:
    """A repository whose configuration puts the work tree above the folder with the `.git`."""
    (repository.path / "meta").mkdir()
    (repository.path / ".git").rename(repository.path / "meta" / ".git")
    meta = Repository(repository.path / "meta")
    meta.git("config", "core.worktree", "../..")
    return meta


def test_the_configuration_may_put_the_work_tree_elsewhere(away, monkeypatch):
    top = os.path.realpath(away.path.parent)
    assert found("x") is None
    assert found("meta/x") == (top, "meta/x")
    monkeypatch.chdir(away.path)
    assert found("x") == (top, "meta/x")
    assert found("../sub/x") == (top, "sub/x")
    assert work_trees.current().top == top


@pytest.mark.parametrize("elsewhere", ["../below", "../../no/such/folder"])
def test_what_lies_outside_of_the_named_work_tree_lies_in_none(away, elsewhere, monkeypatch):
    (away.path / "below").mkdir()
    away.git("config", "core.worktree", elsewhere)
    monkeypatch.chdir(away.path)
    exists = elsewhere == "../below"
    assert found("x") == (None if exists else (os.path.realpath(away.path), "x"))
    assert found("below/x") == (os.path.realpath("below" if exists else "."), "x" if exists else "below/x")


@pytest.mark.parametrize("work_tree", ["", ".."])
def test_a_hook_may_leave_the_top(repository, tmp_path, monkeypatch, work_tree):
    """In a linked work tree git tells a hook the GIT_DIR, and not the GIT_WORK_TREE."""
    repository.stage("file")
    repository.commit()
    linked = tmp_path / "linked"
    repository.git("worktree", "add", "--quiet", str(linked))
    git_folder = repository.git("-C", str(linked), "rev-parse", "--absolute-git-dir").stdout.strip()
    (linked / "sub").mkdir()
    monkeypatch.chdir(linked / "sub")
    monkeypatch.setenv("GIT_DIR", os.path.relpath(git_folder))
    if work_tree:
        monkeypatch.setenv("GIT_WORK_TREE", work_tree)
    current = work_trees.current()
    assert current.top == os.path.realpath(linked)
    assert dict(current.variables) == {"GIT_DIR": git_folder, "GIT_WORK_TREE": current.top}
    assert work_trees.of_file("../x") == (current, "x")


def test_in_another_repository_the_current_folder_is_the_top(repository, tmp_path, monkeypatch):
    other = Repository(tmp_path / "other")
    (other.path / "sub").mkdir()
    monkeypatch.chdir(other.path / "sub")
    monkeypatch.setenv("GIT_DIR", str(repository.path / ".git"))
    assert work_trees.current().top == os.path.realpath(other.path / "sub")


def test_a_relative_work_tree_is_seen_from_the_current_folder(repository, monkeypatch):
    (repository.path / "sub" / "deep").mkdir(parents=True)
    monkeypatch.chdir(repository.path / "sub" / "deep")
    monkeypatch.setenv("GIT_WORK_TREE", "..")
    assert work_trees.current().top == os.path.realpath(repository.path / "sub")


def test_a_named_top_may_have_a_line_break_in_its_path(tmp_path, monkeypatch):
    odd = Repository(tmp_path / "a\nb\n")
    monkeypatch.chdir(odd.path)
    monkeypatch.setenv("GIT_DIR", ".git")
    assert work_trees.current().top == os.path.realpath(odd.path)
    assert found("x") == (os.path.realpath(odd.path), "x")


def test_the_current_folder_may_be_gone(repository, tmp_path, monkeypatch):
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    assert work_trees.current() is None
    assert found("x") is None
    assert found(str(repository.path / "x")) == (os.path.realpath(repository.path), "x")
