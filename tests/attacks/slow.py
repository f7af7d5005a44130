"""Whole checks of texts that are made to be slow: under every claimed name, of every piece, alone and within healthy
content of another language, so that whatever looks at a suspect looks at it.

    python -m tests.attacks.slow [--minutes N] [--worst N]

Each trial is one check of 64 KiB, in a process that ends after LIMIT seconds. The dearest ones are repeated
with 1 KiB to 1 MiB: what counts is how the cost of a byte grows. The exit status is 1 where a check did not end, or
where a byte of 1 MiB costs more than MOST_GROWTH times one of 16 KiB. It takes the minutes that it is given: all
names, in an order drawn by chance, with ten pieces alone and ten behind other content, again and again.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import traceback
from collections.abc import Iterator
from time import process_time
from typing import NamedTuple

from langdetect_hook import Detector
from tests.attacks.limit import end_after
from tests.attacks.pieces import PIECES
from tests.bundled import CLAIMS
from tests.healthy_texts import healthy_texts

SIZE = 65_536
SIZES = (1 << 10, 1 << 14, 1 << 16, 1 << 18, 1 << 20)
LIMIT = 10.0
BROKEN = 3  # the exit status of a process in which a check raised something
LEAST = 0.001  # CPU seconds below which a clock says nothing
MOST_GROWTH = 4.0
LEAST_TOLD = 0.25  # CPU seconds that a check of 1 MiB takes before its growth counts: below, the machine is measured
HEAD = 6_000  # characters of healthy content before the pieces: more than the first look


class Trial(NamedTuple):
    """A check: the name, the healthy content that it begins with, the piece that is repeated behind."""

    name: str
    head: str
    piece: str

    def content(self, size: int) -> bytes:
        """So many bytes, about: half of what is healthy, and then the pieces."""
        head = self.head * (min(HEAD, size // 2) // len(self.head) + 1) if self.head else ""
        return (head + self.piece * max(1, (size - len(head)) // len(self.piece))).encode()

    def __str__(self) -> str:
        head = self.head[:20]
        return f"{self.name} {self.piece!r}" + (f" behind {head!r}" if head else "")


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="slow", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--minutes", type=float, default=15, metavar="N", help="minutes of CPU for the trials (15)")
    parser.add_argument("--worst", type=int, default=20, metavar="N", help="the dearest trials that are repeated (20)")
    options = parser.parse_args(argv)
    detector = Detector()
    detector.check(b"x = 1\n", "a.py")
    costs: dict[Trial, float] = {}
    left = options.minutes * 60
    for trials in batches():
        found = dict(run(detector, trials, SIZE))
        costs.update(found)
        for trial in (trial for trial in found if found[trial] >= LIMIT):
            print("not ended:", trial, file=sys.stderr)
        left -= sum(found.values())
        if left < 0:
            break
    return report(detector, costs, options.worst)


def names() -> list[str]:
    """A name for each pattern that claims something."""
    return [pattern.replace("*", "a") for pattern, languages in CLAIMS.patterns() if languages]


def batches() -> Iterator[list[Trial]]:
    """Each name with pieces alone, and behind healthy content, until the time is over."""
    chance = random.Random(0)
    all_names, heads = names(), [one.text for one in healthy_texts()]
    chance.shuffle(all_names)
    while True:
        for name in all_names:
            alone = [Trial(name, "", piece) for piece in chance.sample(PIECES, 10)]
            yield alone + [Trial(name, chance.choice(heads), piece) for piece in chance.sample(PIECES, 10)]


def run(detector: Detector, trials: list[Trial], size: int) -> Iterator[tuple[Trial, float]]:
    """The CPU seconds of each trial; LIMIT where it did not end."""
    while trials:
        read, write = os.pipe()
        child = os.fork()
        if not child:
            os.close(read)
            try_all(detector, trials, size, write)
        os.close(write)
        with os.fdopen(read) as lines:
            seconds = [float(line) for line in lines]
        _, status = os.waitpid(child, 0)
        if os.waitstatus_to_exitcode(status) == BROKEN:
            raise SystemExit("slow: a check ended in an error, see above")
        if len(seconds) < len(trials):
            seconds.append(LIMIT)
        yield from zip(trials, seconds, strict=False)
        trials = trials[len(seconds) :]


def try_all(detector: Detector, trials: list[Trial], size: int, write: int) -> None:
    """Run the trials in this process, which a signal ends when one takes too long."""
    for trial in trials:
        content = trial.content(size)
        end_after(LIMIT)
        start = process_time()
        try:
            detector.check(content, trial.name)
        except BaseException:
            traceback.print_exc()
            os._exit(BROKEN)
        os.write(write, b"%f\n" % (process_time() - start))
    os._exit(0)


def report(detector: Detector, costs: dict[Trial, float], most: int) -> int:
    """Print the dearest trials at all sizes, and tell whether one of them grows."""
    dearest = sorted(costs, key=lambda trial: -costs[trial])[:most]
    print(f"{len(costs):,} checks of {SIZE:,} bytes under {len({one.name for one in costs}):,} names")
    print(f"{sum(costs.values()):.0f} s of CPU; the dearest {max(costs.values()):.2f} s; ", end="")
    print(f"not ended within {LIMIT:.0f} s: {sum(cost >= LIMIT for cost in costs.values())}")
    grown = False
    for trial in dearest:
        seconds = [next(run(detector, [trial], size))[1] for size in SIZES]
        growth = (seconds[-1] / SIZES[-1]) / (max(seconds[1], LEAST) / SIZES[1])
        is_grown = seconds[-1] > LEAST_TOLD and (growth > MOST_GROWTH or seconds[-1] >= LIMIT)
        grown |= is_grown
        print(" ".join(f"{one:7.3f}" for one in seconds), f"x{growth:.1f}", "GROWS" * is_grown, trial, flush=True)
    return int(grown)


if __name__ == "__main__":
    sys.exit(main())
