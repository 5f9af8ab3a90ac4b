from collections.abc import Iterator
from datetime import date

from ipcheck.agency import Agency, AgencyCheck
from ipcheck.agency.qualified import moments, owners_at
from ipcheck.agency.tables import Owner
from ipcheck.check import Sample
from ipcheck.law import cite
from ipcheck.model import Finding, Level

# 办法 11(4).
_LEAST = 5


class PaLlcMinShareholders(AgencyCheck):
    """有限责任公司形式的专利代理机构不足五名股东。

    有限责任公司形式的机构应当有五名以上股东（不是以前的三名），申请许可时要具备，现在不足的属于不再符合条件，要限期整改。
    补足股东并办理变更，或者改变组织形式；股东表漏填的补上，已经退出的写明退出日。
    """

    code = "AGP005"
    level = Level.ERROR
    basis = (cite("代理办法", "11(4)"), cite("代理条例", "24.2"))
    message = "{when}只有{count}名股东，应当有五名以上{doubt}：请补足股东并办理变更"
    forms = ("llc",)
    columns = (Owner.NAME,)

    _HEAD = 'form = "llc"\n# 股东合伙人\n姓名,加入日,退出日\n'
    good = (
        _HEAD + "周岚,,\n吴砚,,\n郑禾,,\n王舟,,\n冯汐,,\n",
        Sample(_HEAD + "周岚,,\n吴砚,,\n郑禾,,\n王舟,,\n冯汐,2024-03-05,\n", as_of=date(2024, 3, 5)),
        Sample("licence.applied = 2024-03-05\n" + _HEAD + "周岚,2024-03-01,\n", as_of=date(2024, 3, 4)),
        Sample(_HEAD + "周岚,,\n吴砚,,\n郑禾,,\n", as_of=date(2019, 4, 30)),
    )
    bad = (
        _HEAD + "⟦周岚⟧,,\n吴砚,,\n郑禾,,\n王舟,,\n",
        _HEAD + "⟦周岚⟧,,\n吴砚,,\n郑禾,,\n王舟,,\n周岚,,\n",
        Sample(_HEAD + "⟦周岚⟧,,\n吴砚,,\n郑禾,,\n王舟,,\n冯汐,,2024-03-05\n", as_of=date(2024, 3, 5)),
    )

    def find(self, agency: Agency, /) -> Iterator[Finding]:
        for moment in moments(agency):
            owners = owners_at(agency, moment.day)
            if len(owners) < _LEAST:
                span = owners[0].span(Owner.NAME) if owners else agency.span("form")
                related = [owner.span(Owner.NAME) for owner in owners[1:]]
                yield self.at(
                    span,
                    related=related,
                    level=None if moment.known else Level.WARNING,
                    when=moment.told,
                    count=len(owners),
                    doubt=moment.doubt,
                )
                return
