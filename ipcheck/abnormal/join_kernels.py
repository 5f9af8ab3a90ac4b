"""Loops of the join, compiled by numba: what texts share, without a sort of all postings."""

from __future__ import annotations

from typing import Any

import numpy as np

from ipcheck.abnormal.compiling import compiled


@compiled
def merge(one: Any, one_at: Any, other: Any, other_at: Any) -> Any:
    """(ordered, order, other ordered, other order) → where each of two texts has a run that the other has too."""
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


@compiled
def spread(hashes: Any, texts: Any, mask: Any, text_bits: Any, shift: Any, free: Any, keys: Any) -> None:
    """Keys into buckets by their upper bits, in order within each.

    (hashes, texts, bits of a hash, bits of a text, shift of the bucket, where the next of each bucket goes, keys).
    Without keys only counts, one place further on.
    """
    if not len(keys):
        for i in range(len(hashes)):
            free[((hashes[i] & mask) >> shift) + np.uint64(1)] += 1
        return
    for i in range(len(hashes)):
        head = hashes[i] & mask
        bucket = head >> shift
        keys[free[bucket]] = head << text_bits | np.uint64(texts[i])
        free[bucket] += 1


@compiled
def group(keys: Any, begins: Any, text_bits: Any, most: int) -> Any:
    """The texts of each fingerprint that at least two and at most ``most`` of them have.

    (keys, where each bucket begins, bits of a text, most) → owners group after group, sizes of the groups.
    """
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


@compiled
def rows(owner: Any, starts: Any, documents: int, cap: int, neighbours: int) -> Any:
    """Text by text its postings that have partners: where they begin; first and last partner and group of each.

    (owner of each posting, where groups begin, texts, cap, neighbours above it).
    """
    begins = np.zeros(documents + 1, np.int64)
    for number in range(len(starts) - 1):
        for posting in range(starts[number], starts[number + 1] - 1):
            begins[owner[posting] + 1] += 1
    for text in range(documents):
        begins[text + 1] += begins[text]
    free = begins[:-1].copy()
    # Side by side: they are written all over the place, but asked for together.
    slots = np.empty((begins[-1], 3), np.uint32)
    for number in range(len(starts) - 1):
        end = starts[number + 1]
        reach = cap if end - starts[number] <= cap else neighbours
        for posting in range(starts[number], end - 1):
            slot = free[owner[posting]]
            slots[slot, 0], slots[slot, 1], slots[slot, 2] = posting + 1, min(end, posting + 1 + reach), number
            free[owner[posting]] += 1
    return begins, slots


@compiled
def pairs(start: int, end: int, owner: Any, weight: Any, begins: Any, slots: Any, rates: Any, least: Any) -> Any:
    """Texts from ``start`` to before ``end`` with every later text that shares enough, row by row of one accumulator.

    (start, end, owner of each posting, weight of each group, both arrays of ``rows``, rates, least) → (first, second,
    shared).
    """
    sums = np.zeros(len(rates), np.uint32)
    # One more: who was touched before is written too, and written over by the next.
    touched, totals = np.empty(len(rates) + 1, np.uint32), np.empty(len(rates) + 1, np.uint32)
    first, second = np.empty(1024, np.int64), np.empty(1024, np.int64)
    shared = np.empty(1024, np.int64)
    done, top, floor = 0, rates.max(), max(least.min(), 0)
    for text in range(start, end):
        seen = np.uint64(0)
        rate = rates[text]
        # Partners lie all over the memory: they are fetched all at once here, not one by one below.
        warm = np.uint32(0)
        for slot in range(begins[text], begins[text + 1]):
            warm += owner[slots[slot, 0]]
        totals[len(rates)] = warm
        for slot in range(begins[text], begins[text + 1]):
            own = np.uint32(weight[slots[slot, 2]])
            if not own:
                continue
            partners, most = owner[slots[slot, 0] : slots[slot, 1]], own * rate
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


__all__ = ["group", "merge", "pairs", "rows", "spread"]
