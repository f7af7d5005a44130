"""A test set of code blocks as people paste them, and how many of them are named right.

    python -m tests.benchmarks.snippets fetch OUT [--jobs N]
    python -m tests.benchmarks.snippets choose OUT [--per-language N]
    python -m tests.benchmarks.snippets measure OUT [--assets DIR] [--against] [--node-path DIR]
                                                [--output FILE] [--write]
    python -m tests.benchmarks.snippets sample OUT FILE [--count N]

`fetch` brings the pages of the packages in projects.toml to OUT/.pages and chooses; `choose` makes the set anew
from the pages that are there; `measure` prints the accuracy; `sample` writes rows to adjudicate. Exit status: 0,
1 where some package could not be fetched, 2 wrong usage.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from langdetect_hook.training.corpus_builder.apt import AptLists
from langdetect_hook.training.corpus_builder.source_error import SourceError
from tests.benchmarks.detectors import Unavailable, detectors
from tests.benchmarks.fetch_healthy import SUITES, read_manifest
from tests.benchmarks.readme_table import publish
from tests.benchmarks.samples import METADATA, digest
from tests.benchmarks.snippets.choice import PER_LANGUAGE, chosen
from tests.benchmarks.snippets.dataset import PAGES, Row, read_set, snippets_in, write_set
from tests.benchmarks.snippets.measure import answers_of, figures, known_to, labels_for, own_answers
from tests.benchmarks.snippets.pages import fetch_one
from tests.benchmarks.snippets.table import by_language, table_of

MANIFEST = Path(__file__).with_name("projects.toml")
OWN = "langdetect-hook, argmax"
SAMPLE = 200


def main(argv: list[str] | None = None) -> int:
    options = parser().parse_args(argv)
    try:
        status: int = options.run(options)
    except OSError as error:
        print(f"snippets: {error}", file=sys.stderr)
        return 2
    return status


def parser() -> argparse.ArgumentParser:
    every = argparse.ArgumentParser(prog="snippets", description=(__doc__ or "").splitlines()[0])
    commands = every.add_subparsers(required=True, metavar="COMMAND")
    for name, run in (("fetch", fetch), ("choose", choose), ("measure", measure), ("sample", sample)):
        command = commands.add_parser(name, help=(run.__doc__ or "").partition(";")[0])
        command.set_defaults(run=run)
        command.add_argument("out", type=Path, metavar="OUT")
        add_options(command, name)
    return every


def add_options(command: argparse.ArgumentParser, name: str) -> None:
    if name in ("fetch", "choose"):
        command.add_argument(
            "--per-language", type=int, default=PER_LANGUAGE, metavar="N", help="the cap of a language"
        )
    if name == "fetch":
        command.add_argument("--manifest", type=Path, default=MANIFEST)
        command.add_argument("--jobs", type=int, default=2, metavar="N", help="downloads at a time (2)")
    if name == "measure":
        command.add_argument(
            "--assets", type=Path, default=METADATA.parent, metavar="DIR", help="else the bundled ones"
        )
        command.add_argument("--against", action="store_true", help="also the other detectors that are installed")
        command.add_argument("--node-path", type=Path, metavar="DIR", help="the node_modules that has those of npm")
        command.add_argument("--output", type=Path, metavar="FILE", help="write everything as JSON")
        command.add_argument("--write", action="store_true", help="write the table into the README")
    if name == "sample":
        command.add_argument("file", type=Path, metavar="FILE")
        command.add_argument("--count", type=int, default=SAMPLE, metavar="N")


def fetch(options: argparse.Namespace) -> int:
    """Bring the pages of the packages, and choose from them; what is there already is not fetched again."""
    pages: Path = options.out / PAGES
    pages.mkdir(parents=True, exist_ok=True)
    apt = AptLists(options.out / ".apt")
    projects = read_manifest(options.manifest)
    failures = 0
    try:
        apt.update(SUITES)
    except SourceError as error:
        print(f"snippets: {error}", file=sys.stderr)
    with ThreadPoolExecutor(options.jobs) as pool:
        for said in pool.map(lambda project: fetch_one(project, pages, apt), projects):
            failures += "NOT FETCHED" in said
            if said:
                print(said, flush=True)
    return choose(options) or int(failures > 0)


def choose(options: argparse.Namespace) -> int:
    """Make the set from the pages that are there; tags that nobody knows are printed."""
    unknown: Counter[str] = Counter()
    rows = write_set(options.out, chosen(snippets_in(options.out / PAGES, unknown), options.per_language))
    print(f"{len(rows):,} snippets of {len({row.language for row in rows})} languages")
    print("unknown tags:", ", ".join(f"{tag} {count}" for tag, count in unknown.most_common(60)))
    return 0


def sample(options: argparse.Namespace) -> int:
    """Write rows for an adjudication; they are drawn by digest, hence by chance and always the same."""
    rows = sorted(read_set(options.out), key=lambda row: digest(f"read {row.path}"))[: options.count]
    lines = [f"{row.path}\t{row.language}\t{row.tag}\t\t" for row in sorted(rows)]
    options.file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return 0


def measure(options: argparse.Namespace) -> int:
    """Print how many are named right; by length, by language, and beside the other detectors."""
    rows = read_set(options.out)
    known = known_to(options.assets)
    own = figures(rows, own_answers(options.out, rows, options.assets), labels_for("", known))
    result: dict[str, Any] = {"snippets": len(rows), "missing": [], "tools": {OWN: own}}
    if options.against:
        result["missing"] = others(options, rows, known, result["tools"])
    print(by_language(own))
    return publish("snippets", table_of(result, rows, known), result, options.output, options.write)


def others(options: argparse.Namespace, rows: list[Row], known: set[str], into: dict[str, Any]) -> list[str]:
    """Put the snippets to every detector that is installed, and return why the others are not."""
    tools, missing = detectors(options.node_path, options.assets)
    for tool in tools:
        print(f"{tool.name} {tool.version} …", file=sys.stderr, flush=True)
        try:
            with tempfile.TemporaryDirectory() as scratch:
                answers = answers_of(tool, options.out, rows, Path(scratch))
            into[f"{tool.name} {tool.version}"] = figures(rows, answers, labels_for(tool.column, known))
        except Unavailable as error:
            missing.append(str(error))
    return missing


if __name__ == "__main__":
    sys.exit(main())
