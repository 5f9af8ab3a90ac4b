"""Titles, features and sentences that many filings make out of one pool: grids of combinations."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ipcheck.abnormal.batch import Batch
from ipcheck.abnormal.clusters import clusters
from ipcheck.abnormal.columns import Column
from ipcheck.abnormal.normal import as_text, normalise
from ipcheck.abnormal.register import Row
from ipcheck.abnormal.stock import Stock
from ipcheck.model import Span

_LEAD = re.compile(r"^(?:一种|基于|用于)")
# Tails that titles of every field end with; they do not make two titles alike.
_TAIL = re.compile(
    r"(?:(?:及其?|和|与|或|、)?(?:其)?(?:制备|制造|生产|控制|使用|检测|加工|应用|处理|设计|测试|安装|施工)?的?(?:方法|装置|系统|设备|工艺|结构|"
    r"机构|应用|用途|(?:计算机)?(?:可读)?(?:存储)?介质|电子设备|计算机设备|终端))+$"
)
_SLOT = 8
# A name has at most 60 characters (指南 1-1-4.1.1); the tail is at its end.
_LONGEST, _END = 80, 40
_SPLIT = re.compile(r"专用|用于|用(?!电|水|户)|的|式")
_FEATURE = re.compile(r"[^，,；;。\n]+")
_SENTENCE = re.compile(r"[^。；\n]+")


def _bare(title: Span) -> str:
    return as_text(normalise(_LEAD.sub("", str(title).strip()))[0])


def without_tail(title: str) -> str:
    """A title without what titles of every field end with: 的制备方法, 装置, 及其应用."""
    return title[:-_END] + _TAIL.sub("", title[-_END:])


Title = tuple[int, Span, str]


def titles_of_rows(rows: Iterable[Row]) -> list[Title]:
    """(index, words, bare words) of the title of every row that has one."""
    found = ((number, row.cell(Column.TITLE)) for number, row in enumerate(rows))
    return [(number, span, _bare(span)) for number, span in found if span is not None]


def titles_of(batch: Batch) -> list[Title]:
    """(index, words, bare words) of every application that has a title."""
    return [
        (index, draft.title.trimmed(), _bare(draft.title.trimmed()))
        for index, draft in enumerate(batch.drafts)
        if draft.title is not None and len(draft.title.trimmed())
    ]


@dataclass(frozen=True)
class Slot:
    """Titles that differ in one place: the fixed words and what stands in the place in each."""

    before: str
    after: str
    members: tuple[Title, ...]


def one_slot(titles: Iterable[Title], least: int, fixed: int, head: int = 0) -> Iterator[Slot]:
    """Groups of at least ``least`` titles that differ in one slot; at least ``fixed`` characters stay the same.

    At least ``head`` of them, tails not counted, stand behind the slot: the thing that the titles name.
    """
    groups: dict[tuple[str, str], list[Title]] = defaultdict(list)
    for index, span, bare in titles:
        if len(bare) > _LONGEST:
            continue
        for start in range(len(bare)):
            for end in range(start + 1, min(len(bare), start + _SLOT) + 1):
                before, after = bare[:start], bare[end:]
                rest = len(without_tail(after))
                if rest >= head and len(before) + rest >= fixed:
                    groups[before, after].append((index, span, bare[start:end]))
    taken: set[int] = set()
    ranked = sorted(groups.items(), key=lambda item: (-len(item[1]), -len(item[0][0] + item[0][1]), item[0]))
    for (before, after), members in ranked:
        fresh = [member for member in members if member[0] not in taken]
        if len(fresh) >= least and len({word for _, _, word in fresh}) == len(fresh):
            taken.update(index for index, _, _ in fresh)
            yield Slot(before, after, tuple(fresh))


def title_grids(titles: Iterable[Title], least: int) -> Iterator[list[tuple[int, Span, str, str]]]:
    """Titles that combine the words of one list with the words of another: 猫用梳子, 猫用饮水器, 狗用梳子 …"""
    cells: list[tuple[int, Span, str, str]] = []
    for index, span, bare in titles:
        cut = _SPLIT.search(bare, 1)
        if cut and cut.end() < len(bare):
            cells.append((index, span, bare[: cut.start()], bare[cut.end() :]))
    left: dict[str, list[int]] = defaultdict(list)
    right: dict[str, list[int]] = defaultdict(list)
    for number, (_, _, one, other) in enumerate(cells):
        left[one].append(number)
        right[other].append(number)
    links = [(group[0], member) for side in (left, right) for group in side.values() for member in group[1:] if group]
    for group in sorted(set(clusters(len(cells), links).values())):
        chosen = [cells[number] for number in group]
        rows, columns = {cell[2] for cell in chosen}, {cell[3] for cell in chosen}
        crossed = [cell for cell in chosen if len(left[cell[2]]) > 1 and len(right[cell[3]]) > 1]
        full = len(chosen) >= 0.6 * len(rows) * len(columns)
        if len(crossed) >= least and len(rows) > 1 and len(columns) > 1 and full:
            yield chosen


@dataclass(frozen=True)
class FeatureGrid:
    """Applications whose first claims are combinations of one small pool of features."""

    members: tuple[int, ...]
    pool: tuple[str, ...]
    spans: tuple[Span, ...]


def feature_grids(batch: Batch, least: int, most: int) -> Iterator[FeatureGrid]:
    """Groups of at least ``least`` applications that combine at most ``most`` features of one pool."""
    own: dict[int, dict[str, Span]] = {}
    for index, filing in enumerate(batch.filings):
        claim = next(iter(filing.independent_claims), None)
        if claim is not None:
            own[index] = features(claim.characterizing)
    holders: dict[str, list[int]] = defaultdict(list)
    for index, found in own.items():
        for feature in found:
            holders[feature].append(index)
    pooled = {
        index: {feature for feature in found if len(holders[feature]) > 1}
        for index, found in own.items()
        if len(found) >= 2 and sum(len(holders[feature]) > 1 for feature in found) >= 0.8 * len(found)
    }
    links = [
        (members[0], member)
        for feature, holding in holders.items()
        if len(members := [index for index in holding if index in pooled]) > 1
        for member in members[1:]
    ]
    for group in sorted(set(clusters(len(batch.filings), links).values())):
        pool = sorted(set().union(*(pooled[index] for index in group)))
        combinations = {frozenset(pooled[index]) for index in group}
        if len(group) >= least and len(pool) <= most and len(combinations) >= 3:
            spans = tuple(next(iter(own[index].values())) for index in group)
            yield FeatureGrid(group, tuple(pool), spans)


def features(claim: Span) -> dict[str, Span]:
    """The features of a claim: its clauses, normalised, each with its words."""
    found: dict[str, Span] = {}
    for match in claim.find(_FEATURE):
        words = as_text(normalise(re.sub(r"所述|该|其特征在于|包括|还", "", match[0]))[0])
        if len(words) >= 5:
            found.setdefault(words, claim.at(match).trimmed())
    return found


def sentence_skeletons(batch: Batch, stock: Stock) -> list[dict[str, Span]]:
    """For each application the skeletons of its sentences: what is left when nouns and numbers are masked."""
    found: list[dict[str, Span]] = []
    for draft in batch.drafts:
        own: dict[str, Span] = {}
        for piece in draft.pieces:
            for match in piece.span.find(_SENTENCE):
                codes = normalise(match[0])[0]
                kept = stock.is_skeleton(codes)
                bones = as_text(codes[kept])
                if len(bones) >= 8 and len(bones) < len(codes):
                    own.setdefault(bones, piece.span.at(match).trimmed())
        found.append(own)
    return found


def shared_skeletons(
    batch: Batch, stock: Stock, least: int, share: float, sentences: int
) -> Iterator[tuple[tuple[int, ...], Sequence[Span], float]]:
    """Groups of ``least`` and more applications whose sentences are made from the same frames.

    Applications that copy each other's words are told as pairs; these are those that do not.
    """
    found = sentence_skeletons(batch, stock)
    holders: dict[str, list[int]] = defaultdict(list)
    for index, own in enumerate(found):
        for bones in own:
            holders[bones].append(index)
    rare = {bones for bones, holding in holders.items() if least <= len(holding) <= max(50, least)}
    shares = [len([bones for bones in own if bones in rare]) / max(1, len(own)) for own in found]
    alike = {(pair.first.name, pair.second.name) for pair in batch.pairs}
    chosen = {index for index, own in enumerate(found) if len(own) >= sentences and shares[index] >= share}
    holding = {bones: [index for index in holders[bones] if index in chosen] for bones in sorted(rare)}
    links = [
        (one, other)
        for members in holding.values()
        for one, other in pairwise(members)
        if (batch.filings[one].name, batch.filings[other].name) not in alike
    ]
    for group in sorted(set(clusters(len(found), links).values())):
        if len(group) >= least:
            spans = [next(span for bones, span in found[index].items() if bones in rare) for index in group]
            yield group, spans, min(shares[index] for index in group)


__all__ = [
    "FeatureGrid",
    "Slot",
    "feature_grids",
    "features",
    "one_slot",
    "shared_skeletons",
    "title_grids",
    "titles_of",
    "titles_of_rows",
    "without_tail",
]
