"""The table 人员: who works or worked at the agency, one row an employment."""

from __future__ import annotations

from enum import StrEnum

from ipcheck.agency.table import TableKind


class Person(StrEnum):
    """A column of the table."""

    NAME = "姓名"
    ID = "身份证件号码"
    POST = "岗位"
    CERTIFICATE = "资格证号"
    TRAINED_FROM = "实习起日"
    TRAINED_TO = "实习止日"
    EXEMPT = "免实习理由"
    CONTRACT = "劳动合同"
    FULL_TIME = "专职"
    JOINED = "入职日"
    PRACTISING = "执业日"
    RECORDED = "执业备案日"
    FIRST = "首次执业"
    LEFT = "离职日"
    LEFT_RECORDED = "离职备案日"
    BRANCH = "分支机构"
    INSURER = "社保单位"
    REASON = "用工说明"


PEOPLE = TableKind(
    "人员",
    Person,
    {
        Person.NAME: "人员姓名 代理师 代理师姓名 name",
        Person.ID: "身份证号 身份证号码 证件号码 身份证 id_number",
        Person.POST: "职务 岗位名称 人员类别 post",
        Person.CERTIFICATE: "资格证书号 专利代理师资格证号 代理师资格证号 资格号 certificate",
        Person.TRAINED_FROM: "实习开始日 实习开始 trained_from",
        Person.TRAINED_TO: "实习结束日 实习结束 实习期满日 trained_to",
        Person.EXEMPT: "免实习 免除实习 律师或审查经历 exempt",
        Person.CONTRACT: "劳动合同签订 合同 用工形式 contract",
        Person.FULL_TIME: "是否专职 全职 full_time",
        Person.JOINED: "入职日期 入所日 到岗日 joined",
        Person.PRACTISING: "执业日期 执业起日 条件齐备日 practising",
        Person.RECORDED: "备案日 执业备案日期 备案日期 recorded",
        Person.FIRST: "是否首次执业 first",
        Person.LEFT: "离职日期 离所日 left",
        Person.LEFT_RECORDED: "离职变更备案日 变更备案日 注销备案日 left_recorded",
        Person.BRANCH: "所在分支机构 分所 执业地点 branch",
        Person.INSURER: "社保缴纳单位 参保单位 insurer",
        Person.REASON: "社保说明 用工情况 情况说明 reason",
    },
    also="员工 从业人员 代理师 人员名单",
    days=(
        Person.TRAINED_FROM, Person.TRAINED_TO, Person.JOINED, Person.PRACTISING, Person.RECORDED, Person.LEFT,
        Person.LEFT_RECORDED,
    ),
    codes=(Person.ID, Person.CERTIFICATE),
    secret=(Person.ID,),
    person=Person.NAME,
    licence=Person.CERTIFICATE,
)  # fmt: skip

__all__ = ["PEOPLE", "Person"]
