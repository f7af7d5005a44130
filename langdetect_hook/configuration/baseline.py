"""The baseline: the findings that a repository had when it began to be checked. Only what is new fails.

A finding is a line: path, rule and digest of the content, between tabs, sorted by path, so that git merges two changed
baselines like any list. What changes in a file that is still wrong is new: it was touched, and can be put right.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from langdetect_hook.failure import Failure
from langdetect_hook.files.content import read_whole
from langdetect_hook.files.paths import seen_from
from langdetect_hook.files.sources import reason_of
from langdetect_hook.report import escaped
from langdetect_hook.verdict import ERROR, MISMATCH, OK, SKIPPED, Verdict

VERSION = 1
HEAD = f"# langdetect-hook baseline {VERSION}: findings that are known (path, rule, SHA-256 of the content)\n"
_HEAD = re.compile(r"# langdetect-hook baseline ([0-9]{1,9})\b")
_MARKER = re.compile(r"<{7} |={7}$|>{7} |\|{7} ")
_LARGEST = 64 << 20  # bytes: some 500,000 findings
_MOST_LINES = 1_000_000  # shorter ones would take many times as much memory
REASON = "it is in the baseline"


class Entry(NamedTuple):
    """A known finding: the path as seen from the folder of the baseline, the id of its rule, the digest."""

    path: str
    rule: str
    digest: str


class Baseline:
    """A baseline in use: what is known, and which of it was met."""

    def __init__(self, path: str, entries: Iterable[Entry] = ()) -> None:
        self.path = path
        self.entries = set(entries)
        self._folder = os.path.realpath(os.path.dirname(path) or os.curdir)
        self._met: set[Entry] = set()
        self._seen: set[str] = set()

    def judged(self, verdict: Verdict) -> Verdict:
        """A verdict as it counts: a finding that is known is none."""
        if verdict.verdict not in (ERROR, SKIPPED):
            self._seen.add(self.inside(verdict.path))
        entry = self.entry(verdict)
        if verdict.verdict != MISMATCH or entry not in self.entries:
            return verdict
        self._met.add(entry)
        return Verdict(verdict.path, OK, REASON, predicted=verdict.predicted, probability=verdict.probability)

    def stale(self, all_files: bool = False) -> list[Entry]:
        """The entries of files that were looked at and no longer have that finding; with `all_files`, also those of
        files that are gone."""
        unmet = (entry for entry in self.entries - self._met)
        return sorted(e for e in unmet if e.path in self._seen or (all_files and self._is_gone(e.path)))

    def entry(self, verdict: Verdict) -> Entry:
        """A finding as the baseline writes it."""
        return Entry(self.inside(verdict.path), verdict.rule or "", verdict.digest)

    def inside(self, path: str) -> str:
        """A path as seen from the folder of the baseline, as the baseline writes it."""
        return escaped(seen_from(os.path.join(os.path.realpath(os.curdir), path), self._folder))

    def _is_gone(self, path: str) -> bool:
        return not os.path.lexists(os.path.join(self._folder, path))


def read(path: str) -> Baseline:
    """The baseline in a file. Failure: it cannot be read, is of a newer version, or is not what was written."""
    return Baseline(path, _entries(path, _text(path).split("\n", _MOST_LINES)))


def write(path: str, entries: Iterable[Entry]) -> None:
    """Write a baseline, whole or not at all. Failure: it cannot be written."""
    from langdetect_hook.files.new_file import write_whole

    write_whole(path, HEAD + "".join("\t".join(entry) + "\n" for entry in sorted(set(entries))))


def _text(path: str) -> str:
    try:
        return read_whole(path, _LARGEST).decode("utf-8-sig").replace("\r\n", "\n")
    except OSError as error:
        raise Failure(f"the baseline {path} cannot be read: {reason_of(error)}") from None
    except UnicodeDecodeError:
        raise Failure(f"the baseline {path} is not UTF-8") from None


def _entries(path: str, lines: list[str]) -> Iterator[Entry]:
    if len(lines) > _MOST_LINES:
        raise Failure(f"the baseline {path} has more than {_MOST_LINES:,} lines")
    head = _HEAD.match(lines[0])
    for number, line in enumerate(lines, 1):
        if _MARKER.match(line):
            raise Failure(f"{path}:{number}: an unfinished merge: keep the lines of both sides, without the markers")
    if head is None:
        raise Failure(f"{path} is no baseline: its first line is not that of one")
    if int(head[1]) > VERSION:
        raise Failure(f"the baseline {path} is of version {head[1]}, newer than this langdetect-hook: update it")
    for number, line in enumerate(lines, 1):
        if line and not line.startswith("#"):
            fields = line.split("\t")
            if len(fields) != 3:
                raise Failure(f"{path}:{number}: not a line of a baseline: path, rule and digest, between tabs")
            yield Entry(*fields)
