from collections.abc import Iterator
from datetime import date

from ipcheck.agency import Agency, AgencyCheck
from ipcheck.agency.answers import says_no
from ipcheck.agency.mandates import Contracts, listed
from ipcheck.agency.tables import CASES, Case, Contract
from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.readers.sheet import Row

# 条例 14 of 2018 holds since then.
_IN_FORCE = date(2019, 3, 1)


class PaWrittenContract(AgencyCheck):
    """案件没有书面的委托合同。

    接受委托应当与委托人订立书面委托合同（2019年3月条例施行以后接的案）。总委托合同管得到的不算；合同号写“无”的是错误，空着的、在合同表里查不到的提示核对。
    补签合同，或者把合同号补进案件表；总委托合同在“总委托”列写“是”，写明委托人和有效期。
    """

    code = "AGP035"
    level = Level.ERROR
    basis = (cite("代理条例", "14.1"),)
    message = "{what}：请补签委托合同，或者补填合同号"
    columns = (Case.NUMBER, Case.CLIENT, Case.CONTRACT, Contract.NUMBER, Contract.CLIENT, Contract.GENERAL)

    _CONTRACTS = "# 合同\n合同号,委托人,总委托,签订日,有效期至\nH1,青禾食品有限公司,否,2024-01-01,\n"
    _GENERAL = _CONTRACTS + "H2,砚湖食品有限公司,是,2024-01-01,2024-12-31\n"
    _HEAD = "# 案件\n案号,委托人,合同号,受理委托日\n"
    good = (
        _CONTRACTS + _HEAD + "P1,青禾食品有限公司,H1,2024-03-01\n",
        _GENERAL + _HEAD + "P1,砚湖食品有限公司,,2024-12-31\nP2,砚湖食品有限公司,总委托合同,2024-12-31\n",
        _GENERAL + _HEAD + "P1,砚湖食品有限公司,无,2019-02-28\n",
        _GENERAL.replace("砚湖食品有限公司", "砚湖食品有限公司、砚湖种业有限公司")
        + _HEAD
        + "P1,砚湖种业有限公司,,2024-12-31\n",
    )
    bad = (
        _CONTRACTS
        + _HEAD
        + "P1,青禾食品有限公司,H1,2024-03-01\n⟦P2⟧,砚湖食品有限公司,无,2024-03-01\nP3,砚湖食品有限公司,未签,\n",
        _CONTRACTS + _HEAD + "⟦P2⟧,砚湖食品有限公司,,2019-03-01\n⟦P3⟧,砚湖食品有限公司,无,2024-03-01\n",
        _GENERAL + _HEAD + "⟦P1⟧,砚湖食品有限公司,,2025-01-01\n",
        _GENERAL + _HEAD + "⟦P1⟧,砚湖食品有限公司,,2023-12-31\n",
        _CONTRACTS + _HEAD + "P1,青禾食品有限公司,⟦H9⟧,2024-03-01\n",
    )

    def find(self, agency: Agency, /) -> Iterator[Finding]:
        contracts = Contracts(agency)
        lacking: list[Row[Case]] = []
        blank: list[Row[Case]] = []
        unknown: list[Row[Case]] = []
        for row in agency.rows(CASES):
            number, day = row.text(Case.CONTRACT), row.day(Case.ACCEPTED) or row.day(Case.FILED)
            if day is not None and day < _IN_FORCE:
                continue
            if contracts.unknown(number):
                unknown.append(row)
            elif contracts.lacks(number, row.text(Case.CLIENT), day):
                (lacking if says_no(number) else blank).append(row)
        for rows, told, level in (
            (lacking, "没有书面委托合同", None),
            (blank, "没有填写合同号，也没有管得到的总委托合同", Level.WARNING),
        ):
            if rows:
                what = f"案件{listed(row.text(Case.NUMBER) for row in rows)}{told}"
                related, facts = [row.span(Case.NUMBER) for row in rows[1:30]], {"count": len(rows)}
                yield self.at(rows[0].span(Case.NUMBER), related=related, level=level, facts=facts, what=what)
        for row in unknown:
            what = f"案件{row.text(Case.NUMBER)}的合同号{row.text(Case.CONTRACT)}在合同表里查不到"
            yield self.at(row.span(Case.CONTRACT), level=Level.WARNING, what=what)
