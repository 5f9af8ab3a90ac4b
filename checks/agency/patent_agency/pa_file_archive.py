from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ipcheck.agency import Agency, AgencyCheck, days_after, years_after
from ipcheck.agency.answers import says_no
from ipcheck.agency.check import blank_cells
from ipcheck.agency.qualified import IN_FORCE
from ipcheck.agency.tables import ARCHIVES, CASES, MARK_CASES, Archive, Case, MarkCase
from ipcheck.check import Sample
from ipcheck.law import cite
from ipcheck.model import Finding, Level

_PAPERS = {Archive.POWER: "委托书", Archive.CONTRACT: "委托合同", Archive.FILED: "申请文件", Archive.OFFICE: "官方来文"}


class PaFileArchive(AgencyCheck):
    """结案的案卷没有归档，案卷缺少材料，或者保存期限太短。

    应当建立健全档案管理制度，案卷要能拿得出委托书、合同、申请文件和往来的官文。
    2019年5月办法施行以前结案的不看；结案后多少日归档是内部阈值；保存年限没有核对到原文，默认不查，可以在设置里填。补齐材料、补办归档。
    """

    code = "AGP038"
    level = Level.WARNING
    basis = (cite("代理办法", "23"),)
    message = "案件{number}{what}：请补齐"
    further = (Archive.POWER, Archive.CONTRACT, Archive.FILED, Archive.OFFICE)
    columns = (Archive.CASE, Case.NUMBER, Case.CLOSED)

    @dataclass(frozen=True)
    class Options:
        """days：结案之后应当在几日之内归档
        years：案卷应当保存几年；0是不查
        """

        days: int = 90
        years: int = 0

    _HEAD = "# 案件\n案号,结案日\n{}\n# 档案\n案号,委托书,委托合同,申请文件,官方来文,保存至\n"
    good = (
        _HEAD.format("P1,2024-01-01") + "P1,有,有,有,有,\n",
        Sample(_HEAD.format("P1,2024-01-01") + "P0,有,有,有,有,\n", as_of=date(2024, 3, 31)),
        _HEAD.format("P1,") + "P0,有,有,有,有,2025-01-01\n",
        _HEAD.format("P1,2024-01-01") + "P1,有,,,,\n",
        _HEAD.format("P1,2019-04-30\nP2,2012-01-01") + "P2,,有,有,有,\n",
    )
    bad = (
        _HEAD.format("P1,2024-01-01") + "⟦P1⟧,无,有,有,,\n",
        Sample(_HEAD.format("⟦P1⟧,2024-01-01") + "P0,有,有,有,有,\n", as_of=date(2024, 4, 1)),
        Sample(_HEAD.format("P1,2024-01-01") + "P1,有,有,有,有,⟦2028-12-31⟧\n", options=(("years", 5),)),
    )

    @classmethod
    def partly(cls, agency: Agency) -> str:
        """Which columns and cells were left empty."""
        return "；".join(filter(None, (super().partly(agency), blank_cells(agency.rows(ARCHIVES), _PAPERS))))

    def find(self, agency: Agency, /) -> Iterator[Finding]:
        ended = {row.text(Case.NUMBER): row for row in agency.rows(CASES) if row.day(Case.CLOSED) is not None}
        # What was closed before 办法 held was kept under other rules.
        old = {number for number, row in ended.items() if (row.day(Case.CLOSED) or IN_FORCE) < IN_FORCE}
        closed = {number: row for number, row in ended.items() if number not in old}
        archived = set()
        # Files of trademark matters lie in the same table; another check looks at them.
        marks = {row.text(MarkCase.NUMBER) for row in agency.rows(MARK_CASES)} - {
            row.text(Case.NUMBER) for row in agency.rows(CASES)
        }
        for row in agency.rows(ARCHIVES):
            number = row.text(Archive.CASE)
            archived.add(number)
            lacking = [label for column, label in _PAPERS.items() if row.has(column) and says_no(row.text(column))]
            if lacking and number not in marks and number not in old:
                yield self.at(row.span(Archive.CASE), number=number, what=f"的案卷缺{'、'.join(lacking)}")
            until, end = row.day(Archive.KEPT_UNTIL), closed[number].day(Case.CLOSED) if number in closed else None
            years = self.options.years
            if years and until is not None and end is not None and until < years_after(end, years):
                what = f"的案卷只保存到{until.isoformat()}，结案后不满{years}年（内部阈值）"
                yield self.at(row.span(Archive.KEPT_UNTIL), number=number, what=what)
        for number, case in closed.items():
            day = case.day(Case.CLOSED)
            if number not in archived and day is not None and days_after(day, self.options.days) < agency.as_of:
                what = f"{day.isoformat()}结案，{self.options.days}日（内部阈值）以后还没有归档"
                yield self.at(case.span(Case.NUMBER), number=number, what=what)
