"""What it costs to begin in an old repository, and then every commit: the times of the first run, of `baseline`, of the
next commit, and of a passing check with and without what a repository may say of it.

    python -m tests.benchmarks.adoption [--images N] [--wrong N] [--ours COMMAND] [--before COMMAND] [--output FILE]

A repository is made of small images, some under the extension of another format, and as many pages as a tenth of them.
COMMAND is langdetect-hook as users have it, in an environment of its own; BEFORE is that of an older commit, to
compare with. What is compared takes turns in each round, so that a change of the machine's load meets all of it; the
ratio of a round is one measurement, and its spread is printed beside the median. CPU counts the kernel's share too.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

from langdetect_hook.configuration import BASELINE, OWN_FILE
from tests.benchmarks import images
from tests.benchmarks.readme_table import markdown, publish
from tests.benchmarks.speed import OURS, Missing, command

FILES_OF_A_COMMIT = 12
CONFIGURATION = 'exclude = ["vendor/"]\n\n[per-file-ignores]\n"docs/**" = ["LD001"]\n'
PAGE = "---\ntitle: Page {0}\n---\n\n# Page {0}\n\nWhat was said at our meeting number {0}, with [pictures](/{0}).\n"
HOOK = '#!/bin/sh\nexec "{0}" check --staged\n'


class Cost(NamedTuple):
    """What a process took, with those that it started: milliseconds by the clock, and of CPU."""

    wall: float
    cpu: float


class Repository(NamedTuple):
    """The repository that is measured: where, by which command, and which of its files are wrong."""

    folder: Path
    ours: str
    wrong: list[str]


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="adoption", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--images", type=int, default=5_400, metavar="N", help="images (5400)")
    parser.add_argument("--wrong", type=int, default=300, metavar="N", help="of them under a wrong extension (300)")
    parser.add_argument("--rounds", type=int, default=15, metavar="N", help="rounds of what is compared (15)")
    parser.add_argument("--ours", metavar="COMMAND", help="langdetect-hook of an environment as users have it")
    parser.add_argument("--before", metavar="COMMAND", help="an older one, to compare a passing check with")
    parser.add_argument("--output", type=Path, metavar="FILE", help="write everything as JSON")
    options = parser.parse_args(argv)
    try:
        with tempfile.TemporaryDirectory() as scratch:
            made = repository(Path(scratch), options.ours or command(OURS), options.images, options.wrong)
            adopted = adoption(made)
            compared = {**passing_checks(made, options.before, options.rounds), **commits(made, options.rounds)}
    except (Missing, OSError, subprocess.CalledProcessError) as error:
        print(f"adoption: {error}", file=sys.stderr)
        return 2
    print(once_table(adopted, options.images))
    result = {"cores": os.cpu_count(), "adoption": adopted, "compared": compared}
    published = publish("adoption", compared_table(compared), result, options.output, False)
    right = adopted["silent"] and not adopted["missed"] and not adopted["false alarms"]
    return published if right else 1


def repository(folder: Path, ours: str, count: int, wrong: int) -> Repository:
    """A committed repository with the images and a page for each ten of them."""
    run(["git", "init", "--quiet"], folder)
    for name, value in (("user.name", "Test"), ("user.email", "test@example.org"), ("gc.auto", "0")):
        run(["git", "config", name, value], folder)
    planted = images.plant(folder, count, wrong)
    for number in range(count // 10):
        write(folder / f"content/{number:04}.md", PAGE.format(number))
    run(["git", "add", "--all"], folder)
    run(["git", "commit", "--quiet", "--message", "years of pictures"], folder)
    return Repository(folder, ours, planted)


def adoption(made: Repository) -> dict[str, Any]:
    """What is done once: the first run, `baseline`, a run after it; and that it finds what was planted, no more."""
    first, found = measured([made.ours, "check", "--all"], made.folder, 1)
    told = {line.split(":")[0] for line in found.splitlines() if ": LD008 " in line}
    written, _ = measured([made.ours, "baseline"], made.folder)
    silent, nothing = measured([made.ours, "check", "--all"], made.folder)
    run(["git", "add", BASELINE], made.folder)
    run(["git", "commit", "--quiet", "--message", "what is known"], made.folder)
    return {
        "found": len(told & set(made.wrong)),
        "missed": len(set(made.wrong) - told),
        "false alarms": len(told - set(made.wrong)),
        "costs": {"check --all, the first run": first, "baseline": written, "check --all, after it": silent},
        "silent": nothing == "",
    }


def passing_checks(made: Repository, before: str | None, rounds: int) -> dict[str, dict[str, Any]]:
    """A check of a commit's files, as pre-commit calls it, by what the repository says of it."""
    files = new_files(made.folder, "checked", FILES_OF_A_COMMIT)
    line = ["check", "--jobs=all", "--", *files]
    python = str(Path(made.ours).with_name("python"))
    cases: dict[str, Callable[[], Cost]] = {
        "nothing said (1)": lambda: measured([made.ours, *line], made.folder)[0],
        "a configuration": lambda: beside(made.folder, [made.ours, *line], {OWN_FILE: CONFIGURATION}),
        "a pyproject.toml without our section": lambda: beside(
            made.folder, [made.ours, *line], {"pyproject.toml": '[project]\nname = "site"\nversion = "1"\n'}
        ),
        "the interpreter alone": lambda: measured([python, "-c", "pass"], made.folder)[0],
    }
    if before:
        cases["nothing said, by the command before"] = lambda: measured([before, *line], made.folder)[0]
    known = (made.folder / BASELINE).read_text(encoding="utf-8")
    (made.folder / BASELINE).unlink()
    cases["a baseline of the old findings"] = lambda: beside(made.folder, [made.ours, *line], {BASELINE: known})
    compared = in_turn(cases, rounds)
    write(made.folder / BASELINE, known)
    return compared


def commits(made: Repository, rounds: int) -> dict[str, dict[str, Any]]:
    """The next commits of healthy images, under the hook and without; and one with a wrong image, which is stopped."""
    write(made.folder / ".git/hooks/pre-commit", HOOK.format(made.ours))
    (made.folder / ".git/hooks/pre-commit").chmod(0o755)
    numbers = iter(range(1_000_000))
    compared = in_turn(
        {
            "a commit without the hook (1)": lambda: commit(made.folder, f"c{next(numbers)}", "--no-verify"),
            "a commit under the hook, with the baseline": lambda: commit(made.folder, f"c{next(numbers)}"),
        },
        rounds,
    )
    stop_the_next(made)
    return compared


def stop_the_next(made: Repository) -> None:
    """Show that the baseline lets only the old ones pass: a hook that stops nothing may be as fast as it likes."""
    wrong = "static/new.png"
    (made.folder / wrong).write_bytes(images.image(".jpg", random.Random(2)))
    run(["git", "add", wrong, *new_files(made.folder, "last", 3)], made.folder)
    _, told = measured(["git", "commit", "--quiet", "--message", "one is wrong"], made.folder, 1)
    if [line.split(":")[0] for line in told.splitlines() if ":1:1: LD" in line] != [wrong]:
        raise Missing(f"the next commit was not stopped as it should be: {told}")


def commit(folder: Path, name: str, *options: str) -> Cost:
    """What a commit of healthy images costs."""
    run(["git", "add", *new_files(folder, name, FILES_OF_A_COMMIT)], folder)
    return measured(["git", "commit", "--quiet", "--message", name, *options], folder)[0]


def new_files(folder: Path, name: str, count: int) -> list[str]:
    """The paths of so many new images under right names."""
    chance = random.Random(name)
    names = [f"static/{name}-{number}{list(images.FORMATS)[number % len(images.FORMATS)]}" for number in range(count)]
    for path in names:
        (folder / path).write_bytes(images.image(os.path.splitext(path)[1], chance))
    return names


def beside(folder: Path, line: list[str], files: dict[str, str]) -> Cost:
    """What a command costs while these files are there."""
    for name, text in files.items():
        write(folder / name, text)
    try:
        return measured(line, folder)[0]
    finally:
        for name in files:
            (folder / name).unlink()


def in_turn(cases: dict[str, Callable[[], Cost]], rounds: int) -> dict[str, dict[str, Any]]:
    """The costs of each case, one of each round, and their ratios to the first case; a round before them warms up."""
    costs: dict[str, list[Cost]] = {name: [] for name in cases}
    for number in range(rounds + 1):
        for name, case in cases.items():
            cost = case()
            costs[name] += [cost] if number else []
    first = costs[next(iter(cases))]
    return {name: summary(values, first) for name, values in costs.items()}


def summary(costs: list[Cost], first: list[Cost]) -> dict[str, Any]:
    ratios = [cost.cpu / other.cpu for cost, other in zip(costs, first, strict=True)]
    return {
        "wall": median(cost.wall for cost in costs),
        "cpu": median(cost.cpu for cost in costs),
        "ratio": median(ratios),
        "lowest": min(ratios),
        "highest": max(ratios),
    }


def measured(line: list[str], folder: Path, expected: int = 0) -> tuple[Cost, str]:
    """What a command costs, and what it prints. CalledProcessError: it ends with another status than expected."""
    before, start = cpu(), time.perf_counter()
    done = subprocess.run(line, cwd=folder, capture_output=True, text=True)
    cost = Cost(1000 * (time.perf_counter() - start), cpu() - before)
    if done.returncode != expected:
        raise subprocess.CalledProcessError(done.returncode, line, done.stdout, done.stderr)
    return cost, done.stdout + done.stderr


def cpu() -> float:
    """The milliseconds of CPU of all processes that have ended below this one."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return 1000 * (used.ru_utime + used.ru_stime)


def run(line: list[str], folder: Path) -> None:
    subprocess.run(line, cwd=folder, check=True, capture_output=True)


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def once_table(adopted: dict[str, Any], count: int) -> str:
    """What was done once, each with its ratio to the first run."""
    (_, first), *_ = adopted["costs"].items()
    rows = [
        (name, f"{cost.wall / 1000:.2f}", f"{cost.cpu / 1000:.2f}", f"{cost.cpu / first.cpu:.2f}")
        for name, cost in adopted["costs"].items()
    ]
    words = ", ".join(f"{adopted[name]} {name}" for name in ("found", "missed", "false alarms"))
    after = "nothing" if adopted["silent"] else "something"
    said = f"{count:,} images, wrong ones: {words}; after the baseline: {after} is said\n"
    return f"{said}\n{markdown(('once', 'seconds', 'CPU seconds', 'CPU ratio'), rows)}"


def compared_table(compared: dict[str, dict[str, Any]]) -> str:
    """What takes turns, each with its ratio to its (1)."""
    rows = [
        (
            name,
            f"{cost['wall']:.0f}",
            f"{cost['cpu']:.0f}",
            f"{cost['ratio']:.2f} ({cost['lowest']:.2f} to {cost['highest']:.2f})",
        )
        for name, cost in compared.items()
    ]
    return markdown((f"{FILES_OF_A_COMMIT} healthy images", "ms", "CPU ms", "CPU ratio to (1)"), rows)


if __name__ == "__main__":
    sys.exit(main())
