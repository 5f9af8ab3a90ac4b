"""Which texts share fingerprints: one sort of all postings, no comparison of every text with every other.

A fingerprint of many texts is stock: up to CAP texts all pairs count, up to LINKED each text is linked with its next
neighbours only, so that a large family of one template still hangs together, and beyond that it says nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ipcheck.abnormal import kernels
from ipcheck.abnormal.fingerprints import Postings, joined
from ipcheck.abnormal.stock import fading, level
from ipcheck.abnormal.threads import in_threads

CAP, LINKED, NEIGHBOURS = 50, 600, 8
_HASH_BITS, _TEXT_BITS = 38, 26
_COMPACT = 24_000_000
# So many postings lie in a bucket of the compiled grouping, about.
_BUCKET = 512

Numbers = NDArray[np.int64]


@dataclass(frozen=True)
class Candidates:
    """Pairs (first < second) in order, with what they share: weight × characters for which a fingerprint stands."""

    first: Numbers
    second: Numbers
    shared: Numbers

    def at_least(self, least: Numbers) -> Candidates:
        """Those that share so much: ``least`` of each text, the smaller of the two counting."""
        enough = self.shared >= np.minimum(least[self.first], least[self.second])
        return Candidates(self.first[enough], self.second[enough], self.shared[enough])


def packed(postings: Postings) -> NDArray[np.uint64]:
    """Hash and text in one sortable number, each posting once; of a hash the lower bits (sampling empties others)."""
    mask = np.uint64((1 << _HASH_BITS) - 1)
    keys = (postings.hashes & mask) << np.uint64(_TEXT_BITS) | postings.texts.astype(np.uint64)
    keys.sort()
    return keys[np.concatenate([np.ones(1, np.bool_), keys[1:] != keys[:-1]])] if len(keys) else keys


def unpacked(postings: Postings) -> tuple[Numbers, NDArray[np.uint32]]:
    """Hash (as far as it is compared) and text of each posting once."""
    keys = packed(postings)
    hashes: Numbers = (keys >> np.uint64(_TEXT_BITS)).astype(np.int64)
    return hashes, (keys & np.uint64((1 << _TEXT_BITS) - 1)).astype(np.uint32)


class Groups:
    """The postings of one channel, in parts, by fingerprint: those that several texts have, and not too many.

    ``owner`` is the text of each posting, fingerprint by fingerprint and then in the order of the texts; the postings
    of one fingerprint begin at ``starts``. ``fast`` uses the compiled kernels.
    """

    def __init__(self, *parts: Postings, fast: bool = False) -> None:
        self.owner: NDArray[np.uint32]
        self.sizes: Numbers
        self.owner, self.sizes = _spread(parts) if fast else _sorted(joined(parts))
        self._rows: tuple[NDArray[Any], ...] | None = None
        self.starts: Numbers = np.concatenate([np.zeros(1, np.int64), np.cumsum(self.sizes)])

    def rows(self, documents: int) -> tuple[NDArray[Any], ...]:
        """Text by text the postings that have partners (join_kernels.rows); kept."""
        if self._rows is None:
            self._rows = kernels.loops("join").rows(self.owner, self.starts, documents, CAP, NEIGHBOURS)
        return self._rows

    def levels(self, documents: int) -> NDArray[np.uint8]:
        """The weight of each fingerprint by how many texts have it."""
        return level(self.sizes, documents)

    def independent(self, leaders: NDArray[np.bool_]) -> NDArray[np.uint8]:
        """The weight of each fingerprint by how many of ``leaders`` have it: one text of each group of copies."""
        if not len(self.owner):
            return np.zeros(0, np.uint8)
        held = np.add.reduceat(leaders[self.owner].astype(np.int64), self.starts[:-1])
        return fading()[np.minimum(held, len(fading()) - 1)]


def _sorted(postings: Postings) -> tuple[NDArray[np.uint32], Numbers]:
    """Owners and sizes of the groups by one sort."""
    keys = packed(postings)
    heads = keys >> np.uint64(_TEXT_BITS)
    starts = np.flatnonzero(np.concatenate([np.ones(1, np.bool_), heads[1:] != heads[:-1]])) if len(keys) else keys
    sizes: Numbers = np.diff(np.append(starts, len(keys)).astype(np.int64)).astype(np.int64)
    counted = (sizes > 1) & (sizes <= LINKED)
    kept = keys[np.repeat(counted, sizes)]
    return (kept & np.uint64((1 << _TEXT_BITS) - 1)).astype(np.uint32), sizes[counted]


def _spread(parts: Sequence[Postings]) -> tuple[NDArray[np.uint32], Numbers]:
    """The same in another order: into buckets that fit the cache, then a small table of each."""
    total = sum(len(part.hashes) for part in parts)
    bits = max(1, min(12, (total // _BUCKET).bit_length()))
    free = np.zeros((1 << bits) + 1, np.int64)
    given = (np.uint64((1 << _HASH_BITS) - 1), np.uint64(_TEXT_BITS), np.uint64(_HASH_BITS - bits), free)
    loops = kernels.loops("join")
    into = loops.spread
    for part in parts:
        into(part.hashes, part.texts, *given, np.zeros(0, np.uint64))
    np.cumsum(free, out=free)
    begins, keys = free.copy(), np.empty(total, np.uint64)
    for part in parts:
        into(part.hashes, part.texts, *given, keys)
    owner, sizes = loops.group(keys, begins, np.uint64(_TEXT_BITS), LINKED)
    return owner, sizes


def candidates(
    groups: Groups,
    weights: NDArray[np.uint8],
    rates: Numbers,
    *,
    least: Numbers,
    fast: bool = False,
    jobs: int = 1,
) -> Candidates:
    """The pairs that share enough.

    ``weights`` is that of each fingerprint, ``rates`` how many characters one of each text stands for (that of the
    sparser of two counts); ``least`` is for each text what a pair must share at least, the smaller of the two
    counting; shared is in sixteenths of a character. ``fast`` uses the compiled kernel, in ``jobs`` threads.
    """
    if not len(groups.owner):
        return Candidates(*(np.zeros(0, np.int64) for _ in range(3)))
    return (_by_rows if fast else _by_steps)(groups, weights, rates, least, jobs)


def _by_rows(groups: Groups, weights: NDArray[np.uint8], rates: Numbers, least: Numbers, jobs: int) -> Candidates:
    """Text after text: memory for one row at a time, whatever the number of pairs that share a little."""
    edges = np.linspace(0, len(rates), 1 + min(len(rates), 8 * jobs)).astype(np.int64).tolist()
    pair, own = kernels.loops("join").pairs, groups.rows(len(rates))
    small = rates.astype(np.uint32)

    def rows(bounds: tuple[int, int]) -> tuple[Numbers, Numbers, Numbers]:
        found: tuple[Numbers, Numbers, Numbers] = pair(*bounds, groups.owner, weights, *own, small, least)
        return found

    done = list(in_threads(rows, pairwise(edges), jobs))
    first, second, shared = (np.concatenate(part) for part in zip(*done, strict=True))
    order = np.argsort(first << 32 | second)
    return Candidates(first[order], second[order], shared[order])


def _by_steps(groups: Groups, weights: NDArray[np.uint8], rates: Numbers, least: Numbers, jobs: int) -> Candidates:
    """By numpy: every posting with the next of its fingerprint, with the one after it and so on."""
    owner = groups.owner.astype(np.int64)
    weight = np.repeat(weights.astype(np.int64), groups.sizes)
    # How many of its group stand behind each posting.
    behind = np.repeat(groups.starts[1:], groups.sizes) - np.arange(len(owner)) - 1
    reach = np.minimum(behind, np.repeat(np.where(groups.sizes <= CAP, CAP, NEIGHBOURS), groups.sizes)) * (weight > 0)
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
    return Candidates(first, second, total).at_least(least)


def _compact(keys: list[Numbers], sums: list[Numbers]) -> tuple[Numbers, Numbers]:
    key, total = np.concatenate(keys), np.concatenate(sums)
    order = np.argsort(key, kind="stable")
    key, total = key[order], total[order]
    starts = np.flatnonzero(np.concatenate([np.ones(1, np.bool_), key[1:] != key[:-1]]))
    return key[starts], np.add.reduceat(total, starts)


__all__ = ["Candidates", "Groups", "candidates", "packed", "unpacked"]
