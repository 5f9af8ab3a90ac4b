"""From many drafts to the pairs that are alike: fingerprints, join, judgement. Cost near linear in text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from ipcheck.abnormal import matching
from ipcheck.abnormal.alike import Alike, Judge
from ipcheck.abnormal.clusters import UnionFind
from ipcheck.abnormal.drafts import Draft
from ipcheck.abnormal.fingerprints import number_prints, prints_of
from ipcheck.abnormal.join import candidates
from ipcheck.abnormal.normal import Codes
from ipcheck.abnormal.stock import FULL, LEARN_FROM, Stock, count_eights, learn_skeleton

# So many characters at most and the fingerprints are kept four times as densely.
_DENSE = 4_000_000
_LEAST, _LEAST_SHORT, _LEAST_SHARE = 48, 16, 0.1
# Pairs from which on the compiled kernel pays.
_KERNELS_FROM = 5_000
_CLOSE = 0.35

Pairs = list[tuple[int, int]]


class Screen:
    """The candidate stage of a batch: its fingerprints, what is common in it, the pairs worth a look."""

    def __init__(self, texts: Sequence[Codes], numbers: Sequence[Sequence[str]] = ()) -> None:
        self.texts = texts
        self.numbers = numbers
        self.bones = Stock(learn_skeleton(texts))
        self.prints = prints_of(texts, self.bones, dense=sum(map(len, texts)) <= _DENSE)

    @cached_property
    def leaders(self) -> NDArray[np.bool_]:
        """One text of each group that shares so much that its members are not independent."""
        prints = self.prints
        least = np.maximum(_LEAST_SHORT, (_CLOSE * prints.lengths).astype(np.int64)) * FULL
        groups = UnionFind(len(self.texts))
        close = candidates(prints.literal, prints.sampling, len(self.texts), least=least)
        for one, other in zip(close.first.tolist(), close.second.tolist(), strict=True):
            groups.join(one, other)
        return np.array([groups.find(index) == index for index in range(len(self.texts))], np.bool_)

    @cached_property
    def stock(self) -> Stock:
        """What is common: the skeleton, and how many texts share each run of eight; of copies one counts."""
        if len(self.texts) < LEARN_FROM:
            return self.bones
        chosen = [self.texts[index] for index in np.flatnonzero(self.leaders).tolist()]
        return replace(self.bones, counts=count_eights(chosen))

    @cached_property
    def pairs(self) -> Pairs:
        """The pairs worth a look, in order."""
        prints, number = self.prints, len(self.texts)
        least = np.clip(_LEAST_SHARE * prints.lengths, _LEAST_SHORT, _LEAST).astype(np.int64) * FULL
        leaders = self.leaders if number >= LEARN_FROM else None
        literal = candidates(prints.literal, prints.sampling, number, least=least, leaders=leaders)
        bones = np.maximum(_LEAST, _LEAST_SHARE * prints.skeleton_lengths).astype(np.int64) * FULL
        skeleton = candidates(prints.skeleton, np.maximum(2, prints.sampling // 2), number, least=bones)
        keys = [literal.first << 32 | literal.second, skeleton.first << 32 | skeleton.second]
        if self.numbers:
            every: NDArray[np.int64] = np.ones(number, np.int64)
            tables = candidates(number_prints(self.numbers), every, number, least=every * 3 * FULL)
            keys.append(tables.first << 32 | tables.second)
        together = np.unique(np.concatenate(keys))
        return list(zip((together >> 32).tolist(), (together & 0xFFFFFFFF).tolist(), strict=True))


def grouped(pairs: Pairs) -> Iterator[tuple[int, list[int]]]:
    """The pairs by their first member."""
    start = 0
    for index in range(1, len(pairs) + 1):
        if index == len(pairs) or pairs[index][0] != pairs[start][0]:
            yield pairs[start][0], [second for _, second in pairs[start:index]]
            start = index


def alike_pairs(drafts: Sequence[Draft]) -> Iterator[tuple[int, int, Alike]]:
    """The pairs of drafts that are alike, in order, with the account of each."""
    numbers = [[number for number, _ in draft.numbers] for draft in drafts]
    screen = Screen([draft.codes for draft in drafts], numbers)
    matching.use_kernels(len(screen.pairs) >= _KERNELS_FROM)
    judge = Judge(drafts, screen.stock)
    for first, others in grouped(screen.pairs):
        for second in others:
            alike = judge.compare(first, second)
            if alike is not None:
                yield first, second, alike


__all__ = ["Screen", "alike_pairs", "grouped"]
