"""The bases of the checks of the trademark room. What they find is a hint for a person, no decision of the office."""

from __future__ import annotations

from datetime import date
from typing import ClassVar, TypeVar

from ipcheck.check import Check
from ipcheck.trademark.columns import Column
from ipcheck.trademark.lists import USER_LISTS, Lists
from ipcheck.trademark.mark import Mark
from ipcheck.trademark.portfolio import MarkRegister, Portfolio

Subject = TypeVar("Subject")


class TrademarkCheck(Check[Subject]):
    """A check of the trademark room.

    ``uses`` names the word lists it looks into (shipped ones and the user's); ``ipcheck checks`` prints them with
    their dates. ``clears`` and ``keep`` are for 风险线索: what would explain it, which papers would prove that.
    """

    room: ClassVar[str] = "trademark"
    uses: ClassVar[tuple[str, ...]] = ()

    @classmethod
    def lacking(cls, lists: Lists) -> str:
        """Which of the user's lists it would look into and were not given: words for the report, empty if none."""
        names = [name for name in cls.uses if name in USER_LISTS and lists.of_user(name) is None]
        return f"没有给出名单“{'”“'.join(names)}”（--lists 目录）" if names else ""

    def day(self, mark: Mark) -> date:
        """The day whose law counts for ``mark``: its filing date, else the as-of date."""
        return mark.filed or self.as_of


class MarkCheck(TrademarkCheck[Mark]):
    """A check that looks at one mark alone. ``needs`` are the columns it cannot do without."""

    needs: ClassVar[tuple[Column, ...]] = ()

    @classmethod
    def applies(cls, mark: Mark) -> bool:
        """Whether the table has the columns it cannot do without."""
        return all(mark.row.has(column) for column in cls.needs)

    @classmethod
    def unseen(cls, mark: Mark) -> str:
        """Why it cannot look as it should: words for the report, empty if it can."""
        if not cls.applies(mark):
            return f"表格没有“{'”“'.join(column.value for column in cls.needs if not mark.row.has(column))}”列"
        return cls.lacking(mark.lists)


class PortfolioCheck(TrademarkCheck[Portfolio]):
    """A check that looks at the applications together or at earlier marks. ``earlier``: it cannot do without them."""

    earlier: ClassVar[bool] = False

    @classmethod
    def unseen(cls, portfolio: Portfolio) -> str:
        """Why it cannot look as it should: words for the report, empty if it can."""
        if cls.earlier and portfolio.earlier is None:
            return "没有给出在先商标（--earlier）"
        return cls.lacking(portfolio.lists)


class MarkRegisterCheck(TrademarkCheck[MarkRegister]):
    """A check that looks at the rows of a filing register. ``needs`` are the columns it cannot do without."""

    needs: ClassVar[tuple[Column, ...]] = ()

    @classmethod
    def unseen(cls, register: MarkRegister) -> str:
        """Why it cannot look at this register: words for the report, empty if it can."""
        lacking = [column.value for column in cls.needs if not register.has(column)]
        return f"台账没有“{'”“'.join(lacking)}”列" if lacking else ""


__all__ = ["MarkCheck", "MarkRegisterCheck", "PortfolioCheck", "TrademarkCheck"]
