"""The environment in which the attacks are run: nothing of whoever runs them counts."""

from __future__ import annotations

import os
from pathlib import Path

FOREIGN = ("GIT_", "LANGDETECT_HOOK_", "PRE_COMMIT", "PREK", "SKIP")
CONFIGURATION = """[user]
\tname = Test
\temail = test@example.org
[init]
\tdefaultBranch = main
[protocol "file"]
\tallow = always
"""


def own_environment(folder: Path) -> None:
    """Let nothing of whoever runs this count; `folder` keeps a configuration of git's."""
    for name in list(os.environ):
        if name.startswith(FOREIGN):
            del os.environ[name]
    (folder / "gitconfig").write_text(CONFIGURATION)
    os.environ.update(GIT_CONFIG_GLOBAL=str(folder / "gitconfig"), GIT_CONFIG_NOSYSTEM="1")
