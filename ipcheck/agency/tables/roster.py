"""The table 备案名单: a snapshot of the records of practising attorneys, of all agencies, one row a record."""

from __future__ import annotations

from enum import StrEnum

from ipcheck.agency.table import TableKind


class Recorded(StrEnum):
    """A column of the table."""

    NAME = "姓名"
    CERTIFICATE = "资格证号"
    AGENCY = "机构"
    FROM = "备案日"
    TO = "注销日"


ROSTER = TableKind(
    "备案名单",
    Recorded,
    {
        Recorded.NAME: "代理师 代理师姓名 name",
        Recorded.CERTIFICATE: "资格证书号 专利代理师资格证号 执业证号 certificate",
        Recorded.AGENCY: "执业机构 代理机构 机构名称 agency",
        Recorded.FROM: "执业起日 备案日期 执业备案日 from",
        Recorded.TO: "执业止日 注销日期 变更日 to",
    },
    also="备案快照 执业备案 代理师名单",
    days=(Recorded.FROM, Recorded.TO),
    codes=(Recorded.CERTIFICATE,),
)

__all__ = ["ROSTER", "Recorded"]
