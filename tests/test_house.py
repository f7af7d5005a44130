"""What holds for every test: it knocks at public doors, and no clock decides."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import CHECKOUT

PACKAGE = CHECKOUT / "langdetect_hook"
# Who opens files without the one door to them, files/content.py, and why that is right.
OPENINGS = {
    "claims/__init__.py": "the lowest floor; looks first whether its table is a file, and reads so much at most",
    "claims/make_table.py": "a command of developers, on files of this repository",
    "claims/vouching.py": "writes, and reads what it wrote: for those who train, and the same developers",
    "cli.py": "os.devnull",
    "commands/completions/__init__.py": "files of the package",
    "files/content.py": "the door",
    "files/git_process.py": "git's complaints, which have no name",
    "files/new_file.py": "writes",
    "files/renaming.py": "makes the target, where nothing may be",
    "files/sources.py": "the list that the user names may be a pipe",
    "files/unfinished.py": "locks what is being written there, and follows no link",
    "languages/linguist_names.py": "a file of the package",
    "lsp/edits.py": "writes to a folder of its own",
    "lsp/server.py": "os.devnull",
    "report/pages/__init__.py": "files of the package",
}
# What opens a file beside what is called `open`, of any module or object.
OPEN_FILES = {
    *("FileIO", "FileInput", "TarFile", "ZipFile", "connect", "copy", "copy2", "copyfile", "copytree", "fdopen"),
    *("fromfile", "getline", "getlines", "memmap", "read_bytes", "read_text", "run_path", "write_bytes", "write_text"),
}
NO_FILES = ("blobs", "buffers")  # that have an `open` of their own
MODULES = sorted((CHECKOUT / "tests").rglob("*.py"))
# Public, whatever their names look like.
PUBLIC = {"_exit", "_fields", "_replace"}
CLOCKS = {"monotonic", "monotonic_ns", "perf_counter", "perf_counter_ns", "process_time", "time", "time_ns"}


def is_private(name: str) -> bool:
    return name.startswith("_") and not name.startswith("__") and name not in PUBLIC


def private_names(path: Path) -> Iterator[str]:
    """The private names of other modules or objects that a module imports or asks for."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import | ast.ImportFrom):
            parts = [part for alias in node.names for part in alias.name.split(".")]
            parts += (node.module or "").split(".") if isinstance(node, ast.ImportFrom) else []
            yield from filter(is_private, parts)
        elif isinstance(node, ast.Attribute) and is_private(node.attr):
            if not (isinstance(node.value, ast.Name) and node.value.id == "self"):
                yield node.attr
        elif (
            isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.startswith("langdetect_hook.")
        ):
            yield from filter(is_private, node.value.split("."))  # what monkeypatch is told


def clocks(path: Path) -> Iterator[str]:
    """The clocks that a module reads."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module == "time":
            yield from (alias.name for alias in node.names if alias.name in CLOCKS)
        elif isinstance(node, ast.Attribute) and node.attr in CLOCKS and ast.unparse(node.value) == "time":
            yield node.attr


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(CHECKOUT)))
def test_no_private_name_is_used(path: Path) -> None:
    assert list(private_names(path)) == []


def is_run_by_hand(path: Path) -> bool:
    """Whether a module is a program that prints what it has measured, for people to judge."""
    return not {"attacks", "benchmarks"}.isdisjoint(path.parts) and not path.name.startswith("test_")


def test_no_clock_decides() -> None:
    """How fast a machine is says nothing about the code: steps are counted, or a limit ends only what hangs."""
    reading = {path.name for path in MODULES if not is_run_by_hand(path) and list(clocks(path))}
    assert reading == set()


def openings(path: Path) -> Iterator[str]:
    """The calls in a module that open a file, or may."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            called = ast.unparse(node.func)
            owner, _, name = called.rpartition(".")
            if (name == "open" and not owner.endswith(NO_FILES)) or name in OPEN_FILES:
                yield f"{called}({ast.unparse(node.args[0]) if node.args else ''})"
            elif owner in ("np", "numpy", "json", "pickle", "tomllib", "tomli") and name in ("load", "fromfile"):
                yield called


def test_what_the_hook_opens_goes_through_one_door() -> None:
    """A repository's file may be a link, a named pipe or a terabyte: files/content.py knows, and nobody else opens."""
    found = {
        str(path.relative_to(PACKAGE)): calls
        for path in sorted(PACKAGE.rglob("*.py"))
        if "training" not in path.parts and (calls := list(openings(path)))
    }
    assert {name: calls for name, calls in found.items() if name not in OPENINGS} == {}
    assert set(OPENINGS) == set(found)  # no reason outlives what it is for
