"""What several test modules need: a real repository, this checkout published, a stand-in for the model."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections import namedtuple
from collections.abc import Iterator
from pathlib import Path

import pytest

from langdetect_hook import commands
from langdetect_hook.commands import classify

CHECKOUT = Path(__file__).resolve().parent.parent

# Variables of the user's environment that would change what git and the tool do.
FOREIGN_VARIABLES = ("GIT_", "LANGDETECT_HOOK_", "PREK", "PRE_COMMIT", "SKIP")
# What the tools leave in a checkout.
UNTRACKED = {".mypy_cache", ".pytest_cache", ".ruff_cache", ".venv", ".venv-lowest", "__pycache__", "build", "dist"}

FIELDS = "path verdict rule line reason expected predicted probability message advice digest excuse refused"
VerdictRow = namedtuple("VerdictRow", FIELDS, defaults=[*[None] * 11, ()])


@pytest.fixture(autouse=True)
def own_environment(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """No test sees, or changes, the configuration of whoever runs it."""
    for name in list(os.environ):
        if name.startswith(FOREIGN_VARIABLES):
            monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(_git_configuration(tmp_path_factory)))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    # An error that `main` would put in one sentence is a traceback in a test, unless the test is about it.
    monkeypatch.setenv("LANGDETECT_HOOK_TRACEBACK", "1")


@pytest.fixture(autouse=True)
def no_shared_processes() -> Iterator[None]:
    """No test talks to the git of another one, whose repository may have stood in the same place."""
    yield
    if "langdetect_hook.files.git" in sys.modules:
        sys.modules["langdetect_hook.files.git"].end_shared_processes()


def _git_configuration(factory: pytest.TempPathFactory) -> Path:
    path = factory.getbasetemp() / "gitconfig"
    if not path.exists():
        path.write_text(
            "[user]\n\tname = Test\n\temail = test@example.org\n[init]\n\tdefaultBranch = main\n"
            '[protocol "file"]\n\tallow = always\n'
        )
    return path


class Repository:
    """A git repository to write to, stage in and commit in."""

    def __init__(self, path: Path) -> None:
        self.path = path
        path.mkdir(parents=True, exist_ok=True)
        self.git("init", "--quiet")

    def git(self, *arguments: str | bytes, check: bool = True) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["git", *arguments],
            cwd=self.path,
            check=check,
            capture_output=True,
            text=True,
            errors="surrogateescape",
        )

    def write(self, name: str, content: str | bytes = "") -> Path:
        path = self.path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    def stage(self, name: str, content: str | bytes = "") -> Path:
        path = self.write(name, content)
        self.git("add", "--force", "--", name)
        return path

    def commit(self, *arguments: str, check: bool = True) -> subprocess.CompletedProcess[str]:
        return self.git("commit", "--quiet", "--message", "a commit", *arguments, check=check)


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """An empty repository, which is the current folder."""
    made = Repository(tmp_path / "repository")
    monkeypatch.chdir(made.path)
    return made


def files_of_the_checkout() -> list[str]:
    """The files of this checkout as they are now, tracked or not yet; those of an unpacked source distribution."""
    if not (CHECKOUT / ".git").exists():
        paths = [path.relative_to(CHECKOUT) for path in CHECKOUT.rglob("*") if path.is_file()]
        return sorted(path.as_posix() for path in paths if not UNTRACKED.intersection(path.parts))
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listing = subprocess.run(command, cwd=CHECKOUT, capture_output=True, check=True).stdout
    return [name for name in os.fsdecode(listing).split("\0") if name and (CHECKOUT / name).is_file()]


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    """This checkout, as it is now, as the repository that a user's configuration names."""
    published = Repository(tmp_path_factory.mktemp("published") / "langdetect-hook")
    for name in files_of_the_checkout():
        if not name.startswith("tests/"):
            (published.path / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(CHECKOUT / name, published.path / name)
    published.git("add", "--all")
    published.git("config", "user.name", "Test")  # session fixtures come before own_environment
    published.git("config", "user.email", "test@example.org")
    published.commit()
    return published


@pytest.fixture
def stand_in(monkeypatch: pytest.MonkeyPatch) -> None:
    """In place of the model: a file is wrong where it holds the word WRONG, and else Python."""
    from langdetect_hook.commands.answer import Answer
    from langdetect_hook.files.sources import Skipped, reason_of

    def check_files(sources, selected, model=None, jobs=None, settings=None):
        for source in sources:
            try:
                content = source.read()
            except Skipped as skipped:
                yield VerdictRow(source.path, "skipped", reason=str(skipped))
            except OSError as error:
                yield VerdictRow(source.path, "error", reason=reason_of(error))
            else:
                if b"WRONG" in content.raw and "LD001" in selected:
                    words = "looks like HTML (99.8%), expected JSON"
                    row = VerdictRow(source.path, "mismatch", "LD001", 1, None, "JSON", "HTML", 0.998, words)
                    yield row._replace(advice="rename it")
                else:
                    yield VerdictRow(source.path, "ok", predicted="Python", probability=0.9)

    class Prediction:
        language, probability = "Python", 0.9

        def candidates(self, count):
            return [("Python", 0.9), ("Cython", 0.06), ("Ruby", 0.01)][:count]

    def classify_files(sources, model=None):
        for source in sources:
            try:
                content = source.read()
            except Skipped as skipped:
                yield source.path, Answer(None, None, str(skipped), None)
            except OSError as error:
                yield source.path, error
            else:
                found = Answer("Python", "content", None, Prediction())
                yield source.path, found if content.raw else Answer(None, None, "it is empty", None)

    monkeypatch.setattr(commands, "check_files", check_files)
    monkeypatch.setattr(classify, "classify_files", classify_files)


def hear_interrupts() -> None:
    """Let Ctrl-C end the program that a child is about to start, as it does at a terminal: what a shell without job
    control runs in the background ignores it, and hands that on to all that it starts (`preexec_fn`)."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def command(*arguments: str | bytes, **settings: object) -> subprocess.CompletedProcess[str]:
    """Run `langdetect-hook` as a user would, in a process of its own."""
    settings = {"capture_output": True, "text": True, "timeout": 120, **settings}
    return subprocess.run([sys.executable, "-m", "langdetect_hook", *arguments], **settings)  # type: ignore[call-overload]
