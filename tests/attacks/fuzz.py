"""The coverage-guided fuzzer (atheris, the extra `fuzz`): content to verdict and the parts of that road, in process.

    python -m tests.attacks.fuzz --executions 10000000 --corpus FOLDER

Each target of fuzz_targets.py gets its share, in a process of its own, on inputs of up to 256, 1,024 and 4,096 bytes.
An input that raises, answers otherwise the second time, or takes longer than LONGEST is kept in FOLDER/crashes, and the
target goes on with the next round. It prints a line a run and a table at the end: exit status 1 where anything fell.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path
from tempfile import mkdtemp

SIZES = (256, 1024, 4096)  # bytes: the longest input of a round
LONGEST = 20  # seconds for one input, on a machine that others use as well: only what hangs takes that
MOST_MEMORY = 2048  # MiB of one process
# What libFuzzer puts into inputs, in its own escapes: how a format, a block or a command begins.
WORDS = r"""
<<<<<<< HEAD|=======\x0a|>>>>>>> x|```\x0a|<html>|<!DOCTYPE html>|<?xml |<?php |#!/bin/sh|<<EOF\x0a|@@ -1 +1 @@|+++ b/
-----BEGIN PRIVATE KEY-----|version https://git-lfs.github.com/spec/v1\x0a|langdetect: ignore|-*- mode: c -*-|vim: ft=
{{ |{% |<%|/*|*/|//|\"\"\"|'''|f\"{|diff --git |def |class |import |except (|print >>|exec |lambda |type a[|\xef\xbb\xbf
[tool.langdetect-hook]\x0a|exclude = |per-file-ignores|select|::error::|##[error]|##vso[|\xfe|BZh9|\xd0\xcf\x11\xe0
PK\x03\x04|\x89PNG\x0d\x0a\x1a\x0a|\x7fELF|GIF89a|%PDF-1.|\x1f\x8b\x08
"""


def arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--executions", type=int, default=100_000, help="of all targets together")
    parser.add_argument("--corpus", type=Path, help="a folder to begin from and to add to (default: a new one)")
    parser.add_argument("--target", action="append", help="only this one, which gets all of them; may be repeated")
    parser.add_argument("--drive", help=argparse.SUPPRESS)
    return parser


def main(argv: list[str] | None = None) -> int:
    options, rest = arguments().parse_known_args(argv)
    if options.drive:
        drive(options.drive, rest)
    return campaign(options.executions, options.corpus or Path(mkdtemp(prefix="corpus")), options.target or [])


def drive(name: str, of_fuzzer: list[str]) -> None:
    """Be the process that runs one target; it ends here."""
    import atheris

    with atheris.instrument_imports(include=["langdetect_hook"]):
        from tests.attacks import fuzz_targets

        target = fuzz_targets.TARGETS[name].run
        os.chdir(fuzz_targets.folder())
        for seed in fuzz_targets.seeds(name):  # what is imported late is instrumented as well
            target(seed)
    fuzz_targets.watch()
    atheris.Setup(["fuzz", *of_fuzzer], target)
    atheris.Fuzz()


def campaign(executions: int, corpus: Path, only: list[str]) -> int:
    """Run all targets, round by round, and print what was done."""
    from tests.attacks.fuzz_targets import TARGETS

    shares = {name: TARGETS[name].share for name in only or TARGETS}
    done: Counter[str] = Counter()
    fallen: Counter[str] = Counter()
    for size in SIZES:
        for name, share in shares.items():
            wanted = round(executions * share / sum(shares.values()) / len(SIZES))
            count, fell = run(name, size, wanted, corpus)
            done[name] += count
            fallen[name] += fell
            print(f"{name}: {count:,} executions on up to {size:,} bytes, {fell} fell", flush=True)
    print("\n".join(f"{name:<10} {done[name]:>12,} {fallen[name]:>4}" for name in shares))
    print(f"{'all':<10} {done.total():>12,} {fallen.total():>4}", flush=True)
    return 1 if fallen.total() else 0


def run(name: str, size: int, count: int, corpus: Path) -> tuple[int, int]:
    """How many executions of one target there were, and whether one fell, which ends them."""
    folder, crashes = corpus / name, corpus / "crashes"
    for each in (folder, crashes):
        each.mkdir(parents=True, exist_ok=True)
    write_seeds(name, folder)
    words = corpus / "words"
    words.write_text("".join(f'"{word}"\n' for line in WORDS.split("\n") for word in line.split("|") if word))
    command = [
        *(sys.executable, "-m", "tests.attacks.fuzz", "--drive", name, str(folder.resolve())),
        *(f"-runs={count}", f"-max_len={size}", f"-timeout={LONGEST}", f"-rss_limit_mb={MOST_MEMORY}"),
        *(f"-artifact_prefix={crashes.resolve()}/{name}-", f"-dict={words.resolve()}", "-print_final_stats=1"),
        *("-reload=0", "-entropic_scale_per_exec_time=1"),  # of inputs that lead as far, the quick ones more often
    ]
    ended = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, errors="replace", check=False)
    found = re.search(r"stat::number_of_executed_units:\s*(\d+)", ended.stdout)
    if ended.returncode:
        said = [line for line in ended.stdout.splitlines()[-60:] if not line.startswith(("#", "\t"))]
        print("\n".join(said), flush=True)
    return int(found[1]) if found else 0, int(ended.returncode != 0)


def write_seeds(name: str, folder: Path) -> None:
    """Put the seeds of a target into its corpus."""
    from tests.attacks.fuzz_targets import seeds

    for number, seed in enumerate(seeds(name)):
        path = folder / f"seed-{number}"
        if not path.exists():
            path.write_bytes(seed)


if __name__ == "__main__":
    sys.exit(main())
