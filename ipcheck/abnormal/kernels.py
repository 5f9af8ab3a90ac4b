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
def spread() -> Any:
    """Keys into buckets by their upper bits, in order within each.

    (hashes, texts, bits of a hash, bits of a text, shift of the bucket, where the next of each bucket goes, keys).
    Without keys only counts, one place further on.
    """
    import numba

    @numba.njit(cache=True, nogil=True)  # type: ignore[untyped-decorator, unused-ignore]
    def into(hashes: Any, texts: Any, mask: Any, text_bits: Any, shift: Any, free: Any, keys: Any) -> None:
        if not len(keys):
            for i in range(len(hashes)):
                free[((hashes[i] & mask) >> shift) + np.uint64(1)] += 1
            return
        for i in range(len(hashes)):
            head = hashes[i] & mask
            bucket = head >> shift
            keys[free[bucket]] = head << text_bits | np.uint64(texts[i])
            free[bucket] += 1

    return into


@lru_cache(maxsize=1)
def group() -> Any:
    """The texts of each fingerprint that at least two and at most ``most`` of them have.

    (keys, where each bucket begins, bits of a text, most) → owners group after group, sizes of the groups.
    """
    import numba

    @numba.njit(cache=True, nogil=True)  # type: ignore[untyped-decorator, unused-ignore]
    def grouped(keys: Any, begins: Any, text_bits: Any, most: int) -> Any:
        longest, none = 1, np.uint64(0xFFFFFFFFFFFFFFFF)
        for bucket in range(len(begins) - 1):
            longest = max(longest, begins[bucket + 1] - begins[bucket])
        room = 2
        while room < 2 * longest:
            room *= 2
        heads, held = np.empty(room, np.uint64), np.empty(room, np.int32)
        last, free = np.empty(room, np.uint32), np.empty(room, np.int64)
        at = np.empty(longest, np.int64)
        owner, sizes = np.empty(len(keys), np.uint32), np.empty(len(keys) // 2 + 1, np.int64)
        filled = groups = 0
        low = (np.uint64(1) << text_bits) - np.uint64(1)
        for bucket in range(len(begins) - 1):
            own = keys[begins[bucket] : begins[bucket + 1]]
            size = 2
            while size < 2 * len(own):
                size *= 2
            heads[:size] = none
            for i in range(len(own)):
                head, text = own[i] >> text_bits, np.uint32(own[i] & low)
                slot = head & np.uint64(size - 1)
                while heads[slot] != none and heads[slot] != head:
                    slot = (slot + np.uint64(1)) & np.uint64(size - 1)
                at[i] = slot
                if heads[slot] == none:
                    heads[slot], held[slot], last[slot], free[slot] = head, 1, text, -1
                elif last[slot] != text:
                    held[slot] += 1
                    last[slot] = text
                else:
                    at[i] = -1
            for i in range(len(own)):
                slot_of = at[i]
                if slot_of < 0 or held[slot_of] < 2 or held[slot_of] > most:
                    continue
                if free[slot_of] < 0:
                    free[slot_of] = filled
                    sizes[groups] = held[slot_of]
                    filled += held[slot_of]
                    groups += 1
                owner[free[slot_of]] = np.uint32(own[i] & low)
                free[slot_of] += 1
        return owner[:filled].copy(), sizes[:groups].copy()

    return grouped


@lru_cache(maxsize=1)
def rows() -> Any:
    """Text by text its postings that have partners: where they begin, each with its first and last partner and group.

    (owner of each posting, where groups begin, texts, cap, neighbours above it).
    """
    import numba

    @numba.njit(cache=True, nogil=True)  # type: ignore[untyped-decorator, unused-ignore]
    def laid_out(owner: Any, starts: Any, documents: int, cap: int, neighbours: int) -> Any:
        begins = np.zeros(documents + 1, np.int64)
        for number in range(len(starts) - 1):
            for posting in range(starts[number], starts[number + 1] - 1):
                begins[owner[posting] + 1] += 1
        for text in range(documents):
            begins[text + 1] += begins[text]
        free = begins[:-1].copy()
        first, last = np.empty(begins[-1], np.uint32), np.empty(begins[-1], np.uint32)
        own = np.empty(begins[-1], np.uint32)
        for number in range(len(starts) - 1):
            end = starts[number + 1]
            reach = cap if end - starts[number] <= cap else neighbours
            for posting in range(starts[number], end - 1):
                slot = free[owner[posting]]
                first[slot], last[slot], own[slot] = posting + 1, min(end, posting + 1 + reach), number
                free[owner[posting]] += 1
        return begins, first, last, own

    return laid_out


@lru_cache(maxsize=1)
def pairs() -> Any:
    """Texts from ``start`` to before ``end`` with every later text that shares enough, row by row of one accumulator.

    (start, end, owner of each posting, weight of each group, the four arrays of ``rows``, rates, least) → (first,
    second, shared).
    """
    import numba

    @numba.njit(cache=True, nogil=True)  # type: ignore[untyped-decorator, unused-ignore]
    def paired(
        start: int, end: int, owner: Any, weight: Any, begins: Any, froms: Any, ends: Any, group: Any, rates: Any,
        least: Any,
    ) -> Any:  # fmt: skip
        sums = np.zeros(len(rates), np.uint32)
        # One more: who was touched before is written too, and written over by the next.
        touched, totals = np.empty(len(rates) + 1, np.uint32), np.empty(len(rates) + 1, np.uint32)
        first, second = np.empty(1024, np.int64), np.empty(1024, np.int64)
        shared = np.empty(1024, np.int64)
        done, top, floor = 0, rates.max(), max(least.min(), 0)
        for text in range(start, end):
            seen = np.uint64(0)
            rate = rates[text]
            for slot in range(begins[text], begins[text + 1]):
                own = np.uint32(weight[group[slot]])
                if not own:
                    continue
                partners, most = owner[froms[slot] : ends[slot]], own * rate
                if rate < top:
                    for index in range(len(partners)):
                        other = partners[index]
                        touched[seen] = other
                        seen += np.uint64(sums[other] == 0)
                        sums[other] += max(most, own * rates[other])
                    continue
                # Nearly all texts are long: nothing but the sum is looked up.
                for index in range(len(partners)):
                    other = partners[index]
                    touched[seen] = other
                    seen += np.uint64(sums[other] == 0)
                    sums[other] += most
            # Most share less than anybody asks, and are seen off in a short loop.
            hits = np.uint64(0)
            for index in range(seen):
                other = touched[index]
                touched[hits], totals[hits] = other, sums[other]
                hits += np.uint64(sums[other] >= floor)
                sums[other] = 0
            while done + hits > len(first):
                first, second = np.append(first, first), np.append(second, second)
                shared = np.append(shared, shared)
            for index in range(hits):
                other, total = touched[index], np.int64(totals[index])
                if total >= min(least[text], least[other]):
                    first[done], second[done], shared[done] = text, other, total
                    done += 1
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
    """(codes of all texts, bounds, shift, texts before, counts) → in how many texts each bucket of three stands.

    A row of ``counts`` is the last text that had it, from 1, and how many had it.
    """
    import numba

    a, b, c = np.uint32(_A), np.uint32(_B), np.uint32(_C)

    @numba.njit(cache=True, nogil=True)  # type: ignore[untyped-decorator, unused-ignore]
    def counted(codes: Any, bounds: Any, shift: int, before: int, counts: Any) -> None:
        longest = 1
        for text in range(len(bounds) - 1):
            longest = max(longest, bounds[text + 1] - bounds[text])
        buckets = np.empty(longest, np.uint32)
        for text in range(len(bounds) - 1):
            own = codes[bounds[text] : bounds[text + 1]]
            for i in range(len(own) - 2):
                buckets[i] = np.uint32((own[i] * a + own[i + 1] * b + own[i + 2] * c) * a) >> np.uint32(shift)
            stamp = np.uint16(before + text + 1)
            for i in range(len(own) - 2):
                counts[buckets[i], 1] += np.uint16(counts[buckets[i], 0] != stamp)
                counts[buckets[i], 0] = stamp

    return counted


__all__ = ["available", "count", "count_threes", "group", "merge", "pairs", "rows", "spread"]
