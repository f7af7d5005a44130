"""How fast is a change: the command of one environment against that of another, in one run.

    python -m tests.benchmarks.against_before BEFORE AFTER TREE [--accidents CORPUS] [--rounds N] [--output FILE]

BEFORE and AFTER are the langdetect-hook commands of two environments, with the commit before and the one that is looked
at. TREE is a folder with thousands of source files (a set of fetch_healthy.py); CORPUS plants 2,000 accidents, of which
nearly every one is looked at to the last excuse: in folders that belong to no repository, and in one repository.
Commands take turns in each round, so that a change of the machine's load meets both; a ratio below 1 is faster.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from typing import Any

from langdetect_hook.languages import LANGUAGES
from tests.benchmarks.catches import pairs, plantable
from tests.benchmarks.readme_table import markdown, publish
from tests.benchmarks.samples import NoSamples, read_corpus
from tests.benchmarks.speed import BATCHES, Missing, copy_mix, hyperfine, works

ACCIDENTS = 2_000


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="against_before", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("before", metavar="BEFORE")
    parser.add_argument("after", metavar="AFTER")
    parser.add_argument("tree", type=Path, metavar="TREE")
    parser.add_argument("--accidents", type=Path, metavar="CORPUS")
    parser.add_argument("--rounds", type=int, default=7, metavar="N", help="rounds of cold starts (7)")
    parser.add_argument("--runs", type=int, default=15, metavar="N", help="runs of a command in a round (15)")
    parser.add_argument("--files", type=int, default=4_000, metavar="N", help="files of the mix (4000)")
    parser.add_argument("--output", type=Path, metavar="FILE", help="write everything as JSON")
    options = parser.parse_args(argv)
    commands = [options.before, options.after]
    rows: list[dict[str, Any]] = []
    try:
        with tempfile.TemporaryDirectory() as scratch:
            mix = copy_mix(options.tree, options.files, Path(scratch, "mix"))
            for files in BATCHES:
                rows.append(cold_start(commands, mix[:files], options.rounds, options.runs))
            rows.append(run_over(f"{len(mix):,} files of the tree", commands, Path(scratch, "mix")))
            if options.accidents:
                planted = plant(options.accidents, Path(scratch, "accidents"))
                rows.append(run_over(f"{planted:,} accidents, no repository", commands, Path(scratch, "accidents")))
                make_repository(Path(scratch, "accidents"))
                rows.append(run_over(f"{planted:,} accidents in a repository", commands, Path(scratch, "accidents")))
    except (Missing, NoSamples, OSError, subprocess.CalledProcessError) as error:
        print(f"against_before: {error}", file=sys.stderr)
        return 2
    table = markdown(("what", "before", "after", "ratio (lowest to highest round)"), [cells(row) for row in rows])
    return publish("against-before", table, {"rows": rows}, options.output, False)


def cold_start(commands: list[str], files: list[str], rounds: int, runs: int) -> dict[str, Any]:
    """Milliseconds of a whole process on these files, each round's median."""
    lines = [[command, "check", *files] for command in commands]
    for line in lines:
        works(line)  # a command that fails at once would look fast
    times = [hyperfine(lines, runs) for _ in range(rounds)]
    return row(f"cold start, {len(files)} files", "ms", times)


def run_over(what: str, commands: list[str], folder: Path) -> dict[str, Any]:
    """CPU milliseconds of one process over a folder, in two rounds, the second in the other order."""
    forth = [cpu_of([command, "check", "--jobs", "1", str(folder)]) for command in commands]
    back = [cpu_of([command, "check", "--jobs", "1", str(folder)]) for command in reversed(commands)]
    return row(f"{what}, CPU", "ms", [forth, back[::-1]])


def cpu_of(line: list[str]) -> float:
    """CPU milliseconds of a process and of those that it started."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    works(line)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return 1000 * (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def row(what: str, unit: str, times: list[list[float]]) -> dict[str, Any]:
    ratios = [after / before for before, after in times]
    before, after = (median(column) for column in zip(*times, strict=True))
    spread = {"ratio": median(ratios), "lowest": min(ratios), "highest": max(ratios)}
    return {"what": what, "unit": unit, "before": before, "after": after, **spread}


def cells(row: dict[str, Any]) -> list[str]:
    numbers = [f"{row[key]:,.1f} {row['unit']}" for key in ("before", "after")]
    return [row["what"], *numbers, f"{row['ratio']:.3f} ({row['lowest']:.3f} to {row['highest']:.3f})"]


def plant(corpus: Path, folder: Path) -> int:
    """Write accidents of all pairs of languages, evenly chosen, each into a folder of its own; how many there are."""
    claims, _ = plantable(LANGUAGES, uncommon=False)
    planted = list(pairs(claims, read_corpus(corpus), 1))
    chosen = planted[:: max(1, len(planted) // ACCIDENTS)][:ACCIDENTS]
    for number, accident in enumerate(chosen):
        place = folder / f"{number // 20:03}" / f"{number:04}"
        place.mkdir(parents=True)
        (place / accident.name).write_bytes(accident.raw)
    return len(chosen)


def make_repository(folder: Path) -> None:
    """Make the folder a repository with one commit that holds none of its files."""
    identity = ("-c", "user.name=benchmark", "-c", "user.email=benchmark@localhost", "-c", "commit.gpgSign=false")
    for arguments in (("init", "--quiet"), (*identity, "commit", "--quiet", "--allow-empty", "--message", "nothing")):
        subprocess.run(["git", *arguments], cwd=folder, check=True, capture_output=True)


if __name__ == "__main__":
    sys.exit(main())
