"""Fingerprints of many texts: literal runs of 12, runs of 16 on the skeleton, runs of four numbers."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from ipcheck.abnormal import kernels
from ipcheck.abnormal.grams import Hashes, gram_hashes, limit
from ipcheck.abnormal.normal import Codes
from ipcheck.abnormal.print_kernels import fingerprint
from ipcheck.abnormal.stock import Stock, blocks, boilerplate, boilerplate_table
from ipcheck.abnormal.threads import in_threads

LITERAL, SKELETON, NUMBERS = 12, 16, 4
# Of short texts more is kept: an abstract has few runs, a full text has thousands.
_SHORT, _MIDDLE = 600, 2_400
# From so many characters on the compiled kernels pay.
FAST_FROM = 3_000_000

_Value = TypeVar("_Value")


@dataclass(frozen=True)
class Postings:
    """Which fingerprint stands in which text, text by text; ``places`` says at which character."""

    hashes: Hashes
    texts: NDArray[np.uint32]
    places: NDArray[np.int32]


@dataclass(frozen=True)
class Prints:
    """The fingerprints of texts 0, 1, 2 …: by channel, with how densely and of how many characters they were taken."""

    literal: Postings
    skeleton: Postings
    sampling: NDArray[np.int64]
    lengths: NDArray[np.int64]
    skeleton_lengths: NDArray[np.int64]


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
    texts: Sequence[Codes], stock: Stock, *, dense: bool = False, fast: bool | None = None, jobs: int = 1
) -> Prints:
    """The fingerprints of ``texts``.

    ``dense`` keeps more of long texts: for small batches. ``fast`` says whether the compiled kernels are used; by
    default they are for many characters, where numba is installed. They run in ``jobs`` threads.
    """
    if fast is None:
        fast = kernels.available() and sum(map(len, texts)) >= FAST_FROM
    sampling = np.array([sampling_of(len(text), dense) for text in texts], np.int64)
    if fast and len(texts):
        return _fast_prints(texts, stock, sampling, jobs)
    literal, skeleton = _Channel(LITERAL, 1), _Channel(SKELETON, 2)
    for codes, rate in zip(texts, sampling.tolist(), strict=True):
        marks = np.ones(len(codes), np.uint8)
        marks[stock.is_skeleton(codes)] = 2
        marks[boilerplate(codes)] = 0
        literal.take(codes, marks, rate)
        skeleton.take(codes, marks, skeleton_sampling(rate))
    lengths = (np.array(channel.lengths, np.int64) for channel in (literal, skeleton))
    return Prints(literal.postings(), skeleton.postings(), sampling, *lengths)


def _fast_prints(texts: Sequence[Codes], stock: Stock, sampling: NDArray[np.int64], jobs: int) -> Prints:
    """By the compiled kernel, some texts at a time."""
    tables = (boilerplate_table(), stock.skeleton)
    bits = [np.packbits(table, bitorder="little").view("<u4").astype(np.uint32) for table in tables]
    highest = np.array([limit(rate) - 1 for rate in range(1, 33)], np.uint64)
    most = np.stack([highest[sampling - 1], highest[np.maximum(2, sampling // 2) - 1]], axis=1)
    run = fingerprint(LITERAL, SKELETON)

    def block(given: tuple[Codes, NDArray[np.int64], int]) -> tuple[list[Postings], NDArray[np.int64]]:
        codes, bounds, start = given
        shape = (2, len(codes))
        hashes, owners, places = np.empty(shape, np.uint64), np.empty(shape, np.uint32), np.empty(shape, np.int32)
        own = most[start : start + len(bounds) - 1]
        counts, lengths = run(codes, bounds, own, *bits, hashes, owners, places)
        kept = [
            Postings(hashes[c, :count].copy(), owners[c, :count] + np.uint32(start), places[c, :count].copy())
            for c, count in enumerate(counts.tolist())
        ]
        return kept, lengths

    done = list(in_threads(block, _numbered(texts), jobs))
    channels = [
        Postings(
            np.concatenate([kept[c].hashes for kept, _ in done]),
            np.concatenate([kept[c].texts for kept, _ in done]),
            np.concatenate([kept[c].places for kept, _ in done]),
        )
        for c in range(2)
    ]
    lengths = np.concatenate([found for _, found in done])
    return Prints(channels[0], channels[1], sampling, lengths[:, 0].copy(), lengths[:, 1].copy())


def _numbered(texts: Sequence[Codes]) -> Iterator[tuple[Codes, NDArray[np.int64], int]]:
    start = 0
    for codes, bounds in blocks(texts):
        yield codes, bounds, start
        start += len(bounds) - 1


class _Each(dict[str, _Value]):
    """What ``of`` says of a word, worked out once."""

    def __init__(self, of: Callable[[str], _Value]) -> None:
        super().__init__()
        self._of = of

    def __missing__(self, word: str) -> _Value:
        found = self[word] = self._of(word)
        return found


def number_prints(numbers: Iterable[Sequence[str]]) -> Postings:
    """Every run of four numbers of each text; runs of one number repeated, or counting up, say nothing."""
    values, codes, owners, places = array("d"), array("Q"), array("I"), array("i")
    # The same numbers come again and again.
    value_of, code_of = _Each(float), _Each(hash_of)
    for index, row in enumerate(numbers):
        if len(row) >= NUMBERS:
            values.extend(map(value_of.__getitem__, row))
            codes.extend(map(code_of.__getitem__, row))
            owners.extend([index] * len(row))
            places.extend(range(len(row)))
    texts = np.array(owners, np.uint32)
    found = gram_hashes(np.array(codes, np.uint64), NUMBERS)
    if not len(found):
        return Postings(found, np.zeros(0, np.uint32), np.zeros(0, np.int32))
    steps = np.diff(np.array(values))
    telling = (steps[:-2] != steps[1:-1]) | (steps[1:-1] != steps[2:])
    kept = np.flatnonzero(telling & (texts[: 1 - NUMBERS] == texts[NUMBERS - 1 :]))
    return Postings(found[kept], texts[kept], np.array(places, np.int32)[kept])


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
    "skeleton_sampling",
]
