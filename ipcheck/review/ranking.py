"""The ranking of agencies with what is certain about it: intervals of scores and of places, who cannot be told apart.

A few files an agency are too few to be drawn again by themselves: with six the plain bootstrap's 95 % interval holds
the truth in 86 % of the cases, with two in 60 % (simulated). So the residuals are drawn instead (Davison and Hinkley
1997, section 3.2): how far each file lies from the mean of its agency, scaled by the root of n / (n − 1), those of all
agencies in one pool; an agency of many files draws from its own. What experts differ by within a file is part of it.
What is not drawn again is the sample of agencies itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import fsum
from statistics import fmean

import numpy as np
from numpy.typing import NDArray

from ipcheck.review.agreement import RESAMPLES, SHARE, random_indexes
from ipcheck.review.scoring import FULL, half_up

Numbers = NDArray[np.float64]
# An agency of as many files draws from its own.
_OWN = 12


@dataclass(frozen=True, slots=True)
class FileMark:
    """What the ranking needs of a file: the machine's score, the experts' totals that count, the cap of its gates."""

    machine: float
    experts: tuple[float, ...]
    cap: float


@dataclass(frozen=True, slots=True)
class Place:
    """An agency's place. Intervals hold 95 % of the resamples; ``alike`` are those it cannot be told apart from."""

    agency: str
    place: int
    score: float
    interval: tuple[float, float]
    places: tuple[int, int]
    files: int
    alike: tuple[str, ...]


def rank(
    files: Mapping[str, Sequence[FileMark]],
    weights: tuple[float, float],
    seed: bytes,
    *,
    resamples: int = RESAMPLES,
) -> list[Place]:
    """The agencies in order of the mean score of their files, equal ones at the same place.

    ``weights`` are those of the machine and of the experts. Two agencies count as told apart where one is ahead in
    97.5 % of the resamples or more. Where no agency has two files nothing is known of the spread of files: intervals
    are those of the experts only.
    """
    names = sorted(name for name, own in files.items() if own)
    if not names:
        return []
    pool = _residuals(own for own in ([_total(file, weights) for file in files[name]] for name in names))
    means = np.stack([_means(files[name], weights, seed, name, resamples, pool) for name in names])
    scores = {name: float(np.mean([_total(file, weights) for file in files[name]])) for name in names}
    # Equal prints share a place.
    printed = {name: half_up(score) for name, score in scores.items()}
    low, high = 50 * (1 - SHARE), 50 * (1 + SHARE)
    # How many are strictly ahead, in every resample: place 1 has none.
    # Row by row: all pairs of a thousand agencies at once would take gigabytes.
    ahead = np.stack([(means > own).sum(axis=0) + 1 for own in means])
    sure = (1 + SHARE) / 2
    wins = np.stack([(own > means).mean(axis=1) for own in means])
    places = []
    for index, name in enumerate(names):
        interval = np.percentile(means[index], [low, high])
        span = np.percentile(ahead[index], [low, high], method="nearest")
        alike = tuple(
            other
            for column, other in enumerate(names)
            if column != index
            # Equal scores are never told apart, however few draws they rest on.
            and (scores[other] == scores[name] or (wins[index, column] < sure and wins[column, index] < sure))
        )
        place = 1 + sum(printed[other] > printed[name] for other in names)
        places.append(
            Place(
                name,
                place,
                scores[name],
                (float(interval[0]), float(interval[1])),
                (int(span[0]), int(span[1])),
                len(files[name]),
                alike,
            )
        )
    return sorted(places, key=lambda item: (item.place, item.agency))


def _total(file: FileMark, weights: tuple[float, float]) -> float:
    return min(file.cap, weights[0] * file.machine + weights[1] * fsum(file.experts) / len(file.experts))


def _residuals(totals: Iterable[Sequence[float]]) -> Numbers:
    """How far files lie from the mean of their agency, as far as they would with a mean that is known."""
    found: list[float] = []
    for own in totals:
        if len(own) > 1:
            scale = (len(own) / (len(own) - 1)) ** 0.5
            found += [(total - fmean(own)) * scale for total in own]
    return np.array(found)


def _means(
    files: Sequence[FileMark], weights: tuple[float, float], seed: bytes, name: str, resamples: int, pool: Numbers
) -> Numbers:
    """The mean score of an agency in every resample."""
    totals = [_total(file, weights) for file in files]
    if len(files) >= _OWN:
        pool = _residuals([totals])
    if len(pool):
        drawn = random_indexes(seed, f"residuals|{name}", (resamples, len(files)), len(pool))
        resampled: Numbers = np.clip(fmean(totals) + pool[drawn].mean(axis=1), 0.0, FULL)
        return resampled
    drawn = random_indexes(seed, f"files|{name}", (resamples, len(files)), len(files))
    most = max(len(file.experts) for file in files)
    machine = np.array([file.machine for file in files])[drawn]
    cap = np.array([file.cap for file in files])[drawn]
    counts = np.array([len(file.experts) for file in files])
    table = np.array([[*file.experts, *[0.0] * (most - len(file.experts))] for file in files])
    picks = random_indexes(seed, f"experts|{name}", (resamples, len(files), most), 1 << 32)
    # A file of two experts has two draws of two; the draws it has no experts for weigh nothing.
    chosen = table[drawn[:, :, None], picks % counts[drawn][:, :, None]]
    used = np.arange(most)[None, None, :] < counts[drawn][:, :, None]
    expert = (chosen * used).sum(axis=2) / counts[drawn]
    totals = np.minimum(cap, weights[0] * machine + weights[1] * expert)
    means: Numbers = totals.mean(axis=1)
    return means


__all__ = ["FileMark", "Place", "rank"]
