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
def _looking() -> Any:
    """(codes, boilerplate bits, skeleton bits, runs of three, what of both tables each position has)."""
    import numba

    @numba.njit(cache=True, nogil=True)  # type: ignore[untyped-decorator, unused-ignore]
    def looked_up(codes: Any, stock: Any, bones: Any, three: Any, common: Any, bone: Any) -> None:
        # Short loops over arrays that fit the cache, one thing each: several times as fast as one loop for all.
        size = len(codes)
        for i in range(size - 2):
            three[i] = np.uint32(codes[i] * _A + codes[i + 1] * _B + codes[i + 2] * _C)
        for i in range(size - 2):
            bucket = np.uint32(three[i] * _A) >> np.uint32(12)
            bone[i] = bones[bucket >> 3] >> np.uint8(bucket & 7) & 1
        for i in range(size - 5):
            ahead = three[i + 3]
            bucket = np.uint32(np.uint32(three[i] * _A + (ahead ^ (ahead >> 15)) * _B) * _A) >> np.uint32(10)
            common[i] = stock[bucket >> 3] >> np.uint8(bucket & 7) & 1

    return looked_up


@lru_cache(maxsize=1)
def _marking() -> Any:
    """(size, boilerplate, skeleton, marks) → marks."""
    import numba

    @numba.njit(cache=True, nogil=True)  # type: ignore[untyped-decorator, unused-ignore]
    def mark(size: int, common: Any, bone: Any, marks: Any) -> None:
        """0 boilerplate, 1 own words, 2 skeleton as well."""
        until = 0
        for i in range(size):
            if i < size - 2 and bone[i]:
                until = i + 3
            marks[i] = 2 if i < until else 1
        run = until = 0
        for i in range(size - 5):
            run = run + 1 if common[i] else 0
            # The last of three runs of six in a row begins at i: eight characters from i - 2 on are boilerplate.
            if run >= 3:
                for j in range(max(until, i - 2), i + 6):
                    marks[j] = 0
                until = i + 6

    return mark


@lru_cache(maxsize=1)
def _rolling() -> Any:
    """(codes, places, k, highest hash, base, base^k, text, hashes, texts, places) → how many were kept."""
    import numba

    @numba.njit(cache=True, nogil=True)  # type: ignore[untyped-decorator, unused-ignore]
    def roll(
        codes: Any, at: Any, k: int, most: Any, base: Any, drop: Any, text: int, hashes: Any, texts: Any, places: Any
    ) -> Any:
        count = 0
        value = np.uint64(0)
        for index in range(min(k, len(codes))):
            value = value * base + np.uint64(codes[index])
        for index in range(k, len(codes) + 1):
            mixed = value ^ (value >> np.uint64(30))
            mixed *= np.uint64(0xBF58476D1CE4E5B9)
            mixed ^= mixed >> np.uint64(27)
            mixed *= np.uint64(0x94D049BB133111EB)
            mixed ^= mixed >> np.uint64(31)
            if mixed <= most:
                hashes[count] = mixed
                texts[count] = text
                places[count] = at[index - k]
                count += 1
            if index < len(codes):
                value = value * base + (np.uint64(codes[index]) - np.uint64(codes[index - k]) * drop)
        return count

    return roll


@lru_cache(maxsize=1)
def fingerprint() -> Any:
    """The fingerprints of some texts, both channels in one pass.

    (codes of all texts, bounds, highest hash of each text and channel, boilerplate bits, skeleton bits, base, powers,
    hashes, texts, places: a row for each channel) → (how many were kept in each, characters of each text and channel).
    """
    import numba

    looked_up, mark, roll = _looking(), _marking(), _rolling()

    @numba.njit(cache=True, nogil=True)  # type: ignore[untyped-decorator, unused-ignore]
    def run(
        codes: Any, bounds: Any, most: Any, stock: Any, bones: Any, k: Any, base: Any, drops: Any,
        hashes: Any, texts: Any, places: Any,
    ) -> Any:  # fmt: skip
        number = len(bounds) - 1
        longest = 0
        for text in range(number):
            longest = max(longest, bounds[text + 1] - bounds[text])
        three, marks = np.zeros(longest, np.uint32), np.zeros(longest, np.uint8)
        common, bone = np.zeros(longest, np.uint8), np.zeros(longest, np.uint8)
        words, words_at = np.zeros(longest, np.uint16), np.zeros(longest, np.int32)
        frame, frame_at = np.zeros(longest, np.uint16), np.zeros(longest, np.int32)
        counts, lengths = np.zeros(2, np.int64), np.zeros((number, 2), np.int64)
        for text in range(number):
            own = codes[bounds[text] : bounds[text + 1]]
            looked_up(own, stock, bones, three, common, bone)
            mark(len(own), common, bone, marks)
            one = two = 0
            for i in range(len(own)):
                words[one] = frame[two] = own[i]
                words_at[one] = frame_at[two] = i
                one += marks[i] >= 1
                two += marks[i] == 2
            lengths[text, 0], lengths[text, 1] = one, two
            counts[0] += roll(
                words[:one], words_at, k[0], most[text, 0], base, drops[0], text,
                hashes[0, counts[0]:], texts[0, counts[0]:], places[0, counts[0]:],
            )  # fmt: skip
            counts[1] += roll(
                frame[:two], frame_at, k[1], most[text, 1], base, drops[1], text,
                hashes[1, counts[1]:], texts[1, counts[1]:], places[1, counts[1]:],
            )  # fmt: skip
        return counts, lengths

    return run


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


__all__ = ["available", "count", "count_threes", "fingerprint", "merge", "pairs", "scatter"]
