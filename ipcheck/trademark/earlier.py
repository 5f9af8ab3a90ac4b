"""Earlier marks: what an application is compared with, from a table or from an index on disk."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Protocol

from ipcheck.model import Span
from ipcheck.trademark.columns import Column
from ipcheck.trademark.mark import Mark
from ipcheck.trademark.sounds import EVERY_DIALECT, Dialects

# How many values a record on disk has.
_FIELDS = 10
_DEAD = re.compile(r"无效|撤销|注销|驳回|不予|失效|期满|未续展|撤回|放弃|终止")


@dataclass(frozen=True, slots=True)
class EarlierMark:
    """An earlier mark. ``span`` is its place where it was read from a table, None where it comes from an index."""

    text: str
    classes: tuple[int, ...] = ()
    groups: tuple[str, ...] = ()
    goods: tuple[str, ...] = ()
    applicant: str = ""
    number: str = ""
    status: str = ""
    filed: date | None = None
    registered: date | None = None
    expired: date | None = None
    span: Span | None = None

    @property
    def alive(self) -> bool:
        """Whether it still stands in the way, by its status; a mark whose status is not told does."""
        return _DEAD.search(self.status) is None

    @classmethod
    def of(cls, mark: Mark) -> EarlierMark:
        """The earlier mark that a row of a table is."""
        row = mark.row
        return cls(
            mark.text,
            mark.classes,
            mark.groups,
            tuple(item.name for item in mark.goods),
            mark.applicant,
            row.text(Column.NUMBER),
            row.text(Column.STATUS),
            mark.filed,
            row.day(Column.REGISTERED),
            row.day(Column.EXPIRED),
            mark.span,
        )


def record_of(mark: EarlierMark) -> list[Any]:
    """What an index on disk keeps of a mark, for JSON."""
    days = (day.isoformat() if day else "" for day in (mark.filed, mark.registered, mark.expired))
    return [mark.text, mark.classes, mark.groups, mark.goods, mark.applicant, mark.number, mark.status, *days]


def mark_of(record: Any) -> EarlierMark:
    """The mark that a record is of. Raises ValueError for what is none: an index may have been touched."""
    if not isinstance(record, list) or len(record) != _FIELDS:
        raise ValueError("不是商标的记录")
    text, classes, groups, goods, applicant, number, status, *days = record
    words = [text, applicant, number, status, *days]
    for told, kind in ((classes, int), (groups, str), (goods, str)):
        if not isinstance(told, list) or not all(type(item) is kind for item in told):
            raise ValueError("不是商标的记录")
    if not all(isinstance(word, str) for word in words):
        raise ValueError("不是商标的记录")
    filed, registered, expired = (date.fromisoformat(day) if day else None for day in days)
    mark = EarlierMark(text, tuple(classes), tuple(groups), tuple(goods), applicant, number, status)
    return replace(mark, filed=filed, registered=registered, expired=expired)


@dataclass(frozen=True, slots=True)
class RuleScore:
    """One rule that fired: its name, its score from 0 to 1, why in a few Chinese words."""

    rule: str
    score: float
    why: str


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two marks are: ``score`` from 0 to 1, the rules that fired (strongest first), the two aligned.

    ``aligned`` are pairs of pieces of both marks that answer each other, with how alike they are in form and in sound.
    """

    score: float
    rules: tuple[RuleScore, ...] = ()
    aligned: tuple[tuple[str, str, float, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Hit:
    """An earlier mark that a mark is like."""

    mark: EarlierMark
    likeness: Likeness


class EarlierMarks(Protocol):
    """A collection of earlier marks that can be searched."""

    def __len__(self) -> int: ...

    def search(
        self, text: str, classes: Collection[int] = (), *, floor: float = 0.5, dialects: Dialects = EVERY_DIALECT
    ) -> Sequence[Hit]:
        """Marks alike to ``text`` at ``floor`` or above, strongest first; only in ``classes`` if any are given."""
        ...


__all__ = ["EarlierMark", "EarlierMarks", "Hit", "Likeness", "RuleScore", "mark_of", "record_of"]
