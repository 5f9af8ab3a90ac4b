from collections.abc import Iterator

from ipcheck.agency import Agency, AgencyCheck
from ipcheck.agency.firms import patent_number
from ipcheck.agency.tables import CAREERS, CASES, Career, Case
from ipcheck.law import cite
from ipcheck.model import Finding, Level, Span


class PaExOfficial(AgencyCheck):
    """曾在专利行政部门任职的代理师，代理自己审查、审理或者处理过的案件。

    这样的案件不得代理，违反的代理师可以受警告、罚款直至吊销资格证。
    在履历表的“经办案件”列写明处理过的申请号，与案件表的申请号、代理师比；没有写明的机器不知道。
    改派其他代理师，并留存改派记录。
    """

    code = "AGP032"
    level = Level.ERROR
    basis = (cite("代理条例", "19.2"), cite("代理条例", "26.1(4)"))
    message = "案件{number}的代理师{agent}曾在{employer}处理过{patent}：不得代理，请改派"
    columns = (Career.NAME, Career.HANDLED, Case.PATENT, Case.AGENTS)

    _HEAD = "# 履历\n姓名,单位,经办案件\n{}\n# 案件\n案号,申请号,代理师\n"
    good = (
        _HEAD.format("周岚,审查协作中心,202310123456.7") + "P1,202310123457.1,周岚\nP2,202310123456.7,吴砚\n",
        _HEAD.format("无,,") + "P1,202310123457.1,周岚\n",
    )
    bad = (
        _HEAD.format("周岚,审查协作中心,202310123456.7；202110123456.0")
        + "P1,⟦2021101234560⟧,吴砚、周岚\nP2,⟦ZL202310123456.7⟧,周岚\n",
    )

    def find(self, agency: Agency, /) -> Iterator[Finding]:
        handled: dict[tuple[str, str], tuple[str, Span]] = {}
        for row in agency.rows(CAREERS):
            for number in row.names(Career.HANDLED):
                key = (agency.known_as(row.text(Career.NAME)), patent_number(number))
                handled[key] = (row.text(Career.EMPLOYER) or "专利行政部门", row.span(Career.HANDLED))
        for case in agency.rows(CASES):
            number = patent_number(case.text(Case.PATENT))
            for agent in case.names(Case.AGENTS) if number else ():
                who = agency.known_as(agent)
                if who and (found := handled.get((who, number))):
                    yield self.at(
                        case.span(Case.PATENT),
                        related=[found[1]],
                        number=case.text(Case.NUMBER),
                        agent=agent,
                        employer=found[0],
                        patent=case.text(Case.PATENT),
                    )
