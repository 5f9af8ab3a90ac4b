from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ipcheck.agency import Agency, AgencyCheck, days_after
from ipcheck.agency.answers import says_no
from ipcheck.agency.check import blank_cells
from ipcheck.agency.mark_record import RULES_SINCE
from ipcheck.agency.tables import ARCHIVES, MARK_CASES, Archive, MarkCase
from ipcheck.check import Sample
from ipcheck.law import cite
from ipcheck.model import Finding, Level

_PAPERS = {Archive.POWER: "委托书", Archive.CONTRACT: "委托合同", Archive.FILED: "申请文件", Archive.OFFICE: "官方来文"}


class TaArchive(AgencyCheck):
    """结案的商标案件没有立卷归档，或者案卷缺少材料。

    承办业务的案卷和有关材料应当及时立卷归档、妥善保管，记录要真实、准确、完整。
    空着的格子算没有填写，不查；令第63号施行（2022年12月）以前结案的不看。结案后多少日归档是内部阈值；保存多少年没有见到规定，不查。补齐材料、补办归档。
    """

    code = "AGT013"
    level = Level.WARNING
    business = "trademark"
    basis = (cite("令63", "18"),)
    message = "商标案件{number}{what}：请补齐"
    columns = (MarkCase.NUMBER, MarkCase.CLOSED, Archive.CASE)
    further = (Archive.POWER, Archive.CONTRACT, Archive.FILED, Archive.OFFICE)

    @dataclass(frozen=True)
    class Options:
        """days：结案之后应当在几日之内归档"""

        days: int = 90

    _HEAD = "# 商标案件\n案号,结案日\n{}\n# 档案\n案号,委托书,委托合同,申请文件,官方来文\n"
    good = (
        _HEAD.format("T1,2024-01-01") + "T1,有,有,有,有\nP1,无,有,有,有\n",
        Sample(_HEAD.format("T1,2024-01-01") + "T0,有,有,有,有\n", as_of=date(2024, 3, 31)),
        _HEAD.format("T1,2024-01-01\nT2,2022-11-30\nT3,2016-01-01") + "T1,有,,,\nT3,无,无,有,有\n",
    )
    bad = (
        _HEAD.format("T1,2024-01-01") + "⟦T1⟧,无,有,有,\n",
        Sample(_HEAD.format("⟦T1⟧,2024-01-01") + "T0,有,有,有,有\n", as_of=date(2024, 4, 1)),
    )

    @classmethod
    def partly(cls, agency: Agency) -> str:
        """Which columns and cells were left empty."""
        return "；".join(filter(None, (super().partly(agency), blank_cells(agency.rows(ARCHIVES), _PAPERS))))

    def find(self, agency: Agency, /) -> Iterator[Finding]:
        cases = {
            row.text(MarkCase.NUMBER): row
            for row in agency.rows(MARK_CASES)
            if (row.day(MarkCase.CLOSED) or RULES_SINCE) >= RULES_SINCE
        }
        archived = {row.text(Archive.CASE): row for row in agency.rows(ARCHIVES)}
        for number, row in archived.items():
            lacking = [label for column, label in _PAPERS.items() if row.has(column) and says_no(row.text(column))]
            if lacking and number in cases:
                yield self.at(row.span(Archive.CASE), number=number, what=f"的案卷缺{'、'.join(lacking)}")
        for number, case in cases.items():
            day = case.day(MarkCase.CLOSED)
            if number not in archived and day is not None and days_after(day, self.options.days) < agency.as_of:
                what = f"{day.isoformat()}结案，{self.options.days}日（内部阈值）以后还没有归档"
                yield self.at(case.span(MarkCase.NUMBER), number=number, what=what)
