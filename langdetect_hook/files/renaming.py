"""Renaming that overwrites nothing."""

from __future__ import annotations

import os


def rename_without_overwriting(path: str, target: str) -> None:
    """Rename a file; FileExistsError where the target is taken, even since a moment ago. os.rename would overwrite."""
    try:
        os.link(path, target, follow_symlinks=False)
    except FileExistsError:
        raise
    except (OSError, NotImplementedError, AttributeError):  # a file system without hard links
        os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY))  # it is taken, by us
        os.replace(path, target)
    else:
        os.unlink(path)
