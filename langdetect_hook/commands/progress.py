"""A bar on standard error for whoever waits at a terminal: how many files are done, of how many."""

from __future__ import annotations

import os
import time

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator
    from typing import TextIO, TypeVar

    Told = TypeVar("Told")
    Listed = TypeVar("Listed")

# Seconds: a run that is shorter shows nothing; the bar moves no more often than one can see.
_PATIENCE = 1.0
_BETWEEN = 0.1
_WIDTH = 30


class Progress:
    """What counts files as they are listed and done, and shows a bar once that has taken longer than a second.

    It takes nothing but carriage returns and ASCII, so that every terminal shows it. `clock`: seconds, from anywhere.
    """

    def __init__(self, stream: TextIO, clock: Callable[[], float] = time.monotonic) -> None:
        self._stream = stream
        self._clock = clock
        self._due = clock() + _PATIENCE
        self._is_due = False
        self._done = 0
        self._total = 0
        self._shown = 0

    def listed(self, sources: Iterable[Listed], streamed: bool) -> Iterator[Listed]:
        """The sources, all of which are listed once there is a bar, so that it knows its end; but not those that are
        `streamed`, which their sender may still be looking for."""
        taken = 0
        remaining = iter(sources)
        for source in remaining:
            taken += 1
            yield source
            if self._is_due and not streamed:
                rest = list(remaining)
                self._total = taken + len(rest)
                yield from rest
        self._total = self._total or taken

    def watched(self, found: Iterable[Told], is_told: Callable[[Told], bool]) -> Generator[Told]:
        """What was found of each source; while that is told, and at the end, the bar is out of the way."""
        try:
            for each in found:
                if is_told(each):
                    self.clear()
                yield each
                self.step()
        finally:
            self.clear()

    def step(self) -> None:
        """Count a file as done, and show so where it is time to."""
        self._done += 1
        now = self._clock()
        if now >= self._due:
            self._is_due = True
            self._due = now + _BETWEEN
            self._show()

    def clear(self) -> None:
        """Leave an empty line where the bar was."""
        if self._shown:
            self._write("\r" + " " * self._shown + "\r")
            self._shown = 0

    def _show(self) -> None:
        # The last column stays free: some terminals begin a new line behind it.
        text = bar(self._done, self._total)[: _columns(self._stream) - 1]
        self._write("\r" + text.ljust(self._shown))
        self._shown = len(text)

    def _write(self, text: str) -> None:
        self._stream.write(text)
        self._stream.flush()


def bar(done: int, total: int) -> str:
    """What is shown where `done` files of `total` are done; of 0, where nobody knows how many there are."""
    if not total:
        return f"{done:,} files checked"
    done = min(done, total)  # a file may have two findings
    part = _WIDTH * done // total
    return f"[{'#' * part}{'.' * (_WIDTH - part)}] {done:,} of {total:,} files"


def _columns(stream: TextIO) -> int:
    try:
        return os.get_terminal_size(stream.fileno()).columns or 80
    except (OSError, ValueError):
        return 80
