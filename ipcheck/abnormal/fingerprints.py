"""Fingerprints of many texts at once: literal runs of 12, runs of 16 on the skeleton, runs of four numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ipcheck.abnormal.grams import Hashes, gram_hashes, kept_grams
from ipcheck.abnormal.normal import Codes
from ipcheck.abnormal.stock import Stock, boilerplate

LITERAL, SKELETON, NUMBERS = 12, 16, 4
# Of short texts more is kept: an abstract has few runs, a full text has thousands.
_SHORT, _MIDDLE = 600, 2_400
# Together as much as fits a processor's cache; the compiled kernel has its own size.
_CHUNK = 400_000


@dataclass(frozen=True)
class Postings:
    """Which fingerprint stands in which text, in no order; ``places`` says at which character."""

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


def prints_of(texts: Sequence[Codes], stock: Stock, *, dense: bool = False) -> Prints:
    """The fingerprints of ``texts``. ``dense`` keeps four times as many of long texts: for small batches."""
    sampling = np.array([sampling_of(len(text), dense) for text in texts], np.int64)
    lengths = np.zeros(len(texts), np.int64)
    skeleton_lengths = np.zeros(len(texts), np.int64)
    literal: list[Postings] = []
    skeleton: list[Postings] = []
    for rate in sorted(set(sampling.tolist())):
        for members in _chunks(texts, np.flatnonzero(sampling == rate)):
            codes, owner = _joined([texts[index] for index in members])
            places = np.arange(len(codes), dtype=np.int64)
            places -= np.repeat(
                _starts(owner, len(members)), np.bincount(owner + 1, minlength=len(members) + 1)[1:] + 1
            )
            keep = (owner >= 0) & ~boilerplate(codes)
            common = stock.is_skeleton(codes) & keep
            for found, chosen, k, counts in (
                (literal, keep, LITERAL, lengths),
                (skeleton, common, SKELETON, skeleton_lengths),
            ):
                left, whose, where = codes[chosen], owner[chosen], places[chosen]
                counts[members] = np.bincount(whose, minlength=len(members))
                hashes, at = kept_grams(left, whose, k, rate if k == LITERAL else max(2, rate // 2))
                if k == LITERAL and stock.counts is not None:
                    # What many unrelated texts have (the stock sentences of a firm) makes no pair.
                    own = stock.weights(left)[at + LITERAL // 2] > 0
                    hashes, at = hashes[own], at[own]
                found.append(Postings(hashes, members[whose[at]].astype(np.uint32), where[at]))
    return Prints(_together(literal), _together(skeleton), sampling, lengths, skeleton_lengths)


def _chunks(texts: Sequence[Codes], members: NDArray[np.int64]) -> Iterator[NDArray[np.int64]]:
    start, size = 0, 0
    for index, member in enumerate(members.tolist()):
        size += len(texts[member])
        if size >= _CHUNK:
            yield members[start : index + 1]
            start, size = index + 1, 0
    if start < len(members):
        yield members[start:]


def _joined(texts: list[Codes]) -> tuple[Codes, NDArray[np.int32]]:
    """The texts one after another, each followed by a 0 of owner -1, and the owner of every code."""
    stop = np.zeros(1, np.uint16)
    codes = np.concatenate([piece for text in texts for piece in (text, stop)])
    owner = np.repeat(np.arange(len(texts), dtype=np.int32), [len(text) + 1 for text in texts])
    owner[np.cumsum([len(text) + 1 for text in texts]) - 1] = -1
    return codes, owner


def _starts(owner: NDArray[np.int32], number: int) -> NDArray[np.int64]:
    ends = np.flatnonzero(owner < 0)
    return np.concatenate([np.zeros(1, np.int64), ends[: number - 1] + 1])


def _together(pieces: list[Postings]) -> Postings:
    if not pieces:
        return Postings(np.zeros(0, np.uint64), np.zeros(0, np.uint32), np.zeros(0, np.int64))
    return Postings(
        np.concatenate([piece.hashes for piece in pieces]),
        np.concatenate([piece.texts for piece in pieces]),
        np.concatenate([piece.places for piece in pieces]),
    )


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
        plain = (steps[:-2] == steps[1:-1]) & (steps[1:-1] == steps[2:]) if len(steps) >= 3 else np.zeros(0, np.bool_)
        kept = np.flatnonzero(~plain)
        hashes.append(found[kept])
        texts.append(np.full(len(kept), index, np.uint32))
        places.append(kept)
    if not hashes:
        return _together([])
    return Postings(np.concatenate(hashes), np.concatenate(texts), np.concatenate(places))


def hash_of(number: str) -> int:
    """A code for a number: what it is worth, not how it is written (0.50 is 0.5)."""
    digits = number.rstrip("0").rstrip(".") if "." in number else number
    value = 0
    for byte in digits.lstrip("0").encode():
        value = (value * 257 + byte) & 0xFFFFFFFFFFFF
    return value


__all__ = [
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
