"""Scripts that stand in for a command while a project is tested: `mock_commands/flow.tcl` has the name that is called,
whatever it is written in. Only a text with a shebang that does not fit its name needs this."""

from __future__ import annotations

import re

_FOLDER = re.compile(
    r"(?i:(?:dummy|fake|mock|shim|stub)(?:ed|s)?(?:[_-]?(?:bin|cmd|command|executable|program|script|tool)s?)?)"
)


def stands_in_for_a_command(path: str) -> bool:
    """Whether a path is that of a script in a folder of stand-ins for commands."""
    folders = path.replace("\\", "/").split("/")[:-1]
    return bool(folders) and _FOLDER.fullmatch(folders[-1]) is not None
