"""Where trained assets go: made beside their folder, then put in the place of the old ones, or not at all."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from langdetect_hook.claims.vouching import FACTS
from langdetect_hook.failure import Failure
from langdetect_hook.network.assets import FILES, METADATA

if TYPE_CHECKING:
    from collections.abc import Iterator

# The file that vouches for the others comes last.
FILES_IN_ORDER = (*FILES, METADATA, FACTS)


@contextmanager
def new_assets(output: str) -> Iterator[str]:
    """A folder to write assets into, which become those of `output` at the end.

    Where anything goes wrong before, all is as it was. Failure, at the start: `output` cannot be written.
    """
    parent = os.path.dirname(os.path.abspath(output))
    try:
        if os.path.exists(output) and not os.path.isdir(output):
            raise NotADirectoryError(None, "it is a file")
        os.makedirs(parent, exist_ok=True)
        folder = tempfile.mkdtemp(prefix=".langdetect-hook-", dir=parent)
    except OSError as error:
        raise Failure(f"--output {output} cannot be written: {error.strerror}") from None
    try:
        yield folder
        _move(folder, output)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def write_json(path: str, value: dict[str, Any]) -> None:
    """Write JSON that is the same for the same value."""
    write_text(path, json.dumps(value, indent=1, sort_keys=True) + "\n")


def write_text(path: str, text: str) -> None:
    """Write UTF-8 with the same line ends everywhere."""
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        file.write(text)


def _move(folder: str, output: str) -> None:
    """Put the new files in the place of the old ones; if one can't be, the old ones are put back."""
    is_new = not os.path.isdir(output)
    before = os.path.join(folder, "before")
    os.makedirs(before)
    os.makedirs(output, exist_ok=True)
    begun = []
    try:
        for name in FILES_IN_ORDER:
            begun.append(name)
            _replace_if_there(os.path.join(output, name), os.path.join(before, name))
            os.replace(os.path.join(folder, name), os.path.join(output, name))
    except BaseException:
        for name in begun:
            if os.path.exists(os.path.join(before, name)):
                os.replace(os.path.join(before, name), os.path.join(output, name))
            elif not os.path.exists(os.path.join(folder, name)):
                os.remove(os.path.join(output, name))
        if is_new:
            os.rmdir(output)
        raise


def _replace_if_there(source: str, target: str) -> None:
    try:
        os.replace(source, target)
    except FileNotFoundError:
        pass
