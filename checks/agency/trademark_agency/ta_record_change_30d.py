from collections.abc import Iterator
from datetime import date

from ipcheck.agency import Agency, AgencyCheck
from ipcheck.agency.late import late
from ipcheck.agency.mark_record import RULES_SINCE
from ipcheck.agency.tables import MARK_CHANGES, MarkChange
from ipcheck.check import Sample
from ipcheck.law import cite
from ipcheck.model import Finding, Level

# 令63 第七条.
_DAYS = 30


class TaRecordChange30d(AgencyCheck):
    """商标代理的备案信息变了，三十日内没有办理变更备案。

    从实际发生变化或者主管部门登记、批准之日起三十日内，要向国家知识产权局办理变更备案。
    要登记、批准的事项填“登记批准日”，从那一天起算；没有填的从变更日起算，末日逢节假日顺延。尽快补办，留存回执。
    """

    code = "AGT003"
    level = Level.ERROR
    business = "trademark"
    basis = (cite("令63", "7"),)
    message = "{matter}的变更备案{told}"
    columns = (MarkChange.MATTER, MarkChange.CHANGED, MarkChange.RECORDED)

    _HEAD = "# 备案变更\n事项,变更日,登记批准日,备案变更日\n"
    good = (
        Sample(_HEAD + "住所,2025-03-03,,\n", as_of=date(2025, 4, 2)),
        _HEAD + "股东,2025-02-03,2025-03-03,2025-04-02\n",
        _HEAD + "联系方式,2025-09-05,,2025-10-09\n",
        _HEAD + "无,,,\n",
        _HEAD + "住所,2020-03-03,,2020-06-03\n",
    )
    bad = (
        Sample(_HEAD + "住所,⟦2025-03-03⟧,,\n", as_of=date(2025, 4, 3)),
        _HEAD + "负责人,2025-02-03,⟦2025-03-03⟧,2025-04-15\n",
    )

    @classmethod
    def check_name(cls) -> str:
        """The catalogue's name; class names do not tell where 30d begins."""
        return "ta-record-change-30d"

    def find(self, agency: Agency, /) -> Iterator[Finding]:
        for row in agency.rows(MARK_CHANGES):
            start = row.day(MarkChange.REGISTERED) or row.day(MarkChange.CHANGED)
            if start is not None and start < RULES_SINCE:
                continue
            found = late(agency, start, row.day(MarkChange.RECORDED), _DAYS) if start is not None else None
            if found:
                column = MarkChange.REGISTERED if row.day(MarkChange.REGISTERED) else MarkChange.CHANGED
                yield self.at(row.span(column), matter=row.text(MarkChange.MATTER) or "备案信息", told=found.told)
