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
    def merged(one: Any, one_at: Any, other: Any, other_at: Any) -> Any:
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
def scatter() -> Any:
    """(owner of each posting, where the postings of each owner begin) → the postings of each owner, in order."""
    import numba

    @numba.njit(cache=True, nogil=True)  # type: ignore[untyped-decorator, unused-ignore]
    def scattered(owner: Any, begins: Any) -> Any:
        free = begins.copy()
        slots = np.empty(len(owner), np.uint32)
        for posting in range(len(owner)):
            slots[free[owner[posting]]] = posting
            free[owner[posting]] += 1
        return slots

    return scattered


@lru_cache(maxsize=1)
def pairs() -> Any:
    """Texts from ``start`` to before ``end`` with every later text that shares enough, row by row of one accumulator.

    (start, end, owner of each posting, its group, where groups begin, weight of each group, where the postings of a
    text begin, those postings, rates, least, cap, neighbours above it) → (first, second, shared).
    """
    import numba

    @numba.njit(cache=True, nogil=True)  # type: ignore[untyped-decorator, unused-ignore]
    def paired(
        start: int, end: int, owner: Any, group: Any, starts: Any, weight: Any, begins: Any, slots: Any, rates: Any,
        least: Any, cap: int, neighbours: int,
    ) -> Any:  # fmt: skip
        sums = np.zeros(len(rates), np.int64)
        touched = np.empty(len(rates), np.uint32)
        first, second = np.empty(1024, np.int64), np.empty(1024, np.int64)
        shared = np.empty(1024, np.int64)
        done = 0
        for text in range(start, end):
            seen = 0
            rate = rates[text]
            for slot in range(begins[text], begins[text + 1]):
                posting = np.int64(slots[slot])
                own = group[posting]
                if not weight[own]:
                    continue
                last = starts[own + 1]
                reach = cap if last - starts[own] <= cap else neighbours
                for partner in range(posting + 1, min(last, posting + 1 + reach)):
                    other = owner[partner]
                    if not sums[other]:
                        touched[seen] = other
                        seen += 1
                    sums[other] += weight[own] * max(rate, rates[other])
            for index in range(seen):
                other = touched[index]
                if sums[other] >= min(least[text], least[other]):
                    if done == len(first):
                        first, second = np.append(first, first), np.append(second, second)
                        shared = np.append(shared, shared)
                    first[done], second[done], shared[done] = text, other, sums[other]
                    done += 1
                sums[other] = 0
        return first[:done], second[:done], shared[:done]

    return paired


@lru_cache(maxsize=1)
def count() -> Any:
    """In how many texts each bucket of a run of eight stands, of those buckets that are asked for.

    (codes of all texts, bounds, shift, asked: a bit each bucket, counts, highest count) → counts, changed.
    """
    import numba

    @numba.njit(cache=True, nogil=True)  # type: ignore[untyped-decorator, unused-ignore]
    def counted(codes: Any, bounds: Any, shift: int, asked: Any, counts: Any, most: int) -> None:
        longest = 16
        for text in range(len(bounds) - 1):
            longest = max(longest, bounds[text + 1] - bounds[text])
        room = 1
        while room < 2 * longest:
            room *= 2
        # The buckets that this text had already: a table of its own, cleared by counting texts.
        seen, stamps = np.zeros(room, np.uint32), np.zeros(room, np.uint32)
        three = np.zeros(longest, np.uint32)
        for text in range(len(bounds) - 1):
            own = codes[bounds[text] : bounds[text + 1]]
            for i in range(len(own) - 2):
                three[i] = (own[i] * _A + own[i + 1] * _B + own[i + 2] * _C) & _WORD
            for i in range(len(own) - 7):
                ahead = three[i + 3]
                six = (three[i] * _A + (ahead ^ (ahead >> 15)) * _B) & _WORD
                last = three[i + 5]
                value = (six * _C + (last ^ (last >> 13)) * _A) & _WORD
                value ^= value >> 16
                bucket = ((value * _A) & _WORD) >> shift
                if not asked[bucket >> 3] >> (bucket & 7) & 1:
                    continue
                slot = bucket & (room - 1)
                while stamps[slot] == text + 1 and seen[slot] != bucket:
                    slot = (slot + 1) & (room - 1)
                if stamps[slot] != text + 1:
                    stamps[slot], seen[slot] = text + 1, bucket
                    if counts[bucket] < most:
                        counts[bucket] += 1

    return counted


@lru_cache(maxsize=1)
def count_threes() -> Any:
    """(codes of all texts, bounds, shift, counts) → in how many texts each bucket of a run of three stands."""
    import numba

    @numba.njit(cache=True, nogil=True)  # type: ignore[untyped-decorator, unused-ignore]
    def counted(codes: Any, bounds: Any, shift: int, counts: Any) -> None:
        stamps = np.zeros(len(counts), np.uint32)
        for text in range(len(bounds) - 1):
            for i in range(bounds[text], bounds[text + 1] - 2):
                three = (codes[i] * _A + codes[i + 1] * _B + codes[i + 2] * _C) & _WORD
                bucket = ((three * _A) & _WORD) >> shift
                if stamps[bucket] != text + 1:
                    stamps[bucket] = text + 1
                    counts[bucket] += 1

    return counted


__all__ = ["available", "count", "count_threes", "merge", "pairs", "scatter"]
