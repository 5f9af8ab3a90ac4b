from collections.abc import Iterator
from datetime import date

from ipcheck.agency import Agency, AgencyCheck, plain_name
from ipcheck.agency.mark_record import NEW_LAW
from ipcheck.agency.tables import CONTRACTS, MARK_CASES, PRACTITIONERS, Contract, MarkCase, Practitioner
from ipcheck.check import Sample
from ipcheck.law import cite
from ipcheck.model import Finding, Level, Span


class TaPractitionerSelfAccept(AgencyCheck):
    """商标案件的合同受托方或者收款方是从业人员个人：像是自行接受委托。

    从业人员按机构指派承办业务，不得以个人名义自行接受委托；2027年起商标法有罚款。
    受托方、收款方与商标从业人员同名才报，只有收款方是个人的给警告；同名的客户也可能碰巧，由人核对。确是自行收案的改由机构签约、收款。
    """

    code = "AGT012"
    level = Level.ERROR
    clue = True
    business = "trademark"
    basis = (cite("商标条例", "85.2"), cite("令63", "16.1"), cite("商标法", "65.3"))
    message = "风险线索：商标案件{case}{what}是个人“{words}”，像是从业人员自行接受委托，请核对由谁签约、由谁收款"
    clears = "合同由机构签订、款项已经转入机构账户，或者同名的不是本机构人员"
    keep = ("委托合同", "收款凭证", "机构开具的发票", "指派记录")
    columns = (MarkCase.NUMBER, MarkCase.CONTRACT, Practitioner.NAME)
    further = (MarkCase.PAYEE, Contract.NUMBER, Contract.PARTY, Contract.PAYEE)

    _HEAD = (
        "# 商标从业人员\n姓名\n周岚\n# 商标案件\n案号,合同号,收款方,受理委托日\nT1,H1,{},2026-03-05\n"
        "# 合同\n合同号,受托方,收款方\n{}\n"
    )
    good = (_HEAD.format("岚山商标代理", "H1,岚山商标代理,吴砚\nH2,周岚,周岚"),)
    bad = (
        _HEAD.format("⟦周 岚⟧", "H1,岚山商标代理,岚山商标代理"),
        _HEAD.format("岚山商标代理", "H1,⟦周岚⟧,岚山商标代理"),
        Sample(_HEAD.format("岚山商标代理", "H1,岚山商标代理,⟦周岚⟧"), as_of=date(2027, 1, 1)),
    )

    def find(self, agency: Agency, /) -> Iterator[Finding]:
        people = {plain_name(row.text(Practitioner.NAME)) for row in agency.rows(PRACTITIONERS)} - {""}
        contracts = {row.text(Contract.NUMBER).upper(): row for row in agency.rows(CONTRACTS)}
        told: set[str] = set()
        for case in agency.rows(MARK_CASES):
            number, contract = case.text(MarkCase.NUMBER), case.text(MarkCase.CONTRACT).upper()
            if plain_name(case.text(MarkCase.PAYEE)) in people:
                yield self._tell(agency, case.span(MarkCase.PAYEE), number, "的收款方", Level.WARNING)
            found = contracts.get(contract) if contract and contract not in told else None
            told.add(contract)
            if found is not None and plain_name(found.text(Contract.PARTY)) in people:
                yield self._tell(agency, found.span(Contract.PARTY), number, "的合同受托方", Level.ERROR)
            if found is not None and plain_name(found.text(Contract.PAYEE)) in people:
                yield self._tell(agency, found.span(Contract.PAYEE), number, "的合同收款方", Level.WARNING)

    def _tell(self, agency: Agency, span: Span, case: str, what: str, level: Level) -> Finding:
        basis = (*self.basis, cite("商标法", "68(1)")) if agency.as_of >= NEW_LAW else None
        return self.at(span, level=level, basis=basis, case=case, what=what)
