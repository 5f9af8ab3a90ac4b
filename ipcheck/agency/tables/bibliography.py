"""The table 著录: what is published of filings of others, one row a filing."""

from __future__ import annotations

from enum import StrEnum

from ipcheck.agency.table import TableKind


class Filed(StrEnum):
    """A column of the table."""

    NUMBER = "申请号"
    KIND = "业务"
    DAY = "申请日"
    APPLICANT = "申请人"
    GROUP = "所属集团"
    AGENCY = "代理机构"
    DRAFTER = "撰写方"
    PAYEE = "收款方"
    CONTACT = "联系人"
    OFFICE = "联系人单位"
    PHONE = "联系电话"
    EMAIL = "邮箱"
    ADDRESS = "联系地址"
    PRINT = "文本组号"


FILINGS = TableKind(
    "著录",
    Filed,
    {
        Filed.NUMBER: "number",
        Filed.KIND: "专利或商标 类型 kind",
        Filed.DAY: "提交日 day",
        Filed.APPLICANT: "applicant",
        Filed.GROUP: "集团 group",
        Filed.AGENCY: "机构 agency",
        Filed.DRAFTER: "撰写单位 实际撰写 drafter",
        Filed.PAYEE: "收款主体 payee",
        Filed.CONTACT: "contact",
        Filed.OFFICE: "联系人所在单位 office",
        Filed.PHONE: "电话 phone",
        Filed.EMAIL: "电子邮箱 email",
        Filed.ADDRESS: "地址 address",
        Filed.PRINT: "文本指纹 相似组 模板组 print",
    },
    also="著录项 著录项目 公开申请",
    days=(Filed.DAY,),
    codes=(Filed.NUMBER,),
    secret=(Filed.PHONE, Filed.EMAIL),
    optional=True,
)

__all__ = ["FILINGS", "Filed"]
