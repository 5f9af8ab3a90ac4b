from collections import defaultdict
from collections.abc import Iterator

from ipcheck.agency import Agency, AgencyCheck
from ipcheck.agency.qualified import IN_FORCE
from ipcheck.agency.tables import CASES, HANDOVERS, PEOPLE, Case, Handover, Person
from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.readers.sheet import Row


class PaHandover(AgencyCheck):
    """离职的代理师还有在办的案件，没有移交的记录。

    代理师离职应当妥善办理业务移交，没有移交造成严重后果的，机构要受罚。
    没有结案、代理师仍写着离职者的案件，在移交表里要有他的移交记录；“案号”列空着的算全部移交。补办移交，更新案件表的代理师。
    """

    code = "AGP045"
    level = Level.WARNING
    basis = (cite("代理办法", "29"), cite("代理办法", "51(5)"))
    message = "{name}{left}离职，还有{count}件在办案件没有移交记录（{cases}）：请补办移交"
    columns = (Person.NAME, Person.LEFT, Handover.NAME, Case.NUMBER, Case.AGENTS, Case.CLOSED)

    _HEAD = "# 人员\n姓名,离职日\n周岚,{}\n# 移交\n姓名,案号,接收人\n{}\n# 案件\n案号,代理师,结案日\n"
    good = (
        _HEAD.format("2024-03-01", "周岚,,吴砚") + "P1,周岚,\n",
        _HEAD.format("2024-03-01", "周岚,P1、P2,吴砚") + "P1,周岚,\nP2,周岚;吴砚,\n",
        _HEAD.format("2024-03-01", "无,,") + "P1,周岚,2024-02-01\nP2,吴砚,\n",
        _HEAD.format("", "无,,") + "P1,周岚,\n",
        _HEAD.format("2016-03-01", "无,,") + "P1,周岚,\n",
    )
    bad = (
        _HEAD.format("⟦2024-03-01⟧", "无,,") + "P1,周岚,\nP2,周岚,2024-02-01\n",
        _HEAD.format("⟦2024-03-01⟧", "周岚,P1,吴砚") + "P1,周岚,\nP2,周岚;吴砚,\n",
    )

    def find(self, agency: Agency, /) -> Iterator[Finding]:
        handed: dict[str, set[str]] = defaultdict(set)
        for row in agency.rows(HANDOVERS):
            # One empty cell stands for all matters.
            handed[agency.known_as(row.text(Handover.NAME))].update(row.names(Handover.CASES) or ("*",))
        for person in agency.people:
            left, name = person.day(Person.LEFT), _key(agency, person)
            if not name or left is None or not IN_FORCE <= left <= agency.as_of or "*" in handed[name]:
                continue
            if any(row.day(Person.LEFT) is None and _key(agency, row) == name for row in agency.people):
                continue
            open_cases = [row for row in self._open(agency, name) if row.text(Case.NUMBER) not in handed[name]]
            if open_cases:
                numbers = "、".join(row.text(Case.NUMBER) for row in open_cases[:5])
                yield self.at(
                    person.span(Person.LEFT),
                    related=[row.span(Case.AGENTS) for row in open_cases[:30]],
                    facts={"count": len(open_cases)},
                    name=person.text(Person.NAME),
                    left=left.isoformat(),
                    count=len(open_cases),
                    cases=numbers + ("等" if len(open_cases) > 5 else ""),
                )

    def _open(self, agency: Agency, name: str) -> list[Row[Case]]:
        return [
            row
            for row in agency.rows(CASES)
            if name in map(agency.known_as, row.names(Case.AGENTS)) and row.day(Case.CLOSED) is None
        ]


def _key(agency: Agency, person: Row[Person]) -> str:
    return agency.identity(PEOPLE, person) or agency.known_as(person.text(Person.NAME))
