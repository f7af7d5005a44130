"""What a project has committed under such names is no accident; what is only staged may be one."""

from __future__ import annotations

import pytest

from langdetect_hook import check
from langdetect_hook.files.content import content_from_bytes
from langdetect_hook.files.sources import committed_near
from langdetect_hook.network import assets
from langdetect_hook.report.rules import DEFAULT_RULES
from tests.conftest import Repository, command
from tests.healthy_texts import healthy_texts

TEXT_OF = {healthy.path: healthy.text for healthy in healthy_texts()}
SQL, GO = TEXT_OF["migrations/0004_invoices.sql"], TEXT_OF["internal/store/store.go"]
ALIKE = "what is committed under such names near it looks the same"


def reason(path: str, text: str) -> str:
    content = content_from_bytes(text.encode())
    [one] = check.check_content(path, content, DEFAULT_RULES, assets.load(), None, committed_near)
    return one.reason


def renamed(text: str, number: int) -> str:
    return text.replace("invoice", f"invoice_{number}").replace("changed", f"changed_{number}")


def fill(repository: Repository, **counts: int) -> None:
    """So many SQL and Go files under the name of Go in the folder `data`."""
    for kind, text in (("sql", SQL), ("go", GO)):
        for number in range(counts.get(kind, 0)):
            repository.stage(f"data/{kind}{number}.go", renamed(text, number))


@pytest.mark.parametrize(
    "committed, silent",
    [
        ({"sql": 2}, True),
        ({"sql": 3, "go": 2}, True),
        ({"sql": 1}, False),
        ({"sql": 2, "go": 2}, False),
        ({"go": 3}, False),
    ],
)
def test_two_neighbours_and_most_of_them_make_a_convention(repository, committed, silent):
    fill(repository, **committed)
    repository.commit()
    repository.write("data/last.go", SQL)
    assert (reason("data/last.go", SQL) == ALIKE) is silent


def test_what_is_staged_beside_it_is_no_convention_yet(repository):
    fill(repository, sql=4)
    run = command("check", cwd=repository.path)
    assert run.returncode == 1 and run.stdout.count("LD001 looks like SQL") == 4
    repository.commit()
    repository.stage("data/last.go", SQL)
    assert (command("check", cwd=repository.path).stdout, command("check", "--all").stdout) == ("", "")


def near(path: str) -> list[list[str]]:
    """The last word of each committed file near a path: those in its folder, those elsewhere."""
    return [[(content.text or "").split()[-1] for content in circle] for circle in committed_near(path, 8)]


def test_the_whole_project_counts_where_the_folder_does_not_tell(repository):
    fill(repository, sql=3)
    repository.commit()
    for path in ("last.go", "data/deep/last.go", "other/last.go"):
        repository.write(path, SQL)
        assert reason(path, SQL) == ALIKE
    for number in range(2):
        repository.stage(f"other/{number}.go", GO)
    repository.commit()
    assert reason("other/last.go", SQL) == ALIKE  # 3 against 2
    for number in range(3):
        repository.stage(f"cmd/{number}.go", GO)
    repository.commit()
    assert reason("other/last.go", SQL) != ALIKE
    assert reason("data/last.go", SQL) == ALIKE  # a part of a project has its own ways


def test_only_the_same_extension_counts(repository):
    fill(repository, sql=3)
    repository.stage("one.py", SQL)
    repository.stage("two.py", SQL)
    repository.commit()
    for path in ("data/last.rs", "data/.go", "data/go"):
        repository.write(path, SQL)
        assert reason(path, SQL) != ALIKE
        assert near(path) == [[], []]


def test_another_repository_is_asked_in_its_folder(repository, tmp_path):
    other = Repository(tmp_path / "other")
    fill(other, sql=2)
    other.commit()
    assert reason("../other/data/last.go", SQL) == ALIKE
    assert reason(str(other.path / "data/last.go"), SQL) == ALIKE


def test_the_neighbours_are_the_nearest_by_name(repository):
    for number in range(40):
        repository.stage(f"data/{number:02}.go", f"package data // {number:02}\n")
    repository.commit()

    def beside(path: str) -> list[str]:
        return near(path)[0]

    assert beside("data/20.go") == ["16", "17", "18", "19", "21", "22", "23", "24"]
    assert beside("data/00.go") == [f"{number:02}" for number in range(1, 9)]
    assert beside("data/zz.go") == [f"{number:02}" for number in range(32, 40)]


def test_elsewhere_the_nearest_folders_come_first(repository):
    for folder in ("a", "a/b", "a/b/c", "z"):
        for number in range(3):
            repository.stage(f"{folder}/{number}.go", f"package x // {folder}/{number}\n")
    repository.commit()
    (repository.path / "a/b/d").mkdir()
    elsewhere = near("a/b/d/new.go")[1]
    assert len(elsewhere) == 8
    assert {path.rpartition("/")[0] for path in elsewhere[:6]} == {"a/b", "a/b/c"}
    assert {path.rpartition("/")[0] for path in elsewhere[6:]} == {"a"}


def test_without_a_commit_or_a_repository_there_is_none(repository, tmp_path, monkeypatch):
    fill(repository, sql=3)
    assert near("data/last.go") == [[], []]
    monkeypatch.chdir(tmp_path)
    assert near("last.go") == [[], []]
    assert near("no/such/folder/last.go") == [[], []]


def test_what_cannot_be_read_is_left_out(repository):
    fill(repository, sql=3)
    repository.commit()
    for path in (repository.path / ".git" / "objects").glob("[0-9a-f]*/*"):
        if repository.git("cat-file", "-t", path.parent.name + path.name).stdout == "blob\n":
            path.chmod(0o600)
            path.unlink()
    assert near("data/last.go") == [[], []]
    assert reason("data/last.go", SQL).startswith("looks like SQL")
