"""The total: base − deductions + min(bonus, cap), exact, and only where every item that was hit has its points."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from ipcheck.agency.credit.events import Events
from ipcheck.agency.credit.hits import Gap, Hit, hits_of
from ipcheck.agency.credit.table import Band, CreditTable, Item
from ipcheck.agency.looked import Looked
from ipcheck.agency.mentions import attorneys

DISCLAIMER = "自测，不是官方评价"


class State(StrEnum):
    """What became of a score."""

    SCORED = "已计分"
    PARTIAL = "没有查全"
    UNSET = "分值未配置"


@dataclass(frozen=True, slots=True)
class Line:
    """An item that was hit: the hits that count, those that expired, and the points of all; None where unset."""

    item: Item
    hits: tuple[Hit, ...]
    expired: tuple[Hit, ...]
    points: Decimal | None
    lacks: tuple[str, ...]


@dataclass(frozen=True)
class Score:
    """The score of the agency or of one person; ``total`` is None where something is unset.

    ``lacks`` are what the table leaves unset, ``twice`` evidence that counts under more than one item.
    """

    table: CreditTable
    subject: str
    as_of: date
    state: State
    lines: tuple[Line, ...]
    gaps: tuple[Gap, ...]
    lacks: tuple[str, ...]
    twice: tuple[str, ...]
    deducted: Decimal | None
    bonus: Decimal | None
    total: Decimal | None
    band: Band | None


def scores(table: CreditTable, looked: Looked, events: Events | None = None) -> list[Score]:
    """The agency's score, or one for each attorney who practises on the day or has a hit."""
    hits, gaps = hits_of(table, looked, events)
    if table.subject == "agency":
        return [_score(table, looked.agency.text("name") or "本机构", hits, gaps, looked.as_of)]
    people = sorted({*attorneys(looked.agency), *(hit.subject for hit in hits)})
    return [_score(table, name, [hit for hit in hits if hit.subject == name], gaps, looked.as_of) for name in people]


def _score(table: CreditTable, subject: str, hits: Sequence[Hit], gaps: Sequence[Gap], day: date) -> Score:
    lines = []
    for item in table.items:
        own = [hit for hit in hits if hit.code == item.code]
        if own:
            counting = tuple(hit for hit in own if hit.counts(day))
            lines.append(_line(item, counting, tuple(hit for hit in own if not hit.counts(day))))
    lacks = [f"{line.item.code} {line.item.name}：{'、'.join(line.lacks)}" for line in lines if line.lacks]
    if table.base is None:
        lacks.append("基础分 base")
    if table.bonus_cap is None and any(line.item.bonus and line.hits for line in lines):
        lacks.append("附加分上限 bonus_cap")
    deducted = _sum(line.points for line in lines if not line.item.bonus)
    bonus = _sum(line.points for line in lines if line.item.bonus)
    total = None
    if not lacks and table.base is not None and deducted is not None and bonus is not None:
        total = table.base - deducted + (bonus if table.bonus_cap is None else min(bonus, table.bonus_cap))
    state = State.UNSET if total is None else State.PARTIAL if gaps else State.SCORED
    return Score(
        table,
        subject,
        day,
        state,
        tuple(lines),
        tuple(gaps),
        tuple(lacks),
        _twice(lines),
        deducted,
        bonus,
        total,
        table.grade(total) if total is not None else None,
    )


def _line(item: Item, hits: tuple[Hit, ...], expired: tuple[Hit, ...]) -> Line:
    lacks = []
    if hits and item.points is None:
        lacks.append("分值 points")
    if any(hit.end is None and not hit.open for hit in hits):
        lacks.append("有效期 valid_months 或者 valid_days")
    if lacks:
        return Line(item, hits, expired, None, tuple(lacks))
    points = Decimal(0)
    if item.points is not None:
        points = item.points * (len(hits) if item.each else min(1, len(hits)))
    return Line(item, hits, expired, points if item.cap is None else min(points, item.cap), ())


def _sum(points: Iterable[Decimal | None]) -> Decimal | None:
    total = Decimal(0)
    for value in points:
        if value is None:
            return None
        total += value
    return total


def _twice(lines: Sequence[Line]) -> tuple[str, ...]:
    """Evidence under several items: whether it counts twice only the association's rules say."""
    codes: dict[str, list[str]] = {}
    for line in lines:
        for name in dict.fromkeys(hit.evidence for hit in line.hits):
            codes.setdefault(name, []).append(line.item.code)
    return tuple(f"{name}（{'、'.join(found)}）" for name, found in codes.items() if len(found) > 1)


__all__ = ["DISCLAIMER", "Line", "Score", "State", "scores"]
