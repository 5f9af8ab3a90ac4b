"""What two texts have in common: runs of eight characters that both have, wherever they stand, and how they line up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from ipcheck.abnormal import kernels
from ipcheck.abnormal.houses import House
from ipcheck.abnormal.normal import Codes
from ipcheck.abnormal.stock import FULL, Flags, Small, Stock, covered, small8

RUN = 8
# Two matches with at most so many characters between them, on both sides, are one passage.
_GAP = 14
# A short gap inside a passage does not break it when its length is measured.
_NEAR = 4


class Prepared:
    """A text made ready for matching, once for all its pairs."""

    def __init__(self, codes: Codes, stock: Stock, houses: tuple[House, ...] = ()) -> None:
        self.codes = codes
        self.weights = stock.weights(codes)
        self._stock = stock
        for house in houses:
            if len(codes) >= RUN:
                grams = house.weights_of(self.grams)
                # A character of stock counts as little as the least of the runs around it.
                self.weights = np.minimum(self.weights, spread(grams, len(codes)))

    @cached_property
    def grams(self) -> Small:
        """The run of eight at each position."""
        return small8(self.codes)

    @cached_property
    def order(self) -> NDArray[np.int32]:
        """Positions in the order of their runs."""
        return np.argsort(self.grams, kind="stable").astype(np.int32)

    @cached_property
    def ordered(self) -> Small:
        """The runs in order."""
        return self.grams[self.order]

    @cached_property
    def total(self) -> int:
        """The weight of all its characters."""
        return int(self.weights.sum(dtype=np.int64))

    @cached_property
    def skeleton(self) -> Prepared:
        """What is left of it when only the wording that everybody uses is kept; boilerplate is left out."""
        kept = self._stock.is_skeleton(self.codes) & (self.weights > 0)
        return Prepared(self.codes[kept], Stock(self._stock.skeleton))


def spread(grams: NDArray[np.uint8], length: int) -> NDArray[np.uint8]:
    """For each of ``length`` characters the least weight of the runs of eight that it lies in."""
    padded = np.full(length + RUN - 1, FULL, np.uint8)
    padded[RUN - 1 : RUN - 1 + len(grams)] = grams
    found: NDArray[np.uint8] = np.lib.stride_tricks.sliding_window_view(padded, RUN).min(axis=1)
    return found


def shared(one: Prepared, other: Prepared) -> tuple[Flags, Flags]:
    """Which characters of each text lie in a run of eight that the other has too."""
    if not len(one.grams) or not len(other.grams):
        return np.zeros(len(one.codes), np.bool_), np.zeros(len(other.codes), np.bool_)
    if _fast:
        left, right = kernels.loops("join").merge(one.ordered, one.order, other.ordered, other.order)
    else:
        left, right = _hits(one, other), _hits(other, one)
    return covered(left, RUN, len(one.codes)), covered(right, RUN, len(other.codes))


def _hits(one: Prepared, other: Prepared) -> Flags:
    at = np.searchsorted(other.ordered, one.ordered)
    same = other.ordered[np.minimum(at, len(other.ordered) - 1)] == one.ordered
    hits = np.zeros(len(one.grams), np.bool_)
    hits[one.order[same]] = True
    return hits


# Whether the compiled kernel is used; set once a batch is large enough for it to pay.
_fast = False


def use_kernels(large: bool) -> None:
    """Say that many pairs are coming, so that compiling is worth it."""
    global _fast
    _fast = large and kernels.available()


def weight_of(text: Prepared, mask: Flags) -> int:
    """The weight of the characters where ``mask`` is true."""
    return int(text.weights[mask].sum(dtype=np.int64))


def longest(text: Prepared, mask: Flags) -> float:
    """The heaviest run of matched characters, in full characters. Small gaps do not end it, nor does boilerplate."""
    if not mask.any():
        return 0.0
    sums = np.concatenate([np.zeros(1, np.int64), np.cumsum(np.where(mask, text.weights, 0), dtype=np.int64)])
    edges = np.flatnonzero(np.diff(np.concatenate([[False], mask, [False]]).astype(np.int8)))
    starts, ends = edges[::2], edges[1::2]
    # What everybody writes may have been put into the middle of a copied passage, or left out of it.
    own = np.concatenate([np.zeros(1, np.int64), np.cumsum(text.weights > 0)])
    breaks = np.flatnonzero(own[starts[1:]] - own[ends[:-1]] > _NEAR)
    first = starts[np.concatenate([[0], breaks + 1])]
    last = ends[np.concatenate([breaks, [len(ends) - 1]])]
    return float((sums[last] - sums[first]).max()) / FULL


@dataclass(frozen=True, slots=True)
class Passage:
    """Characters ``start`` to ``end`` of one text that line up with ``other_start`` to ``other_end`` of the other.

    ``blocks`` are the equal stretches in it: (start, start in the other, length). ``weight`` is that of the blocks.
    """

    start: int
    end: int
    other_start: int
    other_end: int
    blocks: tuple[tuple[int, int, int], ...]
    weight: int


def passages(one: Prepared, other: Prepared, sections: tuple[NDArray[np.uint8], NDArray[np.uint8]]) -> list[Passage]:
    """The passages of two texts, in the order of the first; matches within one section come before others."""
    found: list[Passage] = []
    open_: list[tuple[int, int, int]] = []
    fields = sections[0].astype(np.int64) * 2 + (one.weights == 0)
    for block in _cut(_blocks(one, other, sections), fields):
        if open_:
            last = open_[-1]
            gap, gap_other = block[0] - last[0] - last[2], block[1] - last[1] - last[2]
            apart = fields[block[0]] != fields[last[0]]
            if apart or not (0 <= gap <= _GAP and 0 <= gap_other <= _GAP):
                found.append(_passage(one, open_))
                open_ = []
        open_.append(block)
    if open_:
        found.append(_passage(one, open_))
    return [passage for passage in found if passage.weight]


def _cut(blocks: list[tuple[int, int, int]], fields: NDArray[np.int64]) -> Iterator[tuple[int, int, int]]:
    """The blocks, cut where a section ends and where boilerplate begins or ends."""
    changes = np.flatnonzero(np.diff(fields)) + 1
    for start, place, size in blocks:
        inner = changes[np.searchsorted(changes, start, "right") : np.searchsorted(changes, start + size)]
        edges = [start, *inner.tolist(), start + size]
        for begin, end in pairwise(edges):
            yield begin, place + begin - start, end - begin


def _passage(one: Prepared, blocks: list[tuple[int, int, int]]) -> Passage:
    first, last = blocks[0], blocks[-1]
    weight = sum(int(one.weights[start : start + size].sum(dtype=np.int64)) for start, _, size in blocks)
    return Passage(first[0], last[0] + last[2], first[1], last[1] + last[2], tuple(blocks), weight)


def _blocks(
    one: Prepared, other: Prepared, sections: tuple[NDArray[np.uint8], NDArray[np.uint8]]
) -> list[tuple[int, int, int]]:
    """Equal stretches, each as long as it can be, in the order of the first text and not overlapping in it."""
    at = np.searchsorted(other.ordered, one.grams) if len(other.grams) else np.zeros(0, np.int64)
    blocks: list[tuple[int, int, int]] = []
    if not len(at):
        return blocks
    same = other.ordered[np.minimum(at, len(other.ordered) - 1)] == one.grams
    until, expected = 0, -1
    for start in np.flatnonzero(same).tolist():
        if start < until:
            continue
        place = _best(one, other, sections, start, int(at[start]), expected)
        size = _extent(one.codes, other.codes, start, place)
        if size < RUN:
            continue
        # Back over characters that are equal too but were not the beginning of a run of eight.
        back = 0
        while (
            start - back > until and place - back > 0 and one.codes[start - back - 1] == other.codes[place - back - 1]
        ):
            back += 1
        blocks.append((start - back, place - back, size + back))
        until, expected = start + size, place + size
    return blocks


def _best(
    one: Prepared,
    other: Prepared,
    sections: tuple[NDArray[np.uint8], NDArray[np.uint8]],
    start: int,
    index: int,
    expected: int,
) -> int:
    """Of the places where the other text has this run, the next one after ``expected``, else one of its section."""
    places: list[int] = []
    while index < len(other.ordered) and other.ordered[index] == one.grams[start] and len(places) < 40:
        places.append(int(other.order[index]))
        index += 1
    if expected >= 0:
        near = [place for place in places if 0 <= place - expected <= _GAP]
        if near:
            return near[0]
    own = [place for place in places if sections[1][place] == sections[0][start]]
    return (own or places)[0]


def _extent(one: Codes, other: Codes, start: int, place: int) -> int:
    room = min(len(one) - start, len(other) - place)
    size = 0
    while size < room:
        step = min(256, room - size)
        unlike = np.flatnonzero(one[start + size : start + size + step] != other[place + size : place + size + step])
        if len(unlike):
            return size + int(unlike[0])
        size += step
    return size


def _placed(passage: Passage, other: Prepared) -> bool:
    """Whether the middle of its longest equal stretch stands only once in the other text."""
    _, start, size = max(passage.blocks, key=lambda block: (block[2], -block[0]))
    if size < 2 * RUN:
        return False
    gram = other.grams[start + (size - RUN) // 2]
    return int(np.searchsorted(other.ordered, gram, "right") - np.searchsorted(other.ordered, gram, "left")) == 1


def order_kept(found: list[Passage], other: Prepared) -> float:
    """The share of matched weight that stands in the same order in both texts (1: nothing was moved).

    Wording that the other text has several times has no place of its own and is left out.
    """
    heavy = [passage for passage in sorted(found, key=lambda passage: passage.start) if _placed(passage, other)]
    total = sum(passage.weight for passage in heavy)
    if not total:
        return 1.0
    best: list[int] = []
    for index, passage in enumerate(heavy):
        before = max(
            (best[earlier] for earlier in range(index) if heavy[earlier].other_end <= passage.other_start + RUN),
            default=0,
        )
        best.append(before + passage.weight)
    return max(best) / total


__all__ = [
    "RUN",
    "Passage",
    "Prepared",
    "longest",
    "order_kept",
    "passages",
    "shared",
    "use_kernels",
    "weight_of",
]
