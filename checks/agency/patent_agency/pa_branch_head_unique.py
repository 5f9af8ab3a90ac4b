from collections.abc import Iterator
from datetime import date

from ipcheck.agency import Agency, AgencyCheck, certificate, plain_name
from ipcheck.agency.branches import open_branches
from ipcheck.agency.qualified import IN_FORCE
from ipcheck.agency.tables import Branch
from ipcheck.law import cite
from ipcheck.model import Finding, Level, Span


class PaBranchHeadUnique(AgencyCheck):
    """一名代理师同时担任两个以上分支机构的负责人。

    代理师不得同时在两个以上分支机构担任负责人；已经注销的分支机构不算，同名的两个人在“负责人资格证号”列写明就不报。
    为其中一个分支机构另选有资格证的负责人，并办理备案。
    """

    code = "AGP017"
    level = Level.ERROR
    basis = (cite("代理办法", "20(3)"),)
    message = "{head}同时是{first}和{second}的负责人：请为其中一处另选负责人"
    columns = (Branch.NAME, Branch.HEAD, Branch.FOUNDED)

    _HEAD = "# 分支机构\n名称,负责人,负责人资格证号,设立日,注销日\n"
    good = (
        _HEAD + "武汉分所,周岚,A1,2022-03-01,\n宜昌分所,吴砚,A2,2022-03-01,\n",
        _HEAD + "武汉分所,周岚,A1,2022-03-01,\n宜昌分所,周岚,A2,2022-03-01,\n",
        _HEAD + "武汉分所,周岚,A1,2022-03-01,2023-03-01\n宜昌分所,周岚,A1,2023-03-01,\n",
        _HEAD + "武汉分所,周岚,A1,2016-03-01,\n宜昌分所,周岚,A1,2017-03-01,\n",
    )
    bad = (
        _HEAD + "武汉分所,周岚,A1,2022-03-01,\n宜昌分所,⟦周岚⟧,A1,2022-03-01,\n",
        _HEAD + "武汉分所,周岚,,2022-03-01,\n宜昌分所,⟦周 岚⟧,,2022-03-01,\n",
        _HEAD + "武汉分所,周岚,A1,2018-03-01,\n宜昌分所,⟦周岚⟧,A1,2022-03-01,\n",
    )

    def find(self, agency: Agency, /) -> Iterator[Finding]:
        seen: dict[str, tuple[str, Span, date]] = {}
        # A branch of before 办法 counts as the other one: the head of a new one must not lead it.
        for row, founded in open_branches(agency, date.min):
            head, number = row.text(Branch.HEAD), certificate(row.text(Branch.HEAD_CERTIFICATE))
            if not number and head:
                # Two persons of the name: nobody can tell which of them this is.
                agency.person(head)
                if head in agency.unclear:
                    continue
            key, name = number or plain_name(head), row.text(Branch.NAME)
            if key in seen:
                first, span, other = seen[key]
                if max(founded, other) >= IN_FORCE:
                    yield self.at(row.span(Branch.HEAD), related=[span], head=head, first=first, second=name)
            if key and (key not in seen or founded > seen[key][2]):
                seen[key] = (name, row.span(Branch.HEAD), founded)
