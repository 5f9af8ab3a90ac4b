"""The table 合同: contracts of mandate, one row a contract."""

from __future__ import annotations

from enum import StrEnum

from ipcheck.agency.table import TableKind


class Contract(StrEnum):
    """A column of the table."""

    NUMBER = "合同号"
    CLIENT = "委托人"
    GENERAL = "总委托"
    SIGNED = "签订日"
    UNTIL = "有效期至"
    PARTY = "受托方"
    PAYEE = "收款方"


CONTRACTS = TableKind(
    "合同",
    Contract,
    {
        Contract.NUMBER: "合同编号 委托合同号 number",
        Contract.CLIENT: "甲方 客户 委托方 client",
        Contract.GENERAL: "总合同 框架合同 是否总委托 general",
        Contract.SIGNED: "签订日期 签约日 signed",
        Contract.UNTIL: "截止日 期满日 until",
        Contract.PARTY: "乙方 代理方 party",
        Contract.PAYEE: "收款主体 收款账户 账户名称 payee",
    },
    also="委托合同 合同台账",
    days=(Contract.SIGNED, Contract.UNTIL),
)

__all__ = ["CONTRACTS", "Contract"]
