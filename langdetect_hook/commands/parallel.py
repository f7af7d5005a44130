"""Many files on several processes: chunks go out in order and their verdicts come back in the same order."""

from __future__ import annotations

import os
import sys
from collections import deque
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice

from langdetect_hook.commands import workers
from langdetect_hook.failure import Failure

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from concurrent.futures import Future

    from langdetect_hook.configuration.settings import Settings
    from langdetect_hook.files.sources import Source
    from langdetect_hook.network.assets import Model
    from langdetect_hook.verdict import Verdict

_CHUNK = 40
# Chunks that may wait for each process: results are kept in order, so without a bound one slow file would let the
# verdicts on all files after it pile up.
_AHEAD = 4
# Windows waits for no more processes at once, and Python refuses to start more there.
MOST_ON_WINDOWS = 61

_model: Model | None = None
_rules: frozenset[str] = frozenset()
_uses_lfs = False
_checked = 0
_settings: Settings | None = None


def check_in_parallel(
    sources: Iterator[Source], rules: frozenset[str], folder: str, jobs: int, settings: Settings | None = None
) -> Iterator[Verdict]:
    """The verdicts that commands.check_files has for the assets in `folder`, worked out by `jobs` processes.

    Failure: one of them was killed, so that not all files were checked. Whoever stops asking ends them at once.
    """
    if "langdetect_hook.files.git" in sys.modules:  # the answers of a git that several processes talk to get mixed up
        sys.modules["langdetect_hook.files.git"].end_shared_processes()
    waiting: deque[Future[list[Verdict]]] = deque()
    with ProcessPoolExecutor(_that_can_be(jobs), initializer=_start, initargs=(folder, rules, settings)) as pool:
        try:
            with workers.ended_at_once():
                while chunk := list(islice(sources, _CHUNK)):
                    with workers.undisturbed():
                        waiting.append(pool.submit(_check_chunk, chunk))
                    if len(waiting) >= jobs * _AHEAD:
                        yield from waiting.popleft().result()
                while waiting:
                    yield from waiting.popleft().result()
        except BrokenProcessPool:
            raise Failure(
                "a process that --jobs started was ended from outside (is memory short?); try --jobs 1"
            ) from None
        finally:  # also after Ctrl-C: nothing new is begun
            pool.shutdown(cancel_futures=True)


def _that_can_be(jobs: int) -> int:
    return min(jobs, MOST_ON_WINDOWS) if os.sep == "\\" else jobs


def _start(folder: str, rules: frozenset[str], settings: Settings | None) -> None:
    global _model, _rules, _uses_lfs, _settings
    from langdetect_hook.files import git_lfs
    from langdetect_hook.network import assets

    workers.begin()
    _model, _rules, _settings = assets.load(folder), rules, settings
    if settings is not None:
        settings.adapt(_model)
    _uses_lfs = "LD004" in rules and git_lfs.is_used()


def _check_chunk(chunk: list[Source]) -> list[Verdict]:
    global _checked
    from langdetect_hook.check import check_source
    from langdetect_hook.network import assets

    assert _model is not None  # noqa: S101 - for mypy: it is so
    before, _checked = _checked, _checked + len(chunk)
    if before < assets.MANY_FILES <= _checked:
        _model.prepare_for_many()
    return [verdict for source in chunk for verdict in check_source(source, _rules, _model, _uses_lfs, _settings)]
