"""The table 移交: matters handed over by people who left, one row a matter or a list of them."""

from __future__ import annotations

from enum import StrEnum

from ipcheck.agency.table import TableKind


class Handover(StrEnum):
    """A column of the table."""

    NAME = "姓名"
    CASES = "案号"
    RECEIVER = "接收人"
    DAY = "移交日"


HANDOVERS = TableKind(
    "移交",
    Handover,
    {
        Handover.NAME: "离职人员 移交人 name",
        Handover.CASES: "移交案件 移交案号 cases",
        Handover.RECEIVER: "接手人 receiver",
        Handover.DAY: "移交日期 day",
    },
    also="业务移交 移交单",
    days=(Handover.DAY,),
    optional=True,
)

__all__ = ["HANDOVERS", "Handover"]
