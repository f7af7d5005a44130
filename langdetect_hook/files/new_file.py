"""Files that are written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, TextIO

from langdetect_hook.failure import Failure
from langdetect_hook.files.sources import reason_of

# What no encoding of the machine, and no line end of it, changes.
_FORM: dict[str, Any] = {"encoding": "utf-8", "errors": "backslashreplace", "newline": "\n"}


def write_whole(path: str, text: str) -> None:
    """Write UTF-8 with the same line ends everywhere. Failure: the file cannot be written; what was there stays."""
    with new_file(path) as stream:
        stream.write(text)


@contextmanager
def new_file(path: str) -> Iterator[TextIO]:
    """A stream that becomes the file at `path` at the end; where anything goes wrong before, what was there stays.

    A device or a pipe is written as it is. Failure: the folder is missing or cannot be written, or the disk is full.
    """
    try:
        if os.path.exists(path) and not os.path.isfile(path):
            with open(path, "w", **_FORM) as stream:
                yield stream
        else:
            yield from _replaced(path)
    except OSError as error:
        raise Failure(f"{path} cannot be written: {reason_of(error)}") from None


def _replaced(path: str) -> Iterator[TextIO]:
    """A stream to a file beside the one at `path`, which it replaces at the end."""
    descriptor, beside = tempfile.mkstemp(prefix=".langdetect-hook-", dir=os.path.dirname(path) or os.curdir)
    try:
        with open(descriptor, "w", **_FORM) as stream:
            yield stream
        os.chmod(beside, _mode(path))
        os.replace(beside, os.path.realpath(path))
    except BaseException:
        os.unlink(beside)
        raise


def _mode(path: str) -> int:
    """The permissions of the file that is replaced, or those that a new one gets."""
    try:
        return os.stat(path).st_mode & 0o777
    except OSError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask
