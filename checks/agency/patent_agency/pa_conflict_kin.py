from collections import defaultdict
from collections.abc import Iterator

from ipcheck.agency import Agency, AgencyCheck, plain_name
from ipcheck.agency.answers import is_lacking
from ipcheck.agency.firms import plain_firm
from ipcheck.agency.tables import CASES, DECLARATIONS, Case, Declaration
from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.readers.sheet import Row


class PaConflictKin(AgencyCheck):
    """承办案件的代理师申报过，本人或者近亲属与委托人、申请人有利害关系。

    指派的代理师本人和近亲属不得与承办的业务有利益冲突，违反的机构可以受警告、罚款。
    只用利益申报表比：申报的单位与委托人、申请人同名是错误，亲属姓名与之同名的可能碰巧，只提示核对。没有申报的关系机器不知道。
    改派没有利害关系的代理师，并留存改派记录。
    """

    code = "AGP031"
    level = Level.ERROR
    basis = (cite("代理条例", "14.2"), cite("代理条例", "25.1(3)"))
    message = "案件{number}的代理师{agent}申报过：{kin}“{words}”{ask}"
    further = (Declaration.NAME, Declaration.FIRM, Case.APPLICANT)
    columns = (Declaration.AGENT, Declaration.KINSHIP, Case.AGENTS, Case.CLIENT)

    _HEAD = "# 申报\n代理师,关系,亲属姓名,单位\n{}\n# 案件\n案号,代理师,委托人,申请人\n"
    good = (
        _HEAD.format("周岚,配偶,王舟,青禾食品有限公司") + "P1,吴砚,青禾食品有限公司,王舟\n",
        _HEAD.format("周岚,无,,") + "P1,周岚,青禾食品有限公司,\n",
    )
    bad = (
        _HEAD.format("周岚,配偶,王舟,青禾食品有限公司") + "P1,周岚;吴砚,⟦青禾食品有限公司⟧,\n",
        _HEAD.format("周岚,配偶,王舟,") + "P1,周岚,某委托人,⟦王舟⟧\n",
        _HEAD.format("周岚,本人持股,,青禾食品有限公司") + "P1,周岚,某委托人,⟦青禾食品有限公司⟧\n",
    )

    def find(self, agency: Agency, /) -> Iterator[Finding]:
        declared: dict[str, list[Row[Declaration]]] = defaultdict(list)
        for row in agency.rows(DECLARATIONS):
            declared[agency.known_as(row.text(Declaration.AGENT))].append(row)
        declared.pop("", None)
        for case in agency.rows(CASES):
            for agent in case.names(Case.AGENTS):
                for row in declared.get(agency.known_as(agent), ()):
                    yield from self._kin(case, agent, row)

    def _kin(self, case: Row[Case], agent: str, row: Row[Declaration]) -> Iterator[Finding]:
        firm, kin = plain_firm(row.text(Declaration.FIRM)), plain_name(row.text(Declaration.NAME))
        relation = row.text(Declaration.KINSHIP) or "利害关系"
        for column in (Case.CLIENT, Case.APPLICANT):
            name = case.text(column)
            if is_lacking(name) or case.cell(column) is None:
                continue
            if plain_firm(name) == firm:
                yield self.at(
                    case.span(column),
                    related=[row.span(Declaration.FIRM)],
                    number=case.text(Case.NUMBER),
                    agent=agent,
                    kin=f"{relation}的单位",
                    ask="，不得承办，请改派",
                )
                return
            if plain_name(name) == kin:
                yield self.at(
                    case.span(column),
                    related=[row.span(Declaration.NAME)],
                    level=Level.WARNING,
                    number=case.text(Case.NUMBER),
                    agent=agent,
                    kin=relation,
                    ask="与之同名，请核对是不是同一个人，是的改派",
                )
                return
