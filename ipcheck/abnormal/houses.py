"""Stock text of one house: what unrelated drafts of one applicant or one agency share is how that house writes.

Most false pairs of large batches are of this kind. What many unrelated drafts of a house have weighs little between
any two of them, however rare it is elsewhere: the weight is the smaller of the two. Copies and drafts of one skeleton
count once, so a series made from one template keeps its weight.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from ipcheck.abnormal.normal import Codes
from ipcheck.abnormal.stock import FULL, Small, small8

# Thresholds of ours. A house of fewer unrelated drafts has no stock to speak of; more than _ASKED are sampled.
_LEAST, _ASKED = 6, 600
# What up to _OWN unrelated drafts have counts in full, what this share of them (or _FEW) have not at all.
_OWN, _FEW, _SHARE = 2, 4, 0.08
# A batch whose houses are not known is taken for one house; larger ones have enough drafts to tell by number alone.
_ONE_HOUSE = (24, 500)


@dataclass(frozen=True)
class House:
    """The runs of eight that several unrelated drafts of a house have, sorted, and what each weighs between them."""

    runs: Small
    weights: NDArray[np.uint8]

    @classmethod
    def of(cls, texts: Sequence[Codes]) -> House:
        """What is stock among these unrelated texts."""
        asked = texts[:: -(-len(texts) // _ASKED)]
        runs, counts = np.unique(np.concatenate([np.unique(small8(codes)) for codes in asked]), return_counts=True)
        several = counts > _OWN
        most = max(_FEW, _SHARE * len(asked))
        share = 1 - np.log(counts[several] / _OWN) / np.log(most / _OWN)
        return cls(runs[several], np.rint(FULL * np.clip(share, 0, 1)).astype(np.uint8))

    def weights_of(self, grams: Small) -> NDArray[np.uint8]:
        """The weight of each run: FULL where it is no stock of the house."""
        if not len(self.runs):
            return np.full(len(grams), FULL, np.uint8)
        at = np.minimum(np.searchsorted(self.runs, grams), len(self.runs) - 1)
        found: NDArray[np.uint8] = np.where(self.runs[at] == grams, self.weights[at], FULL).astype(np.uint8)
        return found


class Houses:
    """The houses of a batch. ``leaders`` says which texts are unrelated: one of each group of copies."""

    def __init__(self, texts: Sequence[Codes], names: Sequence[Iterable[str]], leaders: NDArray[np.bool_]) -> None:
        self._texts = texts
        self._names = [sorted(own) for own in names]
        self._leaders = leaders
        self._known: dict[str, House | None] = {}

    @cached_property
    def _members(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = defaultdict(list)
        for index in np.flatnonzero(self._leaders).tolist():
            for name in self._names[index]:
                found[name].append(index)
        return found

    @cached_property
    def _batch(self) -> House | None:
        """The whole batch as one house."""
        chosen = np.flatnonzero(self._leaders).tolist()
        if not _ONE_HOUSE[0] <= len(chosen) <= _ONE_HOUSE[1]:
            return None
        return House.of([self._texts[index] for index in chosen])

    def of(self, index: int) -> tuple[House, ...]:
        """The houses that a text belongs to, as far as they have stock."""
        for name in self._names[index]:
            if name not in self._known:
                members = self._members[name]
                enough = len(members) >= _LEAST
                self._known[name] = House.of([self._texts[member] for member in members]) if enough else None
        known = [self._known[name] for name in self._names[index]]
        return tuple(house for house in (*known, self._batch) if house is not None)


__all__ = ["House", "Houses"]
