"""Which languages the verdict must not tell apart: a weakly known one and those that its files look like without it.

A network that knows a language from few projects calls the files of others by the name of its relatives, and is sure of
it: no threshold helps. Who the relatives are is measured: a network that never saw the weak languages says what their
files look like to it. What a language grew out of counts as well, and what the trained network takes it for.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import numpy as np

from langdetect_hook.languages import LANGUAGE_OF
from langdetect_hook.network import NONE_OF_THESE

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

# A language of fewer independent projects than this is weakly known.
WELL_KNOWN_PROJECTS = 10
# A relative is what takes this share of the probability of a weak language's files, in the mean over its projects …
_SHARE = 0.05
# … or, of the network that knows the language, this share of its held-out pieces.
_TAKEN_FOR = 0.02
# Pieces of a language are taken for an unrelated one with about this probability.
_UNRELATED = 0.002
# So many pieces that are taken for nothing else are added, which matters for a language with few held-out pieces.
_PIECES_OF_NOTHING = 20
# How much more often than that is worth a word, and beyond what it makes no difference, as natural logarithms.
_LEAST_NEAR, _MOST_NEAR = 0.25, 4.0


def weak(projects: Mapping[str, int]) -> list[str]:
    """The languages that are known from too few independent projects; `projects`: how many, by label."""
    return [name for name, count in projects.items() if count < WELL_KNOWN_PROJECTS and name != NONE_OF_THESE]


def look_alikes(
    probabilities: NDArray[np.floating],
    origins: Sequence[tuple[str, str]],
    labels: Sequence[str],
    least: float = _SHARE,
) -> dict[str, set[str]]:
    """What the files of each language look like to a network.

    `probabilities` [n, L] of n samples; `origins`: the language and project of each; `labels` [L]. Every project of a
    language counts as much as another.
    """
    of_project: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, origin in enumerate(origins):
        of_project[origin].append(number)
    means: dict[str, list[NDArray[np.floating]]] = defaultdict(list)
    for (language, _), rows in of_project.items():
        means[language].append(probabilities[rows].mean(0))
    return {language: _above(np.mean(rows, 0), labels, least) - {language} for language, rows in means.items()}


def kin(weak_languages: Sequence[str], alike: Sequence[Mapping[str, set[str]]]) -> dict[str, str]:
    """Label.kin of every label that has any: weak languages and their relatives, both ways.

    `alike`: what files look like, by language, to one network after the other.
    """
    pairs: dict[str, set[str]] = defaultdict(set)
    for name in weak_languages:
        known = LANGUAGE_OF.get(name)
        grew_out_of = {known.grew_out_of} if known and known.grew_out_of else set()
        grown = {other.name for other in LANGUAGE_OF.values() if other.grew_out_of == name}
        for other in set().union(grew_out_of, grown, *(seen.get(name, set()) for seen in alike)):
            pairs[name].add(other)
            pairs[other].add(name)
    return {name: ",".join(sorted(others)) for name, others in sorted(pairs.items())}


def taken_for(
    probabilities: NDArray[np.floating], truth: NDArray[np.int32], labels: Sequence[str]
) -> dict[str, set[str]]:
    """What the trained network takes held-out pieces for; `probabilities` [n, L], `truth` [n] columns of `labels`."""
    return {
        name: _above(probabilities[truth == column].mean(0), labels, _TAKEN_FOR) - {name}
        for column, name in enumerate(labels)
        if (truth == column).any()
    }


def near(probabilities: NDArray[np.floating], truth: NDArray[np.int32], labels: Sequence[str]) -> dict[str, str]:
    """What healthy files are taken for now and then, as Label.near has it.

    `probabilities` [n, L] of pieces of held-out files; `truth` [n] columns of `labels`. By Bayes' rule the odds that
    a suspicion must overcome grow with the probability that a healthy file of the claimed language looks so.
    """
    answer = {}
    for column, name in enumerate(labels):
        own = probabilities[truth == column]
        taken_for = own.sum(0) / (len(own) + _PIECES_OF_NOTHING)
        more_often = np.clip(np.log(np.maximum(taken_for, _UNRELATED) / _UNRELATED), 0.0, _MOST_NEAR)
        rows = zip(labels, more_often.tolist(), strict=True)
        answer[name] = ",".join(f"{other}={more:.2f}" for other, more in rows if other != name and more >= _LEAST_NEAR)
    return answer


def _above(shares: NDArray[np.floating], labels: Sequence[str], least: float) -> set[str]:
    return {name for name, share in zip(labels, shares.tolist(), strict=True) if share >= least} - {NONE_OF_THESE}
