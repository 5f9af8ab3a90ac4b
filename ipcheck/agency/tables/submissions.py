"""The table 提交登记: what was submitted to the office, one row a submission."""

from __future__ import annotations

from enum import StrEnum

from ipcheck.agency.table import TableKind


class Submission(StrEnum):
    """A column of the table."""

    DAY = "提交日"
    PATENT = "申请号"
    CASE = "案号"
    KIND = "专利类型"
    AGENTS = "签名代理师"
    DRAFTER = "撰写人"
    REVIEWER = "审核人"
    SERIES = "系列或分案"


SUBMISSIONS = TableKind(
    "提交登记",
    Submission,
    {
        Submission.DAY: "提交日期 申请日 递交日 day",
        Submission.PATENT: "专利号 受理号 patent",
        Submission.CASE: "内部案号 卷号 case",
        Submission.KIND: "类型 申请类型 kind",
        Submission.AGENTS: "代理师 代理人 署名代理师 agents",
        Submission.DRAFTER: "撰写 撰稿人 drafter",
        Submission.REVIEWER: "审核 核稿人 复核人 reviewer",
        Submission.SERIES: "系列 分案 系列申请 批次 series",
    },
    also="提交登记簿 提交台账 台账",
    days=(Submission.DAY,),
    codes=(Submission.PATENT,),
)

__all__ = ["SUBMISSIONS", "Submission"]
