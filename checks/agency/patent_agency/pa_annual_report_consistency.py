from collections.abc import Iterator
from datetime import date

from ipcheck.agency import Agency, AgencyCheck
from ipcheck.agency.abnormal_items import report_year
from ipcheck.agency.branches import is_abroad
from ipcheck.agency.qualified import IN_FORCE, owners_at
from ipcheck.agency.tables import (
    BRANCHES,
    OWNERS,
    PEOPLE,
    REPORTS,
    SUBMISSIONS,
    Annual,
    Branch,
    Owner,
    Person,
    Submission,
)
from ipcheck.law import cite
from ipcheck.model import Finding, Level


class PaAnnualReportConsistency(AgencyCheck):
    """年度报告里的人数、分支机构数、件数与各表对不上。

    年度报告的信息要真实，与公示的信息一致；提供虚假信息的列入经营异常名录，也是检查的重点。
    按报告年度的年末和提交日两个日期各算一次，与其中一个相符就不报；代理师、合伙人股东、分支机构、申请件数四项，没有给出的表不比。
    核对后更正报告，或者补正表格。
    """

    code = "AGP041"
    level = Level.WARNING
    basis = (cite("代理办法", "37(2)"), cite("代理办法", "41"))
    message = "{year}年度报告的{column}是{told}，按表格{counted}：请核对后更正报告或者表格"
    further = (
        Annual.ATTORNEYS,
        Annual.OWNERS,
        Annual.BRANCH_COUNT,
        Annual.FILINGS,
        Person.CERTIFICATE,
        Person.PRACTISING,
        Owner.NAME,
        Branch.FOUNDED,
        Submission.DAY,
    )
    columns = (Annual.YEAR, Annual.SUBMITTED)

    _HEAD = "# 年度报告\n年度,提交日,代理师人数,合伙人股东人数,分支机构数,申请件数\n"
    _PEOPLE = "# 人员\n姓名,资格证号,执业日,离职日\n周岚,A1,2020-01-01,\n吴砚,A2,2020-01-01,2025-02-01\n"
    good = (
        _HEAD + "2024,2025-03-01,2,,,\n" + _PEOPLE,
        _HEAD + "2024,2025-03-01,1,,,\n" + _PEOPLE,
        _HEAD + "2024,2025-03-01,9,,,\n",
        _HEAD
        + "2017,2018-03-01,9,9,9,9\n2023,2024-03-01,2,3,,200\n2024,2025-03-01,1,2,2,\n"
        + _PEOPLE
        + "# 股东合伙人\n姓名\n周岚\n吴砚\n# 分支机构\n名称,设立日\n武汉分所,2020-01-01\n东京办事处,2020-01-01\n"
        + "# 提交登记\n提交日\n2025-01-01\n",
        _HEAD + "2024,2025-03-01,,2,0,1\n# 股东合伙人\n姓名\n周岚\n吴砚\n# 分支机构\n名称,设立日\n无,\n"
        "# 提交登记\n提交日\n2024-12-31\n2025-01-01\n",
    )
    bad = (
        _HEAD + "2024,2025-03-01,⟦3⟧,,,\n" + _PEOPLE,
        _HEAD + "2024,2025-03-01,,⟦3⟧,⟦1⟧,⟦2⟧\n# 股东合伙人\n姓名\n周岚\n吴砚\n# 分支机构\n名称,设立日\n无,\n"
        "# 提交登记\n提交日\n2024-12-31\n2025-01-01\n",
    )

    def find(self, agency: Agency, /) -> Iterator[Finding]:
        latest = max((year for row in agency.rows(REPORTS) if (year := report_year(row)) is not None), default=0)
        for row in agency.rows(REPORTS):
            year = report_year(row)
            # Reports of before 办法 held were about something else.
            if year is None or date(year, 12, 31) < IN_FORCE:
                continue
            days = [date(year, 12, 31), row.day(Annual.SUBMITTED) or date(year, 12, 31)]
            for column in (Annual.ATTORNEYS, Annual.OWNERS, Annual.BRANCH_COUNT, Annual.FILINGS):
                told, counted = row.number(column), _counted(agency, column, year, days)
                known = year == latest or _tells_who_left(agency, column)
                if told is not None and known and counted and int(told) not in counted:
                    words = "或者".join(f"{number}" for number in dict.fromkeys(counted))
                    yield self.at(
                        row.span(column), year=year, column=column.value, told=row.text(column), counted=f"是{words}"
                    )


def _counted(agency: Agency, column: Annual, year: int, days: list[date]) -> list[int]:
    """What the tables say on each of the days; empty if they were not given."""
    if column is Annual.ATTORNEYS and agency.has(PEOPLE, Person.CERTIFICATE, Person.PRACTISING):
        return [len(agency.attorneys_on(day)) for day in days]
    if column is Annual.OWNERS and agency.has_table(OWNERS):
        return [len(owners_at(agency, day)) for day in days]
    if column is Annual.BRANCH_COUNT and agency.has_table(BRANCHES):
        # Offices abroad have an item of their own; some count them among the branches.
        rows = agency.rows(BRANCHES)
        here = [row for row in rows if not is_abroad(row)]
        return [
            sum(_open(row.day(Branch.FOUNDED), row.day(Branch.CLOSED), day) for row in some)
            for some in (here, rows)
            for day in days
        ]
    if column is Annual.FILINGS and agency.has(SUBMISSIONS, Submission.DAY):
        first = min((day for row in agency.rows(SUBMISSIONS) if (day := row.day(Submission.DAY))), default=None)
        if first is not None and first.year > year:
            # The register begins later.
            return []
        return [
            sum(
                day is not None and day.year == year
                for row in agency.rows(SUBMISSIONS)
                for day in [row.day(Submission.DAY)]
            )
        ]
    return []


def _tells_who_left(agency: Agency, column: Annual) -> bool:
    """Whether a table of those of today tells of earlier years too: it names somebody who left."""
    if column is Annual.ATTORNEYS:
        return any(row.day(Person.LEFT) is not None for row in agency.people)
    if column is Annual.OWNERS:
        return any(row.day(Owner.LEFT) is not None for row in agency.rows(OWNERS))
    return True


def _open(founded: date | None, closed: date | None, day: date) -> bool:
    return (founded is None or founded <= day) and (closed is None or closed > day)
