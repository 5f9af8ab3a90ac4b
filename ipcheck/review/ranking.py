"""The ranking of agencies with what is certain about it: intervals of scores and of places, who cannot be told apart.

Two stages are drawn again and again with replacement: the files of an agency, and of each file the experts who scored
it (Efron and Tibshirani 1993, chapter 8). What is not drawn again is the sample of agencies itself.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ipcheck.review.agreement import RESAMPLES, SHARE, random_indexes

Numbers = NDArray[np.float64]


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
    97.5 % of the resamples or more. An agency of one file has no spread of files: its interval is that of its experts
    only.
    """
    names = sorted(name for name, own in files.items() if own)
    if not names:
        return []
    means = np.stack([_means(files[name], weights, seed, name, resamples) for name in names])
    scores = {name: float(np.mean([_total(file, weights) for file in files[name]])) for name in names}
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
            if column != index and wins[index, column] < sure and wins[column, index] < sure
        )
        place = 1 + sum(_ahead(scores[other], scores[name]) for other in names)
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


def _ahead(one: float, other: float) -> bool:
    """Whether a score is higher as it is printed: two digits, so that equal prints share a place."""
    return round(one, 2) > round(other, 2)


def _total(file: FileMark, weights: tuple[float, float]) -> float:
    return min(file.cap, weights[0] * file.machine + weights[1] * sum(file.experts) / len(file.experts))


def _means(files: Sequence[FileMark], weights: tuple[float, float], seed: bytes, name: str, resamples: int) -> Numbers:
    """The mean score of an agency in every resample."""
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
