from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ipcheck.agency import Agency, AgencyCheck
from ipcheck.agency.qualified import owners_at, shortfall_of_owner
from ipcheck.agency.tables import Owner
from ipcheck.check import Sample
from ipcheck.law import cite
from ipcheck.model import Finding, Level


class PaLawfirmCondition(AgencyCheck):
    """律师事务所从事专利代理，有资格证并且执业满两年的合伙人太少。

    律师事务所的许可条件另有规定（办法第十二条），条文没有核对到原文，人数是内部阈值，可以在设置里改。
    对照现行规定核对合伙人的资格证和执业年限；填错或者漏填的补正。
    """

    code = "AGP008"
    level = Level.WARNING
    basis = (cite("代理办法", "12"),)
    message = (
        "{when}，律师事务所有资格证并且执业满两年的合伙人只有{fit}名（内部阈值{least}名，以办法第十二条原文为准）："
        "请核对许可条件"
    )
    forms = ("law-firm",)
    columns = (Owner.NAME, Owner.CERTIFICATE, Owner.PRACTISING)

    @dataclass(frozen=True)
    class Options:
        """partners：有资格证并且执业满两年的合伙人应当有几名"""

        partners: int = 2

    _HEAD = 'form = "law-firm"\n# 股东合伙人\n姓名,资格证号,执业起日\n'
    good = (Sample(_HEAD + "周岚,A1,2012-01-01\n吴砚,A2,2022-03-01\n郑禾,,\n", as_of=date(2024, 3, 1)),)
    bad = (
        Sample(_HEAD + "⟦周岚⟧,A1,2012-01-01\n吴砚,A2,2022-03-02\n郑禾,,\n", as_of=date(2024, 3, 1)),
        'form = "⟦law-firm⟧"\n# 股东合伙人\n姓名,资格证号,执业起日,退出日\n周岚,A1,2012-01-01,2020-01-01\n',
    )

    def find(self, agency: Agency, /) -> Iterator[Finding]:
        owners = owners_at(agency, agency.as_of)
        fit = sum(shortfall_of_owner(agency, owner, agency.as_of) is None for owner in owners)
        if fit < self.options.partners:
            span = owners[0].span(Owner.NAME) if owners else agency.span("form")
            when = f"截至{agency.as_of.isoformat()}"
            yield self.at(span, when=when, fit=fit, least=self.options.partners)
