"""Damage of a model's files: whatever is changed in the folder, nothing is answered from it.

    python -m tests.attacks.assets --flips 2000

Each trial changes one thing in a copy of the bundled assets and checks a file with it, in process: exit status 2, one
sentence on standard error, nothing on standard output. It prints a line a kind, and exit status 1 where one trial was
answered.
"""

from __future__ import annotations

import argparse
import io
import os
import random
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from langdetect_hook.cli import main as langdetect_hook
from langdetect_hook.network.assets import FACTS, FILES, bundled_folder

ALL = (*FILES, FACTS)
CHECKED = "import os\n\n\ndef here():\n    return os.getcwd()\n"


class Trial(NamedTuple):
    """One kind of damage: its `kind`, the file that it is done to, and what does it to the path of that file."""

    kind: str
    name: str
    damage: Callable[[Path], None]


def flips(count: int, generator: random.Random) -> Iterator[Trial]:
    """One bit each, in every region of every file: evenly spread, large files more often."""
    for number in range(count):
        name = ALL[number % len(ALL)] if number % 2 else "hidden_weights.npy"
        share, bit = generator.random(), generator.randrange(8)
        yield Trial("a flipped bit", name, lambda path, share=share, bit=bit: _flip(path, share, bit))  # type: ignore[misc]


def _flip(path: Path, share: float, bit: int) -> None:
    with open(path, "r+b") as stream:
        place = int(share * path.stat().st_size)
        stream.seek(place)
        byte = stream.read(1)[0] ^ (1 << bit)
        stream.seek(place)
        stream.write(bytes((byte,)))


def damages() -> Iterator[Trial]:
    """Each of the other kinds, done to each file."""
    for name in ALL:
        yield Trial("a missing file", name, Path.unlink)
        yield Trial("an empty file", name, lambda path: path.write_bytes(b"") and None)
        yield Trial("a truncated file", name, lambda path: os.truncate(path, path.stat().st_size - 1))
        yield Trial("a halved file", name, lambda path: os.truncate(path, path.stat().st_size // 2))
        yield Trial("a byte more", name, _append)
        yield Trial("zeros", name, lambda path: path.write_bytes(bytes(path.stat().st_size)) and None)
        yield Trial("a hole of a TiB", name, lambda path: os.truncate(path, 1 << 40))
        yield Trial("a folder", name, _folder)
        if hasattr(os, "mkfifo"):
            yield Trial("a named pipe", name, _pipe)
        yield Trial("a link to itself", name, lambda path: _link(path, path))
        yield Trial("a link to nothing", name, lambda path: _link(path, path.with_name("nothing")))
        yield Trial("a link to a device", name, lambda path: _link(path, Path("/dev/zero")))
        yield Trial("another file", name, _another)


def _append(path: Path) -> None:
    with open(path, "ab") as stream:
        stream.write(b"\n")


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def _link(path: Path, target: Path) -> None:
    path.unlink()
    path.symlink_to(target)


def _another(path: Path) -> None:
    shutil.copyfile(path.with_name("labels.tsv" if path.name != "labels.tsv" else "vocabulary.txt"), path)


def refused(trial: Trial, folder: Path) -> bool:
    """Whether a check with the damaged folder ends with status 2 and one sentence; the folder is whole again then."""
    path = folder / trial.name
    whole = path.read_bytes()
    trial.damage(path)
    try:
        return _is_refused(folder)
    finally:
        _restore(path, whole)


def _is_refused(folder: Path) -> bool:
    out, errors = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(errors):
        status = langdetect_hook(["check", "--assets", str(folder), "a.py"])
    said = errors.getvalue()
    one_sentence = said.startswith("langdetect-hook: ") and said.count("\n") == 1 and "should not happen" not in said
    return status == 2 and one_sentence and not out.getvalue()


def _restore(path: Path, whole: bytes) -> None:
    if path.is_dir() and not path.is_symlink():
        path.rmdir()
    else:
        path.unlink(missing_ok=True)
    path.write_bytes(whole)


def copied(folder: Path) -> Path:
    """A copy of the bundled assets."""
    folder.mkdir()
    for name in ALL:
        shutil.copyfile(os.path.join(bundled_folder(), name), folder / name)
    return folder


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--flips", type=int, default=1000, help="how many bits are flipped, one at a time")
    parser.add_argument("--seed", type=int, default=19)
    options = parser.parse_args(argv)
    os.environ.pop("LANGDETECT_HOOK_TRACEBACK", None)
    trials = [*flips(options.flips, random.Random(options.seed)), *damages()]
    counts: dict[str, list[bool]] = {}
    with TemporaryDirectory() as temporary:
        os.chdir(temporary)
        Path("a.py").write_text(CHECKED, encoding="utf-8")
        folder = copied(Path(temporary) / "assets")
        for trial in trials:
            held = refused(trial, folder)
            counts.setdefault(trial.kind, []).append(held)
            if not held:
                print(f"answered in spite of {trial.kind}: {trial.name}")
    for kind, held in counts.items():
        print(f"{kind:<20} {len(held):>6,} refused {sum(held):>6,}")
    return 0 if all(map(all, counts.values())) else 1


if __name__ == "__main__":
    sys.exit(main())
