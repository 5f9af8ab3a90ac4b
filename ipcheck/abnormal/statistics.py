"""The few statistics the room needs, written so that their assumptions can be read."""

from __future__ import annotations

import math
from collections.abc import Iterable


def poisson_tail(count: int, mean: float) -> float:
    """The chance of ``count`` or more events where ``mean`` are expected, if they come independently (Poisson).

    ``mean`` must not be negative. Summed from the tail's largest term on, in logarithms, so that it neither
    overflows nor drowns in rounding.
    """
    if count <= 0:
        return 1.0
    if mean <= 0:
        return 0.0
    if count <= mean:
        return 1.0 - sum(_terms(0, count, mean))
    total, term, number = 0.0, math.exp(count * math.log(mean) - mean - math.lgamma(count + 1)), count
    while term > total * 1e-16:
        total += term
        number += 1
        term *= mean / number
    return total


def _terms(first: int, beyond: int, mean: float) -> Iterable[float]:
    return (math.exp(number * math.log(mean) - mean - math.lgamma(number + 1)) for number in range(first, beyond))


def evenness(counts: Iterable[int]) -> float:
    """How evenly things are spread over kinds: Shannon entropy over its maximum, 0 to 1 (Pielou 1966)."""
    shares = [count for count in counts if count > 0]
    if len(shares) < 2:
        return 0.0
    total = sum(shares)
    return -sum(share / total * math.log(share / total) for share in shares) / math.log(len(shares))


def strength(*ratios: float) -> float:
    """How far beyond its limits a clue lies: 0.5 where it just reaches them, towards 1 the farther it goes.

    ``ratios`` are what was measured over what was allowed, one for each limit; their geometric mean counts. It puts
    the findings of one check in order and says nothing of how they compare with another check's.
    """
    logs = [math.log(max(ratio, 1.0)) for ratio in ratios]
    return round(1.0 - 0.5 * math.exp(-sum(logs) / max(len(logs), 1)), 3)


__all__ = ["evenness", "poisson_tail", "strength"]
