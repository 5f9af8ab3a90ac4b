"""The table 机构库: a snapshot of the agencies with a licence or on record, one row an agency."""

from __future__ import annotations

from enum import StrEnum

from ipcheck.agency.table import TableKind


class Licensed(StrEnum):
    """A column of the table."""

    NAME = "名称"
    LICENCE = "许可证号"
    STATUS = "许可状态"
    SINCE = "状态日"
    RECORD = "商标备案号"
    RECORD_FROM = "备案起日"
    RECORD_TO = "备案止日"


AGENCIES = TableKind(
    "机构库",
    Licensed,
    {
        Licensed.NAME: "机构名称 机构 name",
        Licensed.LICENCE: "执业许可证号 licence",
        Licensed.STATUS: "状态 status",
        Licensed.SINCE: "状态日期 撤销日 吊销日 since",
        Licensed.RECORD: "备案号 record",
        Licensed.RECORD_FROM: "备案日 record_from",
        Licensed.RECORD_TO: "备案有效期至 record_to",
    },
    also="机构名录 代理机构库",
    days=(Licensed.SINCE, Licensed.RECORD_FROM, Licensed.RECORD_TO),
    optional=True,
)

__all__ = ["AGENCIES", "Licensed"]
