"""The table 转让记录: transfers of patents and marks, one row a transfer."""

from __future__ import annotations

from enum import StrEnum

from ipcheck.agency.table import TableKind


class Transfer(StrEnum):
    """A column of the table."""

    NUMBER = "专利号"
    FROM = "转让人"
    TO = "受让人"
    TO_GROUP = "受让人所属集团"
    GRANTED = "授权日"
    DAY = "转让日"


TRANSFERS = TableKind(
    "转让记录",
    Transfer,
    {
        Transfer.NUMBER: "商标号 号码 number",
        Transfer.FROM: "from",
        Transfer.TO: "to",
        Transfer.TO_GROUP: "集团 to_group",
        Transfer.GRANTED: "授权公告日 注册日 granted",
        Transfer.DAY: "转让生效日 day",
    },
    also="转让",
    days=(Transfer.GRANTED, Transfer.DAY),
    codes=(Transfer.NUMBER,),
    optional=True,
)

__all__ = ["TRANSFERS", "Transfer"]
