"""The table 检查记录: inspections of agencies, one row an inspected agency."""

from __future__ import annotations

from enum import StrEnum

from ipcheck.agency.table import TableKind


class Inspection(StrEnum):
    """A column of the table."""

    BATCH = "批次"
    AGENCY = "机构"
    METHOD = "检查方式"
    INSPECTORS = "检查人员"
    CHOSEN = "选派方式"
    DAY = "检查日"
    SCOPE = "检查内容"
    RESULT = "处理结果"
    RESULT_DAY = "处理日"
    PUBLISHED = "公布日"


INSPECTIONS = TableKind(
    "检查记录",
    Inspection,
    {
        Inspection.BATCH: "batch",
        Inspection.AGENCY: "机构名称 被检查机构 agency",
        Inspection.METHOD: "方式 method",
        Inspection.INSPECTORS: "inspectors",
        Inspection.CHOSEN: "chosen",
        Inspection.DAY: "检查日期 day",
        Inspection.SCOPE: "scope",
        Inspection.RESULT: "结果 result",
        Inspection.RESULT_DAY: "结果日 处理日期 result_day",
        Inspection.PUBLISHED: "公布日期 published",
    },
    also="检查台账 检查结果",
    days=(Inspection.DAY, Inspection.RESULT_DAY, Inspection.PUBLISHED),
    optional=True,
)

__all__ = ["INSPECTIONS", "Inspection"]
