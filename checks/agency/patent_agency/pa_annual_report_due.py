from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ipcheck.agency import Agency, AgencyCheck
from ipcheck.agency.abnormal_items import late_reports
from ipcheck.agency.tables import Annual
from ipcheck.check import Sample
from ipcheck.law import cite
from ipcheck.model import Finding, Level


class PaAnnualReportDue(AgencyCheck):
    """年度报告没有按期提交。

    应当按规定提交上一年度的年度报告，没有按期提交的列入经营异常名录。
    截止日六月三十日没有核对到原文，是内部阈值，可以在设置里改，逢节假日顺延；取得许可当年的报告怎样算也没有核对到，不查。
    尽快补交，并申请移出名录。
    """

    code = "AGP039"
    level = Level.WARNING
    basis = (cite("代理办法", "35"), cite("代理办法", "37(1)"))
    message = "{told}（截止日是内部阈值，以当年通知为准）"
    columns = (Annual.YEAR, Annual.SUBMITTED)

    @dataclass(frozen=True)
    class Options:
        """month：提交年度报告的截止日在几月
        day：提交年度报告的截止日是那个月的几日
        """

        month: int = 6
        day: int = 30

    _HEAD = "# 年度报告\n年度,提交日\n"
    good = (
        Sample(_HEAD + "2024,2025-06-30\n", as_of=date(2025, 12, 31)),
        Sample(_HEAD + "二〇二四年度,2025-06-30\n", as_of=date(2025, 12, 31)),
        Sample(_HEAD + "2016,2017-07-30\n2024,2025-06-30\n", as_of=date(2025, 12, 31)),
        Sample(_HEAD + "2023,2024-07-01\n2024,2025-03-01\n", as_of=date(2024, 12, 31)),
        Sample(_HEAD + "2023,2024-06-28\n", as_of=date(2025, 6, 30)),
        Sample("licence.issued = 2024-09-01\n" + _HEAD + "2023,2024-06-28\n", as_of=date(2025, 7, 30)),
    )
    bad = (
        Sample(_HEAD + "2024,⟦2025-07-01⟧\n", as_of=date(2025, 12, 31)),
        Sample(_HEAD + "2023,⟦2024-07-02⟧\n2024,2025-03-01\n", as_of=date(2025, 12, 31)),
        Sample(_HEAD + "⟦2023⟧,2024-06-28\n", as_of=date(2025, 7, 1)),
        Sample(_HEAD + "⟦2024⟧,\n", as_of=date(2025, 7, 1)),
    )

    def find(self, agency: Agency, /) -> Iterator[Finding]:
        for item in late_reports(agency, self.options.month, self.options.day):
            yield self.at(item.span, facts={"open": item.open}, told=item.told)
