"""Files that are written whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, TextIO

from langdetect_hook.failure import Failure
from langdetect_hook.files.sources import reason_of
from langdetect_hook.files.unfinished import mode_of_new, unfinished_file

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
    target = os.path.realpath(path)
    with unfinished_file(os.path.dirname(target)) as (descriptor, beside):
        with open(descriptor, "w", **_FORM) as stream:
            yield stream
        os.chmod(beside, _mode(path))
        os.replace(beside, target)


def _mode(path: str) -> int:
    """The permissions of the file that is replaced, or those that a new one gets."""
    try:
        return os.stat(path).st_mode & 0o777
    except OSError:
        return mode_of_new(0o666)
