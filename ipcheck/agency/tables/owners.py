"""The table 股东合伙人: who owns the agency, one row a person, those who left too."""

from __future__ import annotations

from enum import StrEnum

from ipcheck.agency.table import TableKind


class Owner(StrEnum):
    """A column of the table."""

    NAME = "姓名"
    ID = "身份证件号码"
    JOINED = "加入日"
    LEFT = "退出日"
    CERTIFICATE = "资格证号"
    PRACTISING = "执业起日"
    INELIGIBLE = "不得担任的情形"


OWNERS = TableKind(
    "股东合伙人",
    Owner,
    {
        Owner.NAME: "合伙人 股东 合伙人姓名 股东姓名 name",
        Owner.ID: "身份证号 身份证号码 证件号码 身份证 id_number",
        Owner.JOINED: "入伙日 入股日 成为合伙人日 成为股东日 加入日期 joined",
        Owner.LEFT: "退伙日 退股日 退出日期 left",
        Owner.CERTIFICATE: "资格证书号 专利代理师资格证号 代理师资格证号 资格号 certificate",
        Owner.PRACTISING: "开始执业日 执业日 执业日期 practising",
        Owner.INELIGIBLE: "消极条件 不得担任情形 ineligible",
    },
    also="合伙人 股东 股东和合伙人 合伙人股东 股东名册",
    days=(Owner.JOINED, Owner.LEFT, Owner.PRACTISING),
    codes=(Owner.ID, Owner.CERTIFICATE),
    secret=(Owner.ID,),
    person=Owner.NAME,
    licence=Owner.CERTIFICATE,
)

__all__ = ["OWNERS", "Owner"]
