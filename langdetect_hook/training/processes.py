"""Work shared among processes: the same results in the same order, however many there are."""

from __future__ import annotations

import signal
from collections import deque
from concurrent.futures import ProcessPoolExecutor
from itertools import chain, islice
from multiprocessing import get_context
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

Task = TypeVar("Task")
Result = TypeVar("Result")
Item = TypeVar("Item")


def on_processes(function: Callable[[Task], Result], tasks: Iterable[Task], jobs: int) -> Iterator[Result]:
    """The results of `function` for each task, in order; it must be importable. One task needs no second process.

    Tasks are taken as they are needed, a few ahead: what they hold need not fit into memory together.
    """
    tasks = iter(tasks)
    ahead = list(islice(tasks, max(1, jobs)))
    if jobs <= 1 or len(ahead) <= 1:
        yield from map(function, chain(ahead, tasks))
        return
    # Not fork: the fork of a process that has started TensorFlow's threads may hang.
    # Ctrl-C reaches all processes: leave it to the first to end the others.
    with ProcessPoolExecutor(
        len(ahead), mp_context=get_context("spawn"), initializer=signal.signal, initargs=(signal.SIGINT, signal.SIG_IGN)
    ) as pool:
        upcoming = deque(pool.submit(function, task) for task in chain(ahead, islice(tasks, len(ahead))))
        while upcoming:
            yield upcoming.popleft().result()
            upcoming.extend(pool.submit(function, task) for task in islice(tasks, 1))


def batched(items: Iterable[Item], count: int) -> Iterator[list[Item]]:
    """Lists of `count` successive items, and of what is left: itertools.batched, which Python 3.10 lacks."""
    items = iter(items)
    while batch := list(islice(items, count)):
        yield batch
