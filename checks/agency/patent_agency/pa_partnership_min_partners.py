from collections.abc import Iterator
from datetime import date

from ipcheck.agency import Agency, AgencyCheck
from ipcheck.agency.qualified import moments, owners_at
from ipcheck.agency.tables import Owner
from ipcheck.check import Sample
from ipcheck.law import cite
from ipcheck.model import Finding, Level

# 办法 10(4).
_LEAST = 2


class PaPartnershipMinPartners(AgencyCheck):
    """合伙形式的专利代理机构不足两名合伙人。

    合伙形式的机构应当有两名以上合伙人，申请许可时要具备，退伙以后只剩一人的属于不再符合条件，要限期整改。
    补足合伙人并办理变更，或者改变组织形式；合伙人表漏填的补上，已经退出的写明退出日。
    """

    code = "AGP003"
    level = Level.ERROR
    basis = (cite("代理办法", "10(4)"), cite("代理条例", "24.2"))
    message = "{when}只有{count}名合伙人，应当有两名以上{doubt}：请补足合伙人并办理变更"
    forms = ("partnership",)
    columns = (Owner.NAME,)

    good = (
        'form = "partnership"\n# 股东合伙人\n姓名\n周岚\n吴砚\n',
        'form = "llc"\n# 股东合伙人\n姓名\n周岚\n',
        Sample(
            'form = "partnership"\n# 股东合伙人\n姓名,退出日\n周岚,\n吴砚,2024-03-06\n',
            as_of=date(2024, 3, 5),
        ),
    )
    bad = (
        'form = "partnership"\n# 股东合伙人\n姓名\n⟦周岚⟧\n',
        Sample(
            'form = "partnership"\n# 股东合伙人\n姓名,退出日\n⟦周岚⟧,\n吴砚,2024-03-05\n',
            as_of=date(2024, 3, 5),
        ),
        'form = "partnership"\nlicence.issued = 2020-06-01\n'
        "# 股东合伙人\n姓名,加入日\n⟦周岚⟧,2020-01-01\n吴砚,2020-07-01\n",
        'form = "⟦partnership⟧"\n# 股东合伙人\n姓名,退出日\n周岚,2020-01-01\n吴砚,2020-01-01\n',
    )

    def find(self, agency: Agency, /) -> Iterator[Finding]:
        for moment in moments(agency):
            owners = owners_at(agency, moment.day)
            if len(owners) < _LEAST:
                span = owners[0].span(Owner.NAME) if owners else agency.span("form")
                level = None if moment.known else Level.WARNING
                yield self.at(span, level=level, when=moment.told, count=len(owners), doubt=moment.doubt)
                return
