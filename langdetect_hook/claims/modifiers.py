"""Scripts that are called after the file that they make: chezmoi runs `modify_settings.json` with what `settings.json`
is now, and writes what it prints. Only a text with a shebang that does not fit its name needs this.

https://www.chezmoi.io/reference/source-state-attributes/
"""

from __future__ import annotations

import re

# A name with the attribute `modify_`, maybe behind others.
_MODIFIES = re.compile(r"(?:(?:executable|private|readonly)_)*modify_(?:(?:executable|private|readonly)_)*\w")
# What the folders of such a tree are called, or the name itself: `dot_config`, `private_dot_ssh`, `modify_dot_npmrc`.
_OF_A_HOME = re.compile(r"(?:(?:exact|executable|external|modify|private|readonly)_)*dot_\w|\.?chezmoi\b")


def makes_its_file(path: str) -> bool:
    """Whether a path is that of a script which makes the file that it is called after."""
    *folders, name = path.replace("\\", "/").split("/")
    return _MODIFIES.match(name) is not None and any(_OF_A_HOME.match(part) for part in (*folders, name))
