"""The false-alarm benchmark on public repositories: what it takes of one, and what it measures there."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

from tests.bundled import model
from tests.conftest import CHECKOUT, Repository
from tests.training.repositories import bare, committed, forget

pytest.importorskip("tomllib")  # the benchmarks need Python 3.11

from langdetect_hook.training.corpus_builder.manifest import load_manifest
from tests.benchmarks import false_alarms, fetch_healthy, git_repositories, replay

PAGE = "<!DOCTYPE html>\n<html><head><title>404 Not Found</title></head><body>Not Found</body></html>\n"
DATA = '{"name": "value"}\n'
POINTER = f"version https://git-lfs.github.com/spec/v1\noid sha256:{'0' * 64}\nsize 12\n"


def kept(repository: Repository, commit: str, out: Path, name: str = "git+o_n") -> Path:
    """The tree of a commit in `out`, and its store."""
    tree = out / "development" / name
    bare(repository, out / "clones" / "o+n")
    store = git_repositories.store_of(tree)
    git_repositories.store("o/n", commit, store, out / "clones")
    tree.mkdir(parents=True)
    git_repositories.export(store, tree, 1500)
    return tree


def files_of(tree: Path) -> set[str]:
    return {str(path.relative_to(tree)) for path in tree.rglob("*") if path.is_file()}


def test_the_files_of_a_commit_are_written_and_nothing_is_run(tmp_path: Path) -> None:
    repository, commit = committed(
        tmp_path / "r", {"a/b.json": DATA, ".gitattributes": "*.json filter=evil eol=crlf\n"}
    )
    (repository.path / "link").symlink_to("a")
    repository.git("add", "link")
    repository.git("update-index", "--add", "--cacheinfo", f"160000,{commit},sub")
    repository.commit()
    repository.git("config", "filter.evil.smudge", f"touch {tmp_path / 'ran'}; cat")
    tree = kept(repository, repository.git("rev-parse", "HEAD").stdout.strip(), tmp_path)
    assert files_of(tree) == {"a/b.json", ".gitattributes"}
    assert (tree / "a/b.json").read_text() == DATA
    assert not (tmp_path / "ran").exists()


def test_what_git_lfs_has_is_left_out_and_a_stray_pointer_is_not(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {"a.png": POINTER, "b.gif": POINTER, ".gitattributes": "*.png filter=lfs\n"}
    assert files_of(kept(*committed(tmp_path / "r", files), tmp_path)) == {"b.gif", ".gitattributes"}


def test_a_large_commit_is_thinned_out_but_for_its_attributes(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {f"{n}.json": DATA for n in range(9)} | {"x/.gitattributes": "*.json text\n"}
    tree = kept(*committed(tmp_path / "r", files), tmp_path)
    few = tmp_path / "few"
    git_repositories.export(git_repositories.store_of(tree), few, 3)
    assert "x/.gitattributes" in files_of(few) and len(files_of(few)) in (3, 4)
    assert files_of(few) < files_of(tree)


def test_what_is_too_large_or_missing_is_left_out(tmp_path: Path) -> None:
    repository, commit = committed(tmp_path / "r", {"a.json": DATA, "b.json": " " * (4 << 20) + DATA, "c.json": PAGE})
    forget(repository, "HEAD:c.json")
    assert files_of(kept(repository, commit, tmp_path)) == {"a.json"}


@pytest.mark.parametrize("path", ["/etc/passwd", "a/../../b", ".git/config", "a/.GIT/hooks/x"])
def test_a_path_that_leads_elsewhere_is_not_written(path: str) -> None:
    assert not git_repositories.is_harmless(path)


def test_a_path_below_is_harmless() -> None:
    assert git_repositories.is_harmless("a/..b/.github/.gitignore")


def test_a_tree_becomes_a_repository_at_its_commit(tmp_path: Path) -> None:
    repository, commit = committed(tmp_path / "r", {"a.json": DATA, "b.json": DATA})
    tree = kept(repository, commit, tmp_path)
    (tree / "b.json").unlink()
    made = false_alarms.as_repository(tree, tmp_path / "repositories")
    assert files_of(tree) == {"a.json"}
    git = Repository(made).git
    assert git("ls-files").stdout == "a.json\n"
    assert git("rev-parse", "HEAD").stdout.strip() == commit
    assert git("show", "HEAD:b.json").stdout == DATA, "a neighbour that was not kept is committed all the same"


def test_nothing_is_copied_into_a_bare_repository(tmp_path: Path) -> None:
    store = tmp_path / "stores" / "git+a_words"
    subprocess.run(["git", "init", "--quiet", "--bare", os.fspath(store)], check=True)
    before = sorted(store.iterdir())
    with pytest.raises(ValueError, match="is a bare repository"):
        false_alarms.as_repository(tmp_path / "final" / store.name, store.parent)
    assert sorted(store.iterdir()) == before


def test_repositories_are_fetched_from_a_folder_of_clones(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    repository, commit = committed(tmp_path / "r", {"a.json": DATA})
    bare(repository, tmp_path / "clones" / "o+n")
    manifest = tmp_path / "list.toml"
    manifest.write_text(f'[development]\ngit = ["o/n {commit}"]\n[final]\ngit = ["o/n {"1" * 40}"]\n')
    arguments = [str(tmp_path / "out"), "--git", str(tmp_path / "clones"), "--manifest", str(manifest)]
    assert fetch_healthy.main([*arguments, "--set", "development"]) == 0
    assert files_of(tmp_path / "out" / "development") == {"git+o_n/a.json"}
    assert fetch_healthy.main(arguments) == 1
    assert "final git+o_n: NOT FETCHED" in capsys.readouterr().out
    assert not (tmp_path / "out" / "final" / "git+o_n").exists()


@pytest.fixture
def history(tmp_path: Path) -> Path:
    """A tree whose history has an accident that was mended, one that an attribute allowed, and a merge."""
    repository = Repository(tmp_path / "r")
    steps: list[dict[str, str | None]] = [
        {"a.json": DATA, ".gitattributes": "x/*.json -langdetect\n"},
        {"b.json": PAGE, "x/page.json": PAGE},
        {"b.json": DATA, ".gitattributes": None},
        {"x/page.json": PAGE + "\n"},
        {"x/page.json": None},
    ]
    for files in steps:
        for name, content in files.items():
            if content is None:
                repository.git("rm", "--quiet", name)
            else:
                repository.stage(name, content)
        repository.commit()
    repository.git("checkout", "--quiet", "-b", "side", "HEAD~1")
    repository.stage("c.json", DATA)
    repository.commit()
    repository.git("merge", "--quiet", "--no-edit", "main")
    return kept(repository, repository.git("rev-parse", "HEAD").stdout.strip(), tmp_path)


def outcomes(tree: Path, most: int = 200) -> list[tuple[int, list[str]]]:
    found = replay.replay(git_repositories.store_of(tree), model(), most)
    return [(outcome.files, [f"{one.path} {one.rule}" for one in outcome.findings]) for outcome in found]


def test_commits_are_replayed_as_the_hook_met_them(history: Path) -> None:
    """What a commit deletes is not checked, nor what `.gitattributes` allowed at that moment."""
    assert sorted(outcomes(history)) == [
        (1, []),
        (1, []),
        (1, ["x/page.json LD003"]),
        (2, []),
        (2, ["b.json LD003"]),
    ]


def test_only_the_last_commits_are_replayed(history: Path) -> None:
    assert len(outcomes(history, 3)) == 2  # one of the three only deletes


def test_the_end_of_a_shallow_history_is_no_commit_that_adds_everything(history: Path) -> None:
    store = git_repositories.store_of(history)
    steps = list(replay.steps(store, 200))
    (store / "shallow").write_text(f"{steps[-2].commit}\n")
    assert [step.commit for step in replay.steps(store, 200)] == [step.commit for step in steps[:-2]]


def test_an_import_is_left_out(history: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(replay, "MOST_FILES", 1)
    assert sorted(outcomes(history)) == [(1, []), (1, []), (1, ["x/page.json LD003"])]


def test_the_table_has_each_column(history: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (history / "mine.json").write_text(PAGE)
    adjudication = tmp_path / "read.tsv"
    adjudication.write_text("git+o_n/b.json\tLD003\twrong-name\tan error page\n")
    arguments = ["--repositories", str(tmp_path / "repositories"), "--commits", "--adjudication", str(adjudication)]
    output, unread = tmp_path / "result.json", tmp_path / "unread.tsv"
    written = ["--output", str(output), "--unread", str(unread)]
    assert false_alarms.main([str(tmp_path), *arguments, *written]) == 0
    columns = json.loads(output.read_text())["columns"]
    assert list(columns) == ["git repositories", "their files as plain folders", "commit by commit"]
    repositories, folders, commits = columns.values()
    assert (repositories["files"], repositories["projects_with_a_false_alarm"]) == (3, 0)
    assert (folders["files"], folders["unread"], folders["projects_with_a_false_alarm"]) == (4, 1, 1)
    assert (commits["commits"], commits["wrong_names"], commits["unread"]) == (5, 1, 1)
    assert commits["false_alarms_per_1000_commits"] == 200
    assert unread.read_text().splitlines()[0].startswith("git+o_n/mine.json\tLD003\t\t")
    table = capsys.readouterr().out
    assert "| projects with a false alarm " in table and "| 1 (100.0%) " in table


def test_a_sample_is_by_digest_and_the_same_each_time() -> None:
    projects = [Path(f"/x/git+{n}") for n in range(10)]
    assert false_alarms.sample(projects, 3) == false_alarms.sample(projects[::-1], 3)
    assert len(false_alarms.sample(projects, 3)) == 4


def test_no_repository_of_the_lists_is_in_the_corpus() -> None:
    listed = fetch_healthy.read_manifest(fetch_healthy.REPOSITORIES)
    learned = load_manifest(CHECKOUT / "model_assets" / "corpus_git.toml").sources
    owners = {source.name.partition("/")[0].lower() for source in learned}
    assert len({project.name.lower() for project in listed}) == len(listed) > 300
    assert owners.isdisjoint(project.name.partition("/")[0].lower() for project in listed)
    assert {project.set for project in listed} == set(fetch_healthy.SETS)
