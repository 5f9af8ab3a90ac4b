"""How far experts agree: weighted kappa, Krippendorff's alpha, bootstrap intervals by a generator of our own.

Cohen, J. (1968) Weighted kappa. Psychological Bulletin 70. Krippendorff, K. (2011) Computing Krippendorff's
alpha-reliability. Bootstrap: Efron, B. (1979), percentile intervals.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
Indexes = NDArray[np.int64]

# Resamples of a bootstrap, and the share of them an interval holds.
RESAMPLES = 2000
SHARE = 0.95


def random_indexes(seed: bytes, label: str, size: tuple[int, ...], below: int) -> Indexes:
    """Whole numbers from 0 to ``below`` - 1, the same on every machine and in every version of any library.

    From SHAKE-256 of the seed and a label, 64 bits a number; of what is left over by ``below`` nothing is thrown away,
    which is off by less than ``below`` in 2**64.
    """
    count = int(np.prod(size))
    stream = hashlib.shake_256(seed + label.encode()).digest(8 * count)
    return (np.frombuffer(stream, dtype="<u8") % np.uint64(below)).astype(np.int64).reshape(size)


def weighted_kappa(first: Sequence[int], second: Sequence[int], categories: int, *, power: int = 2) -> float | None:
    """Cohen's kappa of two raters over the same things, categories 0 to ``categories`` - 1.

    Weights are the distance to the ``power`` (1 linear, 2 quadratic). None where chance alone would agree wholly.
    """
    table = np.zeros((categories, categories))
    np.add.at(table, (np.asarray(first, np.int64), np.asarray(second, np.int64)), 1)
    return _kappa(table, power)


def symmetric_kappa(pairs: Sequence[tuple[int, int]], categories: int, *, power: int = 2) -> float | None:
    """Weighted kappa of pairs of raters who are not the same two throughout: each pair is counted both ways round.

    Equals Scott's pi with weights. None where chance alone would agree wholly or there are no pairs.
    """
    table = np.zeros((categories, categories))
    for one, other in pairs:
        table[one, other] += 1
        table[other, one] += 1
    return _kappa(table, power)


def _kappa(table: Numbers, power: int) -> float | None:
    total = table.sum()
    if not total:
        return None
    places = np.arange(len(table))
    weights = np.abs(places[:, None] - places[None, :]).astype(np.float64) ** power
    expected = np.outer(table.sum(axis=1), table.sum(axis=0)) / total
    by_chance = float((weights * expected).sum())
    return None if by_chance == 0 else 1 - float((weights * table).sum()) / by_chance


def interval_alpha(units: Sequence[Sequence[float]]) -> float | None:
    """Krippendorff's alpha with the interval metric; a unit holds the values its raters gave it.

    Units of one value do not count. None where there is nothing to compare or all values are the same.
    """
    return _alpha(*_moments(units))


def _moments(units: Sequence[Sequence[float]]) -> tuple[Numbers, Numbers, Numbers]:
    """Of each unit with two values or more: how many, their sum, the sum of their squares."""
    usable = [np.asarray(unit, np.float64) for unit in units if len(unit) > 1]
    return (
        np.array([len(unit) for unit in usable], np.float64),
        np.array([unit.sum() for unit in usable], np.float64),
        np.array([(unit**2).sum() for unit in usable], np.float64),
    )


def _alpha(counts: Numbers, sums: Numbers, squares: Numbers) -> float | None:
    # The sum of squared differences over all ordered pairs of n values is 2 (n Σx² − (Σx)²).
    total = counts.sum()
    if total < 2:
        return None
    expected = 2 * (total * squares.sum() - sums.sum() ** 2) / (total * (total - 1))
    if expected <= 0:
        return None
    observed = (2 * (counts * squares - sums**2) / (counts - 1)).sum() / total
    return 1 - float(observed / expected)


def bootstrap(
    count: int, statistic: Callable[[Indexes], float | None], seed: bytes, label: str, resamples: int = RESAMPLES
) -> tuple[float, float] | None:
    """The interval that holds ``SHARE`` of a statistic over resamples of ``count`` things.

    ``statistic`` takes the indexes of a resample. None if it has no value in half of them or more.
    """
    if count < 2:
        return None
    drawn = random_indexes(seed, label, (resamples, count), count)
    values = [value for row in drawn if (value := statistic(row)) is not None]
    if len(values) * 2 <= resamples:
        return None
    low, high = np.percentile(values, [50 * (1 - SHARE), 50 * (1 + SHARE)])
    return float(low), float(high)


def alpha_interval(units: Sequence[Sequence[float]], seed: bytes) -> tuple[float, float] | None:
    """The bootstrap interval of Krippendorff's alpha, units drawn with replacement."""
    moments = _moments(units)

    def of(rows: Indexes) -> float | None:
        return _alpha(*(part[rows] for part in moments))

    return bootstrap(len(moments[0]), of, seed, "alpha")


def kappa_interval(
    pairs: Sequence[tuple[int, int]], categories: int, seed: bytes, *, power: int = 2
) -> tuple[float, float] | None:
    """The bootstrap interval of the symmetric weighted kappa, pairs drawn with replacement."""

    def of(rows: Indexes) -> float | None:
        return symmetric_kappa([pairs[row] for row in rows], categories, power=power)

    return bootstrap(len(pairs), of, seed, "kappa")


__all__ = [
    "RESAMPLES",
    "SHARE",
    "alpha_interval",
    "bootstrap",
    "interval_alpha",
    "kappa_interval",
    "random_indexes",
    "symmetric_kappa",
    "weighted_kappa",
]
