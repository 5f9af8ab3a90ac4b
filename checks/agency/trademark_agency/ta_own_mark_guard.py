import re
from collections.abc import Iterator
from datetime import date

from ipcheck.agency import Agency, AgencyCheck, plain_name
from ipcheck.agency.answers import is_lacking
from ipcheck.agency.firms import own_names, plain_firm
from ipcheck.agency.mark_record import RULES_SINCE
from ipcheck.agency.tables import (
    OWN_MARKS,
    OWNERS,
    PEOPLE,
    PRACTITIONERS,
    Owner,
    OwnMark,
    Person,
    Practitioner,
)
from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.readers.sheet import Row

# The group of agency services (guidelines, chapter 13) and its class.
_GROUP, _CLASS = "4506", "45"
# 商标法 19(4) of 2013 holds since then.
_IN_FORCE = date(2014, 5, 1)
# Those through whom an agency may not act; kin are not among them.
_RELATION = re.compile(
    r"法定代表人|股东|合伙人|实际控制|高级管理|高管|员工|职工|从业人员|关联|控股|参股|另行设立|子公司"
)


class TaOwnMarkGuard(AgencyCheck):
    """本机构或者它的法定代表人、股东、合伙人、员工、关联公司，在代理服务之外申请或者受让了商标。

    代理机构只能在第4506类似群的代理服务上申请，此外的不予受理；也不得借这些人的名义或者另设公司变相申请、受让。
    机构自己的是错误，关联人的给警告，人名按人员、股东合伙人、商标从业人员表核对，任职时间要重叠；机构2014年5月以前的、关联人2022年12月以前的不看；家属自己的店不算。撤回这些申请，受让的停止办理。
    """

    code = "AGT020"
    level = Level.ERROR
    clue = True
    business = "trademark"
    basis = (cite("商标法", "25"), cite("商标条例", "87"), cite("令63", "10.2"), cite("商指", "2-13"))
    message = (
        "风险线索：{holder}（{why}）{how}的商标“{mark}”在第{group}，不是代理服务（第4506类似群）：请核对，属实的撤回"
    )
    clears = "类似群属于审查时有效的区分表中的代理服务，同名不是同一人，任职时间不重叠，或者是自己真实经营的店铺"
    keep = ("任职起止的证明", "店铺的经营证据", "审查时的区分表")
    columns = (OwnMark.MARK, OwnMark.CLASS, OwnMark.GROUP, OwnMark.HOLDER)
    further = (OwnMark.RELATION, OwnMark.DAY)
    keys = ("name",)

    _HEAD = 'name = "岚山商标代理有限公司"\n# 商标从业人员\n姓名,入职日,离职日\n周岚,2024-01-05,2026-06-30\n'
    _MARKS = _HEAD + "# 商标监测\n商标,类别,类似群,申请人或受让人,与本机构的关系,日期\n"
    good = (
        _MARKS + "岚舟,45,4506,岚山商标代理有限公司,,2025-03-05\n",
        _MARKS + "岚舟,25,2501,周岚,,2026-07-01\n岚舟,25,2501,何秋水,员工家属,2025-03-05\n",
        _MARKS + "岚舟,9,,岚山商标代理有限公司,,2014-04-30\n岚舟,9,,磁湖商贸有限公司,关联公司,2022-11-30\n",
        _MARKS + "岚舟,9,,磁湖商贸有限公司,无关联关系,2025-03-05\n岚舟,9,,青禾商贸有限公司,非关联公司,2025-03-05\n",
        _MARKS + "岚舟,45,,周岚,,2025-03-05\n岚舟,30,3001,青禾食品有限公司,无,2025-03-05\n",
    )
    bad = (
        _MARKS + "岚舟,25,2501,⟦岚山商标代理有限公司⟧,,2025-03-05\n",
        _MARKS + "岚舟,25,2501,⟦周岚⟧,,2025-03-05\n",
        _MARKS + "岚舟,9,,⟦磁湖商贸有限公司⟧,关联公司,2025-03-05\n",
    )

    def find(self, agency: Agency, /) -> Iterator[Finding]:
        own = own_names(agency)
        for row in agency.rows(OWN_MARKS):
            # An agency could file for itself until the law of 2013 held, its people until 令63 did.
            day = row.day(OwnMark.DAY)
            if not _outside(row) or (day is not None and day < _IN_FORCE):
                continue
            for holder in row.names(OwnMark.HOLDER):
                itself = plain_firm(holder) in own
                early = day is not None and day < RULES_SINCE
                why = "本机构" if itself else ("" if early else _related(agency, row, holder))
                if why:
                    yield self.at(
                        row.span(OwnMark.HOLDER),
                        level=Level.ERROR if itself else Level.WARNING,
                        on=day,
                        holder=holder,
                        why=why,
                        how=row.text(OwnMark.HOW) or "申请或者受让",
                        mark=row.text(OwnMark.MARK),
                        group=f"{row.text(OwnMark.GROUP)}类似群"
                        if row.text(OwnMark.GROUP)
                        else f"{row.text(OwnMark.CLASS)}类",
                    )


def _outside(row: Row[OwnMark]) -> bool:
    groups = re.findall(r"\d{4}", row.text(OwnMark.GROUP))
    number = re.search(r"\d{1,2}", row.text(OwnMark.CLASS))
    return any(group != _GROUP for group in groups) or (not groups and number is not None and number[0] != _CLASS)


def _related(agency: Agency, row: Row[OwnMark], holder: str) -> str:
    """How the holder is tied to the agency; empty if he is not or the times do not meet."""
    told, day = row.text(OwnMark.RELATION), row.day(OwnMark.DAY)
    if re.search(r"家属|亲属|配偶|父母|子女", told):
        return ""
    if not is_lacking(told) and _RELATION.search(told):
        return told
    name = plain_name(holder)
    for person in agency.rows(PRACTITIONERS):
        there = _there(person.day(Practitioner.JOINED), person.day(Practitioner.LEFT), day)
        if there and plain_name(person.text(Practitioner.NAME)) == name:
            return "从业人员"
    for owner in agency.rows(OWNERS):
        if _there(owner.day(Owner.JOINED), owner.day(Owner.LEFT), day) and plain_name(owner.text(Owner.NAME)) == name:
            return "股东或者合伙人"
    for worker in agency.rows(PEOPLE):
        if (
            _there(worker.day(Person.JOINED), worker.day(Person.LEFT), day)
            and plain_name(worker.text(Person.NAME)) == name
        ):
            return "员工"
    return ""


def _there(joined: date | None, left: date | None, day: date | None) -> bool:
    return day is None or ((joined is None or joined <= day) and (left is None or day < left))
