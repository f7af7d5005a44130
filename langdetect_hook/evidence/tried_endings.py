"""One script under many endings, to try what looks for programs by their ending: `addon.py`, `addon.rb`, `addon.hs`.

Only a text with a shebang that does not fit its name needs this.
"""

from __future__ import annotations

import os
from itertools import islice

from langdetect_hook.files.content import Unreadable, read_whole

TYPE_CHECKING = False
if TYPE_CHECKING:
    from langdetect_hook.case import Case

# So many endings beside its own are no accident: who copies a script under a wrong name does it once or twice.
_OTHER_ENDINGS = 3
# Of a folder with more entries the others are not looked at.
_MOST_ENTRIES = 1_000


def tries_endings(case: Case) -> bool:
    """Whether a script stands under so many endings in its folder that it tries what looks for them."""
    content = case.content
    if case.is_nowhere or not content.complete:
        return False
    # LD002 asks, and where it is silent for this an excuse of LD001 asks again.
    return case.once("tries endings", lambda: stands_under_other_endings(case.claim.path, content.raw))


def stands_under_other_endings(path: str, raw: bytes) -> bool:
    """Whether files beside one hold the same bytes under three other endings; no folder that cannot be read has any."""
    own = os.path.splitext(path)[1]
    endings: set[str] = set()
    try:
        with os.scandir(os.path.dirname(path) or os.curdir) as entries:
            for entry in islice(entries, _MOST_ENTRIES):
                ending = os.path.splitext(entry.name)[1]
                if ending not in ("", own, *endings) and _holds(entry, raw):
                    endings.add(ending)
    except (OSError, ValueError):
        return False
    return len(endings) >= _OTHER_ENDINGS


def _holds(entry: os.DirEntry[str], raw: bytes) -> bool:
    if not entry.is_file(follow_symlinks=False) or entry.stat(follow_symlinks=False).st_size != len(raw):
        return False
    try:
        return read_whole(entry.path, len(raw)) == raw
    except Unreadable:
        return False
