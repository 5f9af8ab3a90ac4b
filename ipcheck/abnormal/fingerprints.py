"""Fingerprints of many texts: literal runs of 12, runs of 16 on the skeleton, runs of four numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ipcheck.abnormal import kernels
from ipcheck.abnormal.grams import BASE, Hashes, gram_hashes, limit, power
from ipcheck.abnormal.normal import Codes
from ipcheck.abnormal.stock import Stock, boilerplate, boilerplate_table

LITERAL, SKELETON, NUMBERS = 12, 16, 4
# Of short texts more is kept: an abstract has few runs, a full text has thousands.
_SHORT, _MIDDLE = 600, 2_400
# From so many characters on the compiled kernels pay.
FAST_FROM = 3_000_000


@dataclass(frozen=True)
class Postings:
    """Which fingerprint stands in which text, text by text; ``places`` says at which character."""

    hashes: Hashes
    texts: NDArray[np.uint32]
    places: NDArray[np.int64]


@dataclass(frozen=True)
class Prints:
    """The fingerprints of texts 0, 1, 2 …: by channel, with how densely and of how many characters they were taken."""

    literal: Postings
    skeleton: Postings
    sampling: NDArray[np.int64]
    lengths: NDArray[np.int64]
    skeleton_lengths: NDArray[np.int64]


def sampling_of(length: int, dense: bool = False) -> int:
    """One in how many fingerprints of a text of that length is kept."""
    if length < _SHORT:
        return 2
    return 4 if dense or length < _MIDDLE else 16


class _Channel:
    """What is gathered of one channel."""

    def __init__(self, k: int, least: int) -> None:
        self.k = k
        # Which marks of characters it takes: 1 all that is no boilerplate, 2 the skeleton.
        self.least = least
        self.hashes: list[Hashes] = []
        self.places: list[NDArray[np.int64]] = []
        self.lengths: list[int] = []

    def take(self, codes: Codes, marks: NDArray[np.uint8], sampling: int) -> None:
        """The fingerprints of one text, by numpy."""
        where = np.flatnonzero(marks >= self.least)
        every = gram_hashes(codes[where], self.k)
        kept = np.flatnonzero(every <= np.uint64(limit(sampling) - 1))
        self._put(every[kept], where[kept], len(where))

    def take_fast(self, codes: Codes, marks: NDArray[np.uint8], sampling: int) -> None:
        """The same by the compiled kernel."""
        hashes, places = np.empty(len(codes), np.uint64), np.empty(len(codes), np.int64)
        most, base = np.uint64(limit(sampling) - 1), np.uint64(BASE)
        count, length = kernels.rolled()(codes, marks, self.least, self.k, most, base, power(self.k), hashes, places)
        self._put(hashes[:count].copy(), places[:count].copy(), length)

    def _put(self, hashes: Hashes, places: NDArray[np.int64], length: int) -> None:
        self.hashes.append(hashes)
        self.places.append(places)
        self.lengths.append(length)

    def postings(self) -> Postings:
        """All that was taken."""
        texts = np.repeat(np.arange(len(self.hashes), dtype=np.uint32), [len(found) for found in self.hashes])
        if not self.hashes:
            return Postings(np.zeros(0, np.uint64), texts, np.zeros(0, np.int64))
        return Postings(np.concatenate(self.hashes), texts, np.concatenate(self.places))


def prints_of(texts: Sequence[Codes], stock: Stock, *, dense: bool = False, fast: bool | None = None) -> Prints:
    """The fingerprints of ``texts``.

    ``dense`` keeps four times as many of long texts: for small batches. ``fast`` says whether the compiled kernels
    are used; by default they are for many characters, where numba is installed.
    """
    if fast is None:
        fast = kernels.available() and sum(map(len, texts)) >= FAST_FROM
    literal, skeleton = _Channel(LITERAL, 1), _Channel(SKELETON, 2)
    sampling = [sampling_of(len(text), dense) for text in texts]
    for codes, rate in zip(texts, sampling, strict=True):
        marks = np.ones(len(codes), np.uint8)
        if fast:
            kernels.masks()(codes, boilerplate_table(), stock.skeleton, marks)
            literal.take_fast(codes, marks, rate)
            skeleton.take_fast(codes, marks, max(2, rate // 2))
        else:
            marks[stock.is_skeleton(codes)] = 2
            marks[boilerplate(codes)] = 0
            literal.take(codes, marks, rate)
            skeleton.take(codes, marks, max(2, rate // 2))
    lengths = (np.array(channel.lengths, np.int64) for channel in (literal, skeleton))
    return Prints(literal.postings(), skeleton.postings(), np.array(sampling, np.int64), *lengths)


def number_prints(numbers: Sequence[Sequence[str]]) -> Postings:
    """Every run of four numbers of each text; runs of one number repeated, or counting up, say nothing."""
    hashes, texts, places = [], [], []
    for index, row in enumerate(numbers):
        if len(row) < NUMBERS:
            continue
        values = np.array([float(number) for number in row])
        codes = np.array([hash_of(number) for number in row], np.uint64)
        found = gram_hashes(codes, NUMBERS)
        steps = np.diff(values)
        kept = np.flatnonzero((steps[:-2] != steps[1:-1]) | (steps[1:-1] != steps[2:]))
        hashes.append(found[kept])
        texts.append(np.full(len(kept), index, np.uint32))
        places.append(kept)
    if not hashes:
        return Postings(np.zeros(0, np.uint64), np.zeros(0, np.uint32), np.zeros(0, np.int64))
    return Postings(np.concatenate(hashes), np.concatenate(texts), np.concatenate(places))


def hash_of(number: str) -> int:
    """A code for a number: what it is worth, not how it is written (0.50 is 0.5)."""
    digits = number.rstrip("0").rstrip(".") if "." in number else number
    return int.from_bytes(digits.lstrip("0").encode()[:6], "big") + 1


__all__ = [
    "FAST_FROM",
    "LITERAL",
    "NUMBERS",
    "SKELETON",
    "Postings",
    "Prints",
    "hash_of",
    "number_prints",
    "prints_of",
    "sampling_of",
]
