"""Many checks of one repository, while somebody commits to it, changes its branch and lets git collect its garbage.

`python -m tests.attacks.concurrency FOLDER --seconds 60` prints how often each form of the command was run, its status,
and all that was not right: a traceback, another status than 0 and 1 without a sentence that says why, a finding that is
missing of a file that did not change. The status is 1 where there was any.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import subprocess
import sys
import threading
import time
from collections import Counter, defaultdict
from collections.abc import Callable
from pathlib import Path

from tests.accidents import ACCIDENTS, HEALTHY
from tests.attacks.environments import private
from tests.commands.test_checking import JPEG

PROCESSES = 16
# The forms, and whether they look at the files that never change.
FORMS: dict[str, tuple[list[str], bool]] = {
    "check --all": (["check", "--all"], True),
    "check .": (["check", "."], True),
    "check --jobs 2 .": (["check", "--jobs", "2", "."], True),
    "check FILE...": (["check", *(f"stable/{name}" for name in ACCIDENTS)], True),
    "check --staged": (["check", "--staged"], False),
    "check --since": (["check", "--since", "main~3"], False),
    "check --format sarif --all": (["check", "--format", "sarif", "--all"], True),
    "check --fix --dry-run": (["check", "--fix", "--dry-run", "."], False),
    "explain": (["explain", f"stable/{next(iter(ACCIDENTS))}"], True),
    "baseline": (["baseline", "--baseline", "../known", "churn"], False),
}
_UNEXPECTED = (b"Traceback", b"should not happen", b"Error:")


class Tally:
    """What was seen of all runs, by form."""

    def __init__(self) -> None:
        self.statuses: dict[str, Counter[int]] = defaultdict(Counter)
        self.sentences: Counter[str] = Counter()
        self.wrong: list[str] = []
        self.changes: Counter[str] = Counter()

    def add(self, form: str, status: int, out: bytes, err: bytes) -> None:
        """Judge a run."""
        self.statuses[form][status] += 1
        for line in err.decode(errors="replace").splitlines():
            self.sentences[_without_names(line)] += 1
        if any(words in err for words in _UNEXPECTED) or (status not in (0, 1) and err.count(b"\n") < 1):
            self.wrong.append(f"{form}: status {status}: {err[-2000:].decode(errors='replace')}")
        elif FORMS[form][1] and status in (0, 1):
            missing = [name for name in ACCIDENTS if f"stable/{name}".encode() not in out and form != "explain"]
            if missing or status != (0 if form == "explain" else 1):
                self.wrong.append(f"{form}: status {status}: not found: {missing} {err[-500:]!r}")


def _without_names(line: str) -> str:
    return " ".join("NAME" if any(c.isdigit() for c in word) else word for word in line.split())


def git(folder: Path, *arguments: str) -> int:
    """The status of git, which may fail: somebody else may have what it needs."""
    command = ["git", "-C", os.fspath(folder), "-c", "user.name=Test", "-c", "user.email=test@example.org", *arguments]
    return subprocess.run(command, env=private(folder), capture_output=True).returncode


def write_repository(folder: Path, many: int = 400) -> None:
    """Files that never change, of which some are wrong, and two branches that differ in others."""
    shutil.rmtree(folder, ignore_errors=True)
    for name, content in {**ACCIDENTS, **HEALTHY}.items():
        _write(folder / "stable" / name, content)
    for number in range(many):
        name, content = random.Random(number).choice(list(HEALTHY.items()))
        _write(folder / "stable" / "many" / f"{number}-{name}", content)
    git(folder, "init", "--quiet", "--initial-branch=main")
    for number in range(5):
        _write(folder / "churn" / f"{number}.py", "x = 1\n" * (number + 1))
        git(folder, "add", ".")
        git(folder, "commit", "--quiet", "--message", f"commit {number}")
    git(folder, "branch", "other")


def _write(path: Path, content: str | bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())


def disturb(folder: Path, tally: Tally, goes_on: Callable[[], bool]) -> None:
    """Commit, change the branch, collect garbage, over and over."""
    chosen = random.Random(0)
    number = 0
    while goes_on():
        number += 1
        for _ in range(5):
            # What is wrong has a name of its own: neighbours that look as a wrong file does would excuse it.
            end, content = chosen.choice([*HEALTHY.items(), ("page.go", ACCIDENTS["page.json"])])
            path = folder / "churn" / f"{chosen.randrange(20)}-{end}"
            if path.exists() and chosen.random() < 0.3:
                path.unlink()
            else:
                _write(path, content)
        for arguments in (
            ("add", "--all"),
            ("commit", "--quiet", "--allow-empty", "--message", f"change {number}"),
            ("checkout", "--quiet", "--force", chosen.choice(["main", "other"])),
            ("gc", "--quiet", "--prune=now") if number % 4 == 0 else ("repack", "-a", "-d", "-q"),
        ):
            tally.changes[f"git {arguments[0]}: {'done' if git(folder, *arguments) == 0 else 'refused'}"] += 1


def run_over_and_over(folder: Path, number: int, tally: Tally, until: float) -> None:
    """One of the sixteen."""
    chosen = random.Random(number)
    while time.monotonic() < until:
        run(folder, chosen.choice(list(FORMS)), tally)


def run(folder: Path, form: str, tally: Tally) -> None:
    """One check, or another command."""
    command = [sys.executable, "-m", "langdetect_hook", *FORMS[form][0]]
    done = subprocess.run(command, cwd=folder, env=private(folder), capture_output=True, timeout=600)
    tally.add(form, done.returncode, done.stdout, done.stderr)


def fix_at_once(folder: Path, processes: int, trials: int) -> list[str]:
    """What was not right where several `check --fix` renamed the same files: each must have one name, in the work tree
    and in the index, and git must be able to go on."""
    wrong = []
    for _ in range(trials):
        shutil.rmtree(folder, ignore_errors=True)
        for number in range(30):
            _write(folder / f"{number}.png", JPEG + bytes([number]))
        git(folder, "init", "--quiet")
        git(folder, "add", ".")
        command = [sys.executable, "-m", "langdetect_hook", "check", "--fix", "."]
        runs = [
            subprocess.Popen(command, cwd=folder, env=private(folder), stdout=subprocess.PIPE, stderr=subprocess.PIPE)
            for _ in range(processes)
        ]
        told = [run.communicate() for run in runs]
        wrong += [err.decode() for _, err in told if err]
        staged = subprocess.run(["git", "ls-files"], cwd=folder, capture_output=True, text=True, check=True).stdout
        found = sorted(name for name in os.listdir(folder) if name != ".git")
        if sorted(staged.split()) != found or len(found) != 30 or (folder / ".git" / "index.lock").exists():
            wrong.append(f"{len(found)} files, {staged.split()} in the index, {sorted(os.listdir(folder / '.git'))}")
    print(f"check --fix, {processes} at once over the same files: {trials} times, not right: {len(wrong)}")
    return wrong


def main() -> int:
    """The status 1 where anything was not right."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="where the repository is made")
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--fixes", type=int, default=10, metavar="N", help="how often six rename the same files")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    folder = options.folder.resolve() / "repository"
    write_repository(folder)
    tally, until = Tally(), time.monotonic() + options.seconds
    threads = [threading.Thread(target=disturb, args=(folder, tally, lambda: time.monotonic() < until))]
    threads += [threading.Thread(target=run_over_and_over, args=(folder, n, tally, until)) for n in range(PROCESSES)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    _print(tally)
    wrong = fix_at_once(options.folder.resolve() / "renamed", 6, options.fixes)
    for words in wrong[:10]:
        print("    ", words)
    return int(bool(tally.wrong or wrong))


def _print(tally: Tally) -> None:
    for form, statuses in sorted(tally.statuses.items()):
        print(f"{form:30} {sum(statuses.values()):6} runs, by status {dict(sorted(statuses.items()))}")
    for what, count in sorted(tally.changes.items()):
        print(f"{what:30} {count:6} times")
    for sentence, count in tally.sentences.most_common(12):
        print(f"{count:6} times: {sentence[:200]}")
    print(f"not right: {len(tally.wrong)} of {sum(map(Counter.total, tally.statuses.values()))}")
    for words in tally.wrong[:10]:
        print("    ", words)


if __name__ == "__main__":
    sys.exit(main())
