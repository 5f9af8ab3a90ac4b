"""The table 商标备案: what the agency put on record for trademark business, one row a matter (令63 第六条)."""

from __future__ import annotations

from enum import StrEnum

from ipcheck.agency.table import TableKind


class MarkRecord(StrEnum):
    """A column of the table."""

    ITEM = "项目"
    CONTENT = "内容"


MARK_RECORD = TableKind(
    "商标备案",
    MarkRecord,
    {
        MarkRecord.ITEM: "备案项目 item",
        MarkRecord.CONTENT: "备案内容 content",
    },
    also="商标代理备案 商标备案信息",
    optional=True,
)

__all__ = ["MARK_RECORD", "MarkRecord"]
