"""The table 案件: the matters that the agency handles or handled, one row a matter."""

from __future__ import annotations

from enum import StrEnum

from ipcheck.agency.table import TableKind


class Case(StrEnum):
    """A column of the table."""

    NUMBER = "案号"
    MATTER = "事项"
    KIND = "专利类型"
    PATENT = "申请号"
    CLIENT = "委托人"
    GROUP = "所属集团"
    APPLICANT = "申请人"
    AGENTS = "代理师"
    DRAFTER = "撰写人"
    REVIEWER = "审核人"
    ACCEPTED = "受理委托日"
    FILED = "提交日"
    CLOSED = "结案日"
    CONTRACT = "合同号"
    ACTING = "办案名义"
    PAYEE = "收款方"
    ABNORMAL = "非正常通报日"
    ABNORMAL_ANSWER = "通报处理"


CASES = TableKind(
    "案件",
    Case,
    {
        Case.NUMBER: "内部案号 卷号 我方案号 case",
        Case.MATTER: "委托事项 业务类型 案件类型 matter",
        Case.KIND: "类型 申请类型 kind",
        Case.PATENT: "专利号 申请号/专利号 patent",
        Case.CLIENT: "客户 客户名称 委托人名称 client",
        Case.GROUP: "集团 委托人所属集团 group",
        Case.APPLICANT: "专利权人 请求人 申请人名称 applicant",
        Case.AGENTS: "签名代理师 代理人 署名代理师 agents",
        Case.DRAFTER: "撰写 撰稿人 drafter",
        Case.REVIEWER: "审核 核稿人 复核人 reviewer",
        Case.ACCEPTED: "委托日 立案日 接案日 受托日 accepted",
        Case.FILED: "申请日 递交日 提交日期 filed",
        Case.CLOSED: "结案日期 closed",
        Case.CONTRACT: "委托合同号 合同编号 contract",
        Case.ACTING: "代理机构 委托书上的机构 acting",
        Case.PAYEE: "收款主体 收款账户 payee",
        Case.ABNORMAL: "非正常通知日 通报日 abnormal",
        Case.ABNORMAL_ANSWER: "非正常处理 处理结果 abnormal_answer",
    },
    also="案件台账 案件库 案件登记",
    days=(Case.ACCEPTED, Case.FILED, Case.CLOSED, Case.ABNORMAL),
    codes=(Case.PATENT,),
)

__all__ = ["CASES", "Case"]
