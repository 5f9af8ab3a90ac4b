from collections.abc import Iterator

from ipcheck.agency import Agency, AgencyCheck
from ipcheck.agency.mandates import Contracts, listed
from ipcheck.agency.mark_record import RULES_SINCE
from ipcheck.agency.tables import MARK_CASES, Contract, MarkCase
from ipcheck.law import cite
from ipcheck.model import Finding, Level


class TaWrittenContract(AgencyCheck):
    """商标案件没有书面的代理委托合同。

    从事商标代理应当与委托人以书面形式签订委托合同，约定双方的权利义务。
    案件没有合同号、合同表里也没有管得到它的总委托合同的算没有；合同号在合同表里查不到的给建议。补签合同，或者补填合同号。
    """

    code = "AGT014"
    level = Level.WARNING
    business = "trademark"
    basis = (cite("令63", "13.1"),)
    message = "{what}：请补签委托合同，或者补填合同号"
    columns = (MarkCase.NUMBER, MarkCase.CLIENT, MarkCase.CONTRACT, Contract.NUMBER, Contract.CLIENT, Contract.GENERAL)

    _HEAD = (
        "# 合同\n合同号,委托人,总委托,签订日,有效期至\nH1,青禾食品有限公司,否,2024-01-01,\n"
        "H2,砚湖食品有限公司,是,2024-01-01,2024-12-31\n# 商标案件\n案号,委托人,合同号,受理委托日\n"
    )
    good = (
        _HEAD + "T3,砚湖食品有限公司,无,2022-11-30\n",
        _HEAD + "T1,青禾食品有限公司,h1,2024-03-01\nT2,砚湖食品有限公司,,2024-12-31\n",
    )
    bad = (
        _HEAD + "⟦T1⟧,青禾食品有限公司,无,2024-03-01\n",
        _HEAD + "⟦T1⟧,砚湖食品有限公司,,2025-01-01\n",
        _HEAD + "T1,青禾食品有限公司,⟦H9⟧,2024-03-01\n",
    )

    def find(self, agency: Agency, /) -> Iterator[Finding]:
        contracts, lacking = Contracts(agency), []
        for row in agency.rows(MARK_CASES):
            number, day = row.text(MarkCase.CONTRACT), row.day(MarkCase.ACCEPTED) or row.day(MarkCase.FILED)
            if day is not None and day < RULES_SINCE:
                continue
            if contracts.unknown(number):
                what = f"商标案件{row.text(MarkCase.NUMBER)}的合同号{number}在合同表里查不到"
                yield self.at(row.span(MarkCase.CONTRACT), level=Level.ADVICE, what=what)
            elif contracts.lacks(number, row.text(MarkCase.CLIENT), day):
                lacking.append(row)
        if lacking:
            what = f"商标案件{listed(row.text(MarkCase.NUMBER) for row in lacking)}没有书面委托合同"
            related = [row.span(MarkCase.NUMBER) for row in lacking[1:30]]
            yield self.at(lacking[0].span(MarkCase.NUMBER), related=related, facts={"count": len(lacking)}, what=what)
