"""How alike two drafts are: a quick judgement of every candidate pair, a full account of those that are alike."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from ipcheck.abnormal.drafts import Draft, Section
from ipcheck.abnormal.houses import House
from ipcheck.abnormal.matching import Passage, Prepared, longest, order_kept, passages, shared, weight_of
from ipcheck.abnormal.normal import Codes
from ipcheck.abnormal.number_prints import number_prints
from ipcheck.abnormal.stock import FULL, Flags, Stock
from ipcheck.abnormal.swaps import Swap, find_swaps, swapped_back
from ipcheck.model import Span

# Thresholds of ours, in characters that are not boilerplate, or in shares of the text without it.
MANY, RUN_LONG, SHARE, FEW = 350, 130, 0.45, 60
SKELETON_SHARE, SKELETON_FEW = 0.5, 60
NUMBER_RUNS = 4
_MOST_PASSAGES = 12
# So many texts are kept ready for matching; the oldest goes first.
_KEPT = 1_500
_MAIN = (Section.CLAIMS, Section.BACKGROUND, Section.SUMMARY, Section.EMBODIMENTS)
_PARTS = (Section.ABSTRACT, *_MAIN)


class AlikeKind(StrEnum):
    """In which way two drafts are alike."""

    PARTIAL = "partial"
    SLOT_SWAP = "slot-swap"
    REORDERED = "reordered"
    TRADITIONAL = "traditional"
    SUBSTITUTED = "substituted"
    NUMBERS = "numbers"
    VERBATIM = "verbatim"

    @property
    def chinese(self) -> str:
        """The kind's name for users."""
        return {
            "partial": "部分相同",
            "slot-swap": "同一骨架换名词",
            "reordered": "顺序调换",
            "traditional": "繁简转换",
            "substituted": "词句替换",
            "numbers": "数据相同",
            "verbatim": "文字相同",
        }[self.value]


class Verdict(StrEnum):
    """What a quick look says."""

    ALIKE = "alike"
    UNSURE = "unsure"
    APART = "apart"


@dataclass(frozen=True, slots=True)
class Look:
    """A quick look at two texts: what share of each is in the other (by weight), how much, the longest stretch."""

    masks: tuple[Flags, Flags]
    shares: tuple[float, float]
    matched: float
    run: float

    @property
    def alike(self) -> bool:
        """Whether this alone is enough."""
        most = max(self.shares)
        return (self.matched >= MANY and most >= 0.1) or (most >= SHARE and self.matched >= FEW) or self.run >= RUN_LONG


def look(one: Prepared, other: Prepared) -> Look:
    """A quick look at two texts."""
    masks = shared(one, other)
    weights = weight_of(one, masks[0]), weight_of(other, masks[1])
    shares = (weights[0] / max(one.total, 1), weights[1] / max(other.total, 1))
    matched = min(weights) / FULL
    # A stretch is never longer than all that matched: measuring it is worth while only then.
    run = min(longest(one, masks[0]), longest(other, masks[1])) if matched >= RUN_LONG else 0.0
    return Look(masks, shares, matched, run)


def verdict(one: Prepared, other: Prepared) -> Verdict:
    """Whether two texts are alike, perhaps alike once words are swapped back, or apart."""
    seen = look(one, other)
    if seen.alike:
        return Verdict.ALIKE
    if max(seen.shares) >= 0.2 and seen.matched >= FEW / 2:
        return Verdict.UNSURE
    bones = look(one.skeleton, other.skeleton)
    if max(bones.shares) >= SKELETON_SHARE and bones.matched >= SKELETON_FEW:
        return Verdict.UNSURE
    return Verdict.APART


@dataclass(frozen=True)
class Alike:
    """A full account of two drafts that are alike.

    ``score`` from 0 to 1: which share of the shorter draft's own words (boilerplate left out, swapped words put back)
    stands in the other. ``shares`` are those of both drafts before words are put back. ``parts`` holds for each
    section its share found in the other draft, for both. ``kinds`` has the main one first.
    """

    score: float
    kinds: tuple[AlikeKind, ...]
    shares: tuple[float, float]
    matched: int
    parts: tuple[tuple[Section, float, float], ...]
    swaps: tuple[Swap, ...]
    order: float
    passages: tuple[tuple[Span, Span], ...]
    numbers: int = 0

    @property
    def kind(self) -> AlikeKind:
        """The main kind."""
        return self.kinds[0]

    def part(self, section: Section) -> float:
        """The larger share of that section found in the other draft; 0 where one lacks it."""
        return max((max(one, other) for name, one, other in self.parts if name is section), default=0.0)

    @property
    def meaning(self) -> str:
        """What the score says, in words."""
        return f"去掉惯用语、把换过的词换回来以后，较短一份有 {self.score:.0%} 的文字在另一份里有"


class Judge:
    """Compares drafts; what is common is told by ``stock`` and by their ``houses``. Prepared texts are kept a while."""

    def __init__(self, drafts: Sequence[Draft], stock: Stock, houses: Sequence[tuple[House, ...]] = ()) -> None:
        self.drafts = drafts
        self.stock = stock
        self.houses = houses
        self._prepared: dict[int, Prepared] = {}
        self._runs: dict[int, frozenset[int]] = {}

    def prepared(self, index: int) -> Prepared:
        """The draft of that index made ready."""
        if index not in self._prepared:
            if len(self._prepared) >= _KEPT:
                del self._prepared[next(iter(self._prepared))]
            self._prepared[index] = self._prepare(index, self.drafts[index].codes)
        return self._prepared[index]

    def _prepare(self, index: int, codes: Codes) -> Prepared:
        return Prepared(codes, self.stock, self.houses[index] if self.houses else ())

    def _numbers(self, index: int) -> frozenset[int]:
        if index not in self._runs:
            self._runs[index] = frozenset(number_prints([self.drafts[index].number_words()]).hashes.tolist())
        return self._runs[index]

    def _telling(self, index: int, span: Span) -> bool:
        """Whether numbers stand among words of their own: those in stock text are copied with it."""
        draft = self.drafts[index]
        inside = (draft.at >= span.start) & (draft.at < span.end)
        inside &= np.array([piece.span.document is span.document for piece in draft.pieces])[draft.piece]
        weights = self.prepared(index).weights[inside]
        return not len(weights) or float(weights.mean()) >= FULL / 4

    def compare(self, first: int, second: int, *, always: bool = False) -> Alike | None:
        """The account of two drafts, None if they are not alike; with ``always`` there is one in any case."""
        numbers: list[tuple[Span, Span]] = []
        if not self._numbers(first).isdisjoint(self._numbers(second)):
            numbers = [
                sides
                for sides in common_numbers(self.drafts[first], self.drafts[second])
                if self._telling(first, sides[0]) and self._telling(second, sides[1])
            ]
        found = verdict(self.prepared(first), self.prepared(second))
        if found is Verdict.APART and len(numbers) < NUMBER_RUNS and not always:
            return None
        account = self._account(first, second, numbers)
        if found is Verdict.ALIKE or len(numbers) >= NUMBER_RUNS or always:
            return account
        enough = account.score >= 0.5 and account.matched >= FEW
        return account if enough else None

    def _account(self, first: int, second: int, numbers: list[tuple[Span, Span]]) -> Alike:
        one, other = self.drafts[first], self.drafts[second]
        text, text_other = self.prepared(first), self.prepared(second)
        before = look(text, text_other)
        swaps: tuple[Swap, ...] = ()
        after, replaced = before, 0
        if max(before.shares) < 0.97 or min(before.shares) < 0.9:
            swaps = find_swaps(one, other)
            codes, replaced = swapped_back(one, swaps)
            if replaced:
                after = look(self._prepare(first, codes), text_other)
        gained = max(after.shares) - max(before.shares)
        if gained < 0.02:
            swaps, after = (), before
        lined_up = passages(text, text_other, (one.section, other.section))
        kept = _order(lined_up, one.section, text_other)
        parts = tuple(_parts(one, other, before.masks, (text.weights > 0, text_other.weights > 0)))
        score = min(1.0, max(after.shares))
        kinds = _kinds((one, other), after, swaps, kept, _spread(other, text_other, after), bool(numbers))
        return Alike(
            score=round(score, 3),
            kinds=kinds,
            shares=(round(before.shares[0], 3), round(before.shares[1], 3)),
            matched=round(max(after.matched, before.matched)),
            parts=parts,
            swaps=swaps,
            order=round(kept, 3),
            passages=_shown(one, other, lined_up, numbers),
            numbers=len(numbers),
        )


def _order(found: list[Passage], sections: NDArray[np.uint8], other: Prepared) -> float:
    """The least share of kept order of any section that has enough in common."""
    kept = 1.0
    for section in _MAIN:
        own = [passage for passage in found if sections[passage.start] == section]
        if sum(passage.weight for passage in own) >= FEW * FULL:
            kept = min(kept, order_kept(own, other))
    return kept


def _parts(
    one: Draft, other: Draft, masks: tuple[Flags, Flags], own: tuple[Flags, Flags]
) -> list[tuple[Section, float, float]]:
    """Each section that both have, with the shares of its own words (no boilerplate) found in the other draft."""
    found = []
    for section in _PARTS:
        sides = (masks[0][own[0] & (one.section == section)], masks[1][own[1] & (other.section == section)])
        if len(sides[0]) and len(sides[1]):
            found.append((section, round(float(sides[0].mean()), 3), round(float(sides[1].mean()), 3)))
    return found


def _spread(other: Draft, text: Prepared, after: Look) -> list[float]:
    """How much of each main section of the other draft is found, words put back; the claims come first."""
    own = text.weights > 0
    sections = [own & (other.section == section) for section in _MAIN]
    return [float(after.masks[1][mask].mean()) for mask in sections if int(mask.sum()) >= FEW // 2]


def _kinds(
    drafts: tuple[Draft, Draft],
    after: Look,
    swaps: tuple[Swap, ...],
    kept: float,
    spread: list[float],
    numbers: bool,
) -> tuple[AlikeKind, ...]:
    kinds = []
    most = max(after.shares)
    # What is alike everywhere, if thinly, is the whole put otherwise; a part stands out against the rest.
    uneven = not spread or min(spread) < 0.4 * max(spread)
    partial = uneven and (min(after.shares) < SHARE or (len(spread) > 1 and min(spread) < 0.2))
    if numbers and after.matched < FEW:
        return (AlikeKind.NUMBERS,)
    if partial:
        kinds.append(AlikeKind.PARTIAL)
    if sum(swap.times for swap in swaps if swap.times >= 3) >= 3 and not partial:
        kinds.append(AlikeKind.SLOT_SWAP)
    if kept < 0.85:
        kinds.append(AlikeKind.REORDERED)
    if drafts[0].traditional != drafts[1].traditional:
        kinds.append(AlikeKind.TRADITIONAL)
    if not partial and most < 0.99:
        kinds.append(AlikeKind.SUBSTITUTED)
    if numbers:
        kinds.append(AlikeKind.NUMBERS)
    if not kinds or kinds == [AlikeKind.NUMBERS]:
        kinds.insert(0, AlikeKind.VERBATIM)
    return tuple(kinds)


def _shown(
    one: Draft, other: Draft, found: list[Passage], numbers: list[tuple[Span, Span]]
) -> tuple[tuple[Span, Span], ...]:
    """The heaviest passages of both sides, at least one pair of words."""
    heavy = sorted(found, key=lambda passage: (-passage.weight, passage.start))
    shown = [
        (one.span(passage.start, passage.end), other.span(passage.other_start, passage.other_end))
        for index, passage in enumerate(heavy[:_MOST_PASSAGES])
        if index == 0 or passage.weight >= 16 * FULL
    ]
    shown += numbers[: max(0, 3 - len(shown))]
    if not shown:
        shown = [(one.span(0, min(len(one), 60)), other.span(0, min(len(other), 60)))]
    return tuple(shown)


def common_numbers(one: Draft, other: Draft) -> list[tuple[Span, Span]]:
    """The runs of four numbers that both have, each as its words in both."""
    if len(one.numbers) < 4 or len(other.numbers) < 4:
        return []
    sides = [number_prints([[number for number, _ in draft.numbers]]) for draft in (one, other)]
    places = {int(value): int(place) for value, place in zip(sides[1].hashes, sides[1].places, strict=True)}
    found = []
    for value, place in zip(sides[0].hashes.tolist(), sides[0].places.tolist(), strict=True):
        if value in places:
            found.append((_run(one, place), _run(other, places[value])))
    return found


def _run(draft: Draft, place: int) -> Span:
    first, last = draft.numbers[place][1], draft.numbers[place + 3][1]
    return Span(first.document, first.start, last.end if last.document is first.document else first.end)


__all__ = ["Alike", "AlikeKind", "Judge", "Look", "Verdict", "common_numbers", "look", "verdict"]
