"""From many drafts to the pairs that are alike: fingerprints, join, judgement. Cost near linear in text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from ipcheck.abnormal import kernels
from ipcheck.abnormal.clusters import UnionFind
from ipcheck.abnormal.drafts import Draft
from ipcheck.abnormal.fingerprints import FAST_FROM, prints_of
from ipcheck.abnormal.houses import Houses
from ipcheck.abnormal.join import Candidates, Groups, Numbers, candidates
from ipcheck.abnormal.judging import Judged, Pairs, judged
from ipcheck.abnormal.normal import Codes
from ipcheck.abnormal.number_prints import draft_numbers
from ipcheck.abnormal.stock import FULL, LEARN_FROM, Stock, count_eights, learn_skeleton
from ipcheck.abnormal.threads import in_threads

# So many characters at most and the fingerprints are kept four times as densely.
DENSE = 4_000_000
_LEAST, _LEAST_SHORT, _LEAST_SHARE = 48, 16, 0.1
_CLOSE, _CLOSE_BONES = 0.35, 0.5


def close_least(lengths: Numbers, bone_lengths: Numbers) -> tuple[Numbers, Numbers]:
    """What two texts share at least, in words or in skeleton, when they are no independent texts."""
    words = np.maximum(_LEAST_SHORT, (_CLOSE * lengths).astype(np.int64)) * FULL
    return words, np.maximum(_LEAST, (_CLOSE_BONES * bone_lengths).astype(np.int64)) * FULL


def pair_least(lengths: Numbers, bone_lengths: Numbers) -> tuple[Numbers, Numbers]:
    """What two texts share at least, in words or in skeleton, to be worth a look."""
    words = np.clip(_LEAST_SHARE * lengths, _LEAST_SHORT, _LEAST).astype(np.int64) * FULL
    return words, np.maximum(_LEAST, _LEAST_SHARE * bone_lengths).astype(np.int64) * FULL


class Screen:
    """The candidate stage of a batch: its fingerprints, what is common in it, the pairs worth a look.

    ``drafts`` are those whose texts they are, where their numbers are to be compared as well. Kernels run in ``jobs``
    threads, and the numbers are gathered meanwhile; the result is the same.
    """

    def __init__(self, texts: Sequence[Codes], drafts: Sequence[Draft] | None = None, *, jobs: int = 1) -> None:
        self.texts = texts
        self.jobs = jobs
        total = sum(map(len, texts))
        self._fast = kernels.available() and total >= FAST_FROM
        self.bones = Stock(learn_skeleton(texts, jobs=jobs))
        with ThreadPoolExecutor(1) as aside:
            # Texts are put together by the interpreter, which the kernels leave alone.
            number_channel = aside.submit(draft_numbers, drafts, fast=self._fast) if drafts is not None else None
            prints = prints_of(texts, self.bones, dense=total <= DENSE, places=False, jobs=jobs)
            channels = [tuple(part) for part in zip(*prints.parts, strict=True)]
            if number_channel is not None:
                channels.append((number_channel.result(),))
        self.sampling, self.lengths, self.bone_lengths = prints.sampling, prints.lengths, prints.skeleton_lengths
        self.bone_sampling = np.maximum(2, self.sampling // 2)
        del prints
        self.groups = list(in_threads(lambda parts: Groups(*parts, fast=self._fast), channels, jobs))

    def _candidates(self, channel: int, weights: NDArray[np.uint8], rates: Numbers, least: Numbers) -> Candidates:
        return candidates(self.groups[channel], weights, rates, least=least, fast=self._fast, jobs=self.jobs)

    @cached_property
    def _framed(self) -> Candidates:
        """The pairs that share enough skeleton to be worth a look."""
        _, bones = pair_least(self.lengths, self.bone_lengths)
        return self._candidates(1, self.groups[1].levels(len(self.texts)), self.bone_sampling, bones)

    @cached_property
    def leaders(self) -> NDArray[np.bool_]:
        """One text of each group that shares so much that its members are not independent."""
        number = len(self.texts)
        words, bones = close_least(self.lengths, self.bone_lengths)
        # One skeleton with other nouns is no independent text either. What is close is worth a look as well.
        close = (
            self._candidates(0, self.groups[0].levels(number), self.sampling, words),
            self._framed.at_least(bones),
        )
        groups = UnionFind(number)
        for part in close:
            for one, other in zip(part.first.tolist(), part.second.tolist(), strict=True):
                groups.join(one, other)
        found = np.ones(number, np.bool_)
        for part in close:
            found[part.second] = [groups.find(index) == index for index in part.second.tolist()]
            found[part.first] = [groups.find(index) == index for index in part.first.tolist()]
        return found

    @cached_property
    def stock(self) -> Stock:
        """What is common: the skeleton, and how many texts share each run of eight; of copies one counts.

        Only runs of texts that are in a pair are counted: no others are asked for.
        """
        if len(self.texts) < LEARN_FROM:
            return self.bones
        chosen = [self.texts[index] for index in np.flatnonzero(self.leaders).tolist()]
        asking = [self.texts[index] for index in sorted({index for pair in self.pairs for index in pair})]
        return replace(self.bones, counts=count_eights(chosen, asking))

    @cached_property
    def pairs(self) -> Pairs:
        """The pairs worth a look, in order."""
        number = len(self.texts)
        literal, _, *numbers = self.groups
        weights = literal.independent(self.leaders) if number >= LEARN_FROM else literal.levels(number)
        words, _ = pair_least(self.lengths, self.bone_lengths)
        found = [self._candidates(0, weights, self.sampling, words), self._framed]
        if numbers:
            every: Numbers = np.ones(number, np.int64)
            found.append(self._candidates(2, numbers[0].levels(number), every, every * 3 * FULL))
        together = np.unique(np.concatenate([part.first << 32 | part.second for part in found]))
        return list(zip((together >> 32).tolist(), (together & 0xFFFFFFFF).tolist(), strict=True))


def alike_pairs(drafts: Sequence[Draft], *, jobs: int = 1) -> Iterator[Judged]:
    """The pairs of drafts that are alike, in order, with the account of each; by ``jobs`` threads and processes."""
    screen = Screen([draft.codes for draft in drafts], drafts, jobs=jobs)
    pairs, stock = screen.pairs, screen.stock
    houses = Houses(screen.texts, [draft.houses for draft in drafts], screen.leaders)
    del screen
    return judged(drafts, pairs, stock, houses, jobs=jobs)


__all__ = ["DENSE", "Screen", "alike_pairs", "close_least", "pair_least"]
