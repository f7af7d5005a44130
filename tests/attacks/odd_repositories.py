"""Repositories in every state that git knows, healthy and damaged, and with named pipes and devices where git reads.

    python -m tests.attacks.odd_repositories

Each command in each of them: what is wrong is found, or one sentence says why nothing could be checked; nothing waits.
Prints a line for each repository. Needs git and, for named pipes, a system that has them.
"""

from __future__ import annotations

import io
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

from langdetect_hook.cli import main as tool
from langdetect_hook.files import git
from tests.accidents import PYTHON
from tests.attacks.environment import own_environment
from tests.attacks.hostile_git import restored
from tests.conftest import Repository

SQL = "SELECT name, age FROM users WHERE age > 30 ORDER BY name;\nUPDATE users SET age = 31 WHERE name = 'x';\n" * 9
LISTINGS = {
    "files": ("check", "wrong.json", "data/wrong.go"),
    "folder": ("check", "."),
    "all": ("check", "--all"),
    "staged": ("check", "--staged"),
    "since": ("check", "--since", "first"),
    "standard input": ("check", "-", "--stdin-filename", "data/wrong.json"),
    "explain": ("explain", "wrong.json"),
    "classify": ("classify", "data"),
    "dry run": ("check", "--fix", "--dry-run", "--all"),
}


def original(path: Path) -> Path:
    """A repository with two wrong files in its second commit and a third one that is staged."""
    made = Repository(path)
    made.git("config", "user.name", "Test")
    made.git("config", "user.email", "test@example.org")
    made.stage("healthy.py", PYTHON)
    made.commit()
    made.git("branch", "--quiet", "-M", "main")
    made.git("tag", "first")
    made.stage("wrong.json", SQL)
    made.stage("data/wrong.go", SQL)
    made.commit()
    made.stage("data/staged.go", SQL)
    return path


def at(path: Path) -> Repository:
    """A repository that is there."""
    made = Repository.__new__(Repository)
    made.path = path
    return made


def outcome(arguments: tuple[str, ...]) -> tuple[int, int, str]:
    """The status of a command, how many findings or answers it has, and what it says besides."""
    out, errors = io.StringIO(), io.StringIO()
    before, sys.stdin = sys.stdin, io.TextIOWrapper(io.BytesIO(SQL.encode()))
    try:
        with redirect_stdout(out), redirect_stderr(errors):
            status = tool(list(arguments))
            git.end_shared_processes()
    finally:
        sys.stdin = before
    said = errors.getvalue()
    assert "should not happen" not in said and "Traceback" not in said
    assert all(line.startswith("langdetect-hook: ") for line in said.splitlines())
    return status, out.getvalue().count("looks like SQL") + out.getvalue().count(": SQL ("), said


def outcomes() -> dict[str, tuple[int, int, str]]:
    """The outcome of each listing in the current folder."""
    return {name: outcome(arguments) for name, arguments in LISTINGS.items()}


def lose(repository: Repository, name: str) -> Path:
    """Take an object out of a repository."""
    blob = repository.git("rev-parse", name).stdout.strip()
    path = repository.path / ".git" / "objects" / blob[:2] / blob[2:]
    path.chmod(0o600)
    path.unlink()
    return path


def move_to(repository: Repository, *arguments: str) -> None:
    repository.git("stash", "--quiet")
    repository.git(*arguments)


def conflict(repository: Repository, command: str) -> None:
    """Stop in the middle of what brings two sides together, with a conflict in one file and others that are staged."""
    move_to(repository, "checkout", "--quiet", "-b", "side", "first")
    repository.stage("healthy.py", PYTHON + "# side\n")
    repository.stage("data/staged.go", SQL)
    repository.commit()
    repository.git("checkout", "--quiet", "main")
    repository.stage("healthy.py", PYTHON + "# main\n")
    repository.commit()
    assert repository.git(command, "side", check=False).returncode == 1


def sparse_index(repository: Repository) -> None:
    repository.stage("far/away/healthy.py", PYTHON)
    repository.commit()
    repository.git("sparse-checkout", "set", "--sparse-index", "data")
    assert "040000" in repository.git("ls-files", "--sparse", "--stage").stdout
    repository.stage("data/staged.go", "-- another\n" + SQL)


def linked(repository: Repository) -> None:
    repository.git("commit", "--quiet", "--message", "staged")
    repository.git("worktree", "add", "--quiet", "-b", "other", str(repository.path.parent / "linked"))
    os.chdir(repository.path.parent / "linked")
    Path("data/staged.go").write_text("-- changed\n" + SQL)
    subprocess.run(["git", "add", "."], check=True)


ALL = {"files": 2, "folder": 3, "all": 3, "staged": 1, "since": 2, "standard input": 1, "explain": 1, "classify": 2}
# What is another number of findings than where nothing is odd.
HEALTHY: dict[str, tuple[Callable[[Repository], object], dict[str, int]]] = {
    "nothing odd": (lambda made: None, {}),
    "an index that another git has locked": (lambda made: (made.path / ".git" / "index.lock").touch(), {}),
    "no index": (lambda made: (made.path / ".git" / "index").unlink(), {"all": 0, "staged": 0}),
    "no branch": (lambda made: made.git("checkout", "--quiet", "--detach"), {}),
    "a merge": (lambda made: conflict(made, "merge"), {"staged": 1}),
    "a rebase": (lambda made: conflict(made, "rebase"), {"since": 3, "staged": 0}),
    "a sparse checkout": (lambda made: made.git("sparse-checkout", "set", "data"), {}),
    "a sparse index": (sparse_index, {"since": 3}),
    "a split index": (lambda made: made.git("update-index", "--split-index"), {}),
    "a cache of what is untracked": (lambda made: made.git("update-index", "--force-untracked-cache"), {}),
    "another version of the index": (lambda made: made.git("update-index", "--index-version", "4"), {}),
    "packs": (lambda made: made.git("gc", "--quiet"), {}),
    "a linked work tree": (linked, {"since": 3}),
    "another store that is not there": (
        lambda made: (made.path / ".git" / "objects" / "info" / "alternates").write_text("/nowhere\n../../../x\n"),
        {},
    ),
    "a store that names itself": (
        lambda made: (made.path / ".git/objects/info/alternates").write_text(f"{made.path}/.git/objects\n"),
        {},
    ),
}


MISSING = "cannot be read: its content is missing from the repository"
DAMAGED: dict[str, tuple[Callable[[Repository], object], dict[str, str]]] = {
    "a branch without a commit": (
        lambda made: made.git("checkout", "--quiet", "--orphan", "new"),
        {"since": "there is no such commit here"},
    ),
    "bytes that are no index": (
        lambda made: (made.path / ".git" / "index").write_bytes(b"DIRC" + bytes(range(256))),
        dict.fromkeys(("folder", "all", "staged", "classify", "dry run"), "index file corrupt"),
    ),
    "an empty index": (
        lambda made: (made.path / ".git" / "index").write_bytes(b""),
        dict.fromkeys(("folder", "all", "staged", "classify", "dry run"), "index file smaller than expected"),
    ),
    "a blob that is missing": (
        lambda made: lose(made, "HEAD:wrong.json"),
        {"since": f"data/wrong.go: {MISSING}", "staged": f"data/staged.go: {MISSING}"},
    ),
    "a blob of other bytes": (
        lambda made: lose(made, "HEAD:wrong.json").write_bytes(b"no zlib"),
        {"since": f"wrong.json: {MISSING}", "staged": f"data/staged.go: {MISSING}"},
    ),
    "a tree that is missing": (
        lambda made: lose(made, "HEAD^{tree}"),
        {"since": "unable to read tree", "staged": "bad tree object HEAD"},
    ),
    "a commit that is missing": (lambda made: lose(made, "HEAD"), {"since": "there is no such commit here"}),
    "a branch of no form": (
        lambda made: (made.path / ".git" / "HEAD").write_text("ref: ../../../etc/passwd\n"),
        dict.fromkeys(("all", "staged", "since", "dry run"), "not a git repository"),
    ),
    "a configuration of no form": (
        lambda made: (made.path / ".git" / "config").write_bytes(b"[core\x1b[31m"),
        dict.fromkeys(("all", "staged", "since", "dry run"), "bad config line 1"),
    ),
    "a configuration that includes itself": (
        lambda made: made.git("config", "include.path", "config", check=False),
        dict.fromkeys(("all", "staged", "since", "dry run"), "exceeded maximum include depth"),
    ),
    "a later version": (
        lambda made: made.git("config", "core.repositoryFormatVersion", "9"),
        dict.fromkeys(("all", "staged", "since", "dry run"), "Expected git repo version <= 1, found 9"),
    ),
}


PIPES = (
    *(".gitignore", "data/.gitignore", ".gitattributes", "data/.gitattributes", ".git/commondir", ".git/HEAD"),
    *(".git/index", ".git/config", ".git/info/exclude", ".git/info/attributes", ".git/refs/heads/main"),
    *(".git/objects/info/alternates", ".git/objects/info/commit-graph", ".git/objects/pack/multi-pack-index"),
    *(".git/packed-refs", ".git/shallow", ".git/info/grafts", ".git/info/sparse-checkout", ".git/main"),
    *("include.path", "core.attributesFile", "core.excludesFile", "diff.orderFile"),
)  # fmt: skip


def put_in_the_way(made: Repository, place: str, put: Callable[[Path], None]) -> None:
    """Put something where git reads: at a path, or at one that a key of the configuration names."""
    is_path = "/" in place or place.startswith(".")
    path = made.path / (place if is_path else "in the way")
    if not is_path:
        made.git("config", place, str(path))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    put(path)


def device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def large(path: Path) -> None:
    with path.open("wb") as stream:
        stream.truncate(1 << 40)


THINGS = {"a named pipe": os.mkfifo, "an endless device": device, "a sparse file of 1 TiB": large}


def in_the_way(path: Path, before: Path) -> tuple[int, int]:
    """How many commands were run with something in git's way, and in how many of them something was not told."""
    trials = fell = 0
    for thing, put in THINGS.items():
        for place in PIPES:
            made = at(restored(before, path))
            put_in_the_way(made, place, put)
            os.chdir(path)
            told = outcomes()
            lost = [name for name, (status, count, said) in told.items() if status == 0 and count < ALL.get(name, 0)]
            trials, fell = trials + len(told), fell + len(lost)
            refused = sum(status == 2 for status, _, _ in told.values())
            print(f"{thing}, {place}: {len(told)} commands, {refused} refused, silent: {lost or 'none'}", flush=True)
    return trials, fell


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        top = Path(folder).resolve()
        own_environment(top)
        before, path = original(top / "original"), top / "odd"
        trials = fell = 0
        for kind, (make, others) in {**HEALTHY, **DAMAGED}.items():
            made = at(restored(before, path))
            os.chdir(path)
            make(made)
            told = outcomes()
            expected = {**ALL, **others} if kind in HEALTHY else {}
            wrong = [name for name, count in expected.items() if told[name][1] != count]
            wrong += [name for name, words in others.items() if kind in DAMAGED and words not in told[name][2]]
            trials, fell = trials + len(told), fell + len(wrong)
            print(f"{kind}: {len(told)} commands, not as expected: {wrong or 'none'}", flush=True)
        more, lost = in_the_way(path, before)
        print(f"{trials + more} commands, {fell + lost} not as expected")
        os.chdir("/")
        return int(fell + lost > 0)


if __name__ == "__main__":
    raise SystemExit(main())
