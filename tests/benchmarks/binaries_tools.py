"""What other tools say of files whose names may be wrong. Run by `binaries.py`, in the environment that has them.

    PYTHON binaries_tools.py < PATHS

reads paths, one a line, and prints a line of JSON for each tool: its name and version, and the numbers of the paths
whose name it objects to. A tool objects where it knows the content and the name's extension is none that it lists for
it: magika by the extensions of its label, puremagic by those of all its matches, `file` by `--extension`. Siegfried
says it in words.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from importlib.metadata import version
from pathlib import Path

# The name of a tool, with its version, and the numbers of the paths that it objects to.
Objections = tuple[str, list[int]]


def extension(path: str) -> str:
    return Path(path).suffix[1:].lower()


def siegfried(paths: list[str]) -> Objections:
    import pygfried

    objections = []
    for number, path in enumerate(paths):
        found = pygfried.identify(path, detailed=True)
        matches = [match for file in found["files"] for match in file["matches"]]
        if any("extension mismatch" in match["warning"] for match in matches):
            objections.append(number)
    return f"Siegfried {pygfried.version()}", objections


def magika(paths: list[str]) -> Objections:
    from magika import Magika

    found = Magika().identify_paths([Path(path) for path in paths])
    objections = [
        number
        for number, (path, one) in enumerate(zip(paths, found, strict=True))
        if one.ok and one.output.extensions and extension(path) not in one.output.extensions
    ]
    return f"magika {version('magika')}", objections


def puremagic(paths: list[str]) -> Objections:
    import puremagic as library

    objections = []
    for number, path in enumerate(paths):
        try:
            found = {match.extension.lower() for match in library.magic_file(path)} - {""}
        except (ValueError, library.PureError):
            found = set()
        if found and "." + extension(path) not in found:
            objections.append(number)
    return f"puremagic {version('puremagic')}", objections


def file(paths: list[str]) -> Objections:
    command = shutil.which("file")
    if command is None:
        raise ModuleNotFoundError("file is not installed")
    listed = "\n".join(paths)
    run = subprocess.run([command, "--extension", "-b", "-f", "-"], input=listed, capture_output=True, text=True)
    said = subprocess.run([command, "--version"], capture_output=True, text=True).stdout.split("\n")[0]
    objections = [
        number
        for number, (path, known) in enumerate(zip(paths, run.stdout.splitlines(), strict=True))
        if known != "???" and extension(path) not in known.split("/")
    ]
    return said.replace("file-", "file "), objections


TOOLS: tuple[Callable[[list[str]], Objections], ...] = (siegfried, magika, puremagic, file)


def objections(paths: list[str]) -> Iterator[Objections]:
    """What each tool that is there objects to."""
    for tool in TOOLS:
        try:
            yield tool(paths)
        except ImportError as error:
            print(f"not measured: {error}", file=sys.stderr)


if __name__ == "__main__":
    for name, numbers in objections(sys.stdin.read().splitlines()):
        print(json.dumps({"tool": name, "objections": numbers}), flush=True)
