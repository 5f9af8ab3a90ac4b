"""The table 检查人员: what ties inspectors to agencies as they declared it, one row a tie."""

from __future__ import annotations

from enum import StrEnum

from ipcheck.agency.table import TableKind


class Inspector(StrEnum):
    """A column of the table."""

    NAME = "姓名"
    AGENCY = "机构"
    TIE = "关系"
    FROM = "起日"
    TO = "止日"


INSPECTORS = TableKind(
    "检查人员",
    Inspector,
    {
        Inspector.NAME: "检查人员 name",
        Inspector.AGENCY: "有关系的机构 agency",
        Inspector.TIE: "tie",
        Inspector.FROM: "from",
        Inspector.TO: "to",
    },
    also="检查人员关系 回避申报",
    days=(Inspector.FROM, Inspector.TO),
    optional=True,
)

__all__ = ["INSPECTORS", "Inspector"]
