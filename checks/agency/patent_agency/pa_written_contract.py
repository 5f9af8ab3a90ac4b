from collections import defaultdict
from collections.abc import Iterator

from ipcheck.agency import Agency, AgencyCheck
from ipcheck.agency.answers import is_lacking
from ipcheck.agency.firms import plain_firm
from ipcheck.agency.tables import CASES, CONTRACTS, Case, Contract
from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.readers.sheet import Row


class PaWrittenContract(AgencyCheck):
    """案件没有书面的委托合同。

    接受委托应当与委托人订立书面委托合同。案件表没有合同号、合同表里也没有管得到它的总委托合同的，算没有；合同号在合同表里查不到的提示核对。
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
        _GENERAL + _HEAD + "P1,砚湖食品有限公司,,2024-12-31\n",
    )
    bad = (
        _CONTRACTS
        + _HEAD
        + "P1,青禾食品有限公司,H1,2024-03-01\n⟦P2⟧,砚湖食品有限公司,,2024-03-01\nP3,砚湖食品有限公司,无,\n",
        _GENERAL + _HEAD + "⟦P1⟧,砚湖食品有限公司,,2025-01-01\n",
        _GENERAL + _HEAD + "⟦P1⟧,砚湖食品有限公司,,2023-12-31\n",
        _CONTRACTS + _HEAD + "P1,青禾食品有限公司,⟦H9⟧,2024-03-01\n",
    )

    def find(self, agency: Agency, /) -> Iterator[Finding]:
        known = {row.text(Contract.NUMBER).upper() for row in agency.rows(CONTRACTS)}
        general: dict[str, list[Row[Contract]]] = defaultdict(list)
        for contract in agency.rows(CONTRACTS):
            if contract.yes(Contract.GENERAL):
                general[plain_firm(contract.text(Contract.CLIENT))].append(contract)
        lacking, unknown = [], []
        for row in agency.rows(CASES):
            number = row.text(Case.CONTRACT)
            if not is_lacking(number):
                if number.upper() not in known:
                    unknown.append(row)
            elif not any(_covers(contract, row) for contract in general.get(plain_firm(row.text(Case.CLIENT)), ())):
                lacking.append(row)
        if lacking:
            span = lacking[0].span(Case.NUMBER)
            names = "、".join(row.text(Case.NUMBER) for row in lacking[:5])
            what = f"案件{names}{'等' if len(lacking) > 5 else ''}（共{len(lacking)}件）没有书面委托合同"
            related = [row.span(Case.NUMBER) for row in lacking[1:30]]
            yield self.at(span, related=related, facts={"count": len(lacking)}, what=what)
        for row in unknown:
            what = f"案件{row.text(Case.NUMBER)}的合同号{row.text(Case.CONTRACT)}在合同表里查不到"
            yield self.at(row.span(Case.CONTRACT), level=Level.WARNING, what=what)


def _covers(contract: Row[Contract], case: Row[Case]) -> bool:
    day = case.day(Case.ACCEPTED) or case.day(Case.FILED)
    signed, until = contract.day(Contract.SIGNED), contract.day(Contract.UNTIL)
    return day is None or ((signed is None or signed <= day) and (until is None or day <= until))
