"""What each command does with the files that it is given; the options of all are in options.py."""

from __future__ import annotations

import os
import sys

from langdetect_hook.check import check_source
from langdetect_hook.failure import CLEAN
from langdetect_hook.files import git_lfs
from langdetect_hook.network import assets
from langdetect_hook.report import Report
from langdetect_hook.report.rules import DEFAULT_RULES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from langdetect_hook.configuration.settings import Settings
    from langdetect_hook.files.sources import Source
    from langdetect_hook.network.assets import Model
    from langdetect_hook.verdict import Verdict

HOOK = "langdetect-hook"  # our id in .pre-commit-hooks.yaml, which SKIP names
# Fewer files than this are done before a second process would have started.
LEAST_FOR_PROCESSES = 400


def is_skipped(staged: bool = False) -> bool:
    """Whether a commit is to pass once without us, which is said: it is what we are asked about (`staged`, or git calls
    us for it), and SKIP names us. pre-commit does not even call us then; other runners do."""
    named = {name.strip() for name in os.environ.get("SKIP", "").split(",")}
    if HOOK not in named or not (staged or "GIT_INDEX_FILE" in os.environ):
        return False
    sys.stderr.write(f"{HOOK}: not asked, since SKIP names it\n")
    return True


def check_files(
    sources: Iterable[Source],
    rules: frozenset[str],
    model: Model | None = None,
    jobs: int = 1,
    settings: Settings | None = None,
) -> Iterator[Verdict]:
    """The verdicts on each file, in order, worked out by up to `jobs` processes where there are many files.

    `settings`: of the configuration, where there is one; they say which of the `rules` are checked in which files. A
    file that can't be read has the verdict ERROR. Failure: broken assets.
    """
    model = model or assets.load()
    if jobs > 1:
        from langdetect_hook.commands import parallel

        many, sources = parallel.split_off_few(sources, LEAST_FOR_PROCESSES)
        if many:
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
    try:
        for verdict in check_files(sources, DEFAULT_RULES, None, jobs):
            report.add(verdict)
    finally:
        end_shared_processes()
    return report.close()


def end_shared_processes() -> None:
    """End the git processes that the files of a run have shared, if any was started."""
    if "langdetect_hook.files.git" in sys.modules:
        sys.modules["langdetect_hook.files.git"].end_shared_processes()


def print_lines(lines: Iterator[str]) -> int:
    """The exit status after printing what a command has to say."""
    for line in lines:
        sys.stdout.write(line + "\n")
    return CLEAN
