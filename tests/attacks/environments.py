"""The same verdicts, to the byte, wherever the tool runs: locales, homes, flags of the interpreter, users, and every
Python and library that setup.cfg names.

`python -m tests.attacks.environments FOLDER` checks the planted files in each environment that is named below, with the
Python that runs it. `--python PATH`, repeated, takes others instead: each with the lowest and the newest pygments and
numpy, and without numpy, in virtual environments below FOLDER, on so many files that numpy is used. A row for each is
printed; the status is 1 where one differs.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from tests.accidents import ACCIDENTS, HEALTHY
from tests.conftest import CHECKOUT
from tests.healthy_texts import healthy_texts
from tests.planted import planted

NOBODY = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
# Root without what makes it root: it must not write where the permissions say so.
NO_ROOT = ["setpriv", "--bounding-set", "-dac_override,-dac_read_search"]
CHECK = ["check", "--format", "jsonl"]
# The oldest numpy with a wheel for a Python; setup.cfg asks for 1.23.
OLDEST_NUMPY = {"3.10": "1.23.0", "3.11": "1.23.2", "3.12": "1.26.0", "3.13": "2.1.0"}
LOWEST_PYGMENTS = "2.12.0"


class Environment(NamedTuple):
    """How the tool is started: variables (None: unset), flags of the interpreter, a command before it, options."""

    name: str
    variables: Mapping[str, str | None] = {}
    flags: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    jobs: str = "1"


ENVIRONMENTS = [
    Environment("plain"),
    Environment("two processes", jobs="2"),
    Environment("LC_ALL=C", {"LC_ALL": "C"}),
    Environment("LC_ALL=C, not UTF-8", {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}),
    Environment("an ASCII terminal", {"PYTHONIOENCODING": "ascii", "LC_ALL": "C", "TERM": "dumb"}),
    Environment("PYTHONUTF8=0", {"PYTHONUTF8": "0"}),
    Environment("PYTHONUTF8=1", {"PYTHONUTF8": "1"}),
    Environment("HOME unset", {"HOME": None, "USER": None, "LOGNAME": None}),
    Environment("HOME that is not there", {"HOME": "/nonexistent/home", "XDG_CONFIG_HOME": "/nonexistent"}),
    Environment("TMPDIR that is not there", {"TMPDIR": "/nonexistent", "TEMP": "/nonexistent", "TMP": "/nonexistent"}),
    Environment("no variables but PATH", before=("env", "-i", f"PATH={os.environ.get('PATH', '')}")),
    Environment("PYTHONHASHSEED=0", {"PYTHONHASHSEED": "0"}),
    Environment("PYTHONHASHSEED=1", {"PYTHONHASHSEED": "1"}),
    Environment("PYTHONHASHSEED=4294967295", {"PYTHONHASHSEED": "4294967295"}),
    Environment("-W error", flags=("-W", "error")),
    Environment("-W error, two processes", flags=("-W", "error"), jobs="2"),
    Environment("-I", flags=("-I",)),
    Environment("-O", flags=("-O",)),
    Environment("-OO", flags=("-OO",)),
    Environment("-X dev", flags=("-X", "dev")),
    Environment("-X dev, two processes", flags=("-X", "dev"), jobs="2"),
    Environment("-B -X faulthandler", flags=("-B", "-X", "faulthandler")),
    Environment("64 open files", before=("sh", "-c", 'ulimit -n 64; exec "$@"', "sh")),
    Environment("2 GiB of memory", before=("sh", "-c", 'ulimit -v 2097152; exec "$@"', "sh")),
    Environment("umask 777", before=("sh", "-c", 'umask 777; exec "$@"', "sh")),
    Environment("a user who may write nowhere", {"HOME": None, "TMPDIR": "/nonexistent"}, before=tuple(NOBODY)),
]


def write_files(folder: Path, copies: int = 1, every: int = 1) -> Path:
    """A repository with every planted file, or a part of them, each in a folder of its own, so that none is the
    neighbour of another."""
    texts = [(each.path, each.text) for each in planted()]
    texts += [(each.path, each.text) for each in healthy_texts()]
    texts += [*ACCIDENTS.items(), *HEALTHY.items()]
    for number, (name, text) in enumerate(texts[::every] * copies):
        path = folder / f"{number:04}" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    subprocess.run(["git", "init", "--quiet", os.fspath(folder)], check=True)
    subprocess.run(["git", "config", "--global", "--add", "safe.directory", "*"], check=True, env=private(folder))
    return folder


def private(folder: Path) -> dict[str, str]:
    """The variables of a run, with a configuration of git that is nobody's."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "LANGDETECT_HOOK_"))}
    return {**kept, "GIT_CONFIG_GLOBAL": os.fspath(folder.with_name("gitconfig"))}


def run(python: str, files: Path, environment: Environment) -> tuple[int, bytes, bytes]:
    """The status, output and complaint of a check in an environment."""
    changed = {**private(files), **environment.variables}
    variables = {name: value for name, value in changed.items() if value is not None}
    command = [*environment.before, python, *environment.flags, "-m", "langdetect_hook", *CHECK]
    done = subprocess.run(
        [*command, "--jobs", environment.jobs, "."], cwd=files, env=variables, capture_output=True, timeout=1800
    )
    return done.returncode, done.stdout, done.stderr


def installed(folder: Path, python: str, wheel: Path, libraries: tuple[str, ...]) -> str:
    """The interpreter of a new virtual environment that has the wheel and these libraries."""
    shutil.rmtree(folder, ignore_errors=True)
    subprocess.run([python, "-m", "venv", os.fspath(folder)], check=True)
    inside = os.fspath(folder / "bin" / "python")
    pip = [inside, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, os.fspath(wheel), *libraries], check=True)
    return inside


def variants(python: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The libraries that a Python is tried with."""
    said = "import sys; print('%d.%d' % sys.version_info[:2])"
    version = subprocess.run([python, "-c", said], check=True, capture_output=True, text=True).stdout.strip()
    numpy = OLDEST_NUMPY.get(version, "")
    yield f"Python {version}, pygments {LOWEST_PYGMENTS}, no numpy", (f"pygments=={LOWEST_PYGMENTS}",)
    yield f"Python {version}, newest pygments and numpy", ("pygments", "numpy")
    if numpy:
        yield (
            f"Python {version}, pygments {LOWEST_PYGMENTS}, numpy {numpy}",
            (f"pygments=={LOWEST_PYGMENTS}", f"numpy=={numpy}"),
        )


def read_only(folder: Path) -> None:
    """Take the compiled modules away, and the permission to write: they are compiled anew each time."""
    for cache in list(folder.rglob("__pycache__")):
        shutil.rmtree(cache)
    subprocess.run(["chmod", "-R", "a-w", os.fspath(folder)], check=True)


class Table:
    """What was said in each environment, against the first one."""

    def __init__(self) -> None:
        self._expected: tuple[int, bytes, bytes] | None = None
        self.differing = 0

    def add(self, name: str, found: tuple[int, bytes, bytes]) -> None:
        """Print a row."""
        self._expected = self._expected or found
        same = found == self._expected
        self.differing += not same
        print(
            f"{name:60} {'the same' if same else 'DIFFERS'}: status {found[0]}, {len(found[1].splitlines())} findings",
            flush=True,
        )
        if not same:
            _show(self._expected, found)


def _show(expected: tuple[int, bytes, bytes], found: tuple[int, bytes, bytes]) -> None:
    lines = set(found[1].splitlines()) ^ set(expected[1].splitlines())
    for line in [*sorted(lines)[:6], *found[2].splitlines()[-3:]]:
        print("    ", line.decode(errors="replace")[:240])


def main() -> int:
    """The status 1 where any environment changes what is said."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="where files and virtual environments are made")
    parser.add_argument("--python", action="append", default=[], help="another interpreter")
    options = parser.parse_args()
    folder = options.folder.resolve()
    folder.mkdir(parents=True, exist_ok=True)
    copies = 2 if options.python else 1
    files = folder / f"files-{copies}"
    if not files.exists():
        write_files(files, copies)
    table = Table()
    for environment in ENVIRONMENTS[: 1 if options.python else None]:
        if not environment.before or shutil.which(environment.before[0]):
            table.add(environment.name, run(sys.executable, files, environment))
    _others(options.python, folder, files, table)
    return int(table.differing > 0)


def _others(pythons: list[str], folder: Path, files: Path, table: Table) -> None:
    if not pythons:
        return
    build = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", os.fspath(folder)]
    subprocess.run([*build, os.fspath(CHECKOUT)], check=True)
    wheel = max(folder.glob("langdetect_hook-*.whl"), key=os.path.getmtime)
    for python in pythons:
        for name, libraries in variants(python):
            place = folder / "venv"
            inside = installed(place, python, wheel, libraries)
            table.add(name, run(inside, files, Environment(name)))
            read_only(place)
            closed = Environment("", {"HOME": None, "TMPDIR": "/nonexistent"}, ("-W", "error"), tuple(NO_ROOT))
            table.add("    its folder read-only, -W error", run(inside, files, closed))
            assert not list(place.rglob("langdetect_hook/__pycache__")), "it could be written"
            subprocess.run(["chmod", "-R", "u+w", os.fspath(place)], check=True)


if __name__ == "__main__":
    sys.exit(main())
