"""What a stranger's repository names to be run is not run: each kind of configuration with each command.

    python -m tests.attacks.repositories [--strace]

Prints a line for each kind: how many commands, and which canaries have sung; then for git itself, asked plainly, which
shows that they can. With `--strace` each command runs once more in a process of its own beside all kinds at once, and
every program that is started, and every connection, is listed. Needs git; strace for that.
"""

from __future__ import annotations

import argparse
import io
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from pathlib import Path

from langdetect_hook.cli import main as tool
from langdetect_hook.files import git
from tests.attacks.environment import own_environment
from tests.attacks.hostile_git import (
    ALONE,
    COMMANDS,
    KINDS,
    SQL,
    VARIABLES,
    Canaries,
    arguments_of,
    repository_with_all_doors,
    restored,
    with_programs_of,
)

LIST = b"users.json\nquery.go\n"
# What people type, at which the canaries of most kinds sing.
PLAINLY = (
    *("status", "diff", "diff --cached", "log -p -1 --show-signature", "add -A", "checkout first -- healthy.py"),
    *("commit -m x", "fetch origin", "pull", "push origin main", "cat-file -p HEAD:query0.go", "difftool HEAD -y"),
    *("submodule update", "interpret-trailers canary.trailer", "-p diff first", "rebase -i first", "gc --auto"),
    *("commit --amend", "add -p", "credential fill", "web--browse x", "merge first", "archive --remote=origin HEAD"),
    *("worktree add ../w", "send-email -1", "cat-file --textconv HEAD:healthy.py", "grep --textconv x"),
)  # fmt: skip


class Attack:
    """A repository that is made anew for each kind, and what each command makes sing."""

    def __init__(self, folder: Path) -> None:
        self.canaries = Canaries(folder / "canaries")
        self._folder = folder
        repository_with_all_doors(folder / "original")

    def fresh(self, plant: Callable[[Path], None]) -> Path:
        path = restored(self._folder / "original", self._folder / "repository")
        plant(path)
        return path

    def at_each_command(self, plant: Callable[[Path], None]) -> tuple[list[int], set[str]]:
        """The status of each command, and which canaries sang."""
        path, heard, statuses = self.fresh(plant), set(), []
        for name, command in COMMANDS.items():
            if "--fix" in name and "--dry-run" not in name:
                path = self.fresh(plant)
            status = in_process(arguments_of(command), path)
            assert status in (0, 1, 2), (name, status)
            statuses.append(status)
            heard |= self.canaries.singing()
        return statuses, heard

    def plainly(self, plant: Callable[[Path], None]) -> set[str]:
        """The canaries that sing where git is asked as people ask it."""
        path = self.fresh(plant)
        for words in PLAINLY:
            with open(os.devnull) as nothing:
                run = ["timeout", "2", "git", *words.split()]
                subprocess.run(run, cwd=path, stdin=nothing, capture_output=True)
        return self.canaries.singing()


def in_process(arguments: list[str], folder: Path) -> int:
    """The status of a command that is run here, whatever it says."""
    os.chdir(folder)
    sys.stdin = io.TextIOWrapper(io.BytesIO(SQL.encode() if "--stdin-filename" in arguments else LIST))
    with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
        status = tool(arguments)
    git.end_shared_processes()
    return status


def places(canaries: Canaries, *kinds: str) -> Iterator[tuple[str, Callable[[Path], None]]]:
    """Where a configuration can stand, each with what plants it there."""
    yield "in .git/config", lambda path: canaries.plant(path / ".git", *kinds)

    def behind_a_file(path: Path) -> None:
        (path / ".git").rename(path / "evil")
        (path / ".git").write_text("gitdir: evil\n")
        canaries.plant(path / "evil", *kinds)

    yield "behind a .git file", behind_a_file

    def included(path: Path) -> None:
        (path / "evil").mkdir()
        (path / "evil" / "config").touch()
        canaries.plant(path / "evil", *kinds)
        with (path / ".git" / "config").open("a") as configuration:
            configuration.write("[include]\n\tpath = ../evil/config\n")

    yield "in an included file", included

    def nested(path: Path) -> None:
        canaries.plant(path / "inner" / ".git", *kinds)

    yield "in a submodule", nested

    def common(path: Path) -> None:
        (path / ".git").rename(path / "shared")
        (path / "shared" / "own").mkdir()
        for name in ("HEAD", "index"):
            (path / "shared" / name).rename(path / "shared" / "own" / name)
        (path / "shared" / "own" / "commondir").write_text("..\n")
        (path / "shared" / "HEAD").write_text("ref: refs/heads/main\n")
        (path / ".git").write_text("gitdir: shared/own\n")
        canaries.plant(path / "shared", *kinds)

    yield "in what work trees share", common


@contextmanager
def variables(added: dict[str, str]) -> Iterator[None]:
    before = dict(os.environ)
    os.environ.update(added)
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)


def traced(attack: Attack) -> None:
    """Print every program that a command starts, and every connection."""
    together = [kind for kind in KINDS if kind not in ALONE]
    started: dict[str, int] = {}
    for name, command in COMMANDS.items():
        path = attack.fresh(lambda path: attack.canaries.plant(path / ".git", *together))
        trace = path.parent / "trace"
        call = [*("strace", "-f", "-qq", "-e", "trace=execve,connect", "-e", "status=successful", "-e", "signal=none")]
        call += ["-o", str(trace)]
        call += [sys.executable, "-m", "langdetect_hook", *arguments_of(command)]
        run = subprocess.run(call, cwd=path, input=SQL.encode() if name == "check -" else LIST, capture_output=True)
        assert run.returncode in (0, 1, 2), (name, run.stderr)
        for line in trace.read_text().splitlines():
            found = re.search(r'execve\("[^"]*?([^/"]+)", \["[^"]*"(.*?)\]', line)
            asked = re.findall(r'"(?!-c|-C|[^"]*=|/)([a-z-]+)"', found[2]) if found else []
            what = f"{found[1]} {asked[0] if asked and found[1] == 'git' else ''}".strip() if found else line
            started[what] = started.get(what, 0) + 1
    for what, count in sorted(started.items()):
        print(f"{count:6}  {what}")
    print("sung:", ", ".join(sorted(attack.canaries.singing())) or "none")


def run(folder: Path, with_strace: bool) -> int:
    """The status: 1 where a canary has sung."""
    own_environment(folder)
    attack = Attack(folder)
    os.environ["PATH"] = with_programs_of(attack.canaries)
    trials, fell = 0, 0
    together = [kind for kind in KINDS if kind not in ALONE]
    rows = [(kind, dict(places(attack.canaries, kind))["in .git/config"], {}) for kind in KINDS]
    rows += [(f"all {where}", plant, {}) for where, plant in places(attack.canaries, *together)]
    named = {name: attack.canaries.filled(value, "variables") for name, value in VARIABLES.items()}
    rows += [(f"all {where}, and variables", plant, named) for where, plant in places(attack.canaries, *together)]
    for name, plant, added in rows:
        with variables(added):
            statuses, heard = attack.at_each_command(plant)
        plainly = attack.plainly(plant)
        trials, fell = trials + len(statuses), fell + bool(heard)
        said = ", ".join(sorted(heard)) or "none"
        counts = f"{len(statuses)} commands, {statuses.count(2)} refused"
        print(f"{name}: {counts}, sung: {said}; plain git: {len(plainly)}", flush=True)
    print(f"{len(rows)} repositories, {trials} commands, {fell} repositories in which a canary has sung")
    if with_strace:
        traced(attack)
    os.chdir("/")
    return int(fell > 0)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--strace", action="store_true", help="list every program that is started")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        return run(Path(folder).resolve(), options.strace)


if __name__ == "__main__":
    raise SystemExit(main())
