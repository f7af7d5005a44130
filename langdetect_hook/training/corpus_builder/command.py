"""The `corpus` command: its options, and its report in words."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, TextIO

from langdetect_hook.commands.help import HelpFormatter, examples_of

from .build import build_corpus
from .manifest import load_manifest

EPILOG = "exit status: 0 every source is in the corpus, 1 some are missing, 2 wrong usage or no corpus, 130 interrupted"


def main(argv: Sequence[str] | None = None) -> int:
    """The exit status of the command with the arguments after its name."""
    options = parser().parse_args(argv)
    return main_corpus(options.manifest, options.output, options.only, options.jobs, options.begin_with, options.clones)


def parser() -> argparse.ArgumentParser:
    """The parser of `corpus`."""
    top = argparse.ArgumentParser(
        prog="langdetect-hook corpus",
        description="Rebuild the training corpus from the packages and repositories that a manifest lists, with pip, "
        "npm, apt-get and git. An interrupted run is resumed by the same command.",
        epilog=f"{EPILOG}\n\n{examples_of('corpus')}",
        formatter_class=HelpFormatter,
        allow_abbrev=False,
    )
    top.add_argument("manifest", metavar="MANIFEST", help="a file like model_assets/corpus.toml")
    top.add_argument("output", metavar="OUT", help="the folder to make: OUT/<Language>/<project>/<file>")
    top.add_argument(
        "--only",
        metavar="NAME",
        action="append",
        default=[],
        help="only this source is then in OUT; may be repeated",
    )
    top.add_argument(
        "--with",
        metavar="CORPUS",
        dest="begin_with",
        help="a corpus whose files are all taken over first: the packages that it lacks are added to it",
    )
    top.add_argument(
        "--git",
        metavar="DIR",
        dest="clones",
        help="a folder of clones, DIR/owner/name or DIR/owner+name: repositories that it lacks are fetched",
    )
    top.add_argument("--jobs", metavar="N", type=_positive, default=2, help="sources at a time (default: 2)")
    return top


def main_corpus(
    manifest: str | Path,
    output: str | Path,
    only: Iterable[str] = (),
    jobs: int = 2,
    begin_with: str | Path | None = None,
    clones: str | Path | None = None,
    stream: TextIO | None = None,
) -> int:
    """The exit status after building the corpus and saying on `stream` (standard output) what it holds: 0, or 1 if some
    sources are missing.

    Failure or OSError, for the command line to explain, if there is no corpus in the end.
    """
    base, folder = (Path(path) if path else None for path in (begin_with, clones))
    report = build_corpus(load_manifest(manifest), Path(output), only, jobs, base, folder)
    for line in report_lines(report):
        print(line, file=stream or sys.stdout)
    return 1 if report["failures"] else 0


def report_lines(report: dict[str, Any]) -> list[str]:
    """The report for a reader; OUT/report.json and OUT/dropped.jsonl have the details."""
    lines = [f"{report['files']:,} files in {len(report['languages'])} languages from {report['projects']} projects"]
    lines += [f"{reason}: {number:,} labelled files dropped" for reason, number in report["dropped"].items()]
    lines += [f"{reason}: {number:,} files passed over" for reason, number in report["passed_over"].items()]
    for project, source in report["sources"].items():
        lines += [f"{project}: {remark}" for remark in source["remarks"]]
        if source["fewer_than_expected"]:
            lines.append(f"{project}: under half of the files expected of {', '.join(source['fewer_than_expected'])}")
    unrecorded = sum(len(source["unrecorded"]) for source in report["sources"].values())
    if unrecorded:
        lines.append(f"archives without a recorded digest: {unrecorded} (their digests are in report.json)")
    lines += [f"{project}: not in a registry, not rebuilt" for project in report["not_rebuilt"]]
    lines += [f"{project}: missing: {sentence}" for project, sentence in report["failures"].items()]
    return lines


def _positive(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number above 0")
    return int(text)
