"""What each command does with the files that it is given; the options of all are in options.py."""

from __future__ import annotations

import os
import sys

from langdetect_hook.check import check_source
from langdetect_hook.failure import CLEAN
from langdetect_hook.files import git_lfs
from langdetect_hook.network import assets
from langdetect_hook.report import Report, complain, escaped
from langdetect_hook.report.rules import DEFAULT_RULES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator
    from typing import TypeVar

    from langdetect_hook.configuration.settings import Settings
    from langdetect_hook.files.sources import Source
    from langdetect_hook.network.assets import Model
    from langdetect_hook.verdict import Verdict

    Told = TypeVar("Told")

HOOK = "langdetect-hook"  # our id in .pre-commit-hooks.yaml, which SKIP names
# Fewer files than this are done before a second process would have started.
LEAST_FOR_PROCESSES = 400
# As many files are done well within the second after which a bar is shown, however large they are.
_DONE_AT_ONCE = 20
# Of the files that are not checked since they are not here.
_PATHS_SHOWN = 5
# Of what git does not understand.
_COMPLAINTS_SHOWN = 20
# Who has one of these in the environment is called by a program, of which a person has asked something else: by CI, by
# git for a hook (from GIT_EXEC_PATH on), by pre-commit, which may show what we write at a terminal of its own.
_CALLED_BY = ("CI", "GIT_EXEC_PATH", "GIT_INDEX_FILE", "PRE_COMMIT", "PREK_HOOK_STAGE")


def is_skipped(staged: bool = False) -> bool:
    """Whether a commit is to pass once without us, which is said: it is what we are asked about (`staged`, or git calls
    us for it), and SKIP names us. pre-commit does not even call us then; other runners do."""
    named = {name.strip() for name in os.environ.get("SKIP", "").split(",")}
    if HOOK not in named or not (staged or "GIT_INDEX_FILE" in os.environ):
        return False
    complain(f"{HOOK}: not asked, since SKIP names it\n")
    return True


def check_files(
    sources: Iterable[Source],
    rules: frozenset[str],
    model: Model | None = None,
    jobs: int = 1,
    settings: Settings | None = None,
) -> Generator[Verdict]:
    """The verdicts on each file, in order, worked out by up to `jobs` processes where there are many files.

    `settings`: of the configuration, where there is one; they say which of the `rules` are checked in which files. A
    file that can't be read has the verdict ERROR. Failure: broken assets.
    """
    model = model or assets.load()
    if jobs > 1:
        from langdetect_hook.commands.jobs import split_off_few

        many, sources = split_off_few(sources, LEAST_FOR_PROCESSES)
        if many:
            from langdetect_hook.commands import parallel

            yield from parallel.check_in_parallel(sources, rules, model.folder, jobs, settings)
            return
    uses_lfs = "LD004" in rules and git_lfs.is_used()
    if settings is not None:
        settings.adapt(model)
    for number, source in enumerate(sources, 1):
        if number == assets.MANY_FILES:
            model.prepare_for_many()
        yield from check_source(source, rules, model, uses_lfs, settings)


def check(sources: Iterable[Source], jobs: int = 1) -> int:
    """The exit status of checking the sources by the default rules, whose findings are reported as they come."""
    report = Report("text", sys.stdout, sys.stderr)
    verdicts = watched(sources, lambda listed: check_files(listed, DEFAULT_RULES, None, jobs), is_told)
    try:
        for verdict in verdicts:
            report.add(verdict)
    finally:
        verdicts.close()
        end_shared_processes()
    return report.close()


def is_told(verdict: Verdict) -> bool:
    """Whether something is said of a file even where nobody asks about every file."""
    return verdict.verdict in ("mismatch", "error")


def watched(
    sources: Iterable[Source],
    work: Callable[[Iterable[Source]], Generator[Told]],
    is_told: Callable[[Told], bool],
    verbose: bool = False,
    streamed: bool = False,
) -> Generator[Told]:
    """What the `work` on the sources yields. Whoever waits for it at a terminal for more than a second sees a bar,
    which is out of the way for what `is_told`.

    `verbose`: something is written about each file, so that a terminal that shows it needs no bar; `streamed`: the
    sources are listed by somebody who may not be ready yet.
    """
    if not _is_waited_for() or (verbose and sys.stdout.isatty()):
        return work(sources)
    return _watched(sources, work, is_told, streamed)


def _watched(
    sources: Iterable[Source],
    work: Callable[[Iterable[Source]], Generator[Told]],
    is_told: Callable[[Told], bool],
    streamed: bool,
) -> Generator[Told]:
    from itertools import chain, islice

    remaining = iter(sources)
    few = [] if streamed else list(islice(remaining, _DONE_AT_ONCE))
    if len(few) < _DONE_AT_ONCE and not streamed:
        yield from work(few)
        return
    from langdetect_hook.commands.progress import Progress

    progress = Progress(sys.stderr)
    yield from progress.watched(work(progress.listed(chain(few, remaining), streamed)), is_told)


def _is_waited_for() -> bool:
    """Whether somebody sits at a terminal who has called us."""
    if not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        return False
    return not any(name in os.environ for name in _CALLED_BY)


def end_shared_processes() -> None:
    """End the git processes that the files of a run have shared, if any was started, and say what git has not
    understood of attributes, which would have counted, and what could not be checked."""
    git = sys.modules.get("langdetect_hook.files.git")
    if git is not None:
        complaints = git.complaints()
        for line in complaints[:_COMPLAINTS_SHOWN]:
            complain(f"{HOOK}: git says: {escaped(line)}\n")
        if len(complaints) > _COMPLAINTS_SHOWN:
            complain(f"{HOOK}: git says that of {len(complaints) - _COMPLAINTS_SHOWN:,} lines more\n")
        _say_what_is_not_here(git.what_is_not_here())
        git.end_shared_processes()


def _say_what_is_not_here(paths: list[str]) -> None:
    if paths:
        files = "1 file is" if len(paths) == 1 else f"{len(paths):,} files are"
        shown = ", ".join(map(escaped, paths[:_PATHS_SHOWN])) + (", ..." if len(paths) > _PATHS_SHOWN else "")
        complain(f"{HOOK}: {files} not checked, since this partial clone has not fetched them: {shown}\n")


def print_lines(lines: Iterator[str]) -> int:
    """The exit status after printing what a command has to say."""
    for line in lines:
        sys.stdout.write(line + "\n")
    return CLEAN
