"""The table 处罚: administrative penalties of the agency and its people, one row a decision."""

from __future__ import annotations

from enum import StrEnum

from ipcheck.agency.table import TableKind


class Penalty(StrEnum):
    """A column of the table."""

    SUBJECT = "对象"
    CERTIFICATE = "资格证号"
    FIELD = "领域"
    KIND = "处罚种类"
    DECIDED = "决定日"
    UNTIL = "期满日"
    NUMBER = "决定书号"
    CAUSE = "事由"


PENALTIES = TableKind(
    "处罚",
    Penalty,
    {
        Penalty.SUBJECT: "被处罚人 当事人 处罚对象 subject",
        Penalty.CERTIFICATE: "资格证书号 certificate",
        Penalty.FIELD: "业务领域 类别 field",
        Penalty.KIND: "种类 处罚内容 处罚结果 kind",
        Penalty.DECIDED: "决定日期 处罚日 处罚决定日 decided",
        Penalty.UNTIL: "停止业务期满日 until",
        Penalty.NUMBER: "文号 决定书文号 number",
        Penalty.CAUSE: "案由 违法事实 cause",
    },
    also="行政处罚 处罚记录",
    days=(Penalty.DECIDED, Penalty.UNTIL),
    optional=True,
)

__all__ = ["PENALTIES", "Penalty"]
