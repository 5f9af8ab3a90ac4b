from collections.abc import Iterator
from datetime import date

from ipcheck.agency import Agency, AgencyCheck
from ipcheck.agency.qualified import moments, owners_at, shortfall_of_owner
from ipcheck.agency.tables import Owner
from ipcheck.check import Sample
from ipcheck.law import cite
from ipcheck.model import Finding, Level

# 办法 11(5): four fifths, compared in whole numbers.
_OF, _PARTS = 4, 5


class PaLlcFourFifths(AgencyCheck):
    """有限责任公司形式的专利代理机构，有资格证并且执业满两年的股东不到五分之四。

    五分之四以上的股东应当有资格证和两年以上执业经历；按申请许可的那一天核对，现在不符合的属于不再符合条件，要限期整改。
    调整股东并办理变更；执业起日填错或者漏填的补正。五分之四按整数比较，五人中要有四人，六人中要有五人。
    """

    code = "AGP006"
    level = Level.ERROR
    basis = (cite("代理办法", "11(5)"), cite("代理条例", "24.2"))
    message = (
        "{when}，{count}名股东中只有{fit}名有资格证并且执业满两年，应当在五分之四以上（{names}）{doubt}：请限期整改"
    )
    forms = ("llc",)
    columns = (Owner.NAME, Owner.CERTIFICATE, Owner.PRACTISING)

    _HEAD = 'form = "llc"\n# 股东合伙人\n姓名,资格证号,执业起日\n'
    _FOUR = "周岚,A1,2012-01-01\n吴砚,A2,2012-01-01\n郑禾,A3,2012-01-01\n王舟,A4,2012-01-01\n"
    good = (
        _HEAD + _FOUR + "冯汐,无,\n",
        Sample(_HEAD + _FOUR + "冯汐,A5,2024-02-29\n陈沐,,\n", as_of=date(2026, 2, 28)),
        'form = "partnership"\n# 股东合伙人\n姓名,资格证号,执业起日\n周岚,无,\n',
    )
    bad = (
        _HEAD + _FOUR + "⟦冯汐⟧,无,\n陈沐,,\n",
        Sample(_HEAD + _FOUR + "⟦冯汐⟧,A5,2024-03-01\n陈沐,,\n", as_of=date(2026, 2, 28)),
        Sample(
            "licence.applied = 2026-02-27\n" + _HEAD + _FOUR + "⟦冯汐⟧,A5,2024-02-29\n陈沐,,\n",
            as_of=date(2026, 3, 28),
        ),
    )

    def find(self, agency: Agency, /) -> Iterator[Finding]:
        for moment in moments(agency):
            owners = owners_at(agency, moment.day)
            faults = [(owner, shortfall_of_owner(agency, owner, moment.day)) for owner in owners]
            unfit = [(owner, fault) for owner, fault in faults if fault is not None]
            fit = len(owners) - len(unfit)
            if unfit and _PARTS * fit < _OF * len(owners):
                # Those of whom the tables do not say it could still be fit.
                unsure = sum(not fault.sure for _, fault in unfit)
                sure = moment.known and _PARTS * (fit + unsure) < _OF * len(owners)
                yield self.at(
                    unfit[0][0].span(Owner.NAME),
                    related=[owner.span(Owner.NAME) for owner, _ in unfit[1:]],
                    level=None if sure else Level.WARNING,
                    facts={"owners": len(owners), "qualified": fit},
                    when=moment.told,
                    doubt=moment.doubt,
                    count=len(owners),
                    fit=fit,
                    names="；".join(f"{owner.text(Owner.NAME)}{fault.told}" for owner, fault in unfit),
                )
                return
