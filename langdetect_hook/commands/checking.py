"""The `check` command where more than a plain list of files is asked, and the `baseline` command."""

from __future__ import annotations

import os
import sys
from collections.abc import Generator, Iterable
from contextlib import ExitStack, closing
from typing import TYPE_CHECKING, NamedTuple

from langdetect_hook import commands
from langdetect_hook.configuration import BASELINE, baseline
from langdetect_hook.configuration.baseline import Baseline
from langdetect_hook.configuration.settings import Settings
from langdetect_hook.failure import CLEAN, FAILED
from langdetect_hook.network import assets
from langdetect_hook.report import Report, complain, escaped, unreadable_line
from langdetect_hook.verdict import ERROR, MISMATCH

if TYPE_CHECKING:
    from contextlib import AbstractContextManager
    from typing import TextIO

    from langdetect_hook.files.sources import Source
    from langdetect_hook.verdict import Verdict

_STALE_SHOWN = 5


class Wanted(NamedTuple):
    """How a check reports: the name of its `format`, the file that it goes to ("": standard output), whether every
    file is listed, whether findings make no status, whether all files of the repository are meant, whether the paths
    come in as `streamed`."""

    format: str = "text"
    output: str = ""
    verbose: bool = False
    exit_zero: bool = False
    all_files: bool = False
    streamed: bool = False


def check(sources: Iterable[Source], settings: Settings, wanted: Wanted, jobs: int) -> int:
    """The exit status of checking the sources as the settings say. Failure: broken assets or baseline, no output."""
    known = baseline_of(settings)
    with ExitStack() as stack:
        stream = stack.enter_context(_new_file(wanted.output)) if wanted.output else sys.stdout
        severities = settings.values["severity"]
        report = Report(wanted.format, stream, sys.stderr, wanted.verbose, wanted.exit_zero, severities)
        for verdict in stack.enter_context(closing(_judged(sources, settings, wanted, jobs, known))):
            report.add(verdict)
        status = report.close()
    if known:
        _say_what_is_stale(known, wanted.all_files)
    return status


def _new_file(path: str) -> AbstractContextManager[TextIO]:
    from langdetect_hook.files.new_file import new_file

    return new_file(path)


def _judged(
    sources: Iterable[Source], settings: Settings, wanted: Wanted, jobs: int, known: Baseline | None
) -> Generator[Verdict]:
    """The verdicts on the sources, to which the baseline has been held."""

    def work(listed: Iterable[Source]) -> Generator[Verdict]:
        for verdict in verdicts_on(listed, settings, jobs):
            yield known.judged(verdict) if known else verdict

    return commands.watched(sources, work, commands.is_told, wanted.verbose, wanted.streamed)


def write_baseline(sources: Iterable[Source], settings: Settings, prune: bool, everything: bool, jobs: int) -> int:
    """The exit status of writing the present findings to the baseline; with `prune`, of dropping what is stale there.

    `everything`: the sources are all files of the repository. Failure: the baseline is damaged or cannot be written.
    """
    path = settings.path_of("baseline") or BASELINE
    known = baseline.read(path) if os.path.lexists(path) else Baseline(path)
    found, failed = set(), False
    for verdict in watched_verdicts_on(sources, settings, jobs):
        known.judged(verdict)
        if verdict.verdict == MISMATCH:
            found.add(known.entry(verdict))
        elif verdict.verdict == ERROR:
            failed = True
            complain(unreadable_line(verdict.path, verdict.reason))
    kept = known.entries.difference(known.stale(everything))
    entries = kept if prune else kept | found
    if entries or os.path.lexists(path):
        baseline.write(path, entries)
    sys.stdout.write(_summary(path, len(entries), len(known.entries - entries)))
    return FAILED if failed else CLEAN


def _summary(path: str, count: int, dropped: int) -> str:
    if not count and not dropped:
        return "nothing found: no baseline is needed\n"
    findings = "1 finding is" if count == 1 else f"{count:,} findings are"
    return f"{findings} known in {escaped(path)}" + (f", {dropped:,} dropped" if dropped else "") + "\n"


def watched_verdicts_on(sources: Iterable[Source], settings: Settings, jobs: int) -> Generator[Verdict]:
    """The same as verdicts_on, for what says nothing of findings before the end; with a bar at a terminal."""
    return commands.watched(
        sources, lambda listed: verdicts_on(listed, settings, jobs), lambda verdict: verdict.verdict == ERROR
    )


def verdicts_on(sources: Iterable[Source], settings: Settings, jobs: int) -> Generator[Verdict]:
    """The verdicts on the sources by the model and the rules of the settings. Failure: broken assets."""
    folder = settings.path_of("assets")
    try:
        yield from commands.check_files(sources, settings.rules, assets.load(folder or None), jobs, settings)
    finally:
        commands.end_shared_processes()


def baseline_of(settings: Settings) -> Baseline | None:
    """The baseline that the settings name. Failure: it is damaged."""
    path = settings.path_of("baseline")
    return baseline.read(path) if path else None


def _say_what_is_stale(known: Baseline, all_files: bool) -> None:
    stale = known.stale(all_files)
    if not stale:
        return
    shown = ", ".join(entry.path for entry in stale[:_STALE_SHOWN]) + (", ..." if len(stale) > _STALE_SHOWN else "")
    entries = "1 entry is" if len(stale) == 1 else f"{len(stale):,} entries are"
    complain(f"langdetect-hook: {entries} stale in {escaped(known.path)} ({shown}): langdetect-hook baseline --prune\n")
