"""`check --fix`: what is renamed, what is not, and that nothing else changes."""

from __future__ import annotations

import os
import subprocess

import pytest

from langdetect_hook.cli import main
from langdetect_hook.failure import Failure
from langdetect_hook.files import renaming
from tests.commands.test_checking import JPEG, PYTHON, ran
from tests.conftest import Repository
from tests.kills import killed_at_each_step


@pytest.fixture
def wrong(repository: Repository) -> Repository:
    """Files that have the wrong name, in a repository that mentions two of them."""
    repository.write("deploy.sh", PYTHON)
    for name in ("a.png", "ü % b.png", "-c.png", "taken.png"):
        repository.write(f"img/{name}", JPEG)
    repository.write("img/TAKEN.JPG", JPEG)
    repository.write("ci.yml", "run: sh deploy.sh\nimage: img/a.png\n")
    repository.git("add", ".")
    repository.write("img/untracked.png", JPEG)
    return repository


TOLD = """\
{0}: deploy.sh -> deploy.py (looks like Python (99.9%), expected a shell script)
    mentioned in ci.yml
{0}: img/-c.png -> img/-c.jpg (looks like a JPEG image, expected PNG)
{0}: img/a.png -> img/a.jpg (looks like a JPEG image, expected PNG)
    mentioned in ci.yml
not renamed: img/taken.png -> img/taken.jpg: there is TAKEN.JPG
{0}: img/untracked.png -> img/untracked.jpg (looks like a JPEG image, expected PNG)
{0}: img/ü % b.png -> img/ü % b.jpg (looks like a JPEG image, expected PNG)
"""


def names(repository):
    folders = filter(os.path.isdir, (repository.path, repository.path / "img"))
    return sorted(name for folder in folders for name in os.listdir(folder) if name not in (".git", "img"))


def test_a_dry_run_tells_and_changes_nothing(wrong, capsys):
    before = names(wrong), wrong.git("status", "--porcelain").stdout
    assert ran(capsys, "check", "--fix", "--dry-run", ".") == (1, TOLD.format("would rename"), "")
    assert (names(wrong), wrong.git("status", "--porcelain").stdout) == before


def test_what_is_known_is_renamed_in_the_index_too_and_passes_then(wrong, capsys):
    assert ran(capsys, "check", "--fix", ".") == (1, TOLD.format("renamed"), "")
    assert names(wrong) == sorted(
        ["-c.jpg", "TAKEN.JPG", "a.jpg", "ci.yml", "deploy.py", "taken.png", "untracked.jpg", "ü % b.jpg"]
    )
    tracked = wrong.git("ls-files", "-z").stdout.split("\0")
    assert {"deploy.py", "img/a.jpg", "img/-c.jpg", "img/ü % b.jpg"} <= set(tracked)
    assert "img/untracked.jpg" not in tracked and "deploy.sh" not in tracked
    assert (wrong.path / "ci.yml").read_text() == "run: sh deploy.sh\nimage: img/a.png\n"
    os.remove(wrong.path / "img/taken.png")
    assert ran(capsys, "check", "--fix", ".") == (0, "", "")


def test_from_a_folder_below_and_of_another_repository(wrong, capsys, monkeypatch, tmp_path):
    monkeypatch.chdir(wrong.path / "img")
    assert ran(capsys, "check", "--fix", "a.png")[0] == 1
    monkeypatch.chdir(tmp_path)
    assert ran(capsys, "check", "--fix", f"{wrong.path}/deploy.sh")[0] == 1
    assert {"deploy.py", "img/a.jpg"} <= set(wrong.git("ls-files", "-z").stdout.split("\0"))


def test_what_is_no_question_of_the_name_is_told_as_ever(repository, capsys):
    page = "<!DOCTYPE html>\n<html><head><title>404 Not Found</title></head><body>nothing</body></html>\n"
    repository.write("data.json", page)
    repository.write("main.go", "<<<<<<< ours\npackage a\n=======\npackage b\n>>>>>>> theirs\n")
    plain = ran(capsys, "check", ".")[1]
    status, out, _ = ran(capsys, "check", "--fix", ".")
    assert status == 1 and names(repository) == ["data.json", "main.go"]
    assert out.splitlines() == [line for line in plain.splitlines() if line.startswith(("data", "main", "    "))]


def test_what_the_baseline_knows_keeps_its_name(wrong, capsys):
    ran(capsys, "baseline", ".")
    assert ran(capsys, "check", "--fix", ".") == (0, "", "")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--fix"], "renames files of the working tree"),
        (["--fix", "--staged"], "renames files of the working tree"),
        (["--fix", "--since", "HEAD"], "renames files of the working tree"),
        (["--fix", "-", "--stdin-filename", "a.png"], "renames files of the working tree"),
        (["--dry-run", "."], "--dry-run needs --fix"),
        (["--fix", ".", "--format", "json"], "leave --format"),
    ],
)
def test_wrong_usage_is_one_sentence(wrong, arguments, words):
    with pytest.raises(Failure, match=words):
        main(["check", *arguments])


def test_pre_commit_must_ask_for_it_by_its_own_hook(wrong, capsys, monkeypatch):
    monkeypatch.setenv("PRE_COMMIT", "1")
    with pytest.raises(Failure, match="use the hook langdetect-hook-fix"):
        main(["check", "--fix", "img/a.png"])
    assert ran(capsys, "check", "--fix", "--in-hook", "--", "img/a.png")[0] == 1
    assert (wrong.path / "img/a.jpg").exists()


def test_a_dry_run_promises_a_name_once(repository, capsys):
    repository.stage("a.png", JPEG)
    repository.stage("a.gif", JPEG)
    status, out, _ = ran(capsys, "check", "--fix", "--dry-run", "--all")
    assert status == 1 and out.count("would rename: ") == 1
    assert "not renamed: a.png -> a.jpg: a.gif would have that name\n" in out
    status, out, _ = ran(capsys, "check", "--fix", "--all")
    assert status == 1 and out.count("renamed: a.gif") == 1 and "not renamed: a.png -> a.jpg: there is a.jpg\n" in out
    assert repository.git("ls-files").stdout.split() == ["a.jpg", "a.png"]


@pytest.mark.parametrize("tracked", [True, False])
@pytest.mark.parametrize("links", [True, False])
def test_a_file_that_appears_meanwhile_is_not_overwritten(tracked, links, repository, capsys, monkeypatch):
    repository.write("a.png", JPEG)
    if tracked:
        repository.git("add", "a.png")
    listed = os.listdir

    def late(folder):
        names = listed(folder)
        (repository.path / "a.jpg").write_text("mine")
        return names

    monkeypatch.setattr(os, "listdir", late)
    if not links:
        monkeypatch.setattr(os, "link", lambda *_, **__: (_ for _ in ()).throw(PermissionError(1, "no links here")))
    status, out, _ = ran(capsys, "check", "--fix", "a.png")
    assert status == 1 and out.startswith("not renamed: a.png -> a.jpg: ")
    assert (repository.path / "a.jpg").read_text() == "mine"
    assert (repository.path / "a.png").read_bytes() == JPEG
    assert repository.git("ls-files").stdout.split() == (["a.png"] if tracked else [])


def test_without_hard_links_it_is_renamed_all_the_same(repository, capsys, monkeypatch):
    repository.stage("a.png", JPEG)
    monkeypatch.setattr(os, "link", lambda *_, **__: (_ for _ in ()).throw(PermissionError(1, "no links here")))
    assert ran(capsys, "check", "--fix", "a.png")[1].startswith("renamed: a.png -> a.jpg")
    assert (repository.path / "a.jpg").read_bytes() == JPEG and not (repository.path / "a.png").exists()


def test_what_stops_git_stops_the_renaming(repository, capsys):
    """Locked, damaged, staged in part: one sentence, and the file and the index are as they were."""
    repository.stage("a.png", JPEG)
    index = repository.path / ".git" / "index"
    lock = repository.path / ".git" / "index.lock"
    lock.touch()
    assert "a.jpg: Unable to create" in ran(capsys, "check", "--fix", "a.png")[1]
    lock.unlink()
    before = index.read_bytes()
    index.write_bytes(b"DIRC damaged")
    assert ran(capsys, "check", "--fix", "a.png")[1].startswith("not renamed: a.png -> a.jpg: git ")
    index.write_bytes(before)
    repository.git("rm", "--cached", "--quiet", "a.png")
    repository.git("add", "--intent-to-add", "a.png")
    assert "git add it first" in ran(capsys, "check", "--fix", "a.png")[1]
    repository.git("add", "a.png")
    repository.stage("a.jpg", "x")
    (repository.path / "a.jpg").unlink()
    assert "git tracks a file of that name" in ran(capsys, "check", "--fix", "a.png")[1]
    assert repository.git("ls-files").stdout.split() == ["a.jpg", "a.png"]
    assert (repository.path / "a.png").read_bytes() == JPEG and not (repository.path / "a.jpg").exists()


def test_no_filter_is_run_and_a_change_that_is_not_staged_stays_so(repository, capsys):
    repository.stage("a.png", JPEG)
    repository.write("a.png", JPEG + b"changed")
    repository.write(".gitattributes", "* filter=canary\n")
    repository.git("config", "filter.canary.clean", "touch sung")
    assert ran(capsys, "check", "--fix", "a.png")[1].startswith("renamed: ")
    assert not (repository.path / "sung").exists()
    assert repository.git("show", ":a.jpg").stdout.encode("utf-8", "surrogateescape") == JPEG
    assert (repository.path / "a.jpg").read_bytes() == JPEG + b"changed"


@pytest.mark.parametrize("error", [FileExistsError(17, "File exists"), KeyboardInterrupt()])
def test_a_git_that_waits_for_the_renaming_leaves_no_lock(repository: Repository, capsys, monkeypatch, error) -> None:
    """It has one on the index by then: were it killed, each git after it would refuse to work."""
    repository.stage("a.png", JPEG)

    def fails(path: str, target: str) -> None:
        while not (repository.path / ".git" / "index.lock").exists():
            pass
        raise error

    with monkeypatch.context() as patched:
        patched.setattr(renaming, "rename_without_overwriting", fails)
        assert main(["check", "--fix", "."]) in (1, 130)
    assert not (repository.path / ".git" / "index.lock").exists()
    capsys.readouterr()
    assert ran(capsys, "check", "--fix", ".")[0] == 1
    assert repository.git("ls-files").stdout == "a.jpg\n"


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are killed in a fork")
def test_whenever_it_is_killed_a_file_has_the_old_name_or_the_new(repository: Repository, capsys) -> None:
    """In the work tree and in the index alike, but for one moment, and the next run finds nothing in its way."""
    seen = []

    def fix() -> None:
        assert main(["check", "--fix", "."]) == 1

    repository.stage("a.png", JPEG)
    more = [(subprocess.Popen, "communicate"), (renaming, "rename_without_overwriting")]
    for _ in killed_at_each_step(fix, more=more):
        names = os.listdir(repository.path)
        names.remove(".git")
        seen.append((*names, *repository.git("ls-files").stdout.split()))
        assert main(["check", "--fix", "."]) in (0, 1)
        assert "not renamed" not in capsys.readouterr().out
        assert (repository.path / "a.jpg").read_bytes() == JPEG
        repository.git("reset", "--quiet", "--hard")
        for name in ("a.jpg", "a.png"):
            repository.git("rm", "--quiet", "--force", "--ignore-unmatch", name)
            (repository.path / name).unlink(missing_ok=True)
        repository.stage("a.png", JPEG)
    whole = {("a.png", "a.png"), ("a.jpg", "a.jpg")}
    assert set(seen) >= whole and len([one for one in seen if one not in whole]) <= 1, seen
    assert repository.git("status", "--porcelain").stdout == "A  a.jpg\n"
