"""How many findings there are, by rule and folder: what one wants to see of a big first run."""

from __future__ import annotations

from collections import Counter
from typing import TextIO

from langdetect_hook.report.problem import Problem, ProblemWriter

_LEVELS = 2  # of folders that are told apart
_MOST_ROWS = 30


class Writer(ProblemWriter):
    """A writer of a table, the largest number first."""

    def __init__(self, stream: TextIO) -> None:
        super().__init__(stream)
        self._counts: Counter[tuple[str, str]] = Counter()
        self._files: set[str] = set()

    def add(self, problem: Problem) -> None:
        if problem.rule:
            self._counts[problem.rule, _folder(problem.path)] += 1
            self._files.add(problem.path)

    def close(self, hint: str) -> None:
        rows = sorted(self._counts.items(), key=lambda row: (-row[1], row[0]))
        for (rule, folder), count in rows[:_MOST_ROWS]:
            self._stream.write(f"{count:>8,}  {rule}  {folder}\n")
        for rule, rest in sorted(_by_rule(rows[_MOST_ROWS:]).items()):
            self._stream.write(f"{rest:>8,}  {rule}  elsewhere\n")
        findings = self._counts.total()
        said = f"findings in {len(self._files):,} files" if findings != 1 else "finding"
        self._stream.write(f"{findings:>8,}  {said}\n")


def _folder(path: str) -> str:
    levels = path.split("/")[:-1]
    return "/".join(levels[:_LEVELS]) + "/" if levels else "./"


def _by_rule(rows: list[tuple[tuple[str, str], int]]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for (rule, _), count in rows:
        counts[rule] += count
    return counts
