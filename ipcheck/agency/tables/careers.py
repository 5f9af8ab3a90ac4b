"""The table 履历: where people worked before, one row a post; for former officials also what they handled there."""

from __future__ import annotations

from enum import StrEnum

from ipcheck.agency.table import TableKind


class Career(StrEnum):
    """A column of the table."""

    NAME = "姓名"
    EMPLOYER = "单位"
    POST = "职务"
    OFFICIAL = "专利行政部门"
    FROM = "起日"
    TO = "止日"
    HANDLED = "经办案件"


CAREERS = TableKind(
    "履历",
    Career,
    {
        Career.NAME: "人员姓名 代理师 name",
        Career.EMPLOYER: "工作单位 任职单位 employer",
        Career.POST: "岗位 post",
        Career.OFFICIAL: "是否专利行政部门 公职 official",
        Career.FROM: "任职起日 开始日 from",
        Career.TO: "任职止日 离任日 离职日 to",
        Career.HANDLED: "审查案件 处理过的案件 经办申请号 handled",
    },
    also="工作履历 经历",
    days=(Career.FROM, Career.TO),
    optional=True,
)

__all__ = ["CAREERS", "Career"]
