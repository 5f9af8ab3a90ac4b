"""The table 商标监测: marks applied for or taken over by the agency or those around it, one row a mark."""

from __future__ import annotations

from enum import StrEnum

from ipcheck.agency.table import TableKind


class OwnMark(StrEnum):
    """A column of the table."""

    SERIAL = "商标号"
    MARK = "商标"
    CLASS = "类别"
    GROUP = "类似群"
    HOLDER = "申请人或受让人"
    RELATION = "与本机构的关系"
    HOW = "方式"
    DAY = "日期"


OWN_MARKS = TableKind(
    "商标监测",
    OwnMark,
    {
        OwnMark.SERIAL: "申请号 注册号 serial",
        OwnMark.MARK: "商标名称 mark",
        OwnMark.CLASS: "class",
        OwnMark.GROUP: "类似群组 group",
        OwnMark.HOLDER: "申请人 受让人 holder",
        OwnMark.RELATION: "关系 relation",
        OwnMark.HOW: "申请或受让 how",
        OwnMark.DAY: "申请日 受让日 day",
    },
    also="自有商标 商标公告监测",
    days=(OwnMark.DAY,),
    codes=(OwnMark.SERIAL,),
    optional=True,
)

__all__ = ["OWN_MARKS", "OwnMark"]
