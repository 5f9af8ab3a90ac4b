"""Which texts share fingerprints: one sort of all postings, no comparison of every text with every other.

A fingerprint of many texts is stock: up to CAP texts all pairs count, up to LINKED each text is linked with its next
neighbours only, so that a large family of one template still hangs together, and beyond that it says nothing.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ipcheck.abnormal.fingerprints import Postings
from ipcheck.abnormal.stock import fading, level

CAP, LINKED, NEIGHBOURS = 50, 600, 8
_HASH_BITS, _TEXT_BITS = 38, 26
_COMPACT = 24_000_000

Numbers = NDArray[np.int64]


@dataclass(frozen=True)
class Candidates:
    """Pairs (first < second) in order, with what they share: weight × characters for which a fingerprint stands."""

    first: Numbers
    second: Numbers
    shared: Numbers


def packed(postings: Postings) -> NDArray[np.uint64]:
    """Hash and text in one sortable number, each posting once; of a hash the lower bits (sampling empties others)."""
    mask = np.uint64((1 << _HASH_BITS) - 1)
    keys = (postings.hashes & mask) << np.uint64(_TEXT_BITS) | postings.texts.astype(np.uint64)
    keys.sort()
    return keys[np.concatenate([np.ones(1, np.bool_), keys[1:] != keys[:-1]])] if len(keys) else keys


def candidates(
    postings: Postings,
    rates: Numbers,
    documents: int,
    *,
    least: Numbers,
    leaders: NDArray[np.bool_] | None = None,
) -> Candidates:
    """The pairs that share enough.

    ``rates`` is how many characters a fingerprint of each text stands for (that of the sparser of two counts);
    ``least`` is for each text what a pair must share at least, the smaller of the two counting; shared is in
    sixteenths of a character. With ``leaders`` (one text of each group of copies) a fingerprint weighs by how many
    of these have it, else by how many texts.
    """
    keys = packed(postings)
    group = keys >> np.uint64(_TEXT_BITS)
    owner = (keys & np.uint64((1 << _TEXT_BITS) - 1)).astype(np.int64)
    if not len(keys):
        return Candidates(*(np.zeros(0, np.int64) for _ in range(3)))
    starts = np.flatnonzero(np.concatenate([np.ones(1, np.bool_), group[1:] != group[:-1]]))
    sizes = np.diff(np.append(starts, len(keys)))
    counted = (sizes > 1) & (sizes <= LINKED)
    member = np.repeat(counted, sizes)
    every, owner = owner, owner[member]
    sizes_kept = sizes[counted]
    left = np.repeat(sizes_kept, sizes_kept)
    ends = np.cumsum(sizes_kept)
    # How many of its group stand behind each posting.
    behind = np.repeat(ends, sizes_kept) - np.arange(len(owner)) - 1
    if leaders is None:
        weight = level(left, documents).astype(np.int64)
    else:
        held = np.add.reduceat(leaders[every].astype(np.int64), starts)[counted]
        weight = fading().astype(np.int64)[np.repeat(np.minimum(held, len(fading()) - 1), sizes_kept)]
    reach = np.minimum(behind, np.where(left <= CAP, CAP, NEIGHBOURS)) * (weight > 0)
    return _summed(owner, weight, reach, rates, least)


def _summed(owner: Numbers, weight: Numbers, reach: Numbers, rates: Numbers, least: Numbers) -> Candidates:
    keys: list[NDArray[np.int64]] = []
    sums: list[Numbers] = []
    size = 0
    active = np.flatnonzero(reach > 0)
    step = 1
    while len(active):
        first, second = owner[active], owner[active + step]
        keys.append(first << 32 | second)
        sums.append(weight[active] * np.maximum(rates[first], rates[second]))
        size += len(active)
        if size > _COMPACT:
            key, total = _compact(keys, sums)
            keys, sums, size = [key], [total], len(key)
        step += 1
        active = active[reach[active] >= step]
    if not keys:
        return Candidates(*(np.zeros(0, np.int64) for _ in range(3)))
    key, total = _compact(keys, sums)
    first, second = key >> 32, key & 0xFFFFFFFF
    enough = total >= np.minimum(least[first], least[second])
    return Candidates(first[enough], second[enough], total[enough])


def _compact(keys: list[Numbers], sums: list[Numbers]) -> tuple[Numbers, Numbers]:
    key, total = np.concatenate(keys), np.concatenate(sums)
    order = np.argsort(key, kind="stable")
    key, total = key[order], total[order]
    starts = np.flatnonzero(np.concatenate([np.ones(1, np.bool_), key[1:] != key[:-1]]))
    return key[starts], np.add.reduceat(total, starts)


__all__ = ["Candidates", "candidates", "packed"]
