"""Exact binomial bounds for rare events, without scipy."""

from __future__ import annotations

from math import exp, lgamma, log


def upper_bound(events: int, trials: int, confidence: float = 0.95) -> float:
    """The one-sided Clopper-Pearson upper bound of a rate, after `events` in `trials`.

    The rate p at which so few events would have the probability 1 - `confidence`: the root of
    sum over k <= events of C(n,k) p^k (1-p)^(n-k) = 1 - confidence, found by bisection.
    """
    if events >= trials:
        return 1.0
    low, high = events / trials, 1.0
    for _ in range(200):
        middle = (low + high) / 2
        if binomial_tail(events, trials, middle) > 1 - confidence:
            low = middle
        else:
            high = middle
    return high


def lower_bound(events: int, trials: int, confidence: float = 0.95) -> float:
    """The one-sided Clopper-Pearson lower bound of a rate."""
    return 1 - upper_bound(trials - events, trials, confidence)


def binomial_tail(events: int, trials: int, rate: float) -> float:
    """The probability of at most `events` in `trials`, each with probability `rate`."""
    if rate <= 0:
        return 1.0
    if rate >= 1:
        return float(events >= trials)
    logs = (
        lgamma(trials + 1) - lgamma(k + 1) - lgamma(trials - k + 1) + k * log(rate) + (trials - k) * log(1 - rate)
        for k in range(events + 1)
    )
    return min(1.0, sum(map(exp, logs)))
