from collections.abc import Iterator
from dataclasses import dataclass

from ipcheck.agency import Agency, AgencyCheck, years_after
from ipcheck.agency.tables import CAREERS, Career, Person
from ipcheck.law import cite
from ipcheck.model import Finding, Level


class PaExOfficialCooling(AgencyCheck):
    """专利行政部门的工作人员离职以后，限制期没有满就来从事专利代理。

    这些人员离职后，在法律、行政法规规定的期限内不得从事专利代理工作。
    期限由别的法律规定，没有核对到原文，年数是内部阈值，可以在设置里改。对照现行规定核对；限制期内的停止从业。
    """

    code = "AGP033"
    level = Level.WARNING
    basis = (cite("代理条例", "19.1"),)
    message = "{name}{left}从{employer}离职，{joined}入职，还没有满{years}年（内部阈值，以现行法律为准）：请核对限制期"
    columns = (Career.NAME, Career.OFFICIAL, Career.TO, Person.NAME, Person.JOINED)

    @dataclass(frozen=True)
    class Options:
        """years：离职之后几年之内不得从事专利代理"""

        years: int = 3

    _HEAD = (
        "# 履历\n姓名,单位,专利行政部门,止日\n周岚,某省知识产权局,{},2021-03-05\n# 人员\n姓名,入职日,离职日\n周岚,{}\n"
    )
    good = (
        _HEAD.format("是", "2024-03-05,"),
        _HEAD.format("否", "2021-03-06,"),
        _HEAD.format("是", "2022-03-05,2023-03-05"),
    )
    bad = (_HEAD.format("是", "⟦2024-03-04⟧,"),)

    def find(self, agency: Agency, /) -> Iterator[Finding]:
        for career in agency.rows(CAREERS):
            left = career.day(Career.TO)
            if left is None or not career.yes(Career.OFFICIAL):
                continue
            for row in agency.person(career.text(Career.NAME)):
                joined, gone = row.day(Person.JOINED), row.day(Person.LEFT)
                here = gone is None or gone > agency.as_of
                if here and joined is not None and left <= joined < years_after(left, self.options.years):
                    yield self.at(
                        row.span(Person.JOINED),
                        related=[career.span(Career.TO)],
                        name=row.text(Person.NAME),
                        left=left.isoformat(),
                        employer=career.text(Career.EMPLOYER) or "专利行政部门",
                        joined=joined.isoformat(),
                        years=self.options.years,
                    )
