"""What `check` says of many files, written down: a change that must not change any verdict is compared with before.

    python -m tests.verdict_record record FILE [--trees TREES ...] [--accidents CORPUS] [--every N]
    python -m tests.verdict_record compare BEFORE AFTER

`record` writes a line of JSON for each verdict, in a fixed order: what was checked, the path, and all that the verdict
says. TREES is a folder of projects, as unpacked or as repositories (tests/benchmarks/README.md says how to get both);
CORPUS plants the accidents of tests/benchmarks/catches.py, `--every N` every Nth of them only. `compare` prints what
differs, by kind, and exits with 1 if anything does; of accidents it compares those that stand in both files.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from multiprocessing import Pool
from pathlib import Path
from typing import Any

from langdetect_hook.check import check_content
from langdetect_hook.commands import check_files
from langdetect_hook.files.content import content_from_bytes
from langdetect_hook.files.sources import from_paths
from langdetect_hook.languages import LANGUAGES
from langdetect_hook.network import assets
from langdetect_hook.report.rules import EVERY_RULE
from tests.benchmarks.accidents import accidents
from tests.benchmarks.catches import no_attributes, pairs, plantable
from tests.benchmarks.samples import read_corpus

KEYS = ("path", "verdict", "rule", "line", "reason", "message", "advice", "expected", "predicted", "probability")
ACCIDENTS = "accidents"
SHOWN = 5  # differences of a kind
JOBS = 2
Rows = dict[str, dict[str, Any]]  # the verdicts on a file, by rule, or ""
Record = dict[tuple[str, ...], Rows]
_model = None


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="verdict_record", description=(__doc__ or "").splitlines()[0])
    commands = parser.add_subparsers(required=True, dest="command")
    record = commands.add_parser("record")
    record.add_argument("file", type=Path, metavar="FILE")
    record.add_argument("--trees", type=Path, nargs="*", default=[], metavar="TREES")
    record.add_argument("--accidents", type=Path, metavar="CORPUS")
    record.add_argument("--every", type=int, default=1, metavar="N")
    record.add_argument("--per-pair", type=int, default=3, metavar="K")
    compare = commands.add_parser("compare")
    compare.add_argument("before", type=Path)
    compare.add_argument("after", type=Path)
    options = parser.parse_args(argv)
    if options.command == "compare":
        return print_differences(read_record(options.before), read_record(options.after))
    rows = write_record(options)
    print(f"{options.file}: " + ", ".join(f"{count:,} of {what}" for what, count in sorted(rows.items())))
    return 0


def write_record(options: argparse.Namespace) -> Counter[str]:
    """How many lines each part of the record has, which is written."""
    counts: Counter[str] = Counter()
    with open(options.file.absolute(), "w", encoding="ascii") as stream:
        for trees in options.trees:
            for row in of_trees(trees.absolute()):
                stream.write(json.dumps(row) + "\n")
                counts[row["of"]] += 1
        if options.accidents:
            for row in of_accidents(options.accidents, options.per_pair, options.every):
                stream.write(json.dumps(row) + "\n")
                counts[row["of"]] += 1
    return counts


def of_trees(folder: Path) -> Iterator[dict[str, Any]]:
    """The verdicts on all files of a folder of projects, by every rule; paths begin with a project's name."""
    before = os.getcwd()
    os.chdir(folder)
    try:
        projects = sorted(entry.name for entry in os.scandir(".") if entry.is_dir() and not entry.name.startswith("."))
        for verdict in check_files(from_paths(projects), EVERY_RULE, None, JOBS):
            yield {"of": folder.name, **fields(verdict)}
    finally:
        os.chdir(before)


def of_accidents(corpus: Path, per_pair: int, every: int) -> Iterator[dict[str, Any]]:
    """The verdicts on the planted accidents, each named by its number, what it is and where its content is from."""
    samples = read_corpus(corpus)
    claims, _ = plantable(LANGUAGES, uncommon=False)
    planted = [
        (f"{accident.content} {accident.origin} {accident.cut}", accident.name, accident.raw)
        for accident in pairs(claims, samples, per_pair)
    ]
    planted += [(accident.kind, accident.name, accident.raw) for accident in accidents(samples)]
    numbered = [(f"{number} {what}", name, raw) for number, (what, name, raw) in enumerate(planted)]
    with Pool(JOBS, initializer=load) as pool:
        for what, verdicts in pool.imap(verdicts_on, islice(numbered, 0, None, every), chunksize=50):
            for row in verdicts:
                yield {"of": ACCIDENTS, "what": what, **row}


def load() -> None:
    global _model
    _model = assets.load()
    _model.prepare_for_many()


def verdicts_on(planted: tuple[str, str, bytes]) -> tuple[str, list[dict[str, Any]]]:
    what, name, raw = planted
    verdicts = check_content(name, content_from_bytes(raw), EVERY_RULE, _model, no_attributes)
    return what, [fields(verdict) for verdict in verdicts]


def fields(verdict: Any) -> dict[str, Any]:
    row = {key: getattr(verdict, key) for key in KEYS}
    if row["probability"] is not None:
        row["probability"] = round(row["probability"], 9)
    return row


def read_record(file: Path) -> Record:
    """The verdicts of a record by what they are of: a file has one for each finding, by rule."""
    rows: Record = {}
    with open(file, encoding="ascii") as stream:
        for line in stream:
            row = json.loads(line)
            rows.setdefault((row["of"], row.get("what", ""), row["path"]), {})[row["rule"] or ""] = row
    return rows


def print_differences(before: Record, after: Record) -> int:
    """Print what differs, a few of each kind, and return the exit status."""
    both = [key for key in {**before, **after} if key in before and key in after]
    # Of accidents, a record may have every Nth only.
    missing = [key for key in {**before, **after} if (key in before) != (key in after) and key[0] != ACCIDENTS]
    kinds: dict[str, list[str]] = {}
    for key in missing:
        kinds.setdefault("only before" if key in before else "only after", []).append(str(key))
    for key in both:
        for kind, words in differences(before[key], after[key]):
            kinds.setdefault(kind, []).append(f"{key}: {words}")
    print(f"compared: {len(both):,}")
    for kind, found in sorted(kinds.items()):
        print(f"\n{len(found):,} differ in: {kind}")
        for difference in found[:SHOWN]:
            print(f"  {difference}")
    return 1 if kinds else 0


def without(rows: Rows, others: Rows) -> list[dict[str, Any]]:
    """The verdicts by rules that have none among the others."""
    return [rows[rule] for rule in sorted(rows.keys() - others.keys())]


def differences(before: Rows, after: Rows) -> Iterator[tuple[str, str]]:
    """What differs between the verdicts on one file: the kind of difference, and the words for it."""
    if before.keys() != after.keys():
        yield "verdict or rule", f"{without(before, after)} -> {without(after, before)}"
    for rule in before.keys() & after.keys():
        old, new_row = before[rule], after[rule]
        changed = [name for name in KEYS if old[name] != new_row[name]]
        if changed:
            yield ", ".join(changed), "; ".join(f"{name}: {old[name]!r} -> {new_row[name]!r}" for name in changed)


if __name__ == "__main__":
    sys.exit(main())
