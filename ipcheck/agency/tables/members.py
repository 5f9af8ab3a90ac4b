"""The table 会员: members and applicants of an association, one row an agency."""

from __future__ import annotations

from enum import StrEnum

from ipcheck.agency.table import TableKind


class Member(StrEnum):
    """A column of the table."""

    AGENCY = "机构"
    APPLIED = "申请日"
    REVIEWED = "审核日"
    DECISION = "审核结论"
    PENALTIES = "两年内处罚次数"
    GRADE = "信用等级"
    JOINED = "入会日"
    LEFT = "退会日"
    STATUS = "许可状态"
    DISCIPLINE = "惩戒"
    DISCIPLINED = "惩戒日"
    PUBLISHED = "惩戒公布日"


MEMBERS = TableKind(
    "会员",
    Member,
    {
        Member.AGENCY: "机构名称 会员名称 agency",
        Member.APPLIED: "入会申请日 applied",
        Member.REVIEWED: "诚信审核日 reviewed",
        Member.DECISION: "结论 decision",
        Member.PENALTIES: "处罚次数 penalties",
        Member.GRADE: "grade",
        Member.JOINED: "joined",
        Member.LEFT: "left",
        Member.STATUS: "status",
        Member.DISCIPLINE: "行业惩戒 discipline",
        Member.DISCIPLINED: "disciplined",
        Member.PUBLISHED: "published",
    },
    also="会员名册 入会申请",
    days=(Member.APPLIED, Member.REVIEWED, Member.JOINED, Member.LEFT, Member.DISCIPLINED, Member.PUBLISHED),
    optional=True,
)

__all__ = ["MEMBERS", "Member"]
