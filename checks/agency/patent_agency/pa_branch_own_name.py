from collections import defaultdict
from collections.abc import Iterator

from ipcheck.agency import Agency, AgencyCheck
from ipcheck.agency.firms import plain_firm
from ipcheck.agency.tables import BRANCHES, CASES, Branch, Case
from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.readers.sheet import Row


class PaBranchOwnName(AgencyCheck):
    """案件的委托书上写的是分支机构，而不是机构本身。

    分支机构以机构的名义办理业务，责任由机构承担；分支机构的执业限制没有核对到原文，只提示核对。
    委托书、委托合同上写机构的名称；分支机构承办的写明承办人。
    """

    code = "AGP020"
    level = Level.WARNING
    basis = (cite("代理办法", "21"),)
    message = "案件{number}{count}以分支机构“{words}”的名义办理：请改用机构的名称并核对委托书"
    columns = (Case.NUMBER, Case.ACTING, Branch.NAME)

    _HEAD = "# 分支机构\n名称\n岚山专利代理事务所武汉分所\n# 案件\n案号,办案名义\n"
    good = (_HEAD + "P1,岚山专利代理事务所\nP2,\n",)
    bad = (_HEAD + "P1,岚山专利代理事务所\nP2,⟦岚山专利代理事务所武汉分所⟧\nP3,岚山专利代理事务所武汉分所\n",)

    def find(self, agency: Agency, /) -> Iterator[Finding]:
        names = {plain_firm(row.text(Branch.NAME)) for row in agency.rows(BRANCHES)}
        found: dict[str, list[Row[Case]]] = defaultdict(list)
        for row in agency.rows(CASES):
            if row.text(Case.ACTING) and (name := plain_firm(row.text(Case.ACTING))) in names:
                found[name].append(row)
        for rows in found.values():
            yield self.at(
                rows[0].span(Case.ACTING),
                related=[row.span(Case.NUMBER) for row in rows[1:30]],
                facts={"count": len(rows)},
                number=rows[0].text(Case.NUMBER),
                count=f"等{len(rows)}件" if len(rows) > 1 else "",
            )
