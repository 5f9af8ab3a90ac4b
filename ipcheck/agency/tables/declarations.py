"""The table 申报: interests and kin that attorneys declare every year, one row an interest."""

from __future__ import annotations

from enum import StrEnum

from ipcheck.agency.table import TableKind


class Declaration(StrEnum):
    """A column of the table."""

    AGENT = "代理师"
    KINSHIP = "关系"
    NAME = "亲属姓名"
    FIRM = "单位"
    INTEREST = "利害内容"
    DAY = "申报日"


DECLARATIONS = TableKind(
    "申报",
    Declaration,
    {
        Declaration.AGENT: "姓名 申报人 agent",
        Declaration.KINSHIP: "亲属关系 与本人关系 kinship",
        Declaration.NAME: "亲属 关系人 关系人姓名 name",
        Declaration.FIRM: "任职单位 持股单位 工作单位 firm",
        Declaration.INTEREST: "利益 持股或任职 interest",
        Declaration.DAY: "申报日期 day",
    },
    also="利益申报 利益冲突申报 年度申报",
    days=(Declaration.DAY,),
    optional=True,
)

__all__ = ["DECLARATIONS", "Declaration"]
