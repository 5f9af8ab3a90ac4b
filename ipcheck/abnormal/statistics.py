"""The few statistics the room needs, written so that their assumptions can be read."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence


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
        return 1.0 - math.fsum(_terms(0, count, mean))
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
    return -math.fsum(share / total * math.log(share / total) for share in shares) / math.log(len(shares))


def chi_square_tail(statistic: float, freedom: int) -> float:
    """The chance of a chi-square value of ``statistic`` or more with ``freedom`` degrees of freedom (1 or more).

    The finite sums of Abramowitz & Stegun (1964), 26.4.4 for odd and 26.4.5 for even degrees of freedom.
    """
    if statistic <= 0:
        return 1.0
    half = statistic / 2
    if freedom % 2:
        total, term = math.erfc(math.sqrt(half)), math.sqrt(half) * math.exp(-half) / math.gamma(1.5)
        first = 1.5
    else:
        total, term = 0.0, math.exp(-half)
        first = 1.0
    for step in range(freedom // 2):
        total += term
        term *= half / (first + step)
    return min(1.0, total)


def goodness_of_fit(counts: Sequence[int], shares: Sequence[float]) -> float:
    """Pearson's chi-square test: the chance of counts at least as far from the expected shares (which add up to 1).

    The approximation wants five or more expected in each class (Cochran 1954); the caller sees to that.
    """
    total = sum(counts)
    if not total:
        return 1.0
    statistic = math.fsum(
        (count - total * share) ** 2 / (total * share) for count, share in zip(counts, shares, strict=True)
    )
    return chi_square_tail(statistic, len(counts) - 1)


def percentile(values: Iterable[float], share: float) -> float:
    """The value below which ``share`` (0 to 1) of the values lie, interpolated between neighbours (Hyndman & Fan 7)."""
    ordered = sorted(values)
    place = share * (len(ordered) - 1)
    low = math.floor(place)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (ordered[high] - ordered[low]) * (place - low)


def strength(*ratios: float) -> float:
    """How far beyond its limits a clue lies: 0.5 where it just reaches them, towards 1 the farther it goes.

    ``ratios`` are what was measured over what was allowed, one for each limit; their geometric mean counts. It puts
    the findings of one check in order and says nothing of how they compare with another check's.
    """
    logs = [math.log(max(ratio, 1.0)) for ratio in ratios]
    return round(1.0 - 0.5 * math.exp(-math.fsum(logs) / max(len(logs), 1)), 3)


__all__ = ["chi_square_tail", "evenness", "goodness_of_fit", "percentile", "poisson_tail", "strength"]
