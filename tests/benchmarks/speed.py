"""How fast: cold start on 1, 5 and 30 files, 10,000 mixed files on one and two cores, peak memory; beside
magika and the floor, and beside ourselves without numpy.

    python -m tests.benchmarks.speed TREE [--ours COMMAND] [--rounds N] [--files N] [--output FILE] [--write]

COMMAND is langdetect-hook as users have it: in an environment of its own, where nothing else slows down the start of
the interpreter (an editable installation alone takes as long as the whole check of a file).
TREE is any folder with thousands of source files (a set of fetch_healthy.py). Cold starts are hyperfine's,
in rounds that take the commands in turn, so that a change of the machine's load meets all of them; the
ratio of a round is one measurement, and its spread over the rounds is printed beside the median. With and without
numpy the same files are checked by one process each, in turn; what counts is the CPU time as a user's program.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from typing import Any

from tests.benchmarks.readme_table import markdown, publish
from tests.benchmarks.samples import digest
from tests.bundled import claim_of

BATCHES = (1, 5, 30)
LARGEST = 262_144  # bytes of a file in the mix
READ_ONLY = "import sys\nfor p in sys.argv[1:]:\n f=open(p,'rb',0);f.read();f.close()"
OURS, THEIRS = "langdetect-hook", "magika"
# The console command; before it, what an interpreter does that has no numpy.
CONSOLE_COMMAND = "import sys; from langdetect_hook.cli import start; start()"
WITHOUT_NUMPY = f"import sys; sys.modules['numpy'] = None; {CONSOLE_COMMAND}"
FLOOR = "reading the bytes"
CLOCK = "time"  # of GNU


class Missing(Exception):
    """Something that the benchmark needs is not here; the text says what and how to get it."""


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="speed", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("tree", type=Path, metavar="TREE")
    parser.add_argument("--ours", metavar="COMMAND", help="langdetect-hook of an environment as users have it")
    parser.add_argument("--rounds", type=int, default=5, metavar="N", help="rounds of cold starts (5)")
    parser.add_argument("--runs", type=int, default=20, metavar="N", help="runs of a command in a round (20)")
    parser.add_argument("--files", type=int, default=10_000, metavar="N", help="files of the mix (10000)")
    parser.add_argument("--only", choices=("start", "throughput", "numpy"), help="only this part")
    parser.add_argument("--output", type=Path, metavar="FILE", help="write everything as JSON")
    parser.add_argument("--write", action="store_true", help="write the table into docs/figures.md")
    options = parser.parse_args(argv)
    try:
        ours, theirs = options.ours or command(OURS), command(THEIRS)
        if not shutil.which("hyperfine"):
            raise Missing("hyperfine is not installed: it is what measures the cold start")
        with tempfile.TemporaryDirectory() as scratch:
            mix = copy_mix(options.tree, options.files, Path(scratch))
            result: dict[str, Any] = {"versions": [version(ours), version(theirs)], "cores": os.cpu_count()}
            if options.only in (None, "start"):
                result["start"] = [cold_start(ours, theirs, mix[:n], options.rounds, options.runs) for n in BATCHES]
            if options.only in (None, "throughput"):
                result["throughput"] = [throughput(ours, theirs, Path(scratch), len(mix), n) for n in core_counts()]
            if options.only in (None, "numpy"):
                result["numpy"] = without_numpy(Path(scratch), len(mix), options.rounds)
    except (Missing, OSError) as error:
        print(f"speed: {error}", file=sys.stderr)
        return 2
    table = table_of(result)
    return publish("speed", table, result, options.output, options.write)


def command(name: str) -> str:
    """The path of a command, first from beside this interpreter."""
    beside = Path(sys.executable).with_name(name)
    found = str(beside) if beside.exists() else shutil.which(name)
    if not found:
        raise Missing(f"{name} is not installed: {'apt install' if name == CLOCK else 'pip install'} {name}")
    return found


def version(path: str) -> str:
    return subprocess.run([path, "--version"], capture_output=True, text=True).stdout.strip()


def copy_mix(tree: Path, count: int, scratch: Path) -> list[str]:
    """Copy `count` files whose names claim something, the same ones on every run, and return the copies."""
    found = []
    for root, _, names in os.walk(tree):
        for name in names:
            path = os.path.join(root, name)
            if claim_of(path) and 0 < os.path.getsize(path) <= LARGEST:
                found.append(path)
    found.sort(key=lambda path: digest(os.path.relpath(path, tree)))
    copies = []
    for number, path in enumerate(found[:count]):
        folder = scratch / f"{number // 100:03}" / f"{number:05}"  # names stay as they are, so each has a folder
        folder.mkdir(parents=True)
        copies.append(shutil.copyfile(path, folder / os.path.basename(path)))
    if len(copies) < count:
        print(f"speed: only {len(copies)} files in {tree}", file=sys.stderr)
    return [str(copy) for copy in copies]


def core_counts() -> list[int]:
    if not shutil.which("taskset"):
        raise Missing("taskset is not installed: it holds a run to one core")
    return [1, 2] if len(os.sched_getaffinity(0)) > 1 else [1]


def cold_start(ours: str, theirs: str, files: list[str], rounds: int, runs: int) -> dict[str, Any]:
    """Milliseconds of a whole process on these files for each command, and our ratio to magika."""
    python = str(Path(ours).with_name("python"))
    commands = {
        OURS: [ours, "check", *files],
        THEIRS: [theirs, *files],
        FLOOR: [python, "-I", "-S", "-c", READ_ONLY, *files],
        "python -I -S -c pass": [python, "-I", "-S", "-c", "pass"],
        "python -c pass": [python, "-c", "pass"],
    }
    for line in commands.values():
        works(line)  # a command that fails at once would look fast
    times: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, milliseconds in zip(commands, hyperfine(list(commands.values()), runs), strict=True):
            times[name].append(milliseconds)
    ratios = [our_time / their_time for our_time, their_time in zip(times[OURS], times[THEIRS], strict=True)]
    return {
        "files": len(files),
        "bytes": sum(os.path.getsize(path) for path in files),
        "milliseconds": {name: median(values) for name, values in times.items()},
        "ratio": median(ratios),
        "ratio_lowest": min(ratios),
        "ratio_highest": max(ratios),
    }


def works(line: list[str]) -> None:
    done = subprocess.run(line, capture_output=True, text=True)
    if done.returncode not in (0, 1):
        raise Missing(f"{line[0]} ended with status {done.returncode}: {done.stderr.strip()[-300:]}")


def hyperfine(commands: Sequence[Sequence[str]], runs: int) -> list[float]:
    """The median milliseconds of each command, without a shell and after warming up."""
    from shlex import join

    with tempfile.NamedTemporaryFile(suffix=".json") as export:
        done = subprocess.run(
            [
                "hyperfine",
                "-N",
                "--style",
                "none",
                "--warmup",
                "3",
                "--runs",
                str(runs),
                "--ignore-failure",
                "--export-json",
                export.name,
                *map(join, commands),
            ],
            capture_output=True,
            text=True,
        )
        if done.returncode:
            raise Missing(f"hyperfine: {done.stderr.strip()}")
        return [1000 * result["median"] for result in json.load(open(export.name))["results"]]


def throughput(ours: str, theirs: str, folder: Path, files: int, cores: int) -> dict[str, Any]:
    """Files per second of wall and of CPU time over a folder, and peak memory, held to some cores."""
    hold = ["taskset", "-c", ",".join(map(str, sorted(os.sched_getaffinity(0))[:cores]))]
    tools = {
        OURS: timed([*hold, ours, "check", "--jobs", str(cores), str(folder)]),
        THEIRS: timed([*hold, theirs, "--recursive", str(folder)]),
    }
    for figures in tools.values():
        figures["files_per_wall_second"] = files / figures["wall"]
        figures["files_per_cpu_second"] = files / figures["cpu"]
    return {"cores": cores, "files": files, "tools": tools}


def without_numpy(folder: Path, files: int, rounds: int) -> dict[str, Any]:
    """CPU seconds of a user's program for one process over a folder, with numpy and without, and their ratio."""
    if importlib.util.find_spec("numpy") is None:
        raise Missing("numpy is not installed: pip install 'langdetect-hook[fast]'")
    programs = {"with": CONSOLE_COMMAND, "without": WITHOUT_NUMPY}
    seconds: dict[str, list[float]] = {name: [] for name in programs}
    for _ in range(rounds):
        for name, program in programs.items():
            seconds[name].append(measured([sys.executable, "-c", program, "check", str(folder)])["user"])
    ratios = [without / with_ for with_, without in zip(seconds["with"], seconds["without"], strict=True)]
    return {
        "files": files,
        "seconds": {name: median(values) for name, values in seconds.items()},
        "ratio": median(ratios),
        "ratio_lowest": min(ratios),
        "ratio_highest": max(ratios),
    }


def timed(command_line: list[str]) -> dict[str, float]:
    """Run a command once to warm up and once measured."""
    measured(command_line)
    return measured(command_line)


def measured(command_line: list[str]) -> dict[str, float]:
    """What GNU time says of one run of a command, in seconds and MiB; peak memory is that of its largest process.

    A child of ours would be charged with our own memory, where that is more: a process begins with what starts it."""
    with tempfile.NamedTemporaryFile("r") as report:
        line = [command(CLOCK), "--quiet", "--format=%e %U %S %M", f"--output={report.name}", *command_line]
        run = subprocess.run(line, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        if run.returncode not in (0, 1):
            raise Missing(f"{' '.join(command_line[:4])} ended with status {run.returncode}: {run.stderr[-200:]!r}")
        wall, user, system, kib = map(float, report.read().split())
    return {"wall": wall, "user": user, "cpu": user + system, "peak_mib": kib / 1024}


def table_of(result: dict[str, Any]) -> str:
    """The table that stands in docs/figures.md."""
    header = ["what", *result["versions"], "ratio (lowest to highest round)", f"floor: {FLOOR}"]
    rows = []
    for start in result.get("start", ()):
        times = start["milliseconds"]
        ratio = f"{start['ratio']:.2f} ({start['ratio_lowest']:.2f} to {start['ratio_highest']:.2f})"
        what = f"cold start, files: {start['files']} of {start['bytes'] / 1024:.0f} KiB"
        rows.append([what, f"{times[OURS]:.1f} ms", f"{times[THEIRS]:.1f} ms", ratio, f"{times[FLOOR]:.1f} ms"])
    for run in result.get("throughput", ()):
        ours, theirs = run["tools"][OURS], run["tools"][THEIRS]
        of = f"{run['files']:,} files, {run['cores']} core{'s' if run['cores'] > 1 else ''}"
        for key, what, unit in (
            ("files_per_wall_second", "files a second", ""),
            ("files_per_cpu_second", "files a CPU second", ""),
            ("peak_mib", "peak memory", " MiB"),
        ):
            rows.append(
                [
                    f"{of}: {what}",
                    f"{ours[key]:,.0f}{unit}",
                    f"{theirs[key]:,.0f}{unit}",
                    f"{ours[key] / theirs[key]:.2f}",
                    "",
                ]
            )
    text = markdown(header, rows) if rows else ""
    if "start" in result:
        times = result["start"][0]["milliseconds"]
        bare = ", ".join(f"`{name}` {times[name]:.1f} ms" for name in ("python -I -S -c pass", "python -c pass"))
        text += f"\nThe bare interpreter: {bare}. Peak memory is that of the largest process.\n"
    if "numpy" in result:
        run = result["numpy"]
        times = " and ".join(f"{run['seconds'][name]:.1f} s {name} numpy" for name in ("with", "without"))
        spread = f"{run['ratio']:.2f} times ({run['ratio_lowest']:.2f} to {run['ratio_highest']:.2f})"
        text += f"\n{run['files']:,} files, one process, CPU time of the program: {times}, {spread}.\n"
    return text


if __name__ == "__main__":
    sys.exit(main())
