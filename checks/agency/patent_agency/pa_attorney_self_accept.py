from collections.abc import Iterator

from ipcheck.agency import Agency, AgencyCheck
from ipcheck.agency.tables import CASES, CONTRACTS, Case, Contract, Person
from ipcheck.law import cite
from ipcheck.model import Finding, Level


class PaAttorneySelfAccept(AgencyCheck):
    """合同的受托方是个人，或者代理费收到个人名下：像是代理师自行接受委托。

    代理师应当根据机构的指派承办业务，不得自行接受委托，违反的可以警告、罚款。
    受托方、收款方与人员表里的姓名相同才报，同名的客户也可能碰巧，由人核对；确是自行收案的改由机构签约、收款。
    """

    code = "AGP025"
    level = Level.ERROR
    clue = True
    basis = (cite("代理条例", "16.1"), cite("代理条例", "26.1(2)"))
    message = "风险线索：{what}是个人“{words}”，像是代理师自行接受委托，请核对由谁签约、由谁收款"
    clears = "合同由机构签订、款项已经转入机构账户，或者同名的不是本机构人员"
    keep = ("委托合同", "收款凭证", "机构开具的发票", "指派记录")
    further = (Contract.PARTY, Contract.PAYEE, Case.PAYEE)
    columns = (Person.NAME, Contract.NUMBER)

    _PEOPLE = "# 人员\n姓名\n周岚\n"
    _HEAD = "# 合同\n合同号,受托方,收款方\n"
    good = (
        _PEOPLE + _HEAD + "H1,岚山专利代理事务所,岚山专利代理事务所\n",
        _PEOPLE + _HEAD + "H1,岚山专利代理事务所,吴砚\n",
    )
    bad = (
        _PEOPLE + _HEAD + "H1,⟦周岚⟧,\n",
        _PEOPLE + _HEAD + "H1,岚山专利代理事务所,⟦周 岚⟧\n",
        _PEOPLE + _HEAD + "H1,,\n# 案件\n案号,收款方\nP1,⟦周岚⟧\n",
    )

    def find(self, agency: Agency, /) -> Iterator[Finding]:
        for row in agency.rows(CONTRACTS):
            # A contract in one's own name says it; where the money went is only a sign.
            if agency.person(row.text(Contract.PARTY)):
                yield self.at(row.span(Contract.PARTY), what=f"合同{row.text(Contract.NUMBER)}的受托方")
            if agency.person(row.text(Contract.PAYEE)):
                what = f"合同{row.text(Contract.NUMBER)}的收款方"
                yield self.at(row.span(Contract.PAYEE), what=what, level=Level.WARNING)
        for case in agency.rows(CASES):
            if agency.person(case.text(Case.PAYEE)):
                what = f"案件{case.text(Case.NUMBER)}的收款方"
                yield self.at(case.span(Case.PAYEE), what=what, level=Level.WARNING)
