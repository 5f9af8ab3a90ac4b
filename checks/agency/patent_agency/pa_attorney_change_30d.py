from collections.abc import Iterator
from datetime import date

from ipcheck.agency import Agency, AgencyCheck
from ipcheck.agency.answers import is_lacking, says_no
from ipcheck.agency.late import late
from ipcheck.agency.qualified import IN_FORCE
from ipcheck.agency.tables import Person
from ipcheck.check import Sample
from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.readers.sheet import Row

# 办法 29.
_DAYS = 30


class PaAttorneyChange30d(AgencyCheck):
    """代理师离职或者转来本机构，没有在三十日内变更执业备案。

    离职、转换机构都要自当日起三十日内办理执业备案变更，逾期的可以被直接变更；末日逢节假日顺延到下一个工作日。
    “首次执业”列写“否”的按转换机构核对“执业备案日”，离职的核对“离职备案日”。尽快补办变更。
    """

    code = "AGP023"
    level = Level.ERROR
    basis = (cite("代理办法", "29"),)
    message = "代理师{name}{day}{what}，执业备案变更{told}"
    further = (Person.FIRST, Person.PRACTISING, Person.RECORDED)
    columns = (Person.NAME, Person.CERTIFICATE, Person.LEFT, Person.LEFT_RECORDED)

    _HEAD = "# 人员\n姓名,资格证号,首次执业,执业日,执业备案日,离职日,离职备案日\n"
    good = (
        _HEAD + "周岚,A1,是,2020-03-03,2020-03-05,2025-03-03,2025-04-02\n",
        _HEAD + "周岚,A1,否,2025-03-03,2025-04-02,,\n",
        _HEAD + "周岚,A1,是,2025-03-03,,,\n",
        _HEAD + "吴砚,,,,,2025-03-03,\n",
        Sample(_HEAD + "周岚,A1,是,2020-03-03,2020-03-05,2026-02-09,\n", as_of=date(2026, 3, 11)),
    )
    bad = (
        _HEAD + "周岚,A1,是,2020-03-03,2020-03-05,⟦2025-03-03⟧,2025-04-03\n",
        _HEAD + "周岚,A1,是,2020-03-03,2020-03-05,⟦2025-03-03⟧,\n",
        _HEAD + "周岚,A1,否,⟦2025-03-03⟧,2025-04-03,,\n",
        Sample(_HEAD + "周岚,A1,是,2020-03-03,2020-03-05,⟦2026-02-09⟧,\n", as_of=date(2026, 3, 12)),
    )

    @classmethod
    def check_name(cls) -> str:
        """The catalogue's name; class names do not tell where 30d begins."""
        return "pa-attorney-change-30d"

    def find(self, agency: Agency, /) -> Iterator[Finding]:
        for row in agency.people:
            if is_lacking(row.text(Person.CERTIFICATE)):
                continue
            yield from self._late(agency, row, Person.LEFT, Person.LEFT_RECORDED, "离职")
            if says_no(row.text(Person.FIRST)) and row.has(Person.RECORDED):
                yield from self._late(agency, row, Person.PRACTISING, Person.RECORDED, "转来执业")

    def _late(self, agency: Agency, row: Row[Person], event: Person, recorded: Person, what: str) -> Iterator[Finding]:
        day = row.day(event)
        if day is not None and day >= IN_FORCE:
            found = late(agency, day, row.day(recorded), _DAYS)
            if found:
                yield self.at(
                    row.span(event),
                    facts={"open": found.open},
                    name=row.text(Person.NAME),
                    day=day.isoformat(),
                    what=what,
                    told=found.told,
                )
