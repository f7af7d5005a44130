"""The bar: there at a terminal on a long run, nowhere else, and never between the lines of a finding."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys

import pytest

from langdetect_hook.commands.progress import Progress, bar
from tests.accidents import HEALTHY, HTML

pty = pytest.importorskip("pty")

FILES = 24
# A run whose clock goes on by a second whenever it is looked at: however fast the machine, it is a long one.
LONG_RUN = """
import itertools, sys, time
time.monotonic = itertools.count().__next__
from langdetect_hook.cli import main
sys.exit(main(sys.argv[1:]))
"""
SHORT_RUN = LONG_RUN.replace("itertools.count().__next__", "lambda: 0")
BAR = re.compile(r"\[[#.]+\] [\d,]+ of [\d,]+ files")


@pytest.fixture
def files(repository):
    for number in range(FILES):
        repository.stage(f"{number:02}.py", HEALTHY["a.py"])
    repository.stage("06.json", HTML)
    return repository


def at_a_terminal(program: str, *arguments: str, stdin: bytes = b"", **environment: str) -> str:
    """What a terminal gets of a run, standard output and standard error alike."""
    ours, theirs = pty.openpty()
    allowed = {name: value for name, value in os.environ.items() if name not in ("CI", "NO_COLOR", "FORCE_COLOR")}
    process = subprocess.Popen(
        [sys.executable, "-c", program, *arguments],
        stdin=subprocess.PIPE,
        stdout=theirs,
        stderr=theirs,
        env={**allowed, "TERM": "xterm", "NO_COLOR": "1", **environment},
    )
    os.close(theirs)
    process.stdin.write(stdin)
    process.stdin.close()
    written = b"".join(iter(lambda: _read(ours), b""))
    process.wait()
    os.close(ours)
    return written.decode().replace("\r\n", "\n")


def _read(descriptor: int) -> bytes:
    try:
        return os.read(descriptor, 1 << 16)
    except OSError:  # how Linux says that nobody has the other end any more
        return b""


def screen(written: str) -> str:
    """What is to be seen in the end: behind a carriage return a line is written over."""
    lines = []
    for line in written.split("\n"):
        shown = ""
        for part in line.split("\r"):
            shown = part + shown[len(part) :]
        lines.append(shown.rstrip())
    return "\n".join(lines)


def piped(*arguments: str) -> str:
    run = subprocess.run([sys.executable, "-c", LONG_RUN, *arguments], capture_output=True, text=True)
    assert "files" not in run.stderr, run.stderr
    return run.stdout


@pytest.mark.parametrize(
    "arguments",
    [("check", "--all"), ("check", "."), ("check", "--staged"), ("check", "--all", "--jobs", "1")],
    ids=" ".join,
)
def test_a_long_run_at_a_terminal_has_a_bar_that_leaves_nothing_behind(files, arguments):
    written = at_a_terminal(LONG_RUN, *arguments)
    shown = BAR.findall(written)
    assert shown and shown[-1].endswith(f"{FILES + 1} of {FILES + 1} files")
    assert screen(written) == piped(*arguments)


def test_the_bar_is_gone_before_a_finding_is_written(files):
    written = at_a_terminal(LONG_RUN, "check", "--all")
    before, finding, _ = written.partition("06.json:1:1: LD00")
    assert finding and BAR.search(before)
    assert re.search(r"\r +\r$", before)


def test_a_short_run_shows_nothing(files):
    assert at_a_terminal(SHORT_RUN, "check", "--all") == piped("check", "--all")


def test_nothing_of_it_is_loaded_for_a_few_files(files):
    program = LONG_RUN.replace("sys.exit(main(sys.argv[1:]))", "main(sys.argv[1:]); print(*sys.modules)")
    for names, loaded in ((["00.py", "01.py"], False), (["."], True)):
        written = at_a_terminal(program, "check", *names)
        assert ("langdetect_hook.commands.progress" in written.split()) is loaded


@pytest.mark.parametrize(
    "environment", [{"CI": "true"}, {"PRE_COMMIT": "1"}, {"GIT_INDEX_FILE": ".git/index"}, {"TERM": "dumb"}], ids=str
)
def test_no_bar_where_a_program_calls(files, environment):
    assert BAR.search(at_a_terminal(LONG_RUN, "check", "--all", **environment)) is None


def test_a_git_hook_has_none(files):
    files.write(".git/hooks/pre-commit", f"#!/bin/sh\nexec \"{sys.executable}\" -c '{LONG_RUN}' check --staged\n")
    (files.path / ".git/hooks/pre-commit").chmod(0o755)
    program = "import subprocess, sys; sys.exit(subprocess.run(['git', 'commit', '--quiet', '-m', 'x']).returncode)"
    written = at_a_terminal(program)
    assert "06.json:1:1: LD00" in written and BAR.search(written) is None


def test_of_a_list_that_is_still_coming_in_only_what_is_done_is_known(files):
    names = "".join(f"{number:02}.py\n" for number in range(FILES)).encode()
    written = at_a_terminal(LONG_RUN, "check", "--jobs", "1", "--files-from", "-", stdin=names)
    assert f"\r{FILES} files checked" in written and screen(written) == ""


@pytest.mark.parametrize("arguments", [("baseline",), ("check", "--all", "--fix", "--dry-run")], ids=" ".join)
def test_what_takes_as_long_has_one_too(files, arguments):
    written = at_a_terminal(LONG_RUN, *arguments)
    (files.path / ".langdetect-baseline").unlink(missing_ok=True)
    assert BAR.search(written) and screen(written) == piped(*arguments)


def test_a_terminal_that_is_told_about_every_file_needs_none(files):
    for arguments in (("check", "--all", "--verbose"), ("classify", ".")):
        assert at_a_terminal(LONG_RUN, *arguments) == piped(*arguments)


def test_an_error_ends_the_bar(files):
    written = at_a_terminal(LONG_RUN, "check", *(f"{number:02}.py" for number in range(FILES)), "missing.py")
    assert BAR.search(written)
    assert screen(written).startswith("langdetect-hook: missing.py: cannot be read")


def test_the_bar_is_as_long_as_what_is_done():
    assert bar(0, 40) == f"[{'.' * 30}] 0 of 40 files"
    assert bar(20, 40) == f"[{'#' * 15}{'.' * 15}] 20 of 40 files"
    assert bar(17_543, 17_543) == f"[{'#' * 30}] 17,543 of 17,543 files"
    assert bar(41, 40) == bar(40, 40)
    assert bar(1_234, 0) == "1,234 files checked"


def test_it_comes_after_a_second_and_moves_no_more_often_than_one_sees():
    now = [0.0]
    stream = io.StringIO()
    progress = Progress(stream, lambda: now[0])
    list(progress.listed(range(100), False))
    shown = []
    for _ in range(100):
        now[0] += 0.03
        before = stream.tell()
        progress.step()
        shown.append(stream.tell() > before)
    assert shown.index(True) == 33  # 34 steps are the first that take a second
    assert 14 <= sum(shown) <= 17


def test_nothing_is_listed_ahead_in_a_short_run():
    """Neither does a run list what its sender is still looking for."""
    now = [0.0]
    for streamed, long in ((False, False), (True, True)):
        progress = Progress(io.StringIO(), lambda: now[0])
        taken = []
        sources = progress.listed((taken.append(number) or number for number in range(50)), streamed)
        next(sources)
        now[0] += 2.0 * long
        progress.step()
        next(sources)
        assert taken == [0, 1]
