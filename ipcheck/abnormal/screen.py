"""From many drafts to the pairs that are alike: fingerprints, join, judgement. Cost near linear in text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from ipcheck.abnormal import matching
from ipcheck.abnormal.alike import Alike, Judge
from ipcheck.abnormal.clusters import UnionFind
from ipcheck.abnormal.drafts import Draft
from ipcheck.abnormal.fingerprints import number_prints, prints_of
from ipcheck.abnormal.join import candidates
from ipcheck.abnormal.normal import Codes
from ipcheck.abnormal.stock import FULL, LEARN_FROM, Stock, count_eights, learn_skeleton, shipped

# So many characters at most and the fingerprints are kept four times as densely.
_DENSE = 4_000_000
_LEAST, _LEAST_SHORT, _LEAST_SHARE = 48, 16, 0.1
# Pairs from which on the compiled kernel pays.
_KERNELS_FROM = 5_000
_CLOSE = 0.35

Pairs = list[tuple[int, int]]


def stock_of(texts: Sequence[Codes]) -> Stock:
    """What is common among ``texts``: their skeleton, and how many of them share each run of eight.

    Copies of one text (those that share a third of their fingerprints) count once: otherwise a family of copies would
    hide itself.
    """
    if len(texts) < LEARN_FROM:
        return shipped()
    first = Stock(learn_skeleton(texts))
    leaders = _leaders(texts, first)
    return replace(first, counts=count_eights([texts[index] for index in leaders]))


def _leaders(texts: Sequence[Codes], stock: Stock) -> list[int]:
    """One text of each group that shares so much that they are not independent."""
    prints = prints_of(texts, stock)
    lengths = prints.lengths
    least = np.maximum(_LEAST_SHORT, (_CLOSE * lengths).astype(np.int64)) * FULL
    groups = UnionFind(len(texts))
    close = candidates(prints.literal, prints.sampling, len(texts), least=least)
    for one, other in zip(close.first.tolist(), close.second.tolist(), strict=True):
        groups.join(one, other)
    return [index for index in range(len(texts)) if groups.find(index) == index]


def candidate_pairs(texts: Sequence[Codes], stock: Stock, numbers: Sequence[Sequence[str]] = ()) -> Pairs:
    """The pairs worth a look, in order."""
    dense = sum(map(len, texts)) <= _DENSE
    prints = prints_of(texts, stock, dense=dense)
    least = np.clip(_LEAST_SHARE * prints.lengths, _LEAST_SHORT, _LEAST).astype(np.int64) * FULL
    literal = candidates(prints.literal, prints.sampling, len(texts), least=least)
    bones = np.maximum(_LEAST, _LEAST_SHARE * prints.skeleton_lengths).astype(np.int64) * FULL
    skeleton = candidates(prints.skeleton, np.maximum(2, prints.sampling // 2), len(texts), least=bones)
    keys = [literal.first << 32 | literal.second, skeleton.first << 32 | skeleton.second]
    if numbers:
        every: NDArray[np.int64] = np.ones(len(texts), np.int64)
        tables = candidates(number_prints(numbers), every, len(texts), least=every * 3 * FULL)
        keys.append(tables.first << 32 | tables.second)
    together = np.unique(np.concatenate(keys))
    matching.use_kernels(len(together) >= _KERNELS_FROM)
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
    texts = [draft.codes for draft in drafts]
    judge = Judge(drafts, stock_of(texts))
    numbers = [[number for number, _ in draft.numbers] for draft in drafts]
    for first, others in grouped(candidate_pairs(texts, judge.stock, numbers)):
        for second in others:
            alike = judge.compare(first, second)
            if alike is not None:
                yield first, second, alike


__all__ = ["alike_pairs", "candidate_pairs", "grouped", "stock_of"]
