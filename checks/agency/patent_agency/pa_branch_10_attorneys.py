from collections.abc import Iterator

from ipcheck.agency import Agency, AgencyCheck
from ipcheck.agency.branches import open_branches
from ipcheck.agency.tables import Branch, Person
from ipcheck.law import cite
from ipcheck.model import Finding, Level

# 办法 20(2).
_LEAST = 10


class PaBranch10Attorneys(AgencyCheck):
    """设立分支机构的时候，机构执业的专利代理师不足十名。

    设分支机构要有十名以上代理师执业；按设立的那一天在本机构执业的人数核对，不按今天，后来离职的那时算在内。
    核对人员表的执业日、入职日、离职日；确实不足的，向主管部门说明并整改。
    """

    code = "AGP015"
    level = Level.ERROR
    basis = (cite("代理办法", "20(2)"),)
    message = "{name}设立于{founded}，那时只有{count}名代理师执业，应当有十名以上{doubt}：请核对并整改"
    columns = (Branch.NAME, Branch.FOUNDED, Person.CERTIFICATE, Person.PRACTISING, Person.LEFT)

    _HEAD = "# 分支机构\n名称,设立日\n"
    _PEOPLE = "# 人员\n姓名,资格证号,执业日,离职日\n" + "".join(f"代理师{n},A{n},2018-01-01,\n" for n in range(9))
    good = (
        _HEAD + "武汉分所,2022-03-01\n" + _PEOPLE + "吴砚,B1,2022-03-01,\n",
        _HEAD + "武汉分所,2022-03-01\n" + _PEOPLE + "吴砚,B1,2012-03-01,2022-03-02\n",
        _HEAD + "武汉分所,2012-03-01\n" + _PEOPLE,
        _HEAD + "美国办事处,2022-03-01\n武汉分所,2012-03-01\n" + _PEOPLE,
    )
    bad = (
        _HEAD + "武汉分所,⟦2022-03-01⟧\n" + _PEOPLE + "吴砚,B1,2022-03-02,\n",
        _HEAD + "武汉分所,⟦2022-03-01⟧\n" + _PEOPLE + "吴砚,B1,2012-03-01,2022-03-01\n",
        _HEAD + "武汉分所,⟦2022-03-01⟧\n" + _PEOPLE + "吴砚,,2012-03-01,\n",
    )

    @classmethod
    def check_name(cls) -> str:
        """The catalogue's name; class names do not tell where 10 begins."""
        return "pa-branch-10-attorneys"

    def find(self, agency: Agency, /) -> Iterator[Finding]:
        # A table that names nobody who left may lack those who were there then.
        known = any(person.day(Person.LEFT) is not None for person in agency.people)
        for row, founded in open_branches(agency):
            count = len(agency.attorneys_on(founded))
            if count < _LEAST:
                yield self.at(
                    row.span(Branch.FOUNDED),
                    level=None if known else Level.WARNING,
                    doubt="" if known else "（那时在而后来离职的没有写进表里的，请补上）",
                    on=founded,
                    facts={"attorneys": count},
                    name=row.text(Branch.NAME),
                    founded=founded.isoformat(),
                    count=count,
                )
