"""Commands that are ended from outside at random moments: what they write must be the old or the new, the next run must
come to its end and leave nothing behind, and what they have started must end with them.

`python -m tests.attacks.faults FOLDER --trials 200` kills each command as often; `--train N` kills as many trainings
besides (each takes the seconds that TensorFlow takes to start). The status is 1 where anything was not right.
"""

from __future__ import annotations

import argparse
import io
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, NoReturn

from langdetect_hook.cli import main as run_command
from langdetect_hook.configuration import baseline
from langdetect_hook.network import assets
from langdetect_hook.training.corpus_builder import fetch, main_corpus
from langdetect_hook.training.output import FILES_IN_ORDER, new_assets
from tests import accidents
from tests.commands.test_checking import JPEG
from tests.commands.test_parallel import members
from tests.conftest import hear_interrupts
from tests.training.brew import NAMES, write_brew_corpus
from tests.training.test_corpus_builder import MANIFEST, Registry, tree

TINY = ["--tokens", "200", "--pairs", "100", "--triples", "30", "--gaps", "20", "--units", "8", "--epochs", "1"]
OLD, NEW = "the old", "the new"
KNOWN = f"{baseline.HEAD}gone.json\tLD003\t{64 * '0'}\n"


class Attack(NamedTuple):
    """What is killed: how its folder is made, what is run there, what state it left (OLD, NEW or another word), and
    what lies there once it came to its end."""

    name: str
    prepare: Callable[[], None]
    run: Callable[[], object]
    state: Callable[[], str]
    names: set[str]


def write(name: str, content: str | bytes) -> None:
    """Write a file below the current folder."""
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_bytes(content if isinstance(content, bytes) else content.encode())


def git(*arguments: str) -> str:
    """What git prints in the current folder."""
    return subprocess.run(["git", *arguments], check=True, capture_output=True, text=True).stdout


def by_length(name: str, old: str) -> Callable[[], str]:
    """The state of a file that was short and becomes long; of half of it, its length."""
    whole: list[int] = []

    def state() -> str:
        size = os.path.getsize(name)
        if size == len(old):
            return OLD
        whole.append(size)
        return NEW if size == max(whole) else f"{size} bytes"

    return state


def _wrong_files() -> None:
    for number in range(60):
        write(f"files/{number}.json", accidents.HTML)


def attacks(folder: Path) -> list[Attack]:
    """All that is killed at random moments, but for a training."""
    return [
        Attack("check --output", _output, lambda: _check("--output", "out"), by_length("out", OLD), {"files", "out"}),
        Attack("baseline", _baseline, _write_baseline, by_length("out", KNOWN), {"files", "out"}),
        Attack("check --fix", _fixable, lambda: run_command(["check", "--fix", "."]), _names, {".git", "a.jpg"}),
        Attack("train, as it writes", _assets(folder), lambda: _put(folder / "models" / NEW), _which, {"assets"}),
        Attack("corpus", _corpus(folder), _build, _corpus_state(folder), {"corpus.toml", "out"}),
    ]


def _output() -> None:
    _wrong_files()
    write("out", OLD)


def _check(*more: str) -> None:
    run_command(["check", *more, "files"])


def _baseline() -> None:
    _wrong_files()
    write("out", KNOWN)


def _write_baseline() -> None:
    run_command(["baseline", "--baseline", "out", "files"])


def _fixable() -> None:
    write("a.png", JPEG)
    git("init", "--quiet")
    git("add", ".")


def _names() -> str:
    (name,) = (set(os.listdir()) - {".git"}) or {"nothing"}
    states = {"a.png": OLD, "a.jpg": NEW}
    staged = git("ls-files").split()
    return states[name] if staged == [name] else f"{name} in the work tree, {staged} in the index"


def _assets(folder: Path) -> Callable[[], None]:
    def prepare() -> None:
        shutil.copytree(folder / "models" / OLD, "assets")

    return prepare


def _put(model: Path) -> None:
    with new_assets("assets") as new:
        for name in FILES_IN_ORDER:
            shutil.copyfile(model / name, os.path.join(new, name))


def _which() -> str:
    model = assets.load("assets")
    return Path(model.folder, assets.METADATA).read_text()


def _corpus(folder: Path) -> Callable[[], None]:
    def prepare() -> None:
        write("corpus.toml", MANIFEST)
        shutil.copytree(folder / "corpora" / OLD, "out")

    return prepare


def _build() -> None:
    main_corpus(Path("corpus.toml"), Path("out"), ("one", "two"), 2)


def _corpus_state(folder: Path) -> Callable[[], str]:
    def state() -> str:
        found = tree(Path("out"))
        return next((name for name in (OLD, NEW) if tree(folder / "corpora" / name) == found), "neither")

    return state


def write_originals(folder: Path) -> None:
    """Two models and two corpora, to be replaced by each other."""
    shutil.rmtree(folder / "models", ignore_errors=True)
    shutil.rmtree(folder / "corpora", ignore_errors=True)
    for name in (OLD, NEW):
        (folder / "models" / name).mkdir(parents=True)
        for file in FILES_IN_ORDER:
            shutil.copyfile(Path(assets.bundled_folder()) / file, folder / "models" / name / file)
        (folder / "models" / name / assets.METADATA).write_text(name)
    (folder / "corpora").mkdir()
    (folder / "corpora" / "corpus.toml").write_text(MANIFEST)
    quietly(lambda: main_corpus(folder / "corpora" / "corpus.toml", folder / "corpora" / OLD, ("two",), 1))
    quietly(lambda: main_corpus(folder / "corpora" / "corpus.toml", folder / "corpora" / NEW, ("one", "two"), 1))


def quietly(action: Callable[[], object]) -> None:
    """Do something whose output nobody wants."""
    out, sys.stdout = sys.stdout, io.StringIO()
    try:
        action()
    finally:
        sys.stdout = out


def started(action: Callable[[], object]) -> int:
    """A process of its own, in a session of its own, that does something."""
    child = os.fork()
    if child == 0:
        _run(action)
    return child


def _run(action: Callable[[], object]) -> NoReturn:
    os.setsid()
    sys.stderr = io.StringIO()
    try:
        quietly(action)
    finally:
        os._exit(0)


def killed(action: Callable[[], object], seconds: float) -> None:
    """Do something, and kill it after a time; what it has started may come to its end."""
    child = started(action)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    while members(child):
        time.sleep(0.001)


def attack(one: Attack, folder: Path, trials: int, chosen: random.Random) -> list[str]:
    """What was not right, after a row was printed."""
    states: Counter[str] = Counter()
    wrong = []
    took = _duration(one, folder)
    for _ in range(trials):
        _anew(one, folder)
        killed(one.run, chosen.uniform(0, 1.1 * took))
        states[state := _state_of(one)] += 1
        quietly(one.run)
        if one.state() != NEW or set(os.listdir()) != one.names:
            wrong.append(f"{one.name}: from {state} the next run came to {one.state()}, {sorted(os.listdir())}")
    wrong += [f"{one.name}: {state}" for state in states if state not in (OLD, NEW)]
    print(
        f"{one.name:24} kill -9, {trials} times in {took * 1000:.0f} ms: {dict(states)}, not right: {len(wrong)}",
        flush=True,
    )
    return wrong


LIMITS = [0, 1, 10, 50, 100, 200, 400, 1_000, 2_000, 4_095, 4_096, 8_192, 20_000, 65_536, 200_000, 1 << 20, 2 << 20]


def full_disk(one: Attack, folder: Path) -> list[str]:
    """What was not right where no file may become larger than so many bytes: an error of writing, as of a full disk."""
    states: Counter[str] = Counter()
    wrong = []
    for limit in LIMITS:
        _anew(one, folder)
        before = set(os.listdir())
        os.waitpid(started(lambda limit=limit: _limited(one.run, limit)), 0)  # type: ignore[misc]
        states[state := _state_of(one)] += 1
        # What a corpus has fetched so far stays for the next run.
        left = {name for name in os.listdir() if not name.endswith(".building")} - before - one.names
        if state not in (OLD, NEW) or left:
            wrong.append(f"{one.name}: with files up to {limit} bytes: {state}, {left}")
    print(f"{one.name:24} a full disk, {len(LIMITS)} times: {dict(states)}, not right: {len(wrong)}", flush=True)
    return wrong


def _limited(action: Callable[[], object], most: int) -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
    action()


def _state_of(one: Attack) -> str:
    try:
        return one.state()
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def _anew(one: Attack, folder: Path) -> None:
    os.chdir(folder)
    shutil.rmtree(folder / "trial", ignore_errors=True)
    (folder / "trial").mkdir()
    os.chdir(folder / "trial")
    one.prepare()


def _duration(one: Attack, folder: Path) -> float:
    """How long it takes, once all that it needs is loaded."""
    _anew(one, folder)
    quietly(one.run)
    for _ in range(2):
        _anew(one, folder)
        begin = time.monotonic()
        os.waitpid(started(one.run), 0)
        took = time.monotonic() - begin
        assert one.state() == NEW
    return took


SIGNALS = [
    ("SIGKILL", signal.SIGKILL, False),
    ("SIGTERM", signal.SIGTERM, False),
    ("SIGINT", signal.SIGINT, False),
    ("Ctrl-C", signal.SIGINT, True),
]


def end_many_processes(folder: Path, trials: int, chosen: random.Random) -> list[str]:
    """What was not right where a check by several processes was ended."""
    for number in range(300):
        write(f"{folder}/many/{number}.py", accidents.PYTHON)
        write(f"{folder}/many/{number}.json", accidents.HTML if number % 9 == 0 else accidents.JSON)
    for arguments in (("init", "--quiet"), ("add", ".")):
        subprocess.run(["git", "-C", f"{folder}/many", *arguments], check=True)
    wrong: list[str] = []
    for name, number, is_group in SIGNALS:
        statuses: Counter[int] = Counter()
        before, longest = len(wrong), 0.0
        for _ in range(trials):
            status, took, orphans, complaint = _ended(folder / "many", number, is_group, chosen)
            statuses[status] += 1
            longest = max(longest, took)
            begun = b"Traceback" not in complaint or b"langdetect_hook/cli.py" in complaint  # else: Python's own start
            if orphans or (complaint and begun):
                wrong.append(f"{name}: {orphans} left, {complaint[-300:]!r}")
        print(f"--jobs 2 to 4, {name}: {trials} times: by status {dict(statuses)}, the last process gone after at most "
              f"{longest:.2f} s, not right: {len(wrong) - before}", flush=True)  # fmt: skip
    return wrong


def _ended(folder: Path, number: int, is_group: bool, chosen: random.Random) -> tuple[int, float, int, bytes]:
    jobs = str(chosen.choice([2, 3, 4]))
    run = subprocess.Popen(
        [sys.executable, "-m", "langdetect_hook", "check", "--jobs", jobs, chosen.choice([".", "--all", "--staged"])],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
        preexec_fn=hear_interrupts,
    )
    time.sleep(chosen.uniform(0.05, 1.2))
    begin = time.monotonic()
    (os.killpg if is_group else os.kill)(run.pid, number)
    _, complaint = run.communicate(timeout=60)
    while members(run.pid) and time.monotonic() - begin < 5:
        time.sleep(0.005)
    left = members(run.pid)
    for process in left:
        os.kill(process, signal.SIGKILL)
    return run.returncode, time.monotonic() - begin, len(left), complaint


def kill_trainings(folder: Path, trials: int, chosen: random.Random) -> list[str]:
    """What was not right where a training was killed: by kill -9 and SIGTERM in turns."""
    if not trials:
        return []
    place = folder / "training"
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir()
    write_brew_corpus(place / "corpus")
    (place / "names.tsv").write_text(NAMES)
    line = [sys.executable, "-m", "langdetect_hook", "train", "corpus", "--names", "names.tsv", "--output", "assets"]
    begin = time.monotonic()
    subprocess.run([*line, *TINY], cwd=place, check=True, capture_output=True)
    took, wrong = time.monotonic() - begin, []
    for number in range(trials):
        before = set(os.listdir(place)), set(os.listdir(place / "assets"))
        run = subprocess.Popen(
            [*line, *TINY, "--seed", str(number)], cwd=place, start_new_session=True, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )  # fmt: skip
        time.sleep(chosen.uniform(0.3, 1) * took)
        run.send_signal(signal.SIGKILL if number % 2 else signal.SIGTERM)
        run.wait()
        try:
            assets.load(os.fspath(place / "assets"))
        except Exception as error:
            wrong.append(f"train: {error}")
        after = set(os.listdir(place)), set(os.listdir(place / "assets"))
        if number % 2 == 0 and after != before and run.returncode:
            wrong.append(f"train: SIGTERM left {after[0] - before[0]} {after[1] - before[1]}")
    subprocess.run([*line, *TINY], cwd=place, check=True, capture_output=True)
    if set(os.listdir(place / "assets")) != set(FILES_IN_ORDER):
        wrong.append(f"train: at the end {os.listdir(place / 'assets')}")
    print(f"train: {trials} times in {took:.0f} s, not right: {len(wrong)}", flush=True)
    return wrong


def main() -> int:
    """The status 1 where anything was not right."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="where all is written")
    parser.add_argument("--trials", type=int, default=200, metavar="N")
    parser.add_argument("--signals", type=int, default=50, metavar="N", help="for each signal to several processes")
    parser.add_argument("--train", type=int, default=0, metavar="N", help="trainings that are killed")
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    folder = options.folder.resolve()
    folder.mkdir(parents=True, exist_ok=True)
    fetch.run_client = Registry()
    write_originals(folder)
    chosen = random.Random(options.seed)
    wrong = []
    for one in attacks(folder):
        wrong += full_disk(one, folder)
    for one in attacks(folder):
        wrong += attack(one, folder, options.trials, chosen)
    wrong += end_many_processes(folder, options.signals, chosen)
    wrong += kill_trainings(folder, options.train, chosen)
    for words in wrong[:20]:
        print("    ", words)
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())
