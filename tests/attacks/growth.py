"""Whether an expression's time grows faster than the text: each of the hook, on what is made from it to be slow.

    python -m tests.attacks.growth [--each N] [PART]

prints those that do, of those with PART in their modules' names or in them, and exits with 1 where there are some; N:
so many texts for each, drawn by chance, but always the same ones; else all. How long a
machine takes says nothing: the same text is given at two sizes, and for 16 times the text more than MOST times the
time is too much, whatever the machine. A text that takes for ever ends the process, which is why each part of the work
has one of its own.
"""

from __future__ import annotations

import argparse
import math
import os
import random
import re
import sys
from collections.abc import Iterator
from time import process_time
from typing import NamedTuple

from langdetect_hook.languages.searched import searched
from tests.attacks.expressions import AT_ONCE, SEARCHED, Attack, Found, attacks, expressions
from tests.attacks.limit import end_after

# So much is given to the expressions of these modules at most, where that is less than the largest text.
BOUNDED = {
    "langdetect_hook.claims.declared": 4_000,
    "langdetect_hook.claims.forms": 4_000,
    "langdetect_hook.claims.interpreters": 1_000,
    "langdetect_hook.claims.trampolines": 1_000,
    "langdetect_hook.configuration.globs": 1_000,
    "langdetect_hook.evidence.answers_under_names": 16_384,
    "langdetect_hook.evidence.made_for_tests": 4_096,
    "langdetect_hook.evidence.server_answers": 16_384,
    "langdetect_hook.evidence.without_signature": 4_096,
    "langdetect_hook.excuses.names": 4_000,
    "langdetect_hook.evidence.armours": 20_000,
    "langdetect_hook.excuses.openings": 20_000,
}
# Where what is searched is the text without long runs, see languages/searched.
TABLES = ("langdetect_hook.claims.marks", "langdetect_hook.languages.entries", "langdetect_hook.languages.comments")
LOOK, LARGE = 1 << 12, 1 << 16
WHOLE = 1 << 20
# Seconds a character that no linear expression takes, on no machine: what takes less is not looked at further.
FAST = 50e-9
# For 16 times the text, of which the square takes 256 times as long. What else a machine does only makes a time longer:
# the least of several is that of the expression.
MOST, TIMES = 64.0, 3
LIMIT = 10.0


class Try(NamedTuple):
    """An expression with its flags, what is known of it, and a text."""

    pattern: str
    flags: int
    found: Found
    attack: Attack

    def __str__(self) -> str:
        where = ", ".join(sorted(self.found.modules)[:2])
        return f"{where}: {self.pattern[:200]!r} on {self.attack.head!r} and many {self.attack.piece!r}"


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="growth", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("part", nargs="?", default="", metavar="PART", help="a part of a module's name")
    parser.add_argument("--each", type=int, default=0, metavar="N", help="so many texts for each expression (all)")
    options = parser.parse_args(argv)
    tries = [each for each in all_tries(options.each) if options.part in str(each)]
    fallen = 0
    for each in slow(tries):
        print(each, flush=True)
        fallen += 1
    print(f"{len({each[:2] for each in tries}):,} expressions, {len(tries):,} texts, {fallen} slow")
    return int(bool(fallen))


def all_tries(most: int = 0) -> list[Try]:
    """Each expression of the hook with `most` texts that are made from it, or with all."""
    return [
        Try(pattern, flags, found, attack)
        for (pattern, flags), found in expressions().items()
        for attack in drawn(sorted(attacks(pattern, flags)), most, pattern)
    ]


def drawn(texts: list[Attack], most: int, pattern: str) -> list[Attack]:
    return random.Random(pattern).sample(texts, most) if 0 < most < len(texts) else texts


def slow(tries: list[Try]) -> Iterator[Try]:
    """The first try of each expression whose time grows faster than its text."""
    while tries:
        read, write = os.pipe()
        child = os.fork()
        if not child:
            os.close(read)
            _try_all(tries, write)
        os.close(write)
        with os.fdopen(read) as lines:
            said = [line.split() for line in lines]
        _, status = os.waitpid(child, 0)
        fallen = [int(number) for number, verdict in said if verdict == "slow"]
        if status:
            fallen.append(int(said[-1][0]))
        yield from (tries[number] for number in fallen)
        names = {tries[number][:2] for number in fallen}
        tries = [each for each in tries[int(said[-1][0]) + 1 :] if each[:2] not in names] if status else []


def _try_all(tries: list[Try], write: int) -> None:
    """Tell of each try that it begins, and whether it is slow; a signal ends this process where one does not end."""
    slow: set[tuple[str, int]] = set()
    for number, each in enumerate(tries):
        if (each.pattern, each.flags) in slow:
            continue
        end_after(LIMIT)
        os.write(write, b"%d begins\n" % number)
        if is_slow(each):
            slow.add((each.pattern, each.flags))
            os.write(write, b"%d slow\n" % number)
    os._exit(0)


def is_slow(each: Try) -> bool:
    """Whether 16 times the text takes far more than 16 times the time; where an expression is given a bounded text, it
    has to end, and no more."""
    bound = max(bound_of(module) for module in each.found.modules)
    if bound < WHOLE:
        return cost(each, bound) > LIMIT
    look, large = cost(each, LOOK), math.inf
    if look < FAST * LOOK:
        return False
    for _ in range(TIMES):
        look, large = min(look, cost(each, LOOK)), min(large, cost(each, LARGE))
        if large <= MOST * look:
            return False
    return True


def bound_of(module: str) -> int:
    return BOUNDED.get(module, WHOLE)


def cost(each: Try, size: int) -> float:
    """The CPU seconds that an expression takes on a text of about so many characters."""
    expression, text = re.compile(each.pattern, each.flags), each.attack.of(size)
    if any(module.startswith(TABLES) for module in each.found.modules):
        text = searched(text)
    start = process_time()
    if SEARCHED in each.found.how:
        list(zip(range(3), expression.finditer(text), strict=False))
    elif AT_ONCE in each.found.how:
        expression.match(text)
    else:
        expression.fullmatch(text)
    return process_time() - start


if __name__ == "__main__":
    sys.exit(main())
