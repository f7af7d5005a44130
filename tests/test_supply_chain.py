"""What the hook can be made to run, fetch or take in: nothing at run time, and in CI what is pinned."""

from __future__ import annotations

import ast
import configparser
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import CHECKOUT

PACKAGE = CHECKOUT / "langdetect_hook"
LOCKS = {"tools.txt": ("mypy", "pre-commit", "ruff"), "release-tools.txt": ("build", "cyclonedx-bom", "twine")}

# Runs every command of the hook in one process, whose interpreter tells of each connection and each name looked up.
PROGRAM = """
import sys

told = []

def hook(event, arguments):
    if event.startswith(("socket.", "urllib.", "http.", "ftplib.", "smtplib.")):
        told.append(event)

sys.addaudithook(hook)
from langdetect_hook.cli import main

commands = (
    ["check"], ["check", "--staged"], ["check", "--all"], ["check", "--since", "HEAD"], ["check", "a.py", "b.json"],
    ["check", "--jobs", "2", "--all"], ["check", "--fix", "--dry-run", "b.json"], ["classify", "a.py", "b.json"],
    ["explain", "b.json"], ["explain", "LD003"], ["baseline"], ["config"], ["languages"], ["completion", "bash"],
)
for command in commands:
    assert main(command) in (0, 1), command
{more}
print("told", sorted(set(told)))
"""


def told_by(more: str, folder: Path) -> str:
    program = [sys.executable, "-c", PROGRAM.replace("{more}", more)]
    ran = subprocess.run(program, cwd=folder, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    return ran.stdout.splitlines()[-1]


@pytest.fixture
def checked(repository):
    repository.stage("a.py", "import os\n\n\ndef here():\n    return os.getcwd()\n")
    repository.commit()
    repository.stage("b.json", "<!DOCTYPE html>\n<html><head><title>Log in</title></head><body></body></html>\n")
    return repository.path


def test_no_command_of_the_hook_opens_a_connection(checked):
    assert told_by("", checked) == "told []"


def test_a_connection_would_be_told(checked):
    more = "import socket\ntry: socket.create_connection(('127.0.0.1', 9), 1)\nexcept OSError: pass\n"
    assert "socket.connect" in told_by(more, checked)


# Each of these runs text as a program, or may.
RUNS = re.compile(
    r"(?:builtins\.)?(?:eval|exec|compile|__import__)|os\.(?:system|popen|exec\w*|spawn\w*|posix_spawn\w*)"
    r"|(?:c?[pP]ickle|marshal|shelve|dill|joblib)\.(?:loads?|open|Unpickler)|runpy\.\w+|code\.(?:interact|Interactive\w+)|ctypes\.\w+"
    r"|subprocess\.(?:getoutput|getstatusoutput)|yaml\.(?:load|unsafe_load|full_load)|logging\.config\.\w+"
)


# What looks like that and is none, and why.
HARMLESS = {"files/renaming.py": "a call of the C library that is loaded anyway, with two names and numbers"}


def running_calls(tree: ast.Module) -> Iterator[str]:
    """The calls in a module that may run what they are given."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            called = ast.unparse(node.func)
            named = {keyword.arg: ast.unparse(keyword.value) for keyword in node.keywords}
            if RUNS.fullmatch(called) or named.get("shell", "False") != "False":
                yield f"{node.lineno}: {called}"
            if named.get("allow_pickle", "False") != "False":
                yield f"{node.lineno}: {called}"
            if called in ("np.load", "numpy.load") and "allow_pickle" not in named:
                yield f"{node.lineno}: {called}"


def test_nothing_in_the_package_runs_a_text():
    found = {
        str(path.relative_to(PACKAGE)): calls
        for path in sorted(PACKAGE.rglob("*.py"))
        if (calls := list(running_calls(ast.parse(path.read_text(encoding="utf-8")))))
    }
    assert {name: calls for name, calls in found.items() if name not in HARMLESS} == {}
    assert set(HARMLESS) == set(found)  # no reason outlives what it is for


@pytest.mark.parametrize(
    "text",
    [
        *("eval(x)", "exec(x)", "pickle.loads(x)", "pickle.load(f)", "os.system(x)", "os.execvp(a, b)", "np.load(f)"),
        *("subprocess.run(x, shell=True)", "subprocess.run(x, shell=y)", "np.load(f, allow_pickle=True)"),
    ],
)
def test_what_runs_a_text_is_found(text):
    assert list(running_calls(ast.parse(text)))


def locked(name: str) -> dict[str, tuple[str, int]]:
    """What a list of tools pins: each name with its version and how many checksums it has."""
    text = (CHECKOUT / ".ci" / name).read_text(encoding="utf-8")
    rows = [row for row in re.split(r"\n(?=\S)", text.replace("\\\n", " ")) if row and not row.startswith("#")]
    pins = [re.fullmatch(r"([a-z0-9.-]+)==(\S+)((?:\s+--hash=sha256:[0-9a-f]{64})+)\s*", row) for row in rows]
    assert all(pins), rows[pins.index(None)]
    return {pin[1]: (pin[2], pin[3].count("--hash")) for pin in pins if pin}


def numbers(version: str) -> list[int]:
    return [int(part) for part in re.findall(r"\d+", version)]


@pytest.mark.parametrize(("name", "tools"), LOCKS.items())
def test_the_tools_of_ci_have_versions_and_checksums(name, tools):
    pins = locked(name)
    assert set(tools) <= set(pins)
    settings = configparser.ConfigParser()
    settings.read(CHECKOUT / "setup.cfg", encoding="utf-8")
    rows = "\n".join(settings["options.extras_require"].values()).split("\n")
    for tool in tools:
        (bound,) = {row.partition(">=")[2] for row in rows if row.startswith(f"{tool}>=")}
        assert numbers(pins[tool][0]) >= numbers(bound)


def test_ci_takes_no_other_tools():
    lines = (CHECKOUT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    pinned = lines.index("pip install --require-hashes --no-deps --requirement .ci/tools.txt")
    assert pinned < min(lines.index(line) for line in ("ruff check .", "mypy"))
    assert "--require-hashes" in (CHECKOUT / "docs" / "releasing.md").read_text(encoding="utf-8")


def test_the_actions_of_the_workflow_are_commits():
    """A tag can be moved to other code, a commit cannot."""
    text = (CHECKOUT / "docs" / "test-matrix.yml").read_text(encoding="utf-8")
    used = re.findall(r"uses: (.*)", text)
    assert len(used) >= 3
    assert all(re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40} # v[\d.]+", one) for one in used)
