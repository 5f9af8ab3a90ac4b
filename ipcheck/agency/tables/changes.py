"""The table 登记变更: changes of registered matters, one row a change."""

from __future__ import annotations

from enum import StrEnum

from ipcheck.agency.table import TableKind


class Change(StrEnum):
    """A column of the table."""

    MATTER = "事项"
    BEFORE = "变更前"
    AFTER = "变更后"
    CHANGED = "变更日"
    HANDLED = "办理日"


CHANGES = TableKind(
    "登记变更",
    Change,
    {
        Change.MATTER: "变更事项 matter",
        Change.BEFORE: "变更前内容 原内容 before",
        Change.AFTER: "变更后内容 新内容 after",
        Change.CHANGED: "登记变更日 工商变更日 变更日期 changed",
        Change.HANDLED: "办理变更日 专利代理变更日 手续办理日 办理日期 handled",
    },
    also="变更 变更登记",
    days=(Change.CHANGED, Change.HANDLED),
    optional=True,
)

__all__ = ["CHANGES", "Change"]
