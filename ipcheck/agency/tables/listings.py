"""The table 名录: entries in the list of abnormal operations and the list of grave dishonesty, one row an entry."""

from __future__ import annotations

from enum import StrEnum

from ipcheck.agency.table import TableKind


class Listing(StrEnum):
    """A column of the table."""

    LIST = "名录"
    SUBJECT = "对象"
    ENTERED = "列入日"
    REMOVED = "移出日"
    CAUSE = "事由"


LISTINGS = TableKind(
    "名录",
    Listing,
    {
        Listing.LIST: "名录名称 名单 名单名称 list",
        Listing.SUBJECT: "被列入的机构 名称 subject",
        Listing.ENTERED: "列入日期 entered",
        Listing.REMOVED: "移出日期 移除日 removed",
        Listing.CAUSE: "列入事由 列入原因 cause",
    },
    also="异常名录 经营异常名录 名单",
    days=(Listing.ENTERED, Listing.REMOVED),
    optional=True,
)

__all__ = ["LISTINGS", "Listing"]
