"""A file that another process writes, cuts, replaces and removes while it is checked.

    python -m tests.attacks.odd_files [--trials N]

Each trial checks and classifies it, in process, while a writer works. Prints how many trials there were, which statuses
they had, and how many ended in anything else than a defined status.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import os
import tempfile
import threading
from collections import Counter
from pathlib import Path
from random import Random

from langdetect_hook.cli import main as tool
from langdetect_hook.files.content import WHOLE_BYTES
from tests.accidents import HTML, PYTHON

SIZES = (0, 1, 4096, WHOLE_BYTES - 1, WHOLE_BYTES + 1, 3 * WHOLE_BYTES)


def disturb(path: Path, stop: threading.Event) -> None:
    """Make something else of a path again and again: a file of another size, a link, a folder, a pipe, nothing."""
    random = Random(19)
    while not stop.is_set():
        with contextlib.suppress(OSError):
            what = random.randrange(7)
            if what < 4:
                path.write_bytes((HTML if what % 2 else PYTHON).encode() * random.randrange(1, 2000))
                os.truncate(path, random.choice(SIZES))
            elif path.is_dir() and not path.is_symlink():
                path.rmdir()
            else:
                path.unlink(missing_ok=True)
                (path.mkdir, lambda: path.symlink_to("/dev/zero"), lambda: os.mkfifo(path))[what - 4]()
        stop.wait(0.001)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--trials", type=int, default=5000)
    trials: int = parser.parse_args().trials
    statuses: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        stop = threading.Event()
        writer = threading.Thread(target=disturb, args=(Path("moving.json"), stop))
        writer.start()
        try:
            for number in range(trials):
                errors = io.StringIO()
                with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(errors):
                    status = tool(["classify" if number % 4 == 0 else "check", "." if number % 3 else "moving.json"])
                defined = status in (0, 1, 2) and "should not happen" not in errors.getvalue()
                statuses[str(status) if defined else errors.getvalue()] += 1
        finally:
            stop.set()
            writer.join()
        os.chdir("/")
    print(f"{trials} trials: " + ", ".join(f"{count} of status {status}" for status, count in sorted(statuses.items())))
    return int(any(status not in ("0", "1", "2") for status in statuses))


if __name__ == "__main__":
    raise SystemExit(main())
