"""The table 商标备案名单: a snapshot of the practitioners on record with all trademark agencies, one row a record."""

from __future__ import annotations

from enum import StrEnum

from ipcheck.agency.table import TableKind


class MarkRecorded(StrEnum):
    """A column of the table."""

    NAME = "姓名"
    ID = "身份证件号码"
    AGENCY = "机构"
    FROM = "备案日"
    TO = "注销日"


MARK_ROSTER = TableKind(
    "商标备案名单",
    MarkRecorded,
    {
        MarkRecorded.NAME: "从业人员 name",
        MarkRecorded.ID: "身份证号 身份证号码 证件号码 身份证 id_number",
        MarkRecorded.AGENCY: "代理机构 机构名称 agency",
        MarkRecorded.FROM: "备案日期 from",
        MarkRecorded.TO: "注销日期 to",
    },
    also="商标从业人员名单 商标备案快照",
    days=(MarkRecorded.FROM, MarkRecorded.TO),
    codes=(MarkRecorded.ID,),
    secret=(MarkRecorded.ID,),
    optional=True,
)

__all__ = ["MARK_ROSTER", "MarkRecorded"]
