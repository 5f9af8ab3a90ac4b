"""The bases of the checks of the abnormal room. Everything they find is a 风险线索 that a person must judge."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar, TypeVar

from ipcheck.abnormal.batch import Batch
from ipcheck.abnormal.columns import Column
from ipcheck.abnormal.register import Register, Row
from ipcheck.check import Check
from ipcheck.model import Level
from ipcheck.patent import Filing

Subject = TypeVar("Subject")


class AbnormalCheck(Check[Subject]):
    """A detector of 非正常申请 risk. ``basis`` names the item of 第三条 (令77) that it would be evidence for.

    ``clears`` says in a few Chinese words what would explain it; ``keep`` names the papers that would prove that.
    Both stand in the facts of every finding (``clears``, ``keep``) and make the 合理解释清单 of the report.
    The message says 风险线索; what is a threshold of ours is called 内部阈值 in it.
    """

    room: ClassVar[str] = "abnormal"
    level: ClassVar[Level] = Level.WARNING
    clue: ClassVar[bool] = True


class FilingCheck(AbnormalCheck[Filing]):
    """A detector that looks at one application alone (fabricated data, stacked effects)."""


class BatchCheck(AbnormalCheck[Batch]):
    """A detector that looks at many applications together, and at a history of filings if there is one."""

    @classmethod
    def unseen(cls, batch: Batch) -> str:
        """What of this batch it cannot look at and why: words for the report, empty if it sees all."""
        return ""


class RegisterCheck(AbnormalCheck[Register]):
    """A detector that looks at the rows of a filing register. ``needs`` are the columns it cannot do without."""

    needs: ClassVar[tuple[Column, ...]] = ()

    @classmethod
    def applies(cls, register: Register) -> bool:
        """Whether the register has the columns it needs."""
        return register.has(*cls.needs)

    @classmethod
    def unseen(cls, register: Register) -> str:
        """Why it cannot look at this register: words for the report, empty if it can."""
        lacking = [column.value for column in cls.needs if not register.has(column)]
        return f"台账没有“{'”“'.join(lacking)}”列" if lacking else ""


class StaffCheck(RegisterCheck):
    """A register check that holds applications against people: those insured, else the staff; either column will do."""

    @classmethod
    def applies(cls, register: Register) -> bool:
        """Whether the register has the columns it needs and one of the two on people."""
        return super().applies(register) and (register.has(Column.INSURED) or register.has(Column.STAFF))

    @classmethod
    def unseen(cls, register: Register) -> str:
        """Why it cannot look at this register."""
        told = super().unseen(register)
        return told or ("" if cls.applies(register) else "台账没有“参保人数”或者“职工人数”列")

    @staticmethod
    def staff(register: Register, rows: Iterable[Row]) -> float | None:
        """How many people the first of ``rows`` that says so gives its applicant."""
        column = Column.INSURED if register.has(Column.INSURED) else Column.STAFF
        return next((number for row in rows if (number := row.number(column)) is not None), None)


__all__ = ["AbnormalCheck", "BatchCheck", "FilingCheck", "RegisterCheck", "StaffCheck"]
