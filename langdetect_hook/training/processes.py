"""Work shared among processes: the same results in the same order, however many there are."""

from __future__ import annotations

from collections import deque
from concurrent.futures import ProcessPoolExecutor
from itertools import chain, islice
from multiprocessing import get_context
from typing import TYPE_CHECKING, TypeVar

from langdetect_hook.commands import workers

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from concurrent.futures import Future

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
    with (
        ProcessPoolExecutor(len(ahead), mp_context=get_context("spawn"), initializer=workers.begin) as pool,
        workers.ended_at_once(),
    ):
        upcoming = deque(_submitted(pool, function, task) for task in chain(ahead, islice(tasks, len(ahead))))
        while upcoming:
            yield upcoming.popleft().result()
            upcoming.extend(_submitted(pool, function, task) for task in islice(tasks, 1))


def _submitted(pool: ProcessPoolExecutor, function: Callable[[Task], Result], task: Task) -> Future[Result]:
    with workers.undisturbed():
        return pool.submit(function, task)


def batched(items: Iterable[Item], count: int) -> Iterator[list[Item]]:
    """Lists of `count` successive items, and of what is left: itertools.batched, which Python 3.10 lacks."""
    items = iter(items)
    while batch := list(islice(items, count)):
        yield batch
