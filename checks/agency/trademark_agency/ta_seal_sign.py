from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from ipcheck.agency import Agency, AgencyCheck, plain_name
from ipcheck.agency.answers import is_lacking, says_no
from ipcheck.agency.tables import MARK_CASES, PRACTITIONERS, MarkCase, Practitioner
from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.readers.sheet import Row

# 令63 第七条: so long may putting a newcomer on record take.
_DAYS = 30
# 商标条例 86 of 2014 holds since then.
_IN_FORCE = date(2014, 5, 1)


class TaSealSign(AgencyCheck):
    """提交的文件没有盖机构公章，没有从业人员签字，或者签字人不是备案的从业人员。

    提交的文件应当盖本机构公章并由相关从业人员签字，机构和从业人员对盖章、签字办理的业务负责。
    签字人要在提交那天的备案名单里；新入职的有三十日办理变更备案，入职三十日内签的不报。补盖、补签，或者办理从业人员的变更备案。
    """

    code = "AGT010"
    level = Level.ERROR
    business = "trademark"
    basis = (cite("令63", "17"), cite("商标条例", "86"))
    message = "案件{case}{what}"
    columns = (MarkCase.NUMBER, MarkCase.SIGNATORY, MarkCase.FILED, Practitioner.NAME, Practitioner.RECORDED)
    further = (MarkCase.SEAL, Practitioner.JOINED, Practitioner.REMOVED)

    _PEOPLE = (
        "# 商标从业人员\n姓名,入职日,备案日,备案注销日\n"
        "周岚,2024-01-05,2024-01-20,2026-06-30\n吴岚,2026-05-06,2026-06-04,\n"
    )
    _HEAD = _PEOPLE + "# 商标案件\n案号,盖章,签字人,提交日\n"
    good = (
        _HEAD + "T1,是,周岚,2026-06-29\nT2,是,吴岚,2026-05-08\n",
        _HEAD + "T1,是,,\nT2,是,郑岚,2014-04-30\n",
    )
    bad = (
        _HEAD + "T1,⟦否⟧,周岚,2026-03-05\n",
        _HEAD + "⟦T1⟧,是,,2026-03-05\n",
        _HEAD + "⟦T1⟧,是,未签,2026-03-05\n",
        _HEAD + "T1,是,⟦郑岚⟧,2026-03-05\n",
        _HEAD + "T1,是,⟦周岚⟧,2026-06-30\n",
        _HEAD + "T1,是,⟦吴岚⟧,2026-05-05\n",
    )

    def find(self, agency: Agency, /) -> Iterator[Finding]:
        people: dict[str, list[Row[Practitioner]]] = defaultdict(list)
        for row in agency.rows(PRACTITIONERS):
            people[plain_name(row.text(Practitioner.NAME))].append(row)
        for case in agency.rows(MARK_CASES):
            number, filed = case.text(MarkCase.NUMBER), case.day(MarkCase.FILED)
            if says_no(case.text(MarkCase.SEAL)):
                yield self.at(case.span(MarkCase.SEAL), case=number, what="的文件没有盖机构公章：请补盖")
            if filed is None or filed < _IN_FORCE:
                continue
            signatory = case.text(MarkCase.SIGNATORY)
            if is_lacking(signatory):
                what = "没有从业人员签字：请补签" if signatory else "没有填写签字人：请核对"
                level = None if signatory else Level.WARNING
                yield self.at(case.span(MarkCase.NUMBER), level=level, case=number, what=f"已经提交而{what}")
                continue
            for name in case.names(MarkCase.SIGNATORY):
                if not any(_may_sign(agency, row, filed) for row in people.get(plain_name(name), ())):
                    what = f"由{name}签字，{filed.isoformat()}提交时不在商标代理从业人员的备案里：请核对并办理变更备案"
                    yield self.at(case.span(MarkCase.SIGNATORY), case=number, what=what)


def _may_sign(agency: Agency, row: Row[Practitioner], day: date) -> bool:
    """Whether he was on record on ``day``, or so new that this could still be done in time."""
    recorded, removed, joined = (
        row.day(column) for column in (Practitioner.RECORDED, Practitioner.REMOVED, Practitioner.JOINED)
    )
    if removed is not None and removed <= day:
        return False
    if recorded is not None and recorded <= day:
        return True
    last = agency.holidays.after_days(joined, _DAYS) if joined is not None else None
    return joined is not None and last is not None and joined <= day and (recorded or agency.as_of) <= last
