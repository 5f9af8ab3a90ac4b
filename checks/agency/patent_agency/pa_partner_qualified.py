from collections.abc import Iterator
from datetime import date

from ipcheck.agency import Agency, AgencyCheck
from ipcheck.agency.qualified import moments, owners_at, shortfall_of_owner
from ipcheck.agency.tables import Owner
from ipcheck.check import Sample
from ipcheck.law import cite
from ipcheck.model import Finding, Level


class PaPartnerQualified(AgencyCheck):
    """合伙人没有专利代理师资格证，或者执业经历不满两年。

    合伙形式的机构每一名合伙人都要有资格证和两年以上执业经历；按申请许可的那一天核对，现在不符合的属于不再符合条件，要限期整改。
    两年按日历计算，到两年后的相应日为满。换成符合条件的合伙人并办理变更；执业起日填错或者漏填的补正。
    """

    code = "AGP004"
    level = Level.ERROR
    basis = (cite("代理办法", "10(5)"), cite("代理条例", "24.2"))
    message = "{when}，合伙人{name}{what}：请核对，不符合的限期整改"
    forms = ("partnership",)
    columns = (Owner.NAME, Owner.CERTIFICATE, Owner.PRACTISING)

    _HEAD = 'form = "partnership"\n# 股东合伙人\n姓名,资格证号,执业起日\n'
    good = (
        Sample(_HEAD + "周岚,A0011,2022-03-01\n", as_of=date(2024, 3, 1)),
        Sample(_HEAD + "周岚,A0011,2020-02-29\n", as_of=date(2022, 2, 28)),
        Sample(
            _HEAD + "周岚,,\n# 人员\n姓名,资格证号,执业日\n周岚,A0011,2015-01-01\n",
            as_of=date(2024, 3, 1),
        ),
    )
    bad = (
        Sample(_HEAD + "⟦周岚⟧,A0011,2022-03-01\n", as_of=date(2024, 2, 29)),
        Sample(_HEAD + "⟦周岚⟧,无,2012-03-01\n", as_of=date(2024, 2, 29)),
        Sample(_HEAD + "⟦周岚⟧,A0011,\n", as_of=date(2024, 2, 29)),
        Sample(_HEAD + "⟦周岚⟧,,2012-03-01\n", as_of=date(2024, 2, 29)),
        Sample("licence.applied = 2024-01-31\n" + _HEAD + "⟦周岚⟧,A0011,2022-03-01\n", as_of=date(2026, 1, 1)),
    )

    def find(self, agency: Agency, /) -> Iterator[Finding]:
        told: set[int] = set()
        for moment in moments(agency):
            for owner in owners_at(agency, moment.day):
                fault = shortfall_of_owner(agency, owner, moment.day)
                if fault is not None and owner.index not in told:
                    told.add(owner.index)
                    level = None if fault.sure else Level.WARNING
                    name = owner.text(Owner.NAME)
                    yield self.at(owner.span(Owner.NAME), when=moment.told, name=name, what=fault.told, level=level)
