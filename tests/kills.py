"""Processes that are killed between two steps: what stays behind must be whole."""

from __future__ import annotations

import os
import shutil
import signal
import traceback
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NoReturn

import pytest

Steps = Sequence[tuple[Any, str]]

# What changes a file system, by the module that is asked for it. Before each of these calls a kill makes a difference.
STEPS: Steps = [
    *((os, name) for name in ("chmod", "link", "mkdir", "remove", "rename", "replace", "rmdir", "unlink")),
    (shutil, "copyfile"),
]
_DONE = 0
_MOST_STEPS = 1_000


def killed_at_each_step(action: Callable[[], object], more: Steps = (), begin: int = 1) -> Iterator[int]:
    """Do something in a process of its own, which is killed at its first step; then, once the caller has looked, in
    another, at the second one; and so on, to the last one, which comes to its end. `more`: what is a step as well;
    `begin`: the number of the first step."""
    for number in range(begin, _MOST_STEPS):
        if not is_killed_at(number, action, more):
            return
        yield number
    pytest.fail(f"after {_MOST_STEPS} steps there is no end")


def is_killed_at(number: int, action: Callable[[], object], more: Steps = ()) -> bool:
    """Whether a process that does something, and is killed at its n-th step, has come so far."""
    child = os.fork()
    if child == 0:
        _run(number, action, more)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert status in (_DONE, -signal.SIGKILL), f"it ended with {status}"
    return status != _DONE


def _run(number: int, action: Callable[[], object], more: Steps) -> NoReturn:
    try:
        _count_down(number, more)
        action()
        os._exit(_DONE)
    except BaseException:
        traceback.print_exc()
        os._exit(1)


def _count_down(number: int, more: Steps) -> None:
    """Let the n-th step be the last."""
    left = number

    def counted(step: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any, **named: Any) -> Any:
            nonlocal left
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)
            return step(*arguments, **named)

        return call

    for module, name in (*STEPS, *more):
        setattr(module, name, counted(getattr(module, name)))
