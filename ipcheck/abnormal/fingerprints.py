"""Fingerprints of many texts: literal runs of 12, runs of 16 on the skeleton."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from ipcheck.abnormal import kernels
from ipcheck.abnormal.grams import Hashes, gram_hashes, limit
from ipcheck.abnormal.normal import Codes
from ipcheck.abnormal.stock import Stock, blocks, boilerplate, boilerplate_table
from ipcheck.abnormal.threads import in_threads

LITERAL, SKELETON = 12, 16
# Of short texts more is kept: an abstract has few runs, a full text has thousands.
_SHORT, _MIDDLE = 600, 2_400
# From so many characters on the compiled kernels pay.
FAST_FROM = 3_000_000
# Of the characters of many texts, so many times the share that is sampled is made room for, and some.
_ROOM, _SPARE = 1.2, 4_096


@dataclass(frozen=True)
class Postings:
    """Which fingerprint stands in which text, text by text; ``places``, if kept, says at which character."""

    hashes: Hashes
    texts: NDArray[np.uint32]
    places: NDArray[np.int32]


def joined(parts: Sequence[Postings]) -> Postings:
    """The postings of ``parts`` after each other."""
    if not parts:
        return Postings(np.zeros(0, np.uint64), np.zeros(0, np.uint32), np.zeros(0, np.int32))
    return Postings(
        np.concatenate([part.hashes for part in parts]),
        np.concatenate([part.texts for part in parts]),
        np.concatenate([part.places for part in parts]),
    )


@dataclass(frozen=True)
class Prints:
    """The fingerprints of texts 0, 1, 2 …: by channel, with how densely and of how many characters they were taken.

    ``parts`` are those of some texts at a time, literal ones and those of the skeleton.
    """

    parts: Sequence[tuple[Postings, Postings]]
    sampling: NDArray[np.int64]
    lengths: NDArray[np.int64]
    skeleton_lengths: NDArray[np.int64]

    @cached_property
    def literal(self) -> Postings:
        """The fingerprints of runs of words."""
        return joined([part for part, _ in self.parts])

    @cached_property
    def skeleton(self) -> Postings:
        """The fingerprints of runs of the skeleton."""
        return joined([part for _, part in self.parts])


def skeleton_sampling(rate: int) -> int:
    """One in how many fingerprints of the skeleton is kept where it is one in ``rate`` of the words."""
    return max(2, rate // 2)


def sampling_of(length: int, dense: bool = False) -> int:
    """One in how many fingerprints of a text of that length is kept."""
    if length < _SHORT:
        return 2
    return 4 if dense or length < _MIDDLE else 24


class _Channel:
    """What is gathered of one channel."""

    def __init__(self, k: int, least: int) -> None:
        self.k = k
        # Which marks of characters it takes: 1 all that is no boilerplate, 2 the skeleton.
        self.least = least
        self.hashes: list[Hashes] = []
        self.places: list[NDArray[np.int32]] = []
        self.lengths: list[int] = []

    def take(self, codes: Codes, marks: NDArray[np.uint8], sampling: int) -> None:
        """The fingerprints of one text, by numpy."""
        where = np.flatnonzero(marks >= self.least)
        every = gram_hashes(codes[where], self.k)
        kept = np.flatnonzero(every <= np.uint64(limit(sampling) - 1))
        self._put(every[kept], where[kept].astype(np.int32), len(where))

    def _put(self, hashes: Hashes, places: NDArray[np.int32], length: int) -> None:
        self.hashes.append(hashes)
        self.places.append(places)
        self.lengths.append(length)

    def postings(self) -> Postings:
        """All that was taken."""
        texts = np.repeat(np.arange(len(self.hashes), dtype=np.uint32), [len(found) for found in self.hashes])
        if not self.hashes:
            return Postings(np.zeros(0, np.uint64), texts, np.zeros(0, np.int32))
        return Postings(np.concatenate(self.hashes), texts, np.concatenate(self.places))


def prints_of(
    texts: Sequence[Codes],
    stock: Stock,
    *,
    dense: bool = False,
    places: bool = True,
    fast: bool | None = None,
    jobs: int = 1,
) -> Prints:
    """The fingerprints of ``texts``.

    ``dense`` keeps more of long texts: for small batches. ``places`` says whether the kernels keep them. ``fast`` says
    whether the compiled kernels are used; by default they are for many characters, where numba is installed. They run
    in ``jobs`` threads.
    """
    if fast is None:
        fast = kernels.available() and sum(map(len, texts)) >= FAST_FROM
    sampling = np.array([sampling_of(len(text), dense) for text in texts], np.int64)
    if fast and len(texts):
        return _fast_prints(texts, stock, sampling, places, jobs)
    literal, skeleton = _Channel(LITERAL, 1), _Channel(SKELETON, 2)
    for codes, rate in zip(texts, sampling.tolist(), strict=True):
        marks = np.ones(len(codes), np.uint8)
        marks[stock.is_skeleton(codes)] = 2
        marks[boilerplate(codes)] = 0
        literal.take(codes, marks, rate)
        skeleton.take(codes, marks, skeleton_sampling(rate))
    lengths = (np.array(channel.lengths, np.int64) for channel in (literal, skeleton))
    return Prints([(literal.postings(), skeleton.postings())], sampling, *lengths)


def _fast_prints(texts: Sequence[Codes], stock: Stock, sampling: NDArray[np.int64], placed: bool, jobs: int) -> Prints:
    """By the compiled kernel, some texts at a time."""
    tables = (boilerplate_table(), stock.skeleton)
    bits = [np.packbits(table, bitorder="little").view("<u4").astype(np.uint32) for table in tables]
    highest = np.array([limit(rate) - 1 for rate in range(1, 33)], np.uint64)
    rates = np.maximum(2, sampling // 2)
    most = np.stack([highest[sampling - 1], highest[rates - 1]], axis=1)
    run = kernels.loops("print").fingerprint

    def block(given: tuple[Codes, NDArray[np.int64], int]) -> tuple[tuple[Postings, Postings], NDArray[np.int64]]:
        codes, bounds, start = given
        own = most[start : start + len(bounds) - 1]
        expected = (np.diff(bounds) / rates[start : start + len(own)]).sum()
        counts, room = np.full(2, -1), int(_ROOM * expected) + _SPARE
        while counts[0] < 0:
            # What is kept is a small part; room for all of it would have to be emptied by the system each time.
            shape = (2, min(room, len(codes)))
            hashes, owners = np.empty(shape, np.uint64), np.empty(shape, np.uint32)
            places = np.empty(shape if placed else (2, 0), np.int32)
            counts, lengths = run(codes, bounds, start, own, *bits, hashes, owners, places)
            room *= 8
        one, two = (
            Postings(hashes[c, :count], owners[c, :count], places[c, :count]) for c, count in enumerate(counts.tolist())
        )
        return (one, two), lengths

    done = list(in_threads(block, _numbered(texts), jobs))
    lengths = np.concatenate([found for _, found in done])
    return Prints([parts for parts, _ in done], sampling, lengths[:, 0].copy(), lengths[:, 1].copy())


def _numbered(texts: Sequence[Codes]) -> Iterator[tuple[Codes, NDArray[np.int64], int]]:
    start = 0
    for codes, bounds in blocks(texts):
        yield codes, bounds, start
        start += len(bounds) - 1


__all__ = [
    "FAST_FROM",
    "LITERAL",
    "SKELETON",
    "Postings",
    "Prints",
    "joined",
    "prints_of",
    "sampling_of",
    "skeleton_sampling",
]
