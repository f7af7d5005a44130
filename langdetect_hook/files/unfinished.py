"""What is being written, beside the place where it goes.

Whoever writes it holds a lock on it, which the system takes away from a process that is killed: so the next one that
writes there knows what is abandoned, and removes it. On Windows, which has no such lock, it stays.
"""

from __future__ import annotations

import os
import shutil
import signal
import tempfile
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import NoReturn

_PREFIX, _SUFFIX = ".langdetect-hook-", ".unfinished"
# Nothing that lies there can hold us up, or lead elsewhere.
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0)
# The signals with which somebody ends us from outside who wants us to end in order.
ENDS = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]


@contextmanager
def unfinished_file(folder: str) -> Iterator[tuple[int, str]]:
    """A new file in a folder, as a descriptor to be closed by the caller and a path; gone at the end, unless it was
    renamed. OSError: it cannot be made."""
    with _in_order():
        _remove_abandoned(folder)
        (descriptor, path), lock = _locked(lambda: tempfile.mkstemp(_SUFFIX, _PREFIX, folder or os.curdir))
        try:
            yield descriptor, path
        finally:
            _remove(path)
            _release(lock)


@contextmanager
def unfinished_folder(parent: str) -> Iterator[str]:
    """A new folder in another one; gone at the end, unless it was renamed. OSError: it cannot be made."""
    with _in_order():
        _remove_abandoned(parent)
        (_, path), lock = _locked(lambda: (-1, tempfile.mkdtemp(_SUFFIX, _PREFIX, parent or os.curdir)))
        try:
            os.chmod(path, mode_of_new(0o777))
            yield path
        finally:
            _remove(path)
            _release(lock)


def wait_for(path: str) -> int | None:
    """A lock on a file or folder, to be closed; None where the system has none. Whoever has it now is waited for.
    OSError: it cannot be opened, or is gone."""
    try:
        import fcntl
    except ImportError:
        return None
    descriptor = os.open(path, _FLAGS)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
    except OSError:  # a file system without locks
        pass
    return descriptor


def mode_of_new(most: int) -> int:
    """The permissions that something new gets, of those that it may have."""
    mask = os.umask(0)
    os.umask(mask)
    return most & ~mask


@contextmanager
def _in_order() -> Iterator[None]:
    """While something is unfinished, who ends us from outside does so as Ctrl-C does: what was begun is removed."""
    changed = [number for number in ENDS if signal.getsignal(number) is signal.SIG_DFL]
    try:
        for number in changed:
            signal.signal(number, end_in_order)
    except ValueError:  # not in the main thread, which alone is told
        changed = []
    try:
        yield
    finally:
        for number in changed:
            signal.signal(number, signal.SIG_DFL)


def end_in_order(number: int, frame: object) -> NoReturn:
    """A handler of signals that end a process: its status is that which a shell tells of such an end."""
    raise SystemExit(128 + number)


def _locked(make: Callable[[], tuple[int, str]]) -> tuple[tuple[int, str], int | None]:
    """What was made, and the lock on it. Who looks for abandoned ones may come before the lock: then once more."""
    while True:
        made = make()
        try:
            lock = wait_for(made[1])
        except FileNotFoundError:
            lock = None
        if os.path.lexists(made[1]):
            return made, lock
        _release(lock)
        if made[0] >= 0:
            os.close(made[0])


def _release(lock: int | None) -> None:
    if lock is not None:
        os.close(lock)


def _remove_abandoned(folder: str) -> None:
    try:
        names = os.listdir(folder or os.curdir)
    except OSError:
        return
    for name in names:
        if name.startswith(_PREFIX) and name.endswith(_SUFFIX):
            _remove_if_free(os.path.join(folder, name))


def _remove_if_free(path: str) -> None:
    try:
        import fcntl

        descriptor = os.open(path, _FLAGS)
    except (ImportError, OSError):
        return
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        _remove(path)
    except OSError:  # somebody is writing it, or the file system has no locks
        pass
    finally:
        os.close(descriptor)


def _remove(path: str) -> None:
    if os.path.isdir(path) and not os.path.islink(path):
        shutil.rmtree(path, ignore_errors=True)
        return
    try:
        os.unlink(path)
    except FileNotFoundError:  # it was renamed
        pass
