"""The table 备案变更: changes of what is on record for trademark business, one row a change."""

from __future__ import annotations

from enum import StrEnum

from ipcheck.agency.table import TableKind


class MarkChange(StrEnum):
    """A column of the table."""

    MATTER = "事项"
    BEFORE = "变更前"
    AFTER = "变更后"
    CHANGED = "变更日"
    REGISTERED = "登记批准日"
    RECORDED = "备案变更日"


MARK_CHANGES = TableKind(
    "备案变更",
    MarkChange,
    {
        MarkChange.MATTER: "变更事项 matter",
        MarkChange.BEFORE: "原内容 before",
        MarkChange.AFTER: "新内容 after",
        MarkChange.CHANGED: "实际变化日 变更日期 changed",
        MarkChange.REGISTERED: "登记日 批准日 登记或批准日 registered",
        MarkChange.RECORDED: "办理备案日 变更备案日 recorded",
    },
    also="商标备案变更",
    days=(MarkChange.CHANGED, MarkChange.REGISTERED, MarkChange.RECORDED),
    optional=True,
)

__all__ = ["MARK_CHANGES", "MarkChange"]
