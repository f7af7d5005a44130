"""What to do about a patch under the name of something else. Needed only for a finding."""

from __future__ import annotations

import os
import re
from shlex import quote

from langdetect_hook.evidence.words import new_name
from langdetect_hook.files.places import TRACKED, UNTRACKED, is_at_the_top

TYPE_CHECKING = False
if TYPE_CHECKING:
    from langdetect_hook.case import Case

# The old and the new name of each file of a unified diff; a name ends at a tab.
NAMES = r"(?m)^--- ([^\t\n]+)(?:\t.*)?\n\+\+\+ ([^\t\n]+)"


def applied(case: Case) -> str:
    """How to apply the patch that a file holds; "" where no command would."""
    names = re.findall(NAMES, case.text)
    path = os.path.normpath(case.path)
    # A name with a dash would be an option.
    if not names or not path.isprintable() or path.startswith("-") or not is_at_the_top():
        return ""
    with_prefix = all(old.startswith("a/") or new.startswith("b/") for old, new in names)
    apply = "git apply" if with_prefix else "git apply -p0"
    if f"b/{path}" in (new for _, new in names) or path in (new for _, new in names):
        return _applied_to_itself(case, path, apply)
    remove = {TRACKED: "git rm --quiet --force", UNTRACKED: "rm"}.get(case.place(), "")
    return f"to apply it: {apply} {quote(path)} && {remove} {quote(path)}" if remove else ""


def _applied_to_itself(case: Case, path: str, apply: str) -> str:
    """How to apply a patch that was saved over the file that it changes."""
    patch = new_name(path, ".patch")
    if case.place() != TRACKED or os.path.lexists(patch):
        return ""
    old, patch = quote(path), quote(patch)
    return f"to apply it to what was committed: mv -n {old} {patch} && git checkout HEAD -- {old} && {apply} {patch}"
