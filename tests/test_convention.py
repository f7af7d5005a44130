"""What lies committed beside a file under such names is no accident; what is only staged may be one."""

from __future__ import annotations

import pytest

from langdetect_hook import assets, check
from langdetect_hook.content import content_from_bytes
from langdetect_hook.rules import DEFAULT_RULES
from langdetect_hook.sources import committed_beside
from tests.conftest import Repository, command
from tests.healthy_texts import healthy_texts

TEXT_OF = {healthy.path: healthy.text for healthy in healthy_texts()}
SQL, GO = TEXT_OF["migrations/0004_invoices.sql"], TEXT_OF["internal/store/store.go"]
ALIKE = "what is committed beside it under such names looks the same"


def reason(path: str, text: str) -> str:
    content = content_from_bytes(text.encode())
    [one] = check.check_content(path, content, DEFAULT_RULES, assets.load(), None, committed_beside)
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


def test_only_the_same_folder_and_extension_count(repository):
    fill(repository, sql=3)
    repository.stage("one.py", SQL)
    repository.stage("two.py", SQL)
    repository.commit()
    for path in ("last.go", "data/deep/last.go", "data/last.rs", "data/.go"):
        repository.write(path, SQL)
        assert reason(path, SQL) != ALIKE
        assert list(committed_beside(path)) == []


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

    def read(path: str) -> list[str]:
        return [(content.text or "").split()[-1] for content in committed_beside(path)]

    assert read("data/20.go") == ["16", "17", "18", "19", "21", "22", "23", "24"]
    assert read("data/00.go") == [f"{number:02}" for number in range(1, 9)]
    assert read("data/zz.go") == [f"{number:02}" for number in range(32, 40)]


def test_without_a_commit_or_a_repository_there_is_none(repository, tmp_path, monkeypatch):
    fill(repository, sql=3)
    assert list(committed_beside("data/last.go")) == []
    monkeypatch.chdir(tmp_path)
    assert list(committed_beside("last.go")) == []
    assert list(committed_beside("no/such/folder/last.go")) == []


def test_what_cannot_be_read_is_left_out(repository):
    fill(repository, sql=3)
    repository.commit()
    for path in (repository.path / ".git" / "objects").glob("[0-9a-f]*/*"):
        if repository.git("cat-file", "-t", path.parent.name + path.name).stdout == "blob\n":
            path.chmod(0o600)
            path.unlink()
    assert list(committed_beside("data/last.go")) == []
    assert reason("data/last.go", SQL).startswith("looks like SQL")
