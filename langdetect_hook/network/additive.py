"""An additive model: the logarithm of odds as a sum of gains, one for each of a few named quantities.

Each term is a list of points that anybody can read: the gain at some values of its quantity, straight lines between
them, and the same gain beyond the ends (a generalised additive model: Hastie and Tibshirani, Statistical Science 1986).
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise
from math import exp, isfinite

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

CONSTANT = "constant"
HEADER = "quantity\tgains\tpurpose"


class Term:
    """What one quantity contributes: `gains[i]` where its value is `at[i]`; `purpose`: what it is, for a reader."""

    __slots__ = ("at", "gains", "name", "purpose")

    def __init__(self, name: str, at: Sequence[float], gains: Sequence[float], purpose: str) -> None:
        self.name = name
        self.at = at
        self.gains = gains
        self.purpose = purpose

    def gain(self, value: float) -> float:
        """The gain for a value of the quantity."""
        after = bisect_right(self.at, value)
        if after == 0 or after == len(self.at):
            return self.gains[max(0, after - 1)]
        low, high = self.at[after - 1], self.at[after]
        way = (value - low) / (high - low)
        return self.gains[after - 1] + way * (self.gains[after] - self.gains[after - 1])


class Additive:
    """Terms by the name of their quantity, and the constant to which their gains are added."""

    __slots__ = ("constant", "terms")

    def __init__(self, constant: float, terms: Sequence[Term]) -> None:
        self.constant = constant
        self.terms = {term.name: term for term in terms}

    def gains(self, values: Mapping[str, float]) -> dict[str, float]:
        """What each quantity contributes, in the order of the terms. KeyError: a value is missing."""
        return {name: term.gain(values[name]) for name, term in self.terms.items()}

    def probability(self, values: Mapping[str, float]) -> float:
        """The probability that the gains of these values add up to."""
        return logistic(self.constant + sum(self.gains(values).values()))


def logistic(log_odds: float) -> float:
    """The probability whose odds have this natural logarithm."""
    return 1 / (1 + exp(-log_odds)) if log_odds > -700 else 0.0


def read_additive(text: str) -> Additive:
    """The model in a table of its terms. ValueError: the text is no such table."""
    lines = text.splitlines()
    if not lines or lines[0] != HEADER:
        raise ValueError("no table of gains")
    terms = [_term(line) for line in lines[1:]]
    constant, *others = terms
    if constant.name != CONSTANT or len(constant.gains) != 1 or len({term.name for term in terms}) != len(terms):
        raise ValueError("no constant, or a term twice")
    return Additive(constant.gains[0], others)


def written(model: Additive, purpose: str) -> str:
    """The table of a model's terms, which `read_additive` reads; `purpose`: of the constant."""
    rows = [Term(CONSTANT, [0.0], [model.constant], purpose), *model.terms.values()]
    return f"{HEADER}\n" + "".join(f"{row.name}\t{_points(row)}\t{row.purpose}\n" for row in rows)


def _points(term: Term) -> str:
    return ",".join(f"{at:g}={gain:.3f}" for at, gain in zip(term.at, term.gains, strict=True))


def _term(line: str) -> Term:
    name, points, purpose = line.split("\t")
    halves = [point.split("=") for point in points.split(",")]
    at, gains = [float(value) for value, _ in halves], [float(gain) for _, gain in halves]
    if not all(map(isfinite, (*at, *gains))) or any(low >= high for low, high in pairwise(at)):
        raise ValueError(line)
    return Term(name, at, gains, purpose)
