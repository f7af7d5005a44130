"""Processes that work for another: they end with it, however it ends, and leave Ctrl-C to it."""

from __future__ import annotations

import os
import signal
from contextlib import contextmanager
from multiprocessing import active_children, parent_process
from multiprocessing.connection import wait
from threading import Thread

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_ORPHANED = 1  # nobody reads this status


def begin() -> None:
    """What each of these processes does first.

    One that is killed can end nobody, so each listens to a pipe that only the one that started it holds open.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, (signal.SIGINT,))
    if (parent := parent_process()) is not None:
        Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


@contextmanager
def undisturbed() -> Iterator[None]:
    """Where processes are started: a Ctrl-C comes after it, not to one of them that has not begun."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows starts processes anew, and has no groups of them
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, (signal.SIGINT,))
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextmanager
def ended_at_once() -> Iterator[None]:
    """Where anything goes wrong inside, the processes that were started there end, whatever they are at."""
    before = set(active_children())
    try:
        yield
    except BaseException:
        for process in set(active_children()) - before:
            process.kill()
        raise


def _end_with(sentinel: int) -> None:
    wait([sentinel])
    os._exit(_ORPHANED)
