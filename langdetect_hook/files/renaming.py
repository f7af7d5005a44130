"""Renaming that overwrites nothing, in one step where the system has one."""

from __future__ import annotations

import errno
import os
import sys

# Of Linux, in <linux/fs.h>, and of macOS, in <sys/stdio.h>: a function, and what it is told. Linux has the current
# folder as a descriptor beside each path.
_NO_REPLACE, _EXCHANGE = 1, 2
_AT_CURRENT_FOLDER = -100
_RENAME_SWAP, _RENAME_EXCL = 2, 4
# What is said where the system, or the file system, has no such step.
_NOT_THERE = (errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EPERM)


def rename_without_overwriting(path: str, target: str) -> None:
    """Rename a file; FileExistsError where the target is taken, even since a moment ago. os.rename would overwrite."""
    if os.sep == "\\":  # Windows overwrites nothing
        os.rename(path, target)
    elif not _renamed(path, target, _NO_REPLACE, _RENAME_EXCL):
        _rename_in_two_steps(path, target)


def exchange(path: str, other: str) -> bool:
    """Whether two files or folders of one file system have taken each other's place, in one step; not every system has
    one. OSError: they cannot be renamed."""
    return _renamed(path, other, _EXCHANGE, _RENAME_SWAP)


def _rename_in_two_steps(path: str, target: str) -> None:
    try:
        os.link(path, target, follow_symlinks=False)
    except FileExistsError:
        raise
    except (OSError, NotImplementedError, AttributeError):  # a file system without hard links
        os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY))  # it is taken, by us
        os.replace(path, target)
    else:
        os.unlink(path)


def _renamed(path: str, target: str, on_linux: int, on_macos: int) -> bool:
    """Whether there was such a step, which Python does not know."""
    try:
        import ctypes

        library = ctypes.CDLL(None, use_errno=True)
        if sys.platform == "darwin":
            status = library.renamex_np(os.fsencode(path), os.fsencode(target), on_macos)
        else:
            here = _AT_CURRENT_FOLDER
            status = library.renameat2(here, os.fsencode(path), here, os.fsencode(target), on_linux)
    except (ImportError, AttributeError, OSError, TypeError):  # no ctypes, or none of these functions
        return False
    number = ctypes.get_errno()
    if status == 0 or number in _NOT_THERE:
        return bool(status == 0)
    raise OSError(number, os.strerror(number), path)
