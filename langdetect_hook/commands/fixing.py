"""`check --fix`: files whose content is known get the name of their content. Nothing else is changed."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

from langdetect_hook.commands.checking import baseline_of, watched_verdicts_on
from langdetect_hook.configuration import BASELINE
from langdetect_hook.configuration.settings import Settings
from langdetect_hook.failure import CLEAN, FAILED, FOUND
from langdetect_hook.files import git
from langdetect_hook.files.git_process import GitError
from langdetect_hook.files.renaming import rename_without_overwriting
from langdetect_hook.files.sources import reason_of
from langdetect_hook.report import complain, escaped, unreadable_line, verdict_text
from langdetect_hook.verdict import ERROR, MISMATCH

if TYPE_CHECKING:
    from langdetect_hook.files.sources import Source
    from langdetect_hook.verdict import Verdict

_MENTIONS_SHOWN = 10


def fix(sources: Iterable[Source], settings: Settings, dry_run: bool, jobs: int) -> int:
    """The exit status of renaming what can be: FOUND where anything was, would be or could not be renamed.

    A tracked file is renamed in the index as well. `dry_run`: only tell. What is no question of the name is told as
    `check` tells it. Failure: broken assets or baseline.
    """
    known = baseline_of(settings)
    status = CLEAN
    # All is checked before anything is renamed: what a name says depends on its neighbours.
    verdicts = watched_verdicts_on(sources, settings, jobs)
    found = [known.judged(verdict) if known else verdict for verdict in verdicts]
    mentions = git.files_with_names(verdict.path for verdict in found if verdict.target)
    promised: dict[str, str] = {}
    for verdict in found:
        if verdict.verdict == ERROR:
            complain(unreadable_line(verdict.path, verdict.reason))
            status = status or FAILED
        elif verdict.verdict == MISMATCH:
            status = FOUND
            sys.stdout.write(_fixed(verdict, mentions.get(verdict.path, []), promised if dry_run else None))
    git.end_shared_processes()
    return status


def _fixed(verdict: Verdict, mentions: list[str], promised: dict[str, str] | None) -> str:
    """What is told of a finding, after it was mended where that can be. `promised`: the targets that a dry run has told
    already, by their folded names; None where files are renamed."""
    if not verdict.target:
        return verdict_text(verdict) + "\n"
    names = f"{escaped(verdict.path)} -> {escaped(verdict.target)}"
    if why := taken(verdict.target) or _done(verdict, promised):
        return f"not renamed: {names}: {escaped(why)}\n"
    lines = [f"{'renamed' if promised is None else 'would rename'}: {names} ({escaped(verdict.message)})"]
    mentions = [path for path in mentions if os.path.basename(path) != BASELINE]
    lines += [f"    mentioned in {escaped(path)}" for path in mentions[:_MENTIONS_SHOWN]]
    if len(mentions) > _MENTIONS_SHOWN:
        lines.append(f"    and in {len(mentions) - _MENTIONS_SHOWN} files more")
    return "\n".join(lines) + "\n"


def taken(target: str) -> str:
    """Why a target is not free, also where a file system knows no case, or ""."""
    folder, name = os.path.split(target)
    try:
        names = os.listdir(folder or os.curdir)
    except OSError as error:
        return reason_of(error)
    same = next((other for other in names if other.casefold() == name.casefold()), "")
    return f"there is {escaped(same)}" if same else ""


def _done(verdict: Verdict, promised: dict[str, str] | None) -> str:
    """Rename a file, or promise to, and say why not: "" where it was done."""
    if promised is None:
        return _renamed(verdict.path, verdict.target)
    other = promised.setdefault(verdict.target.casefold(), verdict.path)
    return "" if other == verdict.path else f"{other} would have that name"


def _renamed(path: str, target: str) -> str:
    """Rename a file, and say why it could not be: "" where it was."""
    try:
        if git.is_tracked(path):
            git.move(path, target)
        else:
            rename_without_overwriting(path, target)
    except OSError as error:
        return reason_of(error)
    except GitError as error:
        return str(error)
    return ""
