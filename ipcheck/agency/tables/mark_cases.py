"""The table 商标案件: the trademark matters of the agency, one row a matter."""

from __future__ import annotations

from enum import StrEnum

from ipcheck.agency.table import TableKind


class MarkCase(StrEnum):
    """A column of the table."""

    NUMBER = "案号"
    MATTER = "事项"
    SERIAL = "商标号"
    MARK = "商标"
    CLASS = "类别"
    CLIENT = "委托人"
    GROUP = "所属集团"
    ACCEPTED = "受理委托日"
    FILED = "提交日"
    CLOSED = "结案日"
    CONTRACT = "合同号"
    CONFLICT = "利益冲突审查"
    SEAL = "盖章"
    SIGNATORY = "签字人"
    PAYEE = "收款方"
    SETTLED = "妥善处理"


MARK_CASES = TableKind(
    "商标案件",
    MarkCase,
    {
        MarkCase.NUMBER: "内部案号 卷号 number",
        MarkCase.MATTER: "委托事项 业务类型 matter",
        MarkCase.SERIAL: "申请号 注册号 申请号/注册号 serial",
        MarkCase.MARK: "商标名称 mark",
        MarkCase.CLASS: "国际分类 class",
        MarkCase.CLIENT: "客户 client",
        MarkCase.GROUP: "集团 group",
        MarkCase.ACCEPTED: "委托日 接案日 accepted",
        MarkCase.FILED: "申请日 递交日 filed",
        MarkCase.CLOSED: "结案日期 closed",
        MarkCase.CONTRACT: "委托合同号 contract",
        MarkCase.CONFLICT: "冲突审查 利益冲突审查记录 conflict",
        MarkCase.SEAL: "机构盖章 seal",
        MarkCase.SIGNATORY: "签字从业人员 signatory",
        MarkCase.PAYEE: "收款主体 收款账户 payee",
        MarkCase.SETTLED: "移交或处理 settled",
    },
    also="商标案件台账",
    days=(MarkCase.ACCEPTED, MarkCase.FILED, MarkCase.CLOSED),
    codes=(MarkCase.SERIAL,),
    optional=True,
)

__all__ = ["MARK_CASES", "MarkCase"]
