from collections.abc import Iterator
from datetime import date

from ipcheck.agency import Agency, AgencyCheck
from ipcheck.agency.late import late
from ipcheck.agency.tables import Person
from ipcheck.check import Sample
from ipcheck.law import cite
from ipcheck.model import Finding, Level

# 条例 12.1; it holds since then.
_DAYS = 30
_IN_FORCE = date(2019, 3, 1)


class PaAttorneyFirstFiling30d(AgencyCheck):
    """代理师首次执业，没有在三十日内备案。

    首次执业应当自执业之日起三十日内备案，没有备案的代理师可以受警告、罚款；末日逢节假日顺延到下一个工作日。
    执业之日是各项条件全部齐备的那一天，不是领证的那一天，填在“执业日”列；“首次执业”列写“是”的才查。尽快补办备案。
    """

    code = "AGP022"
    level = Level.ERROR
    basis = (cite("代理条例", "12.1"), cite("代理条例", "26.1(1)"), cite("代理办法", "26.2"))
    message = "代理师{name}{practising}首次执业，备案{told}"
    columns = (Person.NAME, Person.FIRST, Person.PRACTISING, Person.RECORDED)

    _HEAD = "# 人员\n姓名,首次执业,执业日,执业备案日\n"
    good = (
        _HEAD + "周岚,是,2025-03-03,2025-04-02\n",
        _HEAD + "周岚,是,2025-09-05,2025-10-09\n",
        Sample(_HEAD + "周岚,是,2025-03-03,\n", as_of=date(2025, 4, 2)),
        _HEAD + "周岚,否,2025-03-03,2025-06-02\n",
    )
    bad = (
        _HEAD + "周岚,是,⟦2025-03-03⟧,2025-04-03\n",
        _HEAD + "周岚,是,⟦2025-03-03⟧,2025-04-13\n",
        _HEAD + "周岚,是,⟦2025-09-05⟧,2025-10-10\n",
        Sample(_HEAD + "周岚,是,⟦2025-03-03⟧,未备案\n", as_of=date(2025, 4, 3)),
    )

    @classmethod
    def check_name(cls) -> str:
        """The catalogue's name; class names do not tell where 30d begins."""
        return "pa-attorney-first-filing-30d"

    def find(self, agency: Agency, /) -> Iterator[Finding]:
        for row in agency.people:
            practising = row.day(Person.PRACTISING)
            if not row.yes(Person.FIRST) or practising is None or practising < _IN_FORCE:
                continue
            found = late(agency, practising, row.day(Person.RECORDED), _DAYS)
            if found:
                name = row.text(Person.NAME)
                yield self.at(
                    row.span(Person.PRACTISING),
                    facts={"open": found.open},
                    name=name,
                    practising=practising.isoformat(),
                    told=found.told,
                )
