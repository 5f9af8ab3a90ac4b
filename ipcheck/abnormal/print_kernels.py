"""Loops that take fingerprints, compiled by numba.

Short loops over arrays that fit the cache, one thing each, so that the compiler can do eight characters at a time:
several times as fast as one loop that does all. Indexes are written so that it sees that they are not negative.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from ipcheck.abnormal.compiling import compiled, mixed
from ipcheck.abnormal.fingerprints import LITERAL, SKELETON
from ipcheck.abnormal.grams import power
from ipcheck.abnormal.stock import SMALL

_A, _B, _C = SMALL
_BASE, _BASE2, _BASE4 = (power(exponent) for exponent in (1, 2, 4))


@compiled
def _looked_up(codes: Any, bones: Any, three: Any, six: Any, begins: Any, framed: Any) -> None:
    """(codes, skeleton bits) → runs of three; bucket of each run of six; which characters are in the skeleton."""
    size = len(codes)
    for i in range(size - 2):
        three[i] = codes[i] * _A + codes[i + 1] * _B + codes[i + 2] * _C
    for i in range(size - 5):
        ahead = three[i + 3]
        run = np.uint32(three[i] * _A + (ahead ^ (ahead >> np.uint32(15))) * _B)
        six[i] = np.uint32(run * _A) >> np.uint32(10)
    for i in range(size - 2):
        bucket = np.uint32(three[i] * _A) >> np.uint32(12)
        begins[i] = (bones[bucket >> np.uint32(5)] >> (bucket & np.uint32(31))) & np.uint32(1)
    for i in range(max(size - 2, 0), size):
        begins[i] = 0
    for i in range(min(size, 2)):
        framed[i] = begins[0] | begins[i]
    for i in range(size - 2):
        framed[i + 2] = np.uint8(begins[i] | begins[i + 1]) | begins[i + 2]


@compiled
def _hit(six: Any, at: Any, stock: Any) -> Any:
    """Whether a run of six is in the boilerplate."""
    bucket = six[np.uint64(at)]
    return (stock[bucket >> np.uint32(5)] >> (bucket & np.uint32(31))) & np.uint32(1)


@compiled
def _stretches(six: Any, size: int, stock: Any, starts: Any, ends: Any) -> Any:
    """(bucket of each run of six, size of the text, boilerplate bits, starts, ends) → how many stretches of it."""
    count = before = 0
    # Three runs of six in a row are boilerplate: one of every three is looked at.
    place = 2
    while place < size - 5:
        if not _hit(six, place, stock):
            place += 3
            continue
        first, last = place, place + 1
        while first > before and _hit(six, first - 1, stock):
            first -= 1
        while last < size - 5 and _hit(six, last, stock):
            last += 1
        if last - first >= 3:
            if count and first <= ends[count - 1]:
                ends[count - 1] = last + 5
            else:
                starts[count], ends[count] = first, last + 5
                count += 1
        before, place = last, last + 3
    return count


@compiled
def _parted(codes: Any, framed: Any, starts: Any, ends: Any, count: int, words: Any, frame: Any, frame_at: Any) -> Any:
    """(codes, what is in the skeleton, stretches of boilerplate) → own words, those in the skeleton and their places.

    How many there are of both is returned.
    """
    begin = own = 0
    bones = np.uint64(0)
    for stretch in range(count + 1):
        end = starts[stretch] if stretch < count else len(codes)
        given, taken, asked = codes[begin:end], words[own:], framed[begin:end]
        for i in range(len(given)):
            taken[i] = given[i]
        for i in range(len(asked)):
            frame_at[bones] = begin + i
            bones += np.uint64(asked[i])
        own += len(given)
        if stretch < count:
            begin = ends[stretch]
    for i in range(bones):
        frame[i] = codes[np.uint32(frame_at[i])]
    return own, np.int64(bones)


@compiled
def _hashed(four: Any, at: Any, rest: int) -> Any:
    """(runs of four, place, how many more of them a run has) → the mixed hash of the run there."""
    value = four[at]
    for part in range(rest):
        value = value * _BASE4 + four[at + np.uint64(4 * part + 4)]
    return mixed(value)


def _sampling(k: int) -> Any:
    """(codes, highest hash, room for runs of four and marks, places, hashes) → how many runs of ``k`` are kept.

    ``k`` is a multiple of four, and part of the code: so no loop is left in the loops. -1 where hashes have no room.
    """
    rest = k // 4 - 1

    @compiled
    def sampled(codes: Any, most: Any, four: Any, marks: Any, kept: Any, hashes: Any) -> Any:
        for i in range(len(codes) - 3):
            left = np.uint64(codes[i]) * _BASE + np.uint64(codes[i + 1])
            four[i] = left * _BASE2 + (np.uint64(codes[i + 2]) * _BASE + np.uint64(codes[i + 3]))
        for i in range(len(codes) - k + 1):
            marks[i] = _hashed(four, np.uint64(i), rest) <= most
        count = np.uint64(0)
        for i in range(len(codes) - k + 1):
            kept[count] = i
            count += np.uint64(marks[i])
        if count > len(hashes):
            return -1
        # The hashes of the few are worked out once more: cheaper than to keep those of all.
        for i in range(count):
            hashes[i] = _hashed(four, np.uint64(kept[i]), rest)
        return np.int64(count)

    return sampled


_words_sampled, _frame_sampled = _sampling(LITERAL), _sampling(SKELETON)


@compiled
def fingerprint(
    codes: Any, bounds: Any, first: int, most: Any, stock: Any, bones: Any, hashes: Any, texts: Any, places: Any
) -> Any:
    """The fingerprints of some texts, both channels in one pass.

    (codes of all texts, bounds, number of the first, highest hash of each text and channel, boilerplate bits, skeleton
    bits, hashes, texts, places: a row for each channel) → (how many were kept in each, characters of each text and
    channel). Bits are in numbers of 32, the lowest first. Counts are -1 where there is no room for all; without room
    for places there are none.
    """
    number, longest, placed = len(bounds) - 1, 16, places.shape[1] > 0
    for text in range(number):
        longest = max(longest, bounds[text + 1] - bounds[text])
    three, six = np.zeros(longest, np.uint32), np.zeros(longest, np.uint32)
    begins, framed = np.zeros(longest, np.uint8), np.zeros(longest, np.uint8)
    starts, ends = np.zeros(longest // 3 + 1, np.int64), np.zeros(longest // 3 + 1, np.int64)
    words, frame = np.zeros(longest, np.uint16), np.zeros(longest, np.uint16)
    # One more: what is not in the skeleton, or not kept, is written too, and written over by the next.
    frame_at, kept = np.zeros(longest + 1, np.int32), np.zeros(longest + 1, np.int32)
    four = np.zeros(longest, np.uint64)
    counts, lengths = np.zeros(2, np.int64), np.zeros((number, 2), np.int64)
    for text in range(number):
        own = codes[bounds[text] : bounds[text + 1]]
        _looked_up(own, bones, three, six, begins, framed)
        parts = _stretches(six, len(own), stock, starts, ends)
        one, two = _parted(own, framed, starts, ends, parts, words, frame, frame_at)
        lengths[text, 0], lengths[text, 1] = one, two
        count = _words_sampled(words[:one], most[text, 0], four, begins, kept, hashes[0, counts[0] :])
        texts[0, counts[0] : counts[0] + max(count, 0)] = first + text
        shift = part = 0
        for i in range(count if placed else 0):
            while part < parts and kept[i] + shift >= starts[part]:
                shift += ends[part] - starts[part]
                part += 1
            places[0, counts[0] + i] = kept[i] + shift
        framed_count = _frame_sampled(frame[:two], most[text, 1], four, begins, kept, hashes[1, counts[1] :])
        texts[1, counts[1] : counts[1] + max(framed_count, 0)] = first + text
        for i in range(framed_count if placed else 0):
            places[1, counts[1] + i] = frame_at[kept[i]]
        if min(count, framed_count) < 0:
            counts[:] = -1
            break
        counts[0] += count
        counts[1] += framed_count
    return counts, lengths


__all__ = ["fingerprint"]
