"""The table 商标从业人员: who does trademark business at the agency, one row a person."""

from __future__ import annotations

from enum import StrEnum

from ipcheck.agency.table import TableKind


class Practitioner(StrEnum):
    """A column of the table."""

    NAME = "姓名"
    ID = "身份证件号码"
    CONTACT = "联系方式"
    JOINED = "入职日"
    RECORDED = "备案日"
    LEFT = "离职日"
    REMOVED = "备案注销日"


PRACTITIONERS = TableKind(
    "商标从业人员",
    Practitioner,
    {
        Practitioner.NAME: "从业人员 从业人员姓名 name",
        Practitioner.ID: "身份证号 身份证号码 证件号码 身份证 id_number",
        Practitioner.CONTACT: "电话 手机 contact",
        Practitioner.JOINED: "入职日期 joined",
        Practitioner.RECORDED: "备案日期 recorded",
        Practitioner.LEFT: "离职日期 left",
        Practitioner.REMOVED: "注销日 撤销备案日 removed",
    },
    also="商标代理从业人员",
    days=(Practitioner.JOINED, Practitioner.RECORDED, Practitioner.LEFT, Practitioner.REMOVED),
    codes=(Practitioner.ID,),
    secret=(Practitioner.ID, Practitioner.CONTACT),
    person=Practitioner.NAME,
    optional=True,
)

__all__ = ["PRACTITIONERS", "Practitioner"]
