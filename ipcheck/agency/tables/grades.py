"""The table 信用等级: snapshots of credit grades, one row an agency and day."""

from __future__ import annotations

from enum import StrEnum

from ipcheck.agency.table import TableKind


class Grade(StrEnum):
    """A column of the table."""

    AGENCY = "机构"
    DAY = "日期"
    GRADE = "等级"
    FIELD = "业务"


GRADES = TableKind(
    "信用等级",
    Grade,
    {
        Grade.AGENCY: "机构名称 名称 agency",
        Grade.DAY: "快照日 月份 day",
        Grade.GRADE: "信用等级 grade",
        Grade.FIELD: "评价类别 field",
    },
    also="信用快照 信用评价结果",
    days=(Grade.DAY,),
    optional=True,
)

__all__ = ["GRADES", "Grade"]
