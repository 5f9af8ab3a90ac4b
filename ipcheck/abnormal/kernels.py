"""The inner loops compiled by numba (extra ``scale``), for large batches; each gives bit for bit what numpy gives."""

from __future__ import annotations

from functools import lru_cache
from importlib.util import find_spec
from typing import Any

import numpy as np

_A, _B, _C = 0x9E3779B1, 0x85EBCA77, 0xC2B2AE3D
_WORD = 0xFFFFFFFF


@lru_cache(maxsize=1)
def available() -> bool:
    """Whether numba is installed."""
    return find_spec("numba") is not None


@lru_cache(maxsize=1)
def merge() -> Any:
    """(ordered, order, other ordered, other order) → where each of two texts has a run that the other has too."""
    import numba

    @numba.njit(cache=True, nogil=True)  # type: ignore[untyped-decorator, unused-ignore]
    def merged(one: Any, one_at: Any, other: Any, other_at: Any) -> Any:  # pragma: no cover - compiled
        left = np.zeros(len(one), np.bool_)
        right = np.zeros(len(other), np.bool_)
        i = j = 0
        while i < len(one) and j < len(other):
            if one[i] < other[j]:
                i += 1
            elif one[i] > other[j]:
                j += 1
            else:
                value = one[i]
                while i < len(one) and one[i] == value:
                    left[one_at[i]] = True
                    i += 1
                while j < len(other) and other[j] == value:
                    right[other_at[j]] = True
                    j += 1
        return left, right

    return merged


@lru_cache(maxsize=1)
def masks() -> Any:
    """(codes, boilerplate table, skeleton table, marks) → marks: 0 boilerplate, 1 own words, 2 skeleton as well."""
    import numba

    @numba.njit(cache=True, nogil=True)  # type: ignore[untyped-decorator, unused-ignore]
    def marked(codes: Any, stock: Any, bones: Any, marks: Any) -> None:  # pragma: no cover - compiled
        size = len(codes)
        three = np.zeros(size, np.uint32)
        for i in range(size - 2):
            three[i] = (codes[i] * _A + codes[i + 1] * _B + codes[i + 2] * _C) & _WORD
        until = until_bones = run = 0
        for i in range(size + 2):
            # The last of three runs of six in a row begins at i: eight characters from i - 2 on are boilerplate.
            if i < size - 5:
                ahead = three[i + 3]
                value = (three[i] * _A + (ahead ^ (ahead >> 15)) * _B) & _WORD
                run = run + 1 if stock[((value * _A) & _WORD) >> 10] else 0
                if run >= 3:
                    until = i + 6
                    if run == 3:
                        for j in range(max(0, i - 2), min(i, size)):
                            marks[j] = 0
            if i < size:
                if i < size - 2 and bones[((three[i] * _A) & _WORD) >> 12]:
                    until_bones = i + 3
                marks[i] = 0 if i < until else 2 if i < until_bones else 1

    return marked


@lru_cache(maxsize=1)
def rolled() -> Any:
    """(codes, marks, least mark, k, highest hash, base, base^k) → (hashes, places, number kept) of marked codes."""
    import numba

    @numba.njit(cache=True, nogil=True)  # type: ignore[untyped-decorator, unused-ignore]
    def roll(
        codes: Any, marks: Any, least: int, k: int, most: Any, base: Any, drop: Any, hashes: Any, places: Any
    ) -> Any:  # pragma: no cover - compiled
        count = number = 0
        value = np.uint64(0)
        ring = np.zeros(k, np.uint64)
        where = np.zeros(k, np.int64)
        for index in range(len(codes)):
            if marks[index] < least:
                continue
            slot = number % k
            value = value * base + np.uint64(codes[index])
            if number >= k:
                value -= ring[slot] * drop
            ring[slot] = np.uint64(codes[index])
            where[slot] = index
            number += 1
            if number < k:
                continue
            mixed = value
            mixed ^= mixed >> np.uint64(30)
            mixed *= np.uint64(0xBF58476D1CE4E5B9)
            mixed ^= mixed >> np.uint64(27)
            mixed *= np.uint64(0x94D049BB133111EB)
            mixed ^= mixed >> np.uint64(31)
            if mixed <= most:
                hashes[count] = mixed
                places[count] = where[number % k]
                count += 1
        return count, number

    return roll


@lru_cache(maxsize=1)
def count() -> Any:
    """(grams of one text, shift, stamp of it, stamps, counts, highest count): count each bucket once a text."""
    import numba

    @numba.njit(cache=True, nogil=True)  # type: ignore[untyped-decorator, unused-ignore]
    def counted(codes: Any, shift: int, stamp: int, stamps: Any, counts: Any, most: int) -> None:  # pragma: no cover
        size = len(codes)
        three = np.zeros(size, np.uint32)
        for i in range(size - 2):
            three[i] = (codes[i] * _A + codes[i + 1] * _B + codes[i + 2] * _C) & _WORD
        for i in range(size - 7):
            ahead = three[i + 3]
            six = (three[i] * _A + (ahead ^ (ahead >> 15)) * _B) & _WORD
            last = three[i + 5]
            value = (six * _C + (last ^ (last >> 13)) * _A) & _WORD
            value ^= value >> 16
            bucket = ((value * _A) & _WORD) >> shift
            if stamps[bucket] != stamp:
                stamps[bucket] = stamp
                if counts[bucket] < most:
                    counts[bucket] += 1

    return counted


__all__ = ["available", "count", "masks", "merge", "rolled"]
