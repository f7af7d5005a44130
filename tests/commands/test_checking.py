"""`check` with a configuration, a baseline, a range of commits and an output, and `baseline`, as a user meets them."""

from __future__ import annotations

import os
import subprocess

import pytest

from langdetect_hook.cli import main
from langdetect_hook.configuration import BASELINE
from langdetect_hook.failure import Failure
from tests.conftest import Repository

PYTHON = """\
import os


def main():
    for name in os.listdir("."):
        print(name)


if __name__ == "__main__":
    main()
"""
JPEG = b"\xff\xd8\xff\xe0\0\x10JFIF\0\1\1" + bytes(100)


def ran(capsys, *arguments):
    status = main(list(arguments))
    out, err = capsys.readouterr()
    return status, out, err


def found(capsys, *arguments):
    """The (path, rule) of each finding of a check."""
    _, out, _ = ran(capsys, "check", *arguments)
    lines = [line.split(":1:1: ") for line in out.splitlines() if ":1:1: " in line]
    return [(path, rest.split(" ")[0]) for path, rest in lines]


@pytest.fixture
def wrong(repository: Repository) -> Repository:
    """A repository in which three files are not what their names say."""
    repository.write("deploy.sh", PYTHON)
    repository.write("img/a.png", JPEG)
    repository.write("img/ü % b.png", JPEG)
    repository.write("fine.py", PYTHON)
    repository.git("add", ".")
    return repository


def test_the_configuration_counts_in_every_form_of_check(wrong, capsys):
    ignores = "per-file-ignores = {'*.sh' = ['LD001']}"
    wrong.write("pyproject.toml", f"[tool.langdetect-hook]\nexclude = ['img/ü*']\n{ignores}\n")
    for arguments in (
        ["--all"],
        ["--staged"],
        [],
        ["."],
        ["deploy.sh", "img/a.png", "img/ü % b.png"],
        ["--all", "--jobs", "2"],
    ):
        assert found(capsys, *arguments) == [("img/a.png", "LD008")], arguments
    assert len(found(capsys, "--all", "--isolated")) == 3
    assert found(capsys, "--all", "--exclude", "img/") == []
    wrong.write("other.toml", "max-bytes = 50\n")
    assert found(capsys, "--all", "--config", "other.toml") == []


def test_names_and_accepted_languages_are_those_of_the_configuration(repository, capsys):
    repository.write("tool.tpl", PYTHON)
    repository.write("tool.sh", PYTHON)
    assert found(capsys, ".") == [("tool.sh", "LD001")]
    repository.write(".langdetect-hook.toml", "[names]\n'.tpl' = 'HTML'\n[accepts]\nShell = ['Python']\n")
    assert found(capsys, ".") == [("tool.tpl", "LD001")]
    _, out, _ = ran(capsys, "explain", "tool.tpl")
    assert "HTML, by .tpl" in out and "the configuration says so" in out
    repository.write(".langdetect-hook.toml", "[names]\n'tool.sh' = []\n'.tpl' = 'Python'\n")
    assert found(capsys, ".") == []


def test_a_large_run_hands_the_configuration_to_its_processes(repository, capsys):
    for number in range(420):
        repository.write(f"{number:03}.sh" if number % 100 == 0 else f"{number:03}.py", PYTHON)
    repository.write(".langdetect-hook.toml", "exclude = ['1*']\naccepts = {Shell = ['Perl']}\n")
    expected = [(f"{number:03}.sh", "LD001") for number in (0, 200, 300, 400)]
    assert found(capsys, "--jobs", "2", ".") == expected


def test_a_wrong_configuration_stops_the_run_with_one_sentence(wrong, capsys, monkeypatch):
    monkeypatch.delenv("LANGDETECT_HOOK_TRACEBACK")
    wrong.write(".langdetect-hook.toml", "exclud = []\n")
    for arguments in (["check", "fine.py"], ["check", "--all"], ["baseline"], ["config"], ["explain", "fine.py"]):
        status, out, err = ran(capsys, *arguments)
        assert (status, out) == (2, "")
        assert err == "langdetect-hook: .langdetect-hook.toml:1: there is no key 'exclud'; did you mean 'exclude'?\n"


def test_after_a_baseline_only_what_is_new_fails(wrong, capsys):
    status, out, _ = ran(capsys, "baseline")
    assert (status, out) == (0, f"3 findings are known in {BASELINE}\n")
    assert ran(capsys, "check", "--all") == (0, "", "")
    assert ran(capsys, "check", "deploy.sh") == (0, "", "")
    assert len(found(capsys, "--all", "--no-baseline")) == 3
    wrong.write("img/new.png", JPEG)
    assert found(capsys, ".") == [("img/new.png", "LD008")]
    wrong.write("img/a.png", JPEG + b"changed")
    assert found(capsys, ".") == [("img/a.png", "LD008"), ("img/new.png", "LD008")]
    os.remove(wrong.path / "img/new.png")
    os.remove(wrong.path / "deploy.sh")
    _, _, err = ran(capsys, "check", "--all")
    assert err == (
        f"langdetect-hook: 2 entries are stale in {BASELINE} (deploy.sh, img/a.png): langdetect-hook baseline --prune\n"
    )
    assert ran(capsys, "baseline", "--prune") == (0, f"1 finding is known in {BASELINE}, 2 dropped\n", "")
    assert found(capsys, "--all") == [("img/a.png", "LD008")]


def test_a_part_of_the_files_leaves_the_rest_of_the_baseline_alone(wrong, capsys):
    ran(capsys, "baseline")
    wrong.write("img/c.png", JPEG)
    os.remove(wrong.path / "deploy.sh")
    assert ran(capsys, "baseline", "img") == (0, f"4 findings are known in {BASELINE}\n", "")
    wrong.git("add", ".")
    assert ran(capsys, "baseline") == (0, f"3 findings are known in {BASELINE}, 1 dropped\n", "")


def test_a_baseline_of_a_clean_repository_is_not_written(repository, capsys):
    repository.write("a.py", PYTHON)
    repository.git("add", ".")
    assert ran(capsys, "baseline") == (0, "nothing found: no baseline is needed\n", "")
    assert not (repository.path / BASELINE).exists()


def test_the_baseline_works_from_a_folder_below_and_under_another_name(wrong, capsys, monkeypatch):
    wrong.write(".langdetect-hook.toml", "baseline = 'tools/known.txt'\n")
    (wrong.path / "tools").mkdir()
    assert ran(capsys, "baseline")[1] == "3 findings are known in tools/known.txt\n"
    monkeypatch.chdir(wrong.path / "img")
    assert ran(capsys, "check", "a.png") == (0, "", "")
    assert ran(capsys, "check", "--all") == (0, "", "")


def test_since_is_what_a_branch_has_changed_as_it_was_committed(wrong, capsys):
    wrong.git("commit", "-qm", "old")
    wrong.git("branch", "trunk")
    wrong.write("new.sh", PYTHON)
    wrong.write("img/ü % b.png", JPEG + b"again")
    wrong.git("add", ".")
    wrong.git("commit", "-qm", "new")
    wrong.write("new.sh", "echo not committed\n")
    wrong.write("worse.sh", PYTHON)
    wrong.git("add", "worse.sh")
    assert found(capsys, "--since", "trunk") == [("img/ü % b.png", "LD008"), ("new.sh", "LD001")]
    assert found(capsys, "--since", "HEAD") == []


@pytest.mark.parametrize("reference", ["none", "-x", "--upload-pack=x", "trunk:deploy.sh", ""])
def test_since_what_is_not_there_is_one_sentence(wrong, reference):
    wrong.git("commit", "-qm", "old")
    wrong.git("branch", "trunk")
    with pytest.raises(Failure, match="there is no such commit here"):
        main(["check", f"--since={reference}"])


def test_since_without_a_common_commit_says_what_to_do(wrong, tmp_path, monkeypatch):
    for name in ("one", "two", "three"):
        wrong.git("commit", "--allow-empty", "-qm", name)
    wrong.git("checkout", "-q", "-b", "side", "HEAD~1")
    wrong.git("commit", "--allow-empty", "-qm", "side")
    clone = tmp_path / "clone"
    subprocess.run(
        ["git", "clone", "-q", "--depth=1", "--no-single-branch", f"file://{wrong.path}", str(clone)], check=True
    )
    monkeypatch.chdir(clone)
    with pytest.raises(Failure, match="git fetch --unshallow"):
        main(["check", "--since", "origin/main"])


def test_since_outside_a_repository(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(Failure, match="--since needs a git"):
        main(["check", "--since", "main"])
    with pytest.raises(Failure, match="--since takes no paths"):
        main(["check", "--since", "main", "a.py"])


def test_the_output_is_written_whole_or_not_at_all(wrong, capsys):
    _, out, _ = ran(capsys, "check", "--all", "--format", "jsonl")
    assert ran(capsys, "check", "--all", "--format", "jsonl", "--output", "report.jsonl") == (1, "", "")
    assert (wrong.path / "report.jsonl").read_text(encoding="utf-8") == out
    with pytest.raises(Failure, match=r"missing/report cannot be written: no such file"):
        main(["check", "--all", "--output", "missing/report"])
    wrong.write("broken/model.tsv", "nothing")
    with pytest.raises(Failure, match="model assets"):
        main(["check", "--all", "--assets", "broken", "--output", "report.jsonl"])
    assert (wrong.path / "report.jsonl").read_text(encoding="utf-8") == out


def test_statistics_are_numbers_by_rule_and_folder(wrong, capsys):
    for number in range(12):
        wrong.write(f"a/b/{number}/x.png", JPEG)
    assert ran(capsys, "check", ".", "--statistics") == (
        1,
        "      12  LD008  a/b/\n       2  LD008  img/\n       1  LD001  ./\n      15  findings in 15 files\n",
        "",
    )
    with pytest.raises(Failure, match="leave --format out"):
        main(["check", ".", "--statistics", "--format", "json"])


def test_config_prints_what_can_be_read_again_with_its_sources(repository, capsys):
    repository.write("setup.cfg", '[langdetect-hook]\nexclude = a b/, "q"\nnames =\n    .tpl = HTML\nmax-bytes = 5\n')
    _, out, _ = ran(capsys, "config")
    assert "max-bytes = 5  # setup.cfg\n" in out and "select = []  # default\n" in out
    os.remove(repository.path / "setup.cfg")
    keys = ("exclude", "names", "max-bytes", "select", "ignore")
    said = [line.partition("  #")[0] for line in out.splitlines() if line.startswith(keys)]
    repository.write(".langdetect-hook.toml", "\n".join(said))
    _, again, _ = ran(capsys, "config")
    assert said == [line.partition("  #")[0] for line in again.splitlines() if line.startswith(keys)]
