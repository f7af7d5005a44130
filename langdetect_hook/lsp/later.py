"""What need not be done at once: at a time, or in steps between which the editor is heard."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator
from typing import Any


class Later:
    """Calls that wait for their time, and work that is done a step at a time; each has a name, and replaces what had
    the same one."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._calls: dict[object, tuple[float, Callable[[], None]]] = {}
        self._works: dict[object, Generator[None, None, Any]] = {}

    def call(self, name: object, seconds: float, what: Callable[[], None]) -> None:
        """Make a call in so many seconds."""
        self._calls[name] = (self._clock() + seconds, what)

    def begin(self, name: object, work: Generator[None, None, Any]) -> None:
        """Do a work step by step, when nothing else is to be done."""
        self.drop(name)
        self._works[name] = work

    def drop(self, name: object) -> bool:
        """Whether a call or a work of this name was still to be done; it is no longer, and the work is closed."""
        work = self._works.pop(name, None)
        if work is not None:
            work.close()
        return self._calls.pop(name, None) is not None or work is not None

    def drop_all(self) -> None:
        """Leave everything undone."""
        for name in [*self._calls, *self._works]:
            self.drop(name)

    def pause(self) -> float | None:
        """The seconds in which nothing is to be done; None: for ever."""
        if self._works:
            return 0.0
        if not self._calls:
            return None
        return max(0.0, min(due for due, _ in self._calls.values()) - self._clock())

    def step(self) -> None:
        """Make the calls whose time has come, and one step of the work that waits longest."""
        now = self._clock()
        for name in [name for name, (due, _) in self._calls.items() if due <= now]:
            _, what = self._calls.pop(name)
            what()
        if not self._works:
            return
        name = next(iter(self._works))
        work = self._works.pop(name)
        try:
            next(work)
        except StopIteration:
            return
        self._works[name] = work
