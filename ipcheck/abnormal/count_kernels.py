"""Loops that count in how many texts a run of words stands, compiled by numba."""

from __future__ import annotations

from typing import Any

import numpy as np

from ipcheck.abnormal.compiling import compiled
from ipcheck.abnormal.stock import SMALL

_A, _B, _C = SMALL


@compiled
def count_eights(codes: Any, bounds: Any, shift: int, asked: Any, counts: Any, most: int) -> None:
    """In how many texts each bucket of a run of eight stands, of those buckets that are asked for.

    (codes of all texts, bounds, shift, asked: a bit each bucket, counts, highest count) → counts, changed.
    """
    longest = 16
    for text in range(len(bounds) - 1):
        longest = max(longest, bounds[text + 1] - bounds[text])
    room = 1
    while room < 2 * longest:
        room *= 2
    # The buckets that this text had already: a table of its own, cleared by counting texts.
    seen, stamps = np.zeros(room, np.uint32), np.zeros(room, np.uint32)
    three, buckets = np.zeros(longest, np.uint32), np.zeros(longest, np.uint32)
    # One more: what is not asked for is written too, and written over by the next.
    wanted = np.zeros(longest + 1, np.uint32)
    for text in range(len(bounds) - 1):
        own = codes[bounds[text] : bounds[text + 1]]
        for i in range(len(own) - 2):
            three[i] = own[i] * _A + own[i + 1] * _B + own[i + 2] * _C
        for i in range(len(own) - 7):
            ahead, last = three[i + 3], three[i + 5]
            six = np.uint32(three[i] * _A + (ahead ^ (ahead >> np.uint32(15))) * _B)
            value = np.uint32(six * _C + (last ^ (last >> np.uint32(13))) * _A)
            buckets[i] = np.uint32((value ^ (value >> np.uint32(16))) * _A) >> np.uint32(shift)
        # The bits lie all over the memory: many are asked for at once, for nothing waits for their answer.
        count = np.uint64(0)
        for i in range(len(own) - 7):
            bucket = buckets[i]
            wanted[count] = bucket
            count += np.uint64((asked[bucket >> np.uint32(3)] >> (bucket & np.uint32(7))) & np.uint32(1))
        for i in range(count):
            bucket = wanted[i]
            slot = np.int64(bucket) & (room - 1)
            while stamps[slot] == text + 1 and seen[slot] != bucket:
                slot = (slot + 1) & (room - 1)
            if stamps[slot] != text + 1:
                stamps[slot], seen[slot] = text + 1, bucket
                if counts[bucket] < most:
                    counts[bucket] += 1


@compiled
def count_threes(codes: Any, bounds: Any, shift: int, before: int, counts: Any) -> None:
    """(codes of all texts, bounds, shift, texts before, counts) → in how many texts each bucket of three stands.

    A row of ``counts`` is the last text that had it, from 1, and how many had it.
    """
    longest = 1
    for text in range(len(bounds) - 1):
        longest = max(longest, bounds[text + 1] - bounds[text])
    buckets = np.empty(longest, np.uint32)
    for text in range(len(bounds) - 1):
        own = codes[bounds[text] : bounds[text + 1]]
        for i in range(len(own) - 2):
            buckets[i] = np.uint32((own[i] * _A + own[i + 1] * _B + own[i + 2] * _C) * _A) >> np.uint32(shift)
        stamp = np.uint16(before + text + 1)
        for i in range(len(own) - 2):
            counts[buckets[i], 1] += np.uint16(counts[buckets[i], 0] != stamp)
            counts[buckets[i], 0] = stamp


__all__ = ["count_eights", "count_threes"]
