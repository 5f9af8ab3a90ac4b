"""The bases of the checks of patterns: clues of hoarding and bad faith in a filing register."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, ClassVar

from ipcheck.law import Cite, cite
from ipcheck.model import Finding, Level
from ipcheck.trademark.check import MarkRegisterCheck
from ipcheck.trademark.columns import Column
from ipcheck.trademark.grounds import NEW_LAW
from ipcheck.trademark.holdings import Holding, holdings
from ipcheck.trademark.mark import Mark
from ipcheck.trademark.portfolio import MarkRegister

_SHOWN = 30
# Articles that hoarding, copying and public words rest on; the numbers in force are printed by day.
HOARDING: tuple[Cite, ...] = (cite("商标法", "19.1"), cite("令17", "8"), cite("商指", "2-2-5"), cite("商指", "2-2-2"))


def condition(day: date) -> str:
    """What the law asks of hoarding on ``day``: the condition changes on 2027-01-01."""
    if day >= NEW_LAW:
        return "2027年起看是否不以使用为目的、且明显超出正常生产经营需要，不再以“恶意”为要件"
    return "2026年底以前看是否不以使用为目的、且属于恶意；2027年起改看是否明显超出正常生产经营需要"


def some(names: Sequence[str], most: int = 5) -> str:
    """The first few of some words, for a message."""
    return "、".join(names[:most]) + ("等" if len(names) > most else "")


def latest(rows: Iterable[Mark]) -> Mark:
    """The row that was filed last; what is still to be filed comes after all."""
    return max(rows, key=lambda mark: (mark.filed or date.max, mark.number))


class PatternCheck(MarkRegisterCheck):
    """A clue in a filing register: it points at an applicant, names the other rows, and asks for the exclusions."""

    level: ClassVar[Level] = Level.WARNING
    clue: ClassVar[bool] = True
    basis: ClassVar[tuple[Cite, ...]] = HOARDING
    needs: ClassVar[tuple[Column, ...]] = (Column.MARK, Column.APPLICANT)
    clears: ClassVar[str] = (
        "是不是指南列明的两种排除情形：为防御而申请与自己注册商标相同、近似的标志（主商标已使用并有一定知名度），"
        "或者为具有现实预期的未来业务预先适量申请；或者各商标都在使用、准备使用"
    )
    keep: ClassVar[tuple[str, ...]] = (
        "主商标的注册证和使用、知名度证据",
        "业务计划、立项或者合作合同",
        "各商标的使用证据",
    )

    def tell(
        self,
        rows: Sequence[Mark],
        *,
        column: Column = Column.APPLICANT,
        newest: Mark | None = None,
        level: Level | None = None,
        basis: tuple[Cite, ...] | None = None,
        facts: Mapping[str, Any] | None = None,
        **values: Any,
    ) -> Finding:
        """A finding at the first of ``rows``, the others beside it; the law is that of the newest row's filing day."""
        day = self.day(newest or latest(rows))
        return self.at(
            rows[0].row.span(column, Column.APPLICANT, Column.MARK),
            related=[mark.span for mark in rows[1:_SHOWN]],
            level=level,
            basis=basis,
            facts={"rows": [mark.number for mark in rows], **(facts or {})},
            on=day,
            condition=condition(day),
            **values,
        )


class VolumeCheck(PatternCheck):
    """A pattern of numbers. Its options have ``staff`` (as many people make it large) and ``trade_factor``.

    Groups, listed and foreign firms are not looked at; for who manages brands or sells online the limits are
    ``trade_factor`` times as high: many marks are their trade.
    """

    def considered(self, register: MarkRegister) -> Iterator[tuple[Holding, float]]:
        """The holdings to look at, each with the factor for the limits."""
        for holding in holdings(register):
            if not holding.is_large(self.options.staff):
                yield holding, self.options.trade_factor if holding.is_trading else 1.0


__all__ = ["HOARDING", "PatternCheck", "VolumeCheck", "condition", "latest", "some"]
