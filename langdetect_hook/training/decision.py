"""The decision: how sure it is that a name is wrong, learned from healthy files and planted accidents.

What the network holds against a file is measured in a few quantities (suspicion/quantities.py). Their weights are those
of an additive logistic regression, with a straight line between the points of each quantity and the direction that
reason demands: more margin never makes it less sure. It is learned from files of projects that the network was not
trained on, healthy ones under their own names and planted ones under those of other languages, as often as in life.
"""

from __future__ import annotations

import hashlib
import os
import random
from collections import Counter, defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from langdetect_hook import evidence, excuses
from langdetect_hook.case import Case
from langdetect_hook.claims import Claim
from langdetect_hook.failure import Failure
from langdetect_hook.files.content import content_from_bytes, read_file
from langdetect_hook.languages import LANGUAGE_OF
from langdetect_hook.languages.accepts import accepted_by
from langdetect_hook.network import NONE_OF_THESE, assets
from langdetect_hook.network.additive import Additive, Term, read_additive, written
from langdetect_hook.report.rules import DEFAULT_RULES
from langdetect_hook.suspicion import WEAK, looked_at, nothing_to_compare
from langdetect_hook.suspicion.quantities import prevalence, quantities
from langdetect_hook.training.data import is_noise
from langdetect_hook.training.processes import batched, on_processes

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Sequence

    from numpy.typing import NDArray

    from langdetect_hook.files.content import Content
    from langdetect_hook.network.assets import Model
    from langdetect_hook.training.corpus import Example

# One file of so many is really wrong (docs/design.md).
PRIOR = 1 / 2_000
# So many held-out files of a language are planted, each under so many names, whole and cut after so many lines.
_MOST_PLANTED, _PLANTED_UNDER, _LINES = 40, 2, 20
# A folder that does not exist, so that no file beside a planted one can excuse it.
_NOWHERE = "planted"
# The oddities of one project must not decide for the others: together they count as so many files.
_ODDITIES = 2.0
# With fewer suspicions than this of either kind nothing could be learned.
_FEWEST = 20
_FILES_A_TASK = 200
# Of the regression: how strongly it is drawn to no opinion, and how it is found.
_RIDGE, _STEPS, _RATE = 0.000005, 4_000, 0.02


class Quantity(NamedTuple):
    """How a quantity may count: at which values its line may bend, and whether more of it speaks against the name (1)
    or for it (-1)."""

    points: tuple[float, ...]
    direction: int
    purpose: str


_COUNTS = (3.0, 4.0, 5.0, 6.0, 7.0, 8.0)
_NEARNESS = (0.0, 1.0, 2.0, 3.0, 4.0)
QUANTITIES: dict[str, Quantity] = {
    "margin of the first lines": Quantity(
        (0, 1, 2, 4, 6, 9, 12),
        1,
        "How far its first 4,096 characters look more like another language than what the name allows (logarithm).",
    ),
    "least margin of a part": Quantity(
        (-6, -3, -1, 0, 1, 2, 4, 6, 9), 1, "The same of the part that looks most like its name."
    ),
    "margin over no language": Quantity(
        (0, 1, 2, 4, 6, 9, 12), 1, "How far what it looks like is ahead of noise and unknown formats (logarithm)."
    ),
    "known tokens": Quantity(_COUNTS, 1, "How many different known tokens it has, as a power of 2."),
    "taken for it": Quantity(
        _NEARNESS, -1, "How much more often than is normal healthy files of such names look like that (logarithm)."
    ),
    "passed over": Quantity((0, 1, 2), -1, "How many likelier languages it cannot be: it may be something unknown."),
    "prevalence of the name": Quantity(
        (0, 1, 2), -1, "How many files bear such names: 2 where every repository has them."
    ),
    "uncommon name": Quantity((0, 1), -1, "Whether hardly anybody gives such a name: it is rather a custom."),
    "words or values": Quantity((0, 1), -1, "Whether it looks like prose or data, which files of any language hold."),
}
_CONSTANT = "What all gains are added to: the sum is the logarithm of the odds that the name is wrong."


class Suspected(NamedTuple):
    """A file that is suspected and that nothing excuses: whether its name is `wrong`, whose it is, how often such names
    are met, and what is measured of it, in the order of QUANTITIES."""

    wrong: bool
    project: str
    prevalence: int
    values: tuple[float, ...]


class Observed(NamedTuple):
    """Some files under names that the network is asked about: how many healthy and planted ones there are of each
    Label.prevalence, and the suspected."""

    healthy: Counter[int]
    planted: Counter[int]
    suspected: list[Suspected]


class File(NamedTuple):
    """A file to be observed. `language`: what it is known to be, "" where only its name says; `plant`: also under wrong
    names."""

    path: str
    project: str
    language: str = ""
    plant: bool = False


class Learned(NamedTuple):
    """A decision.tsv; from how many healthy and planted files, and suspected ones of each, or the digest of one
    that was kept; whether it `is_own`, and not that of the bundled model."""

    table: str
    facts: dict[str, int | str]
    is_own: bool


def bundled() -> str:
    """The decision.tsv of the bundled model: for a corpus that has too little to learn one from."""
    with open(os.path.join(assets.bundled_folder(), assets.DECISION), encoding="utf-8") as file:
        return file.read()


def read_table(path: str) -> str:
    """A decision.tsv that was learned before. Failure: it cannot be read, or weighs other quantities."""
    try:
        with open(path, encoding="utf-8") as file:
            table = file.read()
        model = read_additive(table)
    except OSError as error:
        raise Failure(f"--decision {path} cannot be read: {error.strerror}") from None
    except ValueError:
        raise Failure(f"--decision {path}: it is no decision.tsv") from None
    if model.terms.keys() != QUANTITIES.keys():
        raise Failure(f"--decision {path}: it weighs other quantities than this version does")
    return table


def kept(table: str) -> Learned:
    """A decision that was learned before, as it is."""
    return Learned(table, {"kept": hashlib.sha256(table.encode()).hexdigest()}, True)


def learned(folder: str, files: Iterable[File], jobs: int, seed: int) -> Learned:
    """The decision for the assets in `folder`, from healthy files that its network was not trained on and planted ones.

    Where they show too little to learn from, it is that of the bundled model.
    """
    observed = observed_in(folder, files, jobs, seed)
    wrong = [one.wrong for one in observed.suspected]
    facts: dict[str, int | str] = {
        "healthy": observed.healthy.total(),
        "healthy_suspected": wrong.count(False),
        "planted": observed.planted.total(),
        "planted_suspected": wrong.count(True),
    }
    if min(wrong.count(False), wrong.count(True)) < _FEWEST:
        return Learned(bundled(), facts, False)
    return Learned(written(fitted(observed), _CONSTANT), facts, True)


def held_out(examples: Sequence[Example], seed: int) -> Iterator[File]:
    """The examples of a corpus as files to be observed, some of each language also under wrong names."""
    places: dict[str, list[int]] = defaultdict(list)
    for place, example in enumerate(examples):
        places[example.language].append(place)
    generator = random.Random(seed)  # noqa: S311 - chance that can be repeated
    planted = {place for found in places.values() for place in generator.sample(found, min(len(found), _MOST_PLANTED))}
    for place, example in enumerate(examples):
        if example.language != NONE_OF_THESE and not is_noise(example.project):
            yield File(example.path, example.project, example.language, place in planted)


def in_repositories(folder: str, wrong_names: Container[str]) -> Iterator[File]:
    """The files of a folder of projects that no network was trained on, under the names that they have, but for those
    whose name is wrong: `wrong_names`, paths below the folder."""
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name != ".git")
        for name in sorted(names):
            path = os.path.join(place, name)
            below = os.path.relpath(path, folder)
            if below not in wrong_names and os.path.isfile(path) and not os.path.islink(path):
                yield File(path, below.split(os.sep)[0])


def read_wrong_names(path: str) -> set[str]:
    """The paths whose names were found to be wrong, in a table of findings that were read (path, rule, verdict, why).

    Failure: it cannot be read.
    """
    try:
        with open(path, encoding="utf-8") as file:
            rows = [line.split("\t") for line in file if not line.startswith("#")]
    except (OSError, UnicodeDecodeError) as error:
        raise Failure(f"{path} cannot be read: {getattr(error, 'strerror', '') or 'it is no UTF-8'}") from None
    return {row[0] for row in rows if len(row) > 2 and row[2] == "wrong-name"}


def observed_in(folder: str, files: Iterable[File], jobs: int, seed: int) -> Observed:
    """What the assets in `folder` hold against the files, on several processes."""
    tasks = ((folder, seed, number, some) for number, some in enumerate(batched(files, _FILES_A_TASK)))
    healthy: Counter[int] = Counter()
    planted: Counter[int] = Counter()
    suspected: list[Suspected] = []
    for part in on_processes(_observed_in, tasks, jobs):
        healthy += part.healthy
        planted += part.planted
        suspected += part.suspected
    return Observed(healthy, planted, suspected)


def fitted(observed: Observed) -> Additive:
    """The additive model of the probability that a name is wrong, from observed files in whatever mixture."""
    suspected = observed.suspected
    segments = np.array([_segments(one.values) for one in suspected])
    slopes, constant = _regression(segments, np.array([one.wrong for one in suspected], float), weights_of(observed))
    terms, place = [], 0
    for name, quantity in QUANTITIES.items():
        steps = np.diff(quantity.points)
        rises = slopes[place : place + len(steps)] * steps * quantity.direction
        place += len(steps)
        terms.append(Term(name, quantity.points, [0.0, *np.cumsum(rises).tolist()], quantity.purpose))
    return Additive(constant, terms)


def weights_of(observed: Observed) -> NDArray[np.float64]:
    """How often each suspected file is met in life [n], where the healthy files are as many as they are here.

    Accidents are as rare as PRIOR says. Half of them happen to all languages' names alike, half as often as a name is
    met. The oddities of one project are few.
    """
    odd = Counter(one.project for one in observed.suspected if not one.wrong)
    healthy, planted = observed.healthy.total(), max(1, observed.planted.total())
    of_accident = {
        met: healthy * PRIOR * (0.5 / planted + 0.5 * observed.healthy[met] / healthy / count)
        for met, count in observed.planted.items()
    }
    return np.array(
        [
            of_accident[one.prevalence] if one.wrong else min(1.0, _ODDITIES / odd[one.project])
            for one in observed.suspected
        ]
    )


def _segments(values: Sequence[float]) -> list[float]:
    """How far each value reaches into each segment between the points of its quantity, signed by its direction."""
    return [
        quantity.direction * min(max(value - low, 0.0), high - low)
        for value, quantity in zip(values, QUANTITIES.values(), strict=True)
        for low, high in pairwise(quantity.points)
    ]


def _regression(
    segments: NDArray[np.float64], wrong: NDArray[np.float64], weights: NDArray[np.float64]
) -> tuple[NDArray[np.float64], float]:
    """Slopes [k] of at least 0 and the constant that make `wrong` [n] likeliest, given `segments` [n, k].

    By Adam (Kingma and Ba, ICLR 2015) with projection: it needs nothing but numpy, and is the same everywhere.
    """
    inputs = np.column_stack([segments, np.ones(len(segments))])
    share = weights / weights.sum()
    found, mean, square = np.full(inputs.shape[1], 0.05), np.zeros(inputs.shape[1]), np.zeros(inputs.shape[1])
    found[-1] = -2.0
    ridge = np.append(np.full(segments.shape[1], _RIDGE), 0.0)
    for step in range(1, _STEPS + 1):
        off = 1 / (1 + np.exp(-np.clip(inputs @ found, -500, 500))) - wrong
        gradient = inputs.T @ (off * share) + ridge * found
        mean, square = 0.9 * mean + 0.1 * gradient, 0.999 * square + 0.001 * gradient**2
        found -= _RATE * mean / (1 - 0.9**step) / (np.sqrt(square / (1 - 0.999**step)) + 1e-9)
        found[:-1] = np.maximum(found[:-1], 0.0)
    return found[:-1], float(found[-1])


def _observed_in(task: tuple[str, int, int, Sequence[File]]) -> Observed:
    folder, seed, number, files = task
    model = assets.load(folder)
    model.prepare_for_many()
    generator = random.Random(seed * 1_000_003 + number)  # noqa: S311 - chance that can be repeated
    names = names_to_plant(model)
    seen = Observed(Counter(), Counter(), [])
    for file in files:
        try:
            content = read_file(file.path)
        except OSError:  # gone, or not to be read by this user
            continue
        claim = claim_in_corpus(model, file.path, file.language) if file.language else model.claims.of(file.path)
        if claim:
            _observe(seen, model, file, claim, content, False)
        for wrong in _wrong_claims(model, names, file.language, generator) if file.plant else ():
            for cut in (content, content_from_bytes(_first_lines(content.raw))):
                _observe(seen, model, file, wrong, cut, True)
    return seen


def names_to_plant(model: Model) -> dict[str, Claim]:
    """The claims of the names that files of each label would best have, where the network may speak against them."""
    names = {}
    for label in model.labels:
        known = LANGUAGE_OF.get(label.name)
        if known is None:
            continue
        name = known.file_name("planted")
        claim = model.claims.of(f"{_NOWHERE}/{name}")
        if claim and claim.covered and label.name in claim.languages:
            names[label.name] = claim
    return names


def _wrong_claims(model: Model, names: dict[str, Claim], language: str, generator: random.Random) -> Iterator[Claim]:
    """A few claims that a file of a language does not meet, drawn by chance."""
    for name in generator.sample(sorted(names), min(len(names), _PLANTED_UNDER)):
        claim = names[name]
        if language not in claim.accepts and language not in claim.languages:
            yield claim


def _first_lines(raw: bytes) -> bytes:
    return b"".join(raw.splitlines(keepends=True)[:_LINES])


def _observe(seen: Observed, model: Model, file: File, claim: Claim, content: Content, wrong: bool) -> None:
    """Count a file under a claim, if a network is asked about it, and add what is held against it, if that is enough to
    be weighed."""
    case = Case(claim, content, model)
    if nothing_to_compare(case) or evidence.against(case, DEFAULT_RULES):
        return
    met = prevalence(case)
    (seen.planted if wrong else seen.healthy)[met] += 1
    found = looked_at(case)
    # What is proven needs no decision.
    if found.state == WEAK and not found.proven and not excuses.for_(case, found).id:
        measured = quantities(case, found)
        values = tuple([float(measured[name]) for name in QUANTITIES])
        seen.suspected.append(Suspected(wrong, file.project, met, values))


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
