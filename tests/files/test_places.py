"""Where a file stands for git."""

from __future__ import annotations

from pathlib import Path

import pytest

from langdetect_hook.files.places import MISSING, TRACKED, TRACKED_ELSEWHERE, UNTRACKED, is_at_the_top, place_of
from tests.bundled import case_of
from tests.conftest import Repository


def test_places(repository: Repository, tmp_path: Path) -> None:
    for name in ("a.py", "b c/d.py"):
        repository.stage(name, "x\n")
    repository.write("new.py", "x\n")
    (repository.path / "link").symlink_to("b c")
    other = Repository(tmp_path / "other")
    other.stage("a.py", "x\n")
    (tmp_path / "a.py").write_text("x\n")
    places = {
        "a.py": TRACKED,
        "./b c/d.py": TRACKED,
        str(repository.path / "a.py"): TRACKED,
        "link/d.py": TRACKED_ELSEWHERE,
        "../other/a.py": TRACKED_ELSEWHERE,
        "new.py": UNTRACKED,
        "../a.py": UNTRACKED,
        "none.py": MISSING,
        "no\0name.py": MISSING,
    }
    assert {path: place_of(path) for path in places} == places


def test_a_file_with_a_conflict_is_none_that_git_would_move(repository: Repository) -> None:
    repository.stage("a.py", "x\n")
    repository.commit()
    for branch, content in (("one", "1\n"), ("two", "2\n")):
        repository.git("checkout", "--quiet", "-b", branch, "main")
        repository.stage("a.py", content)
        repository.commit()
    repository.git("merge", "one", check=False)
    assert place_of("a.py") == UNTRACKED


def test_the_top(repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert is_at_the_top()
    (repository.path / "src").mkdir()
    monkeypatch.chdir("src")
    assert not is_at_the_top()
    monkeypatch.chdir(tmp_path)
    assert is_at_the_top(), "in no repository"


def test_what_is_not_known_is_about_to_be_committed() -> None:
    assert case_of("a.py", "x").place() == TRACKED
