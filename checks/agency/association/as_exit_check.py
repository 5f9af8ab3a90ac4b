import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ipcheck.agency import Agency, AssociationCheck
from ipcheck.agency.answers import is_lacking
from ipcheck.agency.late import late
from ipcheck.agency.tables import MEMBERS, Member
from ipcheck.check import Sample
from ipcheck.law import cite
from ipcheck.model import Finding, Level

_GONE = re.compile(r"撤销|吊销|注销")


class AsExitCheck(AssociationCheck):
    """许可已经撤销、吊销、注销的机构仍在会员名册里，或者惩戒了没有公布。

    行业组织对违反自律规范的会员实行惩戒；2027年起商标代理行业组织要及时公布惩戒的情况。
    惩戒不等于行政处罚；公布的期限是内部阈值。按章程办理退会，补公布惩戒，注意个人信息。
    """

    code = "AGA009"
    level = Level.ADVICE
    basis = (cite("代理条例", "21"), cite("商标法", "66.2"))
    message = "{agency}{what}"
    columns = (Member.AGENCY, Member.STATUS, Member.LEFT)
    further = (Member.DISCIPLINE, Member.DISCIPLINED, Member.PUBLISHED)

    @dataclass(frozen=True)
    class Options:
        """days：惩戒应当在几日之内公布"""

        days: int = 30

    _HEAD = "# 会员\n机构,入会日,退会日,许可状态,惩戒,惩戒日,惩戒公布日\n"
    good = (
        _HEAD + "甲所,2020-03-05,2026-03-05,吊销,无,,\n乙所,2020-03-05,,有效,警告,2026-03-05,2026-03-20\n",
        _HEAD + "丙所,,,吊销,,,\n",
        Sample(_HEAD + "乙所,2020-03-05,,有效,警告,2025-03-03,\n", as_of=date(2025, 4, 2)),
    )
    bad = (
        _HEAD + "甲所,2020-03-05,,⟦吊销⟧,无,,\n",
        Sample(_HEAD + "乙所,2020-03-05,,有效,⟦警告⟧,2025-03-03,\n", as_of=date(2025, 4, 3)),
    )

    def find(self, agency: Agency, /) -> Iterator[Finding]:
        for row in agency.rows(MEMBERS):
            name, status, left = row.text(Member.AGENCY), row.text(Member.STATUS), row.day(Member.LEFT)
            here = row.day(Member.JOINED) is not None and (left is None or left > agency.as_of)
            if here and _GONE.search(status):
                yield self.at(
                    row.span(Member.STATUS), agency=name, what=f"的许可已经{status}，仍在会员名册里：请按章程办理退会"
                )
            day = row.day(Member.DISCIPLINED)
            if is_lacking(row.text(Member.DISCIPLINE)) or day is None or not row.has(Member.PUBLISHED):
                continue
            found = late(agency, day, row.day(Member.PUBLISHED), self.options.days)
            if found:
                what = f"的惩戒“{row.text(Member.DISCIPLINE)}”，公布{found.told}（内部阈值{self.options.days}日）"
                yield self.at(row.span(Member.DISCIPLINE), agency=name, what=what)
