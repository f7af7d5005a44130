"""What shells read to complete our commands: files that `python -m langdetect_hook.training.command_line` writes."""

from __future__ import annotations

import os

FOLDER = os.path.dirname(os.path.abspath(__file__))
# By shell, as each calls the file that it looks for.
FILES = {"bash": "langdetect-hook.bash", "fish": "langdetect-hook.fish", "zsh": "_langdetect-hook"}


def completion_for(shell: str) -> str:
    """The text that a shell reads."""
    with open(os.path.join(FOLDER, FILES[shell]), encoding="utf-8") as stream:
        return stream.read()
