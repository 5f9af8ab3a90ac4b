"""Agreement figures equal those of published packages on the same ratings."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from ipcheck.review.agreement import (
    alpha_interval,
    interval_alpha,
    kappa_interval,
    random_indexes,
    symmetric_kappa,
    weighted_kappa,
)

SEED = b"a seed for the tests"


def ratings(count: int, spread: int) -> tuple[list[int], list[int]]:
    """Two raters who differ by up to ``spread`` of five categories."""
    first = random_indexes(SEED, "first", (count,), 5)
    off = random_indexes(SEED, f"off{spread}", (count,), 2 * spread + 1) - spread
    return first.tolist(), np.clip(first + off, 0, 4).tolist()


@pytest.mark.parametrize("spread", [0, 1, 2, 4])
@pytest.mark.parametrize(("power", "name"), [(1, "linear"), (2, "quadratic")])
def test_weighted_kappa_is_that_of_scikit_learn(spread: int, power: int, name: str) -> None:
    metrics = pytest.importorskip("sklearn.metrics", reason="scikit-learn 没有安装，不比较")
    first, second = ratings(80, spread)
    theirs = metrics.cohen_kappa_score(first, second, weights=name, labels=list(range(5)))
    assert weighted_kappa(first, second, 5, power=power) == pytest.approx(theirs, abs=1e-12)


@pytest.mark.parametrize("spread", [1, 2, 4])
def test_interval_alpha_is_that_of_krippendorff(spread: int) -> None:
    package = pytest.importorskip("krippendorff", reason="krippendorff 没有安装，不比较")
    first, second = ratings(60, spread)
    third = [value if index % 3 else None for index, value in enumerate(ratings(60, 1)[1])]
    table = np.array([[np.nan if value is None else value for value in row] for row in (first, second, third)], float)
    units = [[value for value in column if not np.isnan(value)] for column in table.T]
    theirs = package.alpha(reliability_data=table, level_of_measurement="interval")
    assert interval_alpha(units) == pytest.approx(theirs, abs=1e-12)


def test_the_symmetric_kappa_knows_no_first_and_second() -> None:
    first, second = ratings(50, 2)
    pairs = list(zip(first, second, strict=True))
    assert symmetric_kappa(pairs, 5) == pytest.approx(symmetric_kappa([(b, a) for a, b in pairs], 5))


def test_intervals_hold_the_figure_and_narrow_with_more() -> None:
    widths = []
    for count in (20, 80, 320):
        first, second = ratings(count, 1)
        units = [[float(a), float(b)] for a, b in zip(first, second, strict=True)]
        low, high = alpha_interval(units, SEED) or (0.0, 0.0)
        alpha = interval_alpha(units)
        assert alpha is not None and low <= alpha <= high
        widths.append(high - low)
    assert all(wide > narrow for wide, narrow in pairwise(widths))


def test_nothing_to_compare_has_no_figure() -> None:
    assert interval_alpha([]) is None
    assert interval_alpha([[1.0], [2.0]]) is None
    assert interval_alpha([[3.0, 3.0], [3.0, 3.0]]) is None
    assert symmetric_kappa([], 3) is None
    assert kappa_interval([(0, 0)], 3, SEED) is None


def test_the_generator_gives_the_same_numbers_for_ever() -> None:
    assert random_indexes(b"", "x", (6,), 10).tolist() == [8, 6, 6, 7, 5, 2]
    first = random_indexes(b"a", "b", (1000,), 7)
    assert first.tolist() == random_indexes(b"a", "b", (1000,), 7).tolist()
    assert set(first.tolist()) == set(range(7))
