from collections.abc import Iterator

from ipcheck.agency import Agency, AgencyCheck, practised_on
from ipcheck.agency.answers import says_no
from ipcheck.agency.branches import is_of_branch, open_branches
from ipcheck.agency.check import blank_cells
from ipcheck.agency.tables import Branch, Person
from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.readers.sheet import Row


class PaBranchResident(AgencyCheck):
    """分支机构没有代理师执业，或者负责人没有专利代理师资格证。

    设分支机构，分支机构要有一名以上代理师执业，负责人要有资格证；设立时没有、现在也没有的是错误，只有一个时候没有的提示核对。
    在人员表的“分支机构”列写明谁在哪里执业，在分支机构表写明负责人和他的资格证号；确实没有的补足。
    """

    code = "AGP016"
    level = Level.ERROR
    basis = (cite("代理办法", "20(2)"),)
    message = "{name}{what}：请补足，填漏的补上"
    columns = (
        Branch.NAME,
        Branch.FOUNDED,
        Branch.HEAD,
        Person.NAME,
        Person.CERTIFICATE,
        Person.PRACTISING,
        Person.BRANCH,
    )

    _HEAD = "# 分支机构\n名称,负责人,设立日\n"
    _PEOPLE = "# 人员\n姓名,资格证号,执业日,分支机构,离职日\n"
    good = (
        _HEAD + "武汉分所,周岚,2022-03-01\n" + _PEOPLE + "周岚,A1,2022-03-01,武汉分所,\n",
        _HEAD + "岚山专利代理事务所武汉分所,周岚,2022-03-01\n" + _PEOPLE + "周岚,A1,2012-03-01,武汉分所,\n",
        _HEAD + "武汉分所,吴砚,2022-03-01\n" + _PEOPLE + "周岚,A1,2012-03-01,武汉分所,\n吴砚,,,武汉分所,\n",
    )
    bad = (
        _HEAD + "⟦武汉分所⟧,周岚,2022-03-01\n" + _PEOPLE + "周岚,A1,2022-03-02,武汉分所,\n",
        _HEAD + "⟦武汉分所⟧,周岚,2022-03-01\n" + _PEOPLE + "周岚,A1,2012-03-01,武汉分所,2024-03-01\n",
        _HEAD + "武汉分所,⟦吴砚⟧,2022-03-01\n" + _PEOPLE + "周岚,A1,2012-03-01,武汉分所,\n吴砚,无,,武汉分所,\n",
        "# 分支机构\n名称,负责人,负责人资格证号,设立日\n武汉分所,⟦吴砚⟧,无,2022-03-01\n"
        + _PEOPLE
        + "周岚,A1,2012-03-01,武汉分所,\n",
    )

    @classmethod
    def partly(cls, agency: Agency) -> str:
        """Which heads' certificates are told nowhere."""
        rows = [row for row, _ in open_branches(agency) if not _number(agency, row)]
        return "；".join(filter(None, (super().partly(agency), blank_cells(rows, (Branch.HEAD_CERTIFICATE,)))))

    def find(self, agency: Agency, /) -> Iterator[Finding]:
        for row, founded in open_branches(agency):
            name = row.text(Branch.NAME)
            people = [person for person in agency.people if is_of_branch(person, name)]
            then, now = (any(practised_on(person, day) for person in people) for day in (founded, agency.as_of))
            if not then or not now:
                what = "现在没有代理师执业"
                if not then:
                    what = f"设立时（{founded.isoformat()}）没有代理师执业" + ("，以后才有" if now else "，现在也没有")
                # Who was there then may have gone or moved since; only nobody at all is sure.
                level = Level.WARNING if then or now else None
                yield self.at(row.span(Branch.NAME), name=name, what=what, level=level)
            head = row.text(Branch.HEAD)
            number = _number(agency, row)
            if head and says_no(number) and head not in agency.unclear:
                yield self.at(row.span(Branch.HEAD), name=name, what=f"的负责人{head}没有专利代理师资格证")


def _number(agency: Agency, row: Row[Branch]) -> str:
    """The certificate of a branch's head, from the table 人员 where that of branches leaves it out."""
    told = (person.text(Person.CERTIFICATE) for person in agency.person(row.text(Branch.HEAD)))
    return row.text(Branch.HEAD_CERTIFICATE) or next(filter(None, told), "")
