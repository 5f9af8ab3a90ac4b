"""The tests of numbers: tails against tables, each against what it must and must not find."""

from __future__ import annotations

import math
import random

import pytest

from ipcheck.abnormal.forensics import (
    constant_step,
    first_digits,
    grim,
    grim_percentage,
    is_monotone,
    last_digits,
    least_spread,
    scale_between,
)
from ipcheck.abnormal.statistics import chi_square_tail, goodness_of_fit, percentile
from ipcheck.model.document import DocumentBuilder
from ipcheck.model.span import Span
from ipcheck.patent import Quantity
from ipcheck.patent.quantities import quantity_of

_BUILDER = DocumentBuilder("x.txt", "text")
_BUILDER.add("x")
_PLACE = Span(_BUILDER.build(), 0, 1)


def q(*numbers: str) -> list[Quantity]:
    return [quantity_of(_PLACE, number) for number in numbers]


@pytest.mark.parametrize(
    ("statistic", "freedom", "chance"),
    # Abramowitz & Stegun, table 26.8.
    [(3.84146, 1, 0.05), (5.99146, 2, 0.05), (15.5073, 8, 0.05), (16.9190, 9, 0.05), (27.8772, 9, 0.001)],
)
def test_the_tail_of_chi_square(statistic: float, freedom: int, chance: float) -> None:
    assert chi_square_tail(statistic, freedom) == pytest.approx(chance, rel=1e-4)


def test_edges_of_the_tail() -> None:
    assert chi_square_tail(0, 3) == chi_square_tail(-1, 4) == 1.0
    assert chi_square_tail(2000, 9) == 0.0
    assert goodness_of_fit((0, 0), (0.5, 0.5)) == 1.0
    assert goodness_of_fit((10, 10), (0.5, 0.5)) == 1.0


def test_percentiles() -> None:
    assert percentile([4, 1, 3, 2], 0.5) == 2.5
    assert percentile([7], 0.95) == 7


def test_first_digits_are_tested_only_where_the_law_holds() -> None:
    powers = [1.05**number for number in range(300)]
    natural = first_digits(powers, least=100, magnitudes=2)
    assert natural is not None and natural.chance > 0.5
    assert first_digits(powers[:99], least=100, magnitudes=2) is None
    assert first_digits([90 + number % 9 for number in range(200)], least=100, magnitudes=2) is None
    assert first_digits([0.0, -1.0] * 200, least=100, magnitudes=2) is None
    rng = random.Random(1)
    even = first_digits([rng.uniform(1, 10) * 10 ** rng.randint(0, 3) for _ in range(300)], least=100, magnitudes=2)
    assert even is not None and even.chance < 1e-6


def test_last_digits_leave_scales_and_rounding_alone() -> None:
    rng = random.Random(2)
    free = [f"{rng.uniform(100, 300):.1f}" for _ in range(200)]
    test = last_digits([q(*free)], least=50)
    assert test is not None and test.chance > 0.001
    assert last_digits([q(*(f"{100 + number / 2:.1f}" for number in range(200)))], least=50) is None
    assert last_digits([q(*(str(100 + 2 * number) for number in range(200)))], least=50) is None
    assert last_digits([q("1.2", "1.3", "1.4") * 40], least=50) is None
    rounded = [value[:-1] + rng.choice("05") if rng.random() < 0.5 else value for value in free]
    test = last_digits([q(*rounded)], least=50)
    assert test is not None and test.chance > 0.001
    favourite = [value[:-1] + rng.choice("37") if rng.random() < 0.5 else value for value in free]
    test = last_digits([q(*favourite)], least=50)
    assert test is not None and test.chance < 1e-6


def test_honest_last_digits_are_told_no_more_often_than_said() -> None:
    rng = random.Random(3)
    told = 0
    for _ in range(400):
        test = last_digits([q(*(f"{rng.uniform(100, 300):.1f}" for _ in range(60)))], least=50)
        told += test is not None and test.chance < 0.01
    assert told <= 10


def test_a_constant_step_holds_to_the_last_digit() -> None:
    assert constant_step(q("12.1", "12.6", "13.1", "13.6")) == pytest.approx(0.5)
    assert constant_step(q("9", "7", "5")) == -2
    assert constant_step(q("12.1", "12.6", "13.1", "13.7")) is None
    assert constant_step(q("12.10", "12.6", "13.1", "13.60")) == pytest.approx(0.5)
    # Coarse figures, all the same, too few.
    assert constant_step(q("95", "96", "97", "98")) is None
    assert constant_step(q("5", "5", "5", "5")) is None
    assert constant_step(q("1", "3")) is None


def test_monotone_means_strictly() -> None:
    assert is_monotone(q("1", "2", "4")) and is_monotone(q("3", "2", "1"))
    assert not is_monotone(q("1", "2", "2"))


@pytest.mark.parametrize(
    ("mean", "number", "possible"),
    # The first is the example of Brown & Heathers 2016: 5.19 cannot be the mean of 28 whole numbers; 5.18 can.
    [
        ("5.19", 28, False),
        ("5.18", 28, True),
        ("3.45", 20, True),
        ("3.44", 20, False),
        ("3.33", 3, True),
        ("3.3", 20, None),
    ],
)
def test_grim(mean: str, number: int, possible: bool | None) -> None:
    assert grim(q(mean)[0], number) is possible


@pytest.mark.parametrize(
    ("share", "number", "possible"),
    [
        ("93.3", 30, True),
        ("93.4", 30, False),
        ("84.37", 32, True),
        ("84.38", 32, True),
        ("50", 120, None),
        ("101", 30, None),
    ],
)
def test_grim_of_shares(share: str, number: int, possible: bool | None) -> None:
    assert grim_percentage(q(share)[0], number) is possible


def test_every_true_share_passes() -> None:
    for number in range(2, 60):
        for part in range(number + 1):
            for decimals in (0, 1, 2):
                written = f"{100 * part / number:.{decimals}f}"
                assert grim_percentage(q(written)[0], number) is not False


def test_the_least_spread_of_whole_numbers() -> None:
    assert least_spread(8.0, 10) == 0
    assert least_spread(8.5, 10) == pytest.approx(math.sqrt(0.25 * 10 / 9))
    assert least_spread(8.5, 1) == 0


def test_scale_between() -> None:
    one = q("12.13", "301.2", "88.41")
    assert scale_between(one, q("10.92", "271.1", "79.57")) == pytest.approx(0.9, rel=1e-3)
    assert scale_between(one, one) == pytest.approx(1)
    assert scale_between(one, q("10.92", "271.1", "80.57")) is None
    assert scale_between(one, q("1", "2")) is None
    assert scale_between(q("0"), q("0")) is None
    assert scale_between([], []) is None
