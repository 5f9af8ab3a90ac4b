"""The table 筛查记录: screenings of trademark mandates for bad faith and forbidden signs, one row a screening."""

from __future__ import annotations

from enum import StrEnum

from ipcheck.agency.table import TableKind


class Screening(StrEnum):
    """A column of the table."""

    CASE = "案号"
    DAY = "筛查日"
    BY = "筛查人"
    RESULT = "结论"
    GROUND = "命中情形"
    INFORMED = "告知书"
    ACCEPTED = "是否接受"


SCREENINGS = TableKind(
    "筛查记录",
    Screening,
    {
        Screening.CASE: "内部案号 case",
        Screening.DAY: "筛查日期 day",
        Screening.BY: "by",
        Screening.RESULT: "筛查结论 result",
        Screening.GROUND: "情形 ground",
        Screening.INFORMED: "书面告知 告知书日期 informed",
        Screening.ACCEPTED: "接受委托 accepted",
    },
    also="恶意申请筛查 筛查日志 筛查",
    days=(Screening.DAY,),
    optional=True,
)

__all__ = ["SCREENINGS", "Screening"]
