"""What a stranger's repository names to be run is not run: canaries, planted wherever git would look for a command. The
long form, each of them alone with each command, is `python -m tests.attacks.repositories`."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from langdetect_hook.cli import main
from langdetect_hook.files import git, git_process
from tests.accidents import HTML, PYTHON
from tests.attacks import hostile_git, repositories
from tests.conftest import CHECKOUT, Repository

SQL = "SELECT name, age FROM users WHERE age > 30 ORDER BY name;\nUPDATE users SET age = 31 WHERE name = 'x';\n" * 9

CANARIES = """
[core]
\tbare = false
\tworktree = {work_tree}
\tfsmonitor = {script} fsmonitor
\tsshCommand = {script} sshCommand
\tgitProxy = {script} gitProxy
\talternateRefsCommand = {script} alternateRefsCommand
\thooksPath = {hooks}
\tpager = {script} pager
\taskPass = {script} askPass
[extensions]
\tpartialClone = origin
[remote "origin"]
\turl = {url}
\tpromisor = true
\tuploadpack = {script} uploadpack
[protocol]
\tallow = always
[protocol "ext"]
\tallow = always
[protocol "ssh"]
\tallow = always
[protocol "file"]
\tallow = always
[filter "canary"]
\tprocess = {script} process
\tclean = {script} clean
\tsmudge = {script} smudge
\trequired = true
[diff]
\texternal = {script} external
[diff "canary"]
\ttextconv = {script} textconv
\tcommand = {script} command
[credential]
\thelper = !{script} credential
[include]
\tpath = {included}
"""
HOOKS = ("fsmonitor-watchman", "post-checkout", "post-index-change", "pre-auto-gc", "query-watchman")
SSH, EXT, LOCAL = "ssh://host/path", "ext::{script} ext", "{folder}"
URLS = [
    SSH,
    *(
        pytest.param(url, marks=pytest.mark.slow)
        for url in (EXT, LOCAL, "git://host/path", "https://host.invalid/path")
    ),
]

COMMANDS = (
    ("check", "{data}/users.json"),
    ("check", "{data}/users.json", "{data}/page.py", "{data}/query.go"),
    ("check", "."),
    ("check", "{data}"),
    ("check", "--all"),
    ("check", "--staged"),
    ("explain", "{data}/users.json"),
    ("explain", "{data}/query.go"),
    ("classify", "{data}"),
    ("classify", "{data}/users.json"),
)
FOLDERS = (".", "data", "data/refs/heads")


class Canaries:
    """A script that leaves a file wherever it is run, and the configuration that names it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.sung = folder / "sung"
        self.sung.mkdir(parents=True)
        (folder / "hooks").mkdir()
        script = f'#!/bin/sh\ntouch "{self.sung}/${{1:-$(basename "$0")}}"\nexit 1\n'
        for path in (folder / "canary", *(folder / "hooks" / name for name in HOOKS)):
            path.write_text(script)
            path.chmod(0o755)
        (folder / "included").write_text(f"[core]\n\tfsmonitor = {folder}/canary included\n")

    def plant(self, configuration: Path, work_tree: str, url: str) -> None:
        names = {"script": self.folder / "canary", "hooks": self.folder / "hooks", "folder": self.folder / "remote"}
        written = CANARIES.format(
            **names, work_tree=work_tree, url=url.format(**names), included=self.folder / "included"
        )
        configuration.write_text("[core]\n\trepositoryformatversion = 1\n" + written)

    def singing(self) -> set[str]:
        names = {path.name for path in self.sung.iterdir()}
        for name in names:
            (self.sung / name).unlink()
        return names


@pytest.fixture
def canaries(tmp_path: Path) -> Canaries:
    return Canaries(tmp_path / "canaries")


def planted(made: Repository) -> Repository:
    """A repository whose commit names blobs that it lacks, under names and with contents that are found fault with."""
    for number in range(4):
        made.stage(f"query{number}.go", f"-- {number}\n{SQL}")
        made.stage(f"users{number}.json", f"-- users {number}\n{SQL}")
    made.stage(".gitattributes", "* filter=canary diff=canary\n")
    made.commit()
    for number in range(4):
        for name in (f"query{number}.go", f"users{number}.json"):
            blob = made.git("rev-parse", f"HEAD:{name}").stdout.strip()
            path = made.path / ".git" / "objects" / blob[:2] / blob[2:]
            path.chmod(0o600)
            path.unlink()
            (made.path / name).unlink()
    made.write("users.json", SQL)
    made.write("query.go", SQL)
    made.write("page.py", HTML)
    return made


def embed(repository: Repository, tmp_path: Path) -> Path:
    """The folder `data`, tracked, which is a repository to git."""
    inner = planted(Repository(tmp_path / "inner"))
    data = repository.path / "data"
    shutil.copytree(inner.path, data, ignore=lambda *_: [".git"])
    shutil.copytree(inner.path / ".git", data, dirs_exist_ok=True)
    repository.stage("other/healthy.py", PYTHON)
    repository.git("add", "--all")
    return data


def everything(repository: Repository, folders: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> dict:
    """What each command says in each folder, without what `data/HEAD` itself is taken for."""
    answers = {}
    for folder in folders:
        data = os.path.relpath("data", folder)
        for arguments in COMMANDS:
            os.chdir(repository.path / folder)
            status = main([argument.format(data=data) for argument in arguments])
            git.end_shared_processes()
            answers[(folder, *arguments)] = status, *map(without_head, capsys.readouterr())
            os.chdir(repository.path)
    return answers


def without_head(text: str) -> str:
    return "".join(line for line in text.splitlines(keepends=True) if "HEAD" not in line)


@pytest.fixture(params=["this git", "an older git"])
def any_git(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """A git that knows neither of the settings that came last must be as safe."""
    if request.param == "an older git":
        settings = [setting for setting in git_process.SETTINGS if not setting.startswith("safe.")]
        monkeypatch.setattr(git_process, "SETTINGS", tuple(settings))
        monkeypatch.delitem(git_process.ENVIRONMENT, "GIT_NO_LAZY_FETCH")


@pytest.mark.parametrize("url", URLS)
def test_a_repository_in_a_tracked_folder_is_a_folder(repository, tmp_path, canaries, capsys, url, any_git):
    data = embed(repository, tmp_path)
    canaries.plant(data / "config", ".", url)
    head = (data / "HEAD").read_text()
    (data / "HEAD").write_text("no repository\n")
    before = everything(repository, FOLDERS, capsys)
    assert "LD001" in before[".", "check", "--staged"][1] and "LD003" in before[".", "check", "--staged"][1]
    (data / "HEAD").write_text(head)
    after = everything(repository, FOLDERS, capsys)
    assert canaries.singing() == set()
    assert after == before


def test_the_canaries_sing_where_git_is_asked_plainly(repository, tmp_path, canaries):
    data = embed(repository, tmp_path)
    canaries.plant(data / "config", ".", SSH)
    subprocess.run(["git", "status"], cwd=data, capture_output=True)
    subprocess.run(["git", "cat-file", "-p", "HEAD:query0.go"], cwd=data, capture_output=True)
    assert {"included", "sshCommand"} <= canaries.singing()


def test_the_plain_hook_runs_nothing(repository, tmp_path, canaries, monkeypatch):
    data = embed(repository, tmp_path)
    canaries.plant(data / "config", ".", SSH)
    monkeypatch.setenv("PYTHONPATH", str(CHECKOUT))
    monkeypatch.setenv("PATH", f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    shutil.copy(CHECKOUT / "hooks" / "pre-commit", repository.path / ".git" / "hooks" / "pre-commit")
    commit = repository.commit(check=False)
    assert commit.returncode == 1
    assert "data/users.json:1:1: LD001" in commit.stdout + commit.stderr
    assert canaries.singing() == set()


@pytest.mark.parametrize("url", URLS)
def test_nothing_that_a_nested_repository_names_is_run(repository, tmp_path, canaries, capsys, url, any_git):
    """One with a `.git`, as it may come out of an archive: git would trust its configuration."""
    inner = planted(Repository(repository.path / "data"))
    (inner.path / "other").mkdir()
    inner.git("add", "users.json", "query.go", "page.py")
    repository.stage("other/healthy.py", PYTHON)
    folders = (".", "data", "data/other")
    before = everything(repository, folders, capsys)
    canaries.plant(inner.path / ".git" / "config", "..", url)
    after = everything(repository, folders, capsys)
    assert canaries.singing() == set()
    assert after == before
    assert "LD001" in before["data", "check", "--staged"][1]


LATER_COMMANDS = (
    ("check", "--since", "HEAD"),
    ("check", "--fix", "--dry-run", "--all"),
    ("check", "--fix", "{data}/users.json", "{data}/query.go", "{data}/page.py"),
    ("check", "--fix", "--all"),
    ("baseline",),
    ("baseline", "--prune"),
    ("config",),
)


def singing_at_later_commands(repository: Repository, folders: tuple[str, ...], canaries: Canaries) -> list[object]:
    """The commands at which a canary sings, each with its folder."""
    heard: list[object] = []
    for folder in folders:
        os.chdir(repository.path / folder)
        for arguments in LATER_COMMANDS:
            data = os.path.relpath(repository.path / "data")
            main([argument.format(data=data) for argument in arguments])
            git.end_shared_processes()
            heard += [(folder, arguments, name) for name in canaries.singing()]
        os.chdir(repository.path)
    return heard


def test_what_renames_and_writes_runs_nothing_of_a_tracked_folder(
    repository, tmp_path, canaries, capsys, any_git, monkeypatch
):
    repository.stage("first.py", PYTHON)
    repository.commit()
    data = embed(repository, tmp_path)
    repository.commit()
    canaries.plant(data / "config", ".", SSH)
    monkeypatch.delenv("LANGDETECT_HOOK_TRACEBACK")
    assert singing_at_later_commands(repository, (".", "data"), canaries) == []
    assert "\nrenamed: data/query.go -> data/query.sql" in "\n" + capsys.readouterr().out


def test_what_renames_and_writes_runs_nothing_of_a_nested_repository(
    repository, canaries, capsys, any_git, monkeypatch
):
    inner = planted(Repository(repository.path / "data"))
    inner.git("add", "users.json", "query.go", "page.py")
    canaries.plant(inner.path / ".git" / "config", "..", SSH)
    monkeypatch.delenv("LANGDETECT_HOOK_TRACEBACK")
    assert singing_at_later_commands(repository, (".", "data"), canaries) == []
    assert "\nrenamed: data/query.go -> data/query.sql" in "\n" + capsys.readouterr().out


@pytest.mark.parametrize("where", ["in .git/config", "behind a .git file"])
def test_no_kind_of_configuration_runs_a_command(where, tmp_path, monkeypatch):
    """All that git has, at once, and the variables that name commands: each command finds what it should."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "stdin", sys.stdin)
    monkeypatch.delenv("LANGDETECT_HOOK_TRACEBACK")
    attack = repositories.Attack(tmp_path)
    monkeypatch.setenv("PATH", hostile_git.with_programs_of(attack.canaries))
    for name, value in hostile_git.VARIABLES.items():
        monkeypatch.setenv(name, attack.canaries.filled(value, "variables"))
    together = [kind for kind in hostile_git.KINDS if kind not in hostile_git.ALONE]
    plant = dict(repositories.places(attack.canaries, *together))[where]
    statuses, heard = attack.at_each_command(plant)
    assert heard == set() and 2 not in statuses and statuses.count(1) >= 10
