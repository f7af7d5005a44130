"""Files of a corpus folder `<Language>/<project>/<file>`, chosen and cut the same way on every run."""

from __future__ import annotations

import argparse
import hashlib
import json
import os
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from langdetect_hook.failure import Failure
from langdetect_hook.languages import LANGUAGE_OF
from langdetect_hook.training import corpus

METADATA = Path(__file__).parents[2] / "model_assets" / "metadata.json"
HELD_OUT_KEY = "held_out"


class Sample(NamedTuple):
    """One file of a corpus and the language that it is known to be."""

    language: str
    project: str
    path: str

    def read(self) -> bytes:
        with open(self.path, "rb") as file:
            return file.read()


class NoSamples(Exception):
    """The corpus has nothing to measure with; the text says why."""


def digest(text: str) -> str:
    """The number that orders everything here: not a random one, so that runs can be compared."""
    return hashlib.sha256(text.encode("utf-8", "surrogateescape")).hexdigest()


def add_options(parser: argparse.ArgumentParser) -> None:
    """Let a benchmark be told of which corpus, which projects of it, and which assets."""
    parser.add_argument("corpus", type=Path, metavar="CORPUS", help="<Language>/<project>/<file>")
    parser.add_argument("--assets", type=Path, metavar="DIR", default=METADATA.parent, help="else the bundled ones")
    parser.add_argument(
        "--projects", type=Path, metavar="FILE", help="only these projects, one a line; else the metadata's held-out"
    )


def held_out_projects(projects_file: Path | None, assets: Path = METADATA.parent) -> set[str]:
    """The projects that no training saw: one a line of a file, or those in the metadata of `assets`.

    NoSamples: the network of these assets learned from every project, so that nothing can be measured on them.
    """
    if projects_file is not None:
        lines = projects_file.read_text(encoding="utf-8").splitlines()
        return {line.strip() for line in lines if line.strip() and not line.startswith("#")}
    try:
        metadata = json.loads((assets / METADATA.name).read_text(encoding="utf-8"))
        held_out = set(metadata[HELD_OUT_KEY])
    except (OSError, ValueError, KeyError) as error:
        reason = f'no "{HELD_OUT_KEY}" in it' if isinstance(error, KeyError) else str(error)
        raise NoSamples(f"{METADATA.name}: {reason}; name the held-out projects with --projects FILE") from None
    if metadata.get("trained_on") == "every project":
        raise NoSamples(
            "these assets were trained on every project: name those that `train --measured DIR` wrote with --assets DIR"
        )
    return held_out


def read_corpus(folder: Path, projects: set[str] | None = None) -> dict[str, list[Sample]]:
    """The samples of each language, in the order of their digests, labelled as training labels them.

    `projects`: only these; an entry is a project, <Language>/<project>, or <project>/<file> where a
    project is a collection of single files.
    """
    samples: dict[str, list[Sample]] = defaultdict(list)
    try:
        examples = corpus.read_corpus(os.fspath(folder))
    except Failure as failure:
        raise NoSamples(str(failure)) from None
    for example in examples:
        if example.language not in LANGUAGE_OF or example.is_block:
            continue
        inside = os.path.relpath(example.path, folder)
        language_folder, project = inside.split(os.sep)[:2]
        if projects is None or projects & {example.project, project, f"{language_folder}/{project}"}:
            samples[example.language].append(Sample(example.language, project, example.path))
    if not samples:
        raise NoSamples(f"{folder}: no <Language>/<project>/<file> of the projects asked for")
    for found in samples.values():
        found.sort(key=lambda sample: digest(os.path.relpath(sample.path, folder)))
    return dict(samples)


def spread(samples: Iterable[Sample], count: int) -> list[Sample]:
    """`count` samples, in turn from each project, so that a large project does not speak for all."""
    waiting: dict[str, list[Sample]] = defaultdict(list)
    for sample in samples:
        waiting[sample.project].append(sample)
    queues = list(waiting.values())
    chosen = [queue[turn] for turn in range(max(map(len, queues), default=0)) for queue in queues if turn < len(queue)]
    return chosen[:count]


def window(raw: bytes, lines: int, seed: str) -> bytes | None:
    """`lines` lines from where `seed` says, at least half of them not blank, or None."""
    every = raw.splitlines(keepends=True)
    starts = len(every) - lines + 1
    if starts < 1:
        return None
    first = int(digest(f"{lines} {seed}")[:12], 16)
    for attempt in range(20):
        start = (first + attempt * (starts // 7 + 1)) % starts
        cut = every[start : start + lines]
        if sum(1 for line in cut if line.strip()) * 2 >= lines:
            return b"".join(cut)
    return None
