"""Where trained assets go: made beside the old ones, then put in their place, or not at all.

A folder cannot be replaced in one step where other things lie in it. So the complete new assets become the folder
`NEXT` in it, which is one step, and from there on `network.assets.load` gives the new ones, whatever has been moved.
Whoever writes there next finishes what a killed run has begun.
"""

from __future__ import annotations

import json
import os
import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from langdetect_hook.claims import FACTS
from langdetect_hook.failure import Failure
from langdetect_hook.files.unfinished import unfinished_folder, wait_for
from langdetect_hook.network.assets import FILES, METADATA, NEXT

if TYPE_CHECKING:
    from collections.abc import Iterator

# The file that vouches for the others comes last.
FILES_IN_ORDER = (*FILES, METADATA, FACTS)
# In the new folder: what is moved into the place of the old files, and these, should one not go.
_MOVED, _BEFORE = "moved", "before"


@contextmanager
def new_assets(output: str) -> Iterator[str]:
    """A folder to write assets into, which become those of `output` at the end.

    Where anything goes wrong before, all is as it was; where the process is killed, the assets of `output` are the old
    or the new. Failure, at the start: `output` cannot be written.
    """
    with _made_beside(output) as folder:
        yield folder
        with _lock_on(os.path.dirname(folder)):
            _finish(output)
            _replace(folder, output)


@contextmanager
def _made_beside(output: str) -> Iterator[str]:
    """A folder that can be renamed to one in `output`, or to `output` where that is not there yet."""
    parent = os.path.dirname(os.path.abspath(output))
    is_made = False
    try:
        if os.path.exists(output) and not os.path.isdir(output):
            raise NotADirectoryError(None, "it is a file")
        os.makedirs(parent, exist_ok=True)
        with unfinished_folder(output if os.path.isdir(output) else parent) as folder:
            is_made = True
            yield folder
    except OSError as error:
        if is_made:
            raise
        raise Failure(f"--output {output} cannot be written: {error.strerror}") from None


def write_json(path: str, value: dict[str, Any]) -> None:
    """Write JSON that is the same for the same value."""
    write_text(path, json.dumps(value, indent=1, sort_keys=True) + "\n")


def write_text(path: str, text: str) -> None:
    """Write UTF-8 with the same line ends everywhere."""
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        file.write(text)


@contextmanager
def _lock_on(folder: str) -> Iterator[None]:
    """One at a time puts assets in their place."""
    lock = wait_for(folder)
    try:
        yield
    finally:
        if lock is not None:
            os.close(lock)


def _replace(folder: str, output: str) -> None:
    """Make a folder of complete assets those of `output`; if a file can't be moved, the old ones are put back."""
    if not os.path.isdir(output):
        os.rename(folder, output)
        return
    _duplicate_all(folder, os.path.join(folder, _MOVED))
    _duplicate_all(output, os.path.join(folder, _BEFORE))
    following = os.path.join(output, NEXT)
    os.rename(folder, following)
    try:
        _move(os.path.join(following, _MOVED), output)
        os.rename(following, folder)
    except BaseException:
        _put_back(following, output)  # should that fail as well, `load` has the new ones
        os.rename(following, folder)
        raise


def _finish(output: str) -> None:
    """Finish what a killed run has begun."""
    following = os.path.join(output, NEXT)
    if os.path.isdir(following):
        _move(os.path.join(following, _MOVED), output)
        with unfinished_folder(output) as folder:
            os.rename(following, os.path.join(folder, NEXT))


def _move(folder: str, output: str) -> None:
    for name in FILES_IN_ORDER:
        _replace_if_there(os.path.join(folder, name), os.path.join(output, name))


def _put_back(following: str, output: str) -> None:
    before = os.path.join(following, _BEFORE)
    for name in FILES_IN_ORDER:
        if os.path.exists(os.path.join(before, name)):
            os.replace(os.path.join(before, name), os.path.join(output, name))
        elif os.path.exists(os.path.join(output, name)):
            os.remove(os.path.join(output, name))


def _replace_if_there(source: str, target: str) -> None:
    try:
        os.replace(source, target)
    except FileNotFoundError:
        pass


def _duplicate_all(folder: str, target: str) -> None:
    os.mkdir(target)
    for name in FILES_IN_ORDER:
        if os.path.exists(os.path.join(folder, name)):
            _duplicate(os.path.join(folder, name), os.path.join(target, name))


def _duplicate(source: str, target: str) -> None:
    try:
        os.link(source, target)
    except OSError:  # a file system without hard links
        shutil.copyfile(source, target)
