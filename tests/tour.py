"""The tour of docs/tour.md: its commands are run, one after another, in one repository.

    python -m tests.tour

writes into its console blocks what they print.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.accidents import PYTHON
from tests.conftest import CHECKOUT

PAGE = CHECKOUT / "docs" / "tour.md"
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
JPEG = b"\xff\xd8\xff\xe0\0\x10JFIF\0\1\1" + bytes(100)


def commands(page: str) -> Iterator[tuple[str, str]]:
    """Each command of the page with what stands below it, in order."""
    for block in BLOCK.finditer(page):
        for step in re.split(r"^\$ ", block[1], flags=re.MULTILINE)[1:]:
            command, _, output = step.partition("\n")
            yield command, output


def repository(folder: Path) -> dict[str, str]:
    """Make the repository of the tour in a folder, and return the environment in which its commands run."""
    programs = folder / "programs"
    programs.mkdir()
    program = programs / "langdetect-hook"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m langdetect_hook "$@"\n')
    program.chmod(0o755)
    place = folder / "repository"
    place.mkdir()
    (place / "deploy.sh").write_text(PYTHON)
    (place / "logo.png").write_bytes(JPEG)
    (place / "README.md").write_text("# Shop\n\nRun `deploy.sh` to bring it to the server.\n")
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "PRE_COMMIT", "SKIP"))},
        "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
        "COLUMNS": "98",
        "NO_COLOR": "1",
        "PYTHONPATH": str(CHECKOUT),
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        **dict.fromkeys(("GIT_AUTHOR_NAME", "GIT_COMMITTER_NAME"), "Ada"),
        **dict.fromkeys(("GIT_AUTHOR_EMAIL", "GIT_COMMITTER_EMAIL"), "ada@example.org"),
    }
    for arguments in (["init", "-q"], ["add", "."], ["commit", "-qm", "All"]):
        subprocess.run(["git", *arguments], cwd=place, env=environment, check=True)
    return environment


def printed(page: str) -> Iterator[tuple[str, str]]:
    """Each command of the page with what it prints now."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        environment = repository(folder)
        for command, _ in commands(page):
            run = subprocess.run(
                ["sh", "-c", command],
                cwd=folder / "repository",
                env=environment,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
            )
            yield command, run.stdout


def rewritten(page: str) -> str:
    """The page with what its commands print now."""
    steps = printed(page)

    def block(found: re.Match[str]) -> str:
        count = len(re.findall(r"^\$ ", found[1], re.MULTILINE))
        return "```console\n" + "".join("$ {}\n{}".format(*next(steps)) for _ in range(count)) + "```"

    return BLOCK.sub(block, page)


if __name__ == "__main__":
    PAGE.write_text(rewritten(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
