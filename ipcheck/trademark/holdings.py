"""What each applicant of a register holds: its filings, what of them is defensive or in use, its busiest windows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property, lru_cache

from ipcheck.trademark.columns import Column
from ipcheck.trademark.families import Family, near
from ipcheck.trademark.lists import fold
from ipcheck.trademark.mark import Mark
from ipcheck.trademark.names import is_large, is_trading, trade_name
from ipcheck.trademark.portfolio import MarkRegister

_NO = frozenset({"无", "否", "没有", "n", "no", "0", "-", "/"})
# Below this many rows nobody hoards; what they hold is not looked into.
_FEW = 3


def units(rows: Iterable[Mark]) -> int:
    """Filings times classes: how the catalogue counts. A row without a class is one."""
    return sum(max(1, len(mark.classes)) for mark in rows)


def filings(rows: Iterable[Mark]) -> int:
    """Applications: rows with one application number are one."""
    return len({mark.row.text(Column.NUMBER) or mark.number for mark in rows})


def classes(rows: Iterable[Mark]) -> tuple[int, ...]:
    """The classes of some rows, in order."""
    return tuple(sorted({number for mark in rows for number in mark.classes}))


def registered_on(mark: Mark) -> date | None:
    """The day a mark was registered; for one that is called registered without a day, its filing date."""
    day = mark.row.day(Column.REGISTERED)
    if day is None and "注册" in (status := mark.row.text(Column.STATUS)) and "不予" not in status:
        return mark.filed
    return day


def is_used(mark: Mark) -> bool:
    """Whether the row names evidence of use."""
    told = mark.row.text(Column.EVIDENCE).lower()
    return bool(told) and told not in _NO


def busiest(rows: Sequence[Mark], days: int) -> list[Mark]:
    """The most units filed within ``days`` days, as their rows in order; those without a date do not count."""
    dated = [mark for mark in rows if mark.filed is not None]
    best, first, held = (0, 0, 0), 0, 0
    for last, mark in enumerate(dated):
        held += units([mark])
        while mark.filed and (start := dated[first].filed) and mark.filed - start >= timedelta(days=days):
            held -= units([dated[first]])
            first += 1
        best = max(best, (held, -first, last), key=lambda item: item[0])
    return dated[-best[1] : best[2] + 1]


@dataclass(frozen=True)
class Holding:
    """An applicant's rows in order of filing. ``known`` says whether the register tells what is registered."""

    name: str
    rows: tuple[Mark, ...]
    known: bool

    @cached_property
    def defensive(self) -> tuple[Mark, ...]:
        """Rows near a mark of the applicant's own that was registered before, or near its own trade name."""
        own = fold(trade_name(self.name))
        heads: dict[str, date] = {}
        for mark in self.rows:
            day = registered_on(mark) if self.known else mark.filed
            text = fold(mark.text)
            if day and len(text) >= 2:
                heads[text] = min(day, heads.get(text, day))
        family = Family()
        for text in heads:
            family.add(text)
        since = {text: min((heads[head] for head in family.near(text)), default=date.max) for text in self.texts}
        houses = {text for text in self.texts if own and near(own, text)}
        return tuple(
            mark
            for mark in self.rows
            if (text := fold(mark.text)) and (text in houses or since[text] < (mark.filed or date.max))
        )

    @cached_property
    def free(self) -> tuple[Mark, ...]:
        """Rows that no exclusion covers as far as the register tells: not defensive, without evidence of use."""
        spared = {mark.number for mark in self.defensive}
        return tuple(mark for mark in self.rows if mark.number not in spared and not is_used(mark))

    @cached_property
    def texts(self) -> Counter[str]:
        """Its different marks, folded, each with how many rows it has."""
        return Counter(text for mark in self.rows if (text := fold(mark.text)))

    @cached_property
    def scope(self) -> str:
        """Its business scope, where a row tells it."""
        return next((told for mark in self.rows if (told := mark.row.text(Column.BUSINESS))), "")

    def number(self, column: Column) -> float | None:
        """The last number that its rows tell in a column (staff, capital)."""
        return next((told for mark in reversed(self.rows) if (told := mark.row.number(column)) is not None), None)

    def is_large(self, staff: float) -> bool:
        """Whether it is a group, a listed or foreign firm, a university, or has ``staff`` people or more."""
        return is_large(self.name) or (self.number(Column.STAFF) or 0) >= staff

    @cached_property
    def is_trading(self) -> bool:
        """Whether it manages brands or sells online."""
        return is_trading(self.name, self.scope)

    @property
    def last(self) -> Mark:
        """Its latest row."""
        return max(self.rows, key=lambda mark: (mark.filed or date.min, mark.number))


@lru_cache(maxsize=4)
def holdings(register: MarkRegister) -> tuple[Holding, ...]:
    """What every applicant with at least three rows holds, in order of the register."""
    known = register.has(Column.REGISTERED) or register.has(Column.STATUS)
    return tuple(Holding(name, tuple(rows), known) for name, rows in register.by_applicant.items() if len(rows) >= _FEW)


__all__ = ["Holding", "busiest", "classes", "filings", "holdings", "is_used", "registered_on", "units"]
