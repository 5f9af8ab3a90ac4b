"""The table 档案: the files of closed matters, one row a matter."""

from __future__ import annotations

from enum import StrEnum

from ipcheck.agency.table import TableKind


class Archive(StrEnum):
    """A column of the table."""

    CASE = "案号"
    ARCHIVED = "归档日"
    POWER = "委托书"
    CONTRACT = "委托合同"
    FILED = "申请文件"
    OFFICE = "官方来文"
    KEPT_UNTIL = "保存至"


ARCHIVES = TableKind(
    "档案",
    Archive,
    {
        Archive.CASE: "内部案号 卷号 case",
        Archive.ARCHIVED: "归档日期 立卷日 archived",
        Archive.POWER: "代理委托书 power",
        Archive.CONTRACT: "合同 委托代理合同 contract",
        Archive.FILED: "提交文件 申请材料 filed",
        Archive.OFFICE: "通知书 官文 往来文件 office",
        Archive.KEPT_UNTIL: "保存期限 销毁日 kept_until",
    },
    also="案卷 案卷档案 归档",
    days=(Archive.ARCHIVED, Archive.KEPT_UNTIL),
)

__all__ = ["ARCHIVES", "Archive"]
