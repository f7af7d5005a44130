"""Thresholds for the verdict, from healthy files of held-out projects: how far the network can be wrong about them."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from tqdm import tqdm

from langdetect_hook import excuses
from langdetect_hook.case import Case
from langdetect_hook.claims import Claim
from langdetect_hook.files.content import content_from_bytes
from langdetect_hook.languages import LANGUAGE_OF
from langdetect_hook.languages.accepts import accepted_by
from langdetect_hook.network import NONE_OF_THESE, assets
from langdetect_hook.suspicion import WEAK, looked_at
from langdetect_hook.training.prevalence import MARGIN_RARE, least_margin
from langdetect_hook.training.processes import batched, on_processes

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from numpy.typing import NDArray

    from langdetect_hook.training.corpus import Example

# No threshold is higher: a few odd files must not switch a language off.
MOST_MARGIN = 12.0
# Beyond the largest margin that healthy files of two projects showed.
_DISTANCE = 0.5
# A language learned from few projects needs a larger margin: by this much for each missing project.
_WELL_KNOWN_PROJECTS = 20
_UNKNOWN_PROJECT = 0.05
# Pieces of a language are taken for an unrelated one with about this probability.
_UNRELATED = 0.002
# So many pieces that are taken for nothing else are added, which matters for a language with few held-out pieces.
_PIECES_OF_NOTHING = 20
# What is added to a threshold for that: nothing below the first, at most the second.
_LEAST_BEYOND, _MOST_BEYOND = 0.25, 4.0
_FILES_A_TASK = 200


class Suspected(NamedTuple):
    """A healthy file that the network suspects of being something else, and that nothing excuses."""

    language: str
    looks_like: str
    margin: float
    project: str


def suspected_files(
    folder: str, files: Iterable[tuple[Example, bytes]], jobs: int, total: int | None = None
) -> list[Suspected]:
    """The healthy files that the assets in `folder` suspect; `total`: how many they are, to show how far it is."""
    tasks = ((folder, some) for some in batched(files, _FILES_A_TASK))
    found: list[Suspected] = []
    with tqdm(total=total, desc="thresholds", unit="file", disable=not sys.stderr.isatty()) as bar:
        for part in on_processes(_suspected_in, tasks, jobs):
            found.extend(part)
            bar.update(_FILES_A_TASK)
    return found


def near(probabilities: NDArray[np.floating], truth: NDArray[np.int32], labels: Sequence[str]) -> dict[str, str]:
    """What healthy files are taken for now and then, as Label.near has it.

    `probabilities` [n, L] of pieces of held-out files; `truth` [n]. By Bayes' rule the odds that must be overcome grow
    with the probability that a healthy file of the claimed language looks so: its logarithm, over that of languages
    that have nothing to do with each other, is asked beyond the threshold.
    """
    answer = {}
    for column, name in enumerate(labels):
        own = probabilities[truth == column]
        taken_for = own.sum(0) / (len(own) + _PIECES_OF_NOTHING)
        beyond = np.clip(np.log(np.maximum(taken_for, _UNRELATED) / _UNRELATED), 0.0, _MOST_BEYOND)
        rows = zip(labels, beyond.tolist(), strict=True)
        answer[name] = ",".join(
            f"{other}={more:.2f}" for other, more in rows if other != name and more >= _LEAST_BEYOND
        )
    return answer


def margins(
    found: Iterable[Suspected],
    projects: dict[str, int],
    near_of: Mapping[str, str] | None = None,
    kin_of: Mapping[str, str] | None = None,
) -> list[assets.Label]:
    """The labels with their thresholds: a little beyond what the healthy files of all projects but one showed."""
    by_claim: dict[str, dict[str, float]] = {name: {} for name in projects}
    by_content: dict[str, dict[str, float]] = {name: {} for name in projects}
    for one in found:
        for seen in (by_claim[one.language], by_content[one.looks_like]):
            seen[one.project] = max(one.margin, seen.get(one.project, 0.0))
    return [
        assets.Label(
            name,
            _beyond(by_claim[name], least_margin(name, name in LANGUAGE_OF), count),
            _beyond(by_content[name], MARGIN_RARE, count),
            count,
            (near_of or {}).get(name, ""),
            (kin_of or {}).get(name, ""),
        )
        for name, count in projects.items()
    ]


def _beyond(seen: dict[str, float], least: float, projects: int) -> float:
    # The oddities or wrong labels of one project must not decide for the others.
    largest = sorted(seen.values())[-2] if len(seen) > 1 else 0.0
    unknown = _UNKNOWN_PROJECT * max(0, _WELL_KNOWN_PROJECTS - projects)
    return float(np.clip(largest + _DISTANCE, least + unknown, MOST_MARGIN))


def _suspected_in(task: tuple[str, Sequence[tuple[Example, bytes]]]) -> list[Suspected]:
    folder, files = task
    model = assets.load(folder)
    model.prepare_for_many()
    found = []
    for example, raw in files:
        content = content_from_bytes(raw)
        claim = claim_in_corpus(model, example.path, example.language)
        if content.text is None or claim is None or example.language == NONE_OF_THESE:
            continue
        case = Case(claim, content, model)
        suspicion = looked_at(case)
        # What is proven has a margin of its own.
        if suspicion.state == WEAK and not suspicion.proven and not excuses.for_(case, suspicion).id:
            found.append(Suspected(example.language, suspicion.language, suspicion.margin, example.project))
    return found


def claim_in_corpus(model: assets.Model, path: str, language: str) -> Claim | None:
    """What the name of a file of the corpus claims; where that is not its language, what a typical name does."""
    known = LANGUAGE_OF.get(language)
    for name in (path, f"a{known.primary}" if known else ""):
        claim = model.claims.of(name)
        if language in claim.languages:
            # The rest of the name is how the corpus calls the file, and means nothing.
            return claim.under(claim.pattern)
    if known is None:
        return None
    accepts = frozenset({language, *accepted_by(language)})
    row = ((language,), accepts, True, known.primary, False, "its folder says so", ())
    return Claim(known.primary, model.claims, row)
