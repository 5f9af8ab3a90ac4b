"""Tests of numbers for signs of invention. Each names what must hold before it may be run, and where it comes from."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ipcheck.abnormal.statistics import goodness_of_fit, percentile
from ipcheck.patent import Quantity

_BENFORD = tuple(math.log10(1 + 1 / digit) for digit in range(1, 10))
# Rounding in the last place, and binary fractions that are no decimal ones.
_EPSILON = 1e-9
# What an instrument's scale may be divided into: by these, last digits are not even by nature.
_STEPS = (2, 5)


@dataclass(frozen=True, slots=True)
class DigitTest:
    """How often each digit occurs (from 0 or 1 on), of how many numbers, and how likely that is by chance."""

    counts: tuple[int, ...]
    number: int
    chance: float


def first_digits(values: Iterable[float], *, least: int, magnitudes: float) -> DigitTest | None:
    """The first digits of positive values against Benford's law (Benford 1938; Hill 1995), by chi-square.

    Only for ``least`` values or more whose 5th and 95th percentiles lie ``magnitudes`` powers of ten apart: values
    with bounds (per cent, temperatures) or of one order of magnitude do not follow it. None where that does not hold.
    """
    positive = [value for value in values if value > 0]
    if len(positive) < least or math.log10(percentile(positive, 0.95) / percentile(positive, 0.05)) < magnitudes:
        return None
    counted = Counter(int(f"{value:e}"[0]) for value in positive)
    counts = tuple(counted[digit] for digit in range(1, 10))
    return DigitTest(counts, len(positive), goodness_of_fit(counts, _BENFORD))


def last_digits(columns: Iterable[Sequence[Quantity]], *, least: int) -> DigitTest | None:
    """The last digits of measured values against even shares (Mosimann, Wiseman & Edelman 1995), by chi-square.

    A column counts only where its last digit is free: three significant digits or more, values that reach over a
    hundred units of the last place, and no coarse scale (all even, all 0 or 5). Zeros that a spreadsheet dropped are
    put back. If 0 and 5 are too many, which rounding explains, the other eight digits must be uneven by themselves.
    None with fewer than ``least`` values.
    """
    digits: list[int] = []
    for column in columns:
        digits += _last_of(column)
    if len(digits) < least:
        return None
    counted = Counter(digits)
    counts = tuple(counted[digit] for digit in range(10))
    chance = goodness_of_fit(counts, (0.1,) * 10)
    if (counts[0] + counts[5]) / len(digits) > 0.2:
        rest = [counts[digit] for digit in range(10) if digit not in (0, 5)]
        # Too few are left for the approximation: nothing can be said.
        chance = max(chance, goodness_of_fit(rest, (0.125,) * 8)) if sum(rest) >= 40 else 1.0
    return DigitTest(counts, len(digits), chance)


def _last_of(column: Sequence[Quantity]) -> list[int]:
    if len(column) < 3:
        return []
    decimals = max(value.decimals for value in column)
    wholes = [round(abs(value.value) * 10.0**decimals) for value in column]
    if min(len(str(whole)) for whole in wholes) < 3 or max(wholes) - min(wholes) < 100:
        return []
    if any(all(whole % step == 0 for whole in wholes) for step in _STEPS):
        return []
    return [whole % 10 for whole in wholes]


def constant_step(values: Sequence[Quantity]) -> float | None:
    """The step by which the values rise or fall, each time the same to the last digit; None if they do not.

    Decided in units of the last decimal that any of them has. A step of one unit says nothing with coarse figures, so
    that it counts only for six values and more; a step of nothing is none.
    """
    if len(values) < 3:
        return None
    decimals = max(value.decimals for value in values)
    wholes = [round(value.value * 10.0**decimals) for value in values]
    steps = {later - former for former, later in pairwise(wholes)}
    if len(steps) != 1:
        return None
    step = steps.pop()
    if step == 0 or (abs(step) == 1 and len(values) < 6):
        return None
    return float(step / 10.0**decimals)


def is_monotone(values: Sequence[Quantity]) -> bool:
    """Whether each value is greater than the one before it, or each is smaller."""
    pairs = list(pairwise(values))
    return all(one.value < other.value for one, other in pairs) or all(one.value > other.value for one, other in pairs)


def grim(mean: Quantity, number: int) -> bool | None:
    """Whether ``mean`` can be that of ``number`` whole numbers (GRIM: Brown & Heathers 2016).

    The sum must be a whole number that gives the mean, rounded half up, half to even or cut off. None where the
    test cannot tell: with as many values as the decimals tell apart, or more, every mean is possible.
    """
    if number < 2 or number >= 10**mean.decimals:
        return None
    return _is_share(mean.value, mean.decimals, number, 1)


def grim_percentage(share: Quantity, number: int) -> bool | None:
    """Whether ``share`` per cent can be that of some of ``number`` individuals; None where the test cannot tell."""
    if number < 2 or number >= 100 * 10**share.decimals or not 0 <= share.value <= 100:
        return None
    return _is_share(share.value, share.decimals, number, 100)


def _is_share(value: float, decimals: int, number: int, whole: int) -> bool:
    unit = 10.0**-decimals
    near = math.floor(value * number / whole)
    for total in (near - 1, near, near + 1, near + 2):
        exact = total * whole / number
        # Rounded to the nearest, or cut off.
        if abs(exact - value) <= unit / 2 + _EPSILON or -_EPSILON <= exact - value < unit - _EPSILON:
            return True
    return False


def least_spread(mean: float, number: int) -> float:
    """The least standard deviation (n - 1) that ``number`` whole numbers of this mean can have.

    They lie at best on the two whole numbers around the mean (the lower bound of Heathers & Brown's SPRITE 2018 and
    Anaya's GRIMMER 2016).
    """
    part = mean - math.floor(mean)
    return math.sqrt(part * (1 - part) * number / (number - 1)) if number > 1 else 0.0


def scale_between(first: Sequence[Quantity], second: Sequence[Quantity]) -> float | None:
    """The constant by which the first values are multiplied to give the second ones, to their last digit; else None.

    Rounding of both sides is allowed for. Equal rows have the constant 1.
    """
    if len(first) != len(second) or not first or any(value.value == 0 for value in (*first, *second)):
        return None
    low, high = -math.inf, math.inf
    for one, other in zip(first, second, strict=True):
        half_one, half_other = 0.5 * 10.0**-one.decimals, 0.5 * 10.0**-other.decimals
        ends = [
            (other.value + end) / (one.value + way)
            for end in (-half_other, half_other)
            for way in (-half_one, half_one)
            if one.value + way
        ]
        low, high = max(low, min(ends)), min(high, max(ends))
    if low > high:
        return None
    middle = math.fsum(other.value for other in second) / math.fsum(one.value for one in first)
    return middle if low <= middle <= high else (low + high) / 2


__all__ = [
    "DigitTest",
    "constant_step",
    "first_digits",
    "grim",
    "grim_percentage",
    "is_monotone",
    "last_digits",
    "least_spread",
    "scale_between",
]
