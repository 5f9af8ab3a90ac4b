import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ipcheck.agency import Agency, AssociationCheck
from ipcheck.agency.answers import is_lacking
from ipcheck.agency.tables import MEMBERS, Member
from ipcheck.check import Sample
from ipcheck.law import cite
from ipcheck.model import Finding, Level

_ADMITTED = re.compile(r"^(?!.*不)(?:.*(?:同意|通过|准予|合格))")

# 条例 21 of 2018 holds since then; nobody asks for a review of whoever was a member before.
_IN_FORCE = date(2019, 3, 1)


class AsAdmissionCheck(AssociationCheck):
    """入会没有做诚信审核，或者近两年受过几次处罚、信用等级最低的也通过了。

    行业组织应当加强会员的自律管理；2027年起商标代理行业组织要严格执行吸纳会员的条件并公布吸纳的情况。
    处罚次数和等级的条件以章程为准，默认的是内部阈值。补做审核，不符合章程的不予入会。
    """

    code = "AGA008"
    level = Level.WARNING
    basis = (cite("代理条例", "21"), cite("商标法", "66.2"))
    message = "{agency}{what}"
    columns = (Member.AGENCY, Member.REVIEWED, Member.DECISION, Member.JOINED)
    further = (Member.PENALTIES, Member.GRADE)

    @dataclass(frozen=True)
    class Options:
        """penalties：两年里受过几次处罚的，不宜通过审核
        grades：哪些信用等级的不宜通过审核，几个等级之间用逗号隔开
        """

        penalties: int = 2
        grades: str = "D"

    _HEAD = "# 会员\n机构,审核日,审核结论,两年内处罚次数,信用等级,入会日\n"
    good = (
        _HEAD + "甲所,2026-03-02,同意,1,A,2026-03-05\n乙所,2026-03-02,不同意,3,D,\n丙所,,,,,\n丁所,,,,,2008-03-05\n",
        Sample(_HEAD + "甲所,2026-03-02,同意,2,C,2026-03-05\n", options=(("penalties", 3),)),
    )
    bad = (
        _HEAD + "⟦甲所⟧,,同意,0,A,2026-03-05\n",
        _HEAD + "甲所,⟦2026-03-06⟧,同意,0,A,2026-03-05\n",
        _HEAD + "甲所,2026-03-02,同意,⟦2⟧,A,2026-03-05\n",
        _HEAD + "甲所,2026-03-02,同意,0,⟦D⟧,2026-03-05\n",
    )

    def find(self, agency: Agency, /) -> Iterator[Finding]:
        for row in agency.rows(MEMBERS):
            name, joined, reviewed = row.text(Member.AGENCY), row.day(Member.JOINED), row.day(Member.REVIEWED)
            if joined is not None and joined < _IN_FORCE:
                joined = None
            if joined is not None and is_lacking(row.text(Member.REVIEWED)):
                yield self.at(
                    row.span(Member.AGENCY), agency=name, what=f"{joined.isoformat()}入会，没有诚信审核的记录：请补做"
                )
            elif joined is not None and reviewed is not None and reviewed > joined:
                what = f"{joined.isoformat()}入会，{reviewed.isoformat()}才做诚信审核：以后先审核再入会"
                yield self.at(row.span(Member.REVIEWED), agency=name, what=what)
            if not _ADMITTED.search(row.text(Member.DECISION)):
                continue
            number, grade = row.number(Member.PENALTIES), row.text(Member.GRADE).upper().removesuffix("级")
            if number is not None and number >= self.options.penalties:
                what = f"两年内受过{number:g}次处罚（内部阈值{self.options.penalties}次）仍然通过了审核：请按章程复核"
                yield self.at(row.span(Member.PENALTIES), agency=name, what=what)
            if grade and grade in self.options.grades.upper().split(","):
                what = f"信用等级是{grade}（内部阈值）仍然通过了审核：请按章程复核"
                yield self.at(row.span(Member.GRADE), agency=name, what=what)
