"""The table 分支机构: the agency's branches, one row a branch, closed ones too."""

from __future__ import annotations

from enum import StrEnum

from ipcheck.agency.table import TableKind


class Branch(StrEnum):
    """A column of the table."""

    NAME = "名称"
    ADDRESS = "地址"
    HEAD = "负责人"
    HEAD_CERTIFICATE = "负责人资格证号"
    FOUNDED = "设立日"
    FOUNDED_RECORDED = "设立备案日"
    CHANGED = "变更日"
    CHANGED_RECORDED = "变更备案日"
    CLOSED = "注销日"
    CLOSED_RECORDED = "注销备案日"


BRANCHES = TableKind(
    "分支机构",
    Branch,
    {
        Branch.NAME: "分支机构名称 分所名称 分公司名称 分支机构 name",
        Branch.ADDRESS: "经营场所 办公地址 address",
        Branch.HEAD: "分支机构负责人 分所负责人 head",
        Branch.HEAD_CERTIFICATE: "资格证号 负责人资格证 head_certificate",
        Branch.FOUNDED: "设立日期 成立日 成立日期 founded",
        Branch.FOUNDED_RECORDED: "备案日 设立备案日期 备案日期 founded_recorded",
        Branch.CHANGED: "变更日期 最近变更日 changed",
        Branch.CHANGED_RECORDED: "变更备案日期 changed_recorded",
        Branch.CLOSED: "注销日期 撤销日 closed",
        Branch.CLOSED_RECORDED: "注销备案日期 closed_recorded",
    },
    also="分所 分公司 分支",
    days=(
        Branch.FOUNDED, Branch.FOUNDED_RECORDED, Branch.CHANGED, Branch.CHANGED_RECORDED, Branch.CLOSED,
        Branch.CLOSED_RECORDED,
    ),
    codes=(Branch.HEAD_CERTIFICATE,),
    optional=True,
)  # fmt: skip

__all__ = ["BRANCHES", "Branch"]
