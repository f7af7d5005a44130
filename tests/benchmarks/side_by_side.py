"""Which language is this content? The same files put to langdetect-hook and to every other detector that is
installed.

    python -m tests.benchmarks.side_by_side CORPUS [--projects FILE] [--files N] [--healthy TREES]
                                            [--node-path DIR] [--output FILE] [--write]

CORPUS is any folder <Language>/<project>/<file>; of a training corpus only the held-out projects count.
Names are hidden: each sample is written under a number. Whole files, and one window of 20, 10 and 5 lines
of each. With --healthy: how many files a naive comparison of each tool's label with the file's name would
complain about.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
import tempfile
import time
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any, NamedTuple

from langdetect_hook.languages import LANGUAGE_OF
from tests.benchmarks.detectors import Detector, Unavailable, detectors, labels_of
from tests.benchmarks.readme_table import markdown, publish
from tests.benchmarks.samples import (
    NoSamples,
    Sample,
    add_options,
    digest,
    held_out_projects,
    read_corpus,
    spread,
    window,
)
from tests.bundled import claim_of

WINDOWS = (20, 10, 5)
CUTS = ("whole", *(str(lines) for lines in WINDOWS))
PER = 25_000


class Question(NamedTuple):
    """A sample under a number: where it lies, how it was cut, what it is."""

    path: str
    cut: str
    language: str
    project: str


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="side_by_side", description=(__doc__ or "").splitlines()[0])
    add_options(parser)
    parser.add_argument("--all-projects", action="store_true", help="every project: for a corpus that no training saw")
    parser.add_argument("--files", type=int, default=15, metavar="N", help="files a language (15)")
    parser.add_argument("--healthy", type=Path, metavar="TREES", help="count naive mismatch alarms on these trees")
    parser.add_argument("--healthy-files", type=int, default=2500, metavar="N", help="how many files of them (2500)")
    parser.add_argument("--node-path", type=Path, metavar="DIR", help="the node_modules that has the detectors of npm")
    parser.add_argument("--only", metavar="NAME", action="append", help="only tools whose name begins so; repeatable")
    parser.add_argument("--output", type=Path, metavar="FILE", help="write everything as JSON")
    parser.add_argument("--write", action="store_true", help="write the table into docs/figures.md")
    options = parser.parse_args(argv)
    try:
        projects = None if options.all_projects else held_out_projects(options.projects, options.assets)
        samples = read_corpus(options.corpus, projects)
    except (NoSamples, OSError) as error:
        print(f"side_by_side: {error}", file=sys.stderr)
        return 2
    tools, missing = detectors(options.node_path, options.assets)
    if options.only:
        tools = [tool for tool in tools if any(tool.name.startswith(name) for name in options.only)]
    result: dict[str, Any] = {"python": platform.python_version(), "missing": missing, "tools": []}
    with tempfile.TemporaryDirectory() as scratch:
        questions = write_questions(samples, options.files, Path(scratch))
        healthy = healthy_files(options.healthy, options.healthy_files, Path(scratch)) if options.healthy else []
        result["files"] = dict(Counter(question.cut for question in questions))
        result["languages"] = len({question.language for question in questions})
        result["healthy_files"] = len(healthy)
        for tool in tools:
            print(f"{tool.name} {tool.version} …", file=sys.stderr, flush=True)
            try:
                result["tools"].append(measure(tool, questions, healthy))
            except Unavailable as error:
                missing.append(str(error))
    table = table_of(result)
    return publish("side-by-side", table, result, options.output, options.write)


def write_questions(samples: dict[str, list[Sample]], per_language: int, folder: Path) -> list[Question]:
    """The chosen files and their windows, written under numbers."""
    questions: list[Question] = []
    for language, found in samples.items():
        for sample in spread(found, per_language):
            raw = sample.read()
            seed = "/".join(sample.path.split(os.sep)[-3:])
            cuts = {"whole": raw, **{str(lines): window(raw, lines, seed) for lines in WINDOWS}}
            for cut, content in cuts.items():
                if content:
                    path = folder / f"{len(questions):06}"
                    path.write_bytes(content)
                    questions.append(Question(str(path), cut, language, sample.project))
    return questions


def healthy_files(trees: Path, count: int, folder: Path) -> list[tuple[str, str]]:
    """(copy under a number, path) of files whose name claims something, the same ones on every run."""
    found = []
    for root, _, names in os.walk(trees):
        for name in names:
            claim = claim_of(os.path.join(root, name))
            if claim and claim.covered:
                found.append(os.path.join(root, name))
    found.sort(key=lambda path: digest(os.path.relpath(path, trees)))
    chosen: list[tuple[str, str]] = []
    for path in found[:count]:
        copy = folder / f"healthy-{len(chosen):06}"
        copy.write_bytes(Path(path).read_bytes())
        chosen.append((str(copy), path))
    return chosen


def measure(tool: Detector, questions: list[Question], healthy: list[tuple[str, str]]) -> dict[str, Any]:
    """A tool's accuracy by cut and language, its time a file, and its naive alarms."""
    labels = labels_of(tool.column, list(LANGUAGE_OF))
    right: dict[str, Counter[str]] = defaultdict(Counter)
    asked: dict[str, Counter[str]] = defaultdict(Counter)
    confused: Counter[str] = Counter()
    seconds = 0.0
    began = time.perf_counter()
    for question, answer in zip(questions, tool.answers([question.path for question in questions]), strict=True):
        asked[question.cut][question.language] += 1
        if answer.label in labels.get(question.language, ()):
            right[question.cut][question.language] += 1
        elif question.cut == "whole" and question.language in labels:
            confused[f"{question.language} taken for {answer.label}"] += 1
        seconds += answer.seconds
    return {
        "name": tool.name,
        "version": tool.version,
        "supported": sum(language in labels for language in LANGUAGE_OF),
        "cuts": {cut: accuracy(right[cut], asked[cut], labels) for cut in CUTS if asked[cut]},
        "seconds_per_sample": seconds / len(questions),
        "wall_seconds": time.perf_counter() - began,
        "confusions": dict(confused.most_common(40)),
        "naive": naive_alarms(tool, labels, healthy) if healthy else None,
    }


def accuracy(right: Counter[str], asked: Counter[str], labels: dict[str, set[str]]) -> dict[str, Any]:
    """The accuracy: on everything, on the languages that the tool knows, and by language."""
    known = [language for language in asked if language in labels]
    return {
        "everything": right.total() / asked.total(),
        "supported": sum(right[language] for language in known) / max(1, sum(asked[language] for language in known)),
        "mean_over_languages": sum(right[language] / asked[language] for language in asked) / len(asked),
        "by_language": {language: right[language] / asked[language] for language in sorted(asked)},
    }


def naive_alarms(tool: Detector, labels: dict[str, set[str]], healthy: list[tuple[str, str]]) -> dict[str, Any]:
    """Count files whose label names a language that the file's name does not claim."""
    languages: dict[str, set[str]] = defaultdict(set)
    for language, names in labels.items():
        for name in names:
            languages[name].add(language)
    alarms: Counter[str] = Counter()
    for (_, name), answer in zip(healthy, tool.answers([path for path, _ in healthy]), strict=True):
        claim = claim_of(name)
        assert claim
        named = languages.get(answer.label or "", set())
        if named and "Text" not in named and not named & set(claim.languages):
            alarms[f"{claim.languages[0]} taken for {answer.label}"] += 1
    count = alarms.total()
    return {"alarms": count, "per_25000": count * PER / len(healthy), "most": dict(alarms.most_common(20))}


def table_of(result: dict[str, Any]) -> str:
    """The table that stands in docs/figures.md: accuracy on what a tool knows / on everything."""
    header = [
        "tool and version",
        "languages",
        *("whole" if cut == "whole" else f"{cut} lines" for cut in CUTS),
        "ms a sample",
    ]
    if result["healthy_files"]:
        header.append("naive alarms per 25,000")
    rows = []
    for tool in result["tools"]:
        cells = [f"{tool['name']} {tool['version']}", tool["supported"]]
        for cut in CUTS:
            figures = tool["cuts"].get(cut)
            cells.append(f"{figures['supported']:.1%} / {figures['everything']:.1%}" if figures else "")
        cells.append(f"{1e3 * tool['seconds_per_sample']:.2f}")
        if result["healthy_files"]:
            cells.append(f"{tool['naive']['per_25000']:,.0f}")
        rows.append(cells)
    counts = ", ".join(f"{cut}: {count:,}" for cut, count in result["files"].items())
    note = f"\nAccuracy on the languages that a tool knows / on all {result['languages']}; samples: {counts}."
    if result["healthy_files"]:
        note += f" Naive alarms: on {result['healthy_files']:,} healthy files."
    absent = "".join(f" Not measured: {reason}." for reason in result["missing"])
    return markdown(header, rows) + note + absent + "\n"


if __name__ == "__main__":
    sys.exit(main())
