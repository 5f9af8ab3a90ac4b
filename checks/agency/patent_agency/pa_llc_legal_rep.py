from collections.abc import Iterator
from datetime import date

from ipcheck.agency import Agency, AgencyCheck, plain_name
from ipcheck.agency.qualified import Shortfall, shortfall_of_owner, shortfall_of_person
from ipcheck.agency.tables import OWNERS, Owner, Person
from ipcheck.check import Sample
from ipcheck.law import cite
from ipcheck.model import Finding, Level


class PaLlcLegalRep(AgencyCheck):
    """有限责任公司形式的专利代理机构，法定代表人没有资格证或者执业不满两年。

    法定代表人应当有资格证和两年以上执业经历；法定代表人可以不是股东，所以单独核对，股东够五分之四不等于法定代表人合格。
    更换法定代表人并办理变更；他的资格证号和执业日写在股东合伙人表或者人员表里。
    """

    code = "AGP007"
    level = Level.ERROR
    basis = (cite("代理办法", "11(5)"), cite("代理条例", "24.2"))
    message = "法定代表人{name}{what}：请核对，不符合的更换并办理变更"
    forms = ("llc",)
    keys = ("registered.representative",)
    further = (Owner.NAME,)
    columns = (Person.NAME, Person.CERTIFICATE, Person.PRACTISING)

    _HEAD = 'form = "llc"\nregistered.representative = "{}"\n# 人员\n姓名,资格证号,执业日\n'
    good = (
        Sample(_HEAD.format("周岚") + "周岚,A1,2022-03-01\n", as_of=date(2024, 3, 1)),
        Sample(
            _HEAD.format("周岚") + "吴砚,A2,2012-03-01\n# 股东合伙人\n姓名,资格证号,执业起日\n周岚,A1,2012-03-01\n",
            as_of=date(2024, 3, 1),
        ),
    )
    bad = (
        Sample(_HEAD.format("⟦周岚⟧") + "周岚,A1,2022-03-02\n", as_of=date(2024, 3, 1)),
        Sample(_HEAD.format("⟦周岚⟧") + "周岚,无,\n", as_of=date(2024, 3, 1)),
        Sample(_HEAD.format("⟦周岚⟧") + "吴砚,A2,2012-03-01\n", as_of=date(2024, 3, 1)),
    )

    def find(self, agency: Agency, /) -> Iterator[Finding]:
        name = agency.text("registered.representative")
        fault = self._fault(agency, name)
        if fault is not None:
            level = None if fault.sure else Level.WARNING
            yield self.at(agency.span("registered.representative"), name=name, what=fault.told, level=level)

    def _fault(self, agency: Agency, name: str) -> Shortfall | None:
        owners = [row for row in agency.rows(OWNERS) if plain_name(row.text(Owner.NAME)) == plain_name(name)]
        if owners:
            return shortfall_of_owner(agency, owners[-1], agency.as_of)
        people = agency.person(name)
        if people:
            return shortfall_of_person(people, agency.as_of)
        if name in agency.unclear:
            return None
        return Shortfall("在人员表和股东合伙人表里都没有，看不出有没有资格证、执业是否满两年", sure=False)
