"""Which of the candidate files make the corpus: no two alike, and a fair share for every project."""

from __future__ import annotations

import zlib
from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from langdetect_hook.training.corpus import independent

LANGUAGE_FILES = 1500
# Code blocks of documentation that are taken beside a language's files.
LANGUAGE_BLOCKS = 400
# At most so many are compared: comparing all that 1,800 packages offer would take longer than fetching them.
COMPARED_FILES = 3 * LANGUAGE_FILES

# (files of a project, or of a part of a split one; files of a split project, or of an owner with several
# repositories): the later rows only for a language that has fewer than POOR files with the earlier ones.
SHARES = ((40, 80), (60, 160), (90, 250))
POOR = 200

SKETCH = 48  # smallest line hashes kept of each file
ALIKE = 0.8  # Jaccard similarity of two files' lines from which they count as one
BANDS = 12  # files are compared if one of their smallest hashes is the same

BEYOND = "beyond the share of its project or language"


class Candidate(NamedTuple):
    """A file that passed the filters. `key` is its place in the build folder, and decides nothing."""

    key: str
    language: str
    project: str
    part: str
    digest: str


class Lookalikes:
    """The files of one language so far, which tell whether a new one is nearly the same as an earlier one."""

    def __init__(self) -> None:
        self._sketches: list[frozenset[int]] = []
        self._with_hash: dict[int, list[int]] = defaultdict(list)

    def knows(self, text: str) -> bool:
        """Whether a file like `text` is known; if not, it is from now on."""
        ordered = sketch_of(text)
        sketch = frozenset(ordered)
        seen: set[int] = set()
        for one in ordered[:BANDS]:
            for number in self._with_hash[one]:
                if number not in seen:
                    seen.add(number)
                    if _similarity(sketch, self._sketches[number]) >= ALIKE:
                        return True
        for one in ordered[:BANDS]:
            self._with_hash[one].append(len(self._sketches))
        self._sketches.append(sketch)
        return False


def sketch_of(text: str) -> list[int]:
    """The SKETCH smallest hashes of the text's distinct lines, spaces aside: the same sample for the same lines."""
    lines = {"".join(line.split()) for line in text.split("\n")}
    return sorted(zlib.crc32(line.encode("utf-8", "replace")) for line in lines if line)[:SKETCH]


def _similarity(one: frozenset[int], other: frozenset[int]) -> float:
    """The Jaccard similarity, or 0 where it is below ALIKE for certain."""
    # The smallest hashes of the union are a fair sample of it: the share that both hold estimates the Jaccard
    # index.
    common = one & other
    if len(common) < ALIKE * max(len(one), len(other)):  # nearly all pairs: they can't be alike
        return 0.0
    union = sorted(one | other)[:SKETCH]
    return sum(value in common for value in union) / max(1, len(union))


def fair_share(candidates: Iterable[Candidate], most: int = LANGUAGE_FILES) -> list[Candidate]:
    """At most `most` of one language's candidates, taken from the projects in turn.

    Which of a project's files are taken depends on their content alone, so that the choice is the same on
    every machine.
    """
    ordered = sorted(candidates, key=lambda candidate: candidate.digest)
    chosen: list[Candidate] = []
    for of_part, of_project in SHARES:
        chosen = _in_turn(ordered, of_part, of_project)[:most]
        if len(chosen) >= POOR:
            break
    return chosen


def _in_turn(ordered: list[Candidate], of_part: int, of_project: int) -> list[Candidate]:
    # First the parts of a project take turns, then the projects: a collection of many parts doesn't outvote
    # the others, and neither does an owner of many repositories.
    by_project: dict[str, dict[tuple[str, str], list[Candidate]]] = defaultdict(lambda: defaultdict(list))
    for candidate in ordered:
        by_project[independent(candidate.project)][candidate.project, candidate.part].append(candidate)
    queues = []
    for parts in by_project.values():
        limit = of_project if len(parts) > 1 else of_part
        queues.append(_round_robin([files[:of_part] for files in parts.values()])[:limit])
    return _round_robin(queues)


def _round_robin(queues: list[list[Candidate]]) -> list[Candidate]:
    """The first of each queue, then the second of each, and so on; within a turn in the order of their digests."""
    turns: list[Candidate] = []
    for number in range(max(map(len, queues), default=0)):
        turn = [queue[number] for queue in queues if number < len(queue)]
        turns += sorted(turn, key=lambda candidate: candidate.digest)
    return turns
