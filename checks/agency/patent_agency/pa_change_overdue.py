from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ipcheck.agency import Agency, AgencyCheck
from ipcheck.agency.abnormal_items import overdue_changes
from ipcheck.agency.tables import Change
from ipcheck.check import Sample
from ipcheck.law import cite
from ipcheck.model import Finding, Level


class PaChangeOverdue(AgencyCheck):
    """合伙人、股东、法定代表人等事项变了，没有按时办理变更手续。

    这些事项变化的应当办理变更手续，没有办理的可以警告、罚款，还会列入经营异常名录。
    三十日的期限和从登记变更日起算没有核对到原文，是内部阈值，末日逢节假日顺延。尽快补办，并留存办理的回执。
    """

    code = "AGP011"
    level = Level.WARNING
    basis = (cite("代理条例", "9.2"), cite("代理条例", "25.1(1)"), cite("代理办法", "17"))
    message = "{told}（期限内部阈值{days}日）"
    columns = (Change.MATTER, Change.CHANGED, Change.HANDLED)

    @dataclass(frozen=True)
    class Options:
        """days：变更手续应当在几日之内办理"""

        days: int = 30

    _HEAD = "# 登记变更\n事项,变更日,办理日\n"
    good = (
        Sample(_HEAD + "法定代表人,2025-03-03,\n", as_of=date(2025, 4, 2)),
        _HEAD + "合伙人,2025-03-03,2025-04-02\n",
        _HEAD + "合伙人,2025-09-05,2025-10-09\n",
        _HEAD + "无,,\n",
        _HEAD + "合伙人,2012-03-03,2012-06-03\n",
    )
    bad = (
        Sample(_HEAD + "法定代表人,⟦2025-03-03⟧,\n", as_of=date(2025, 4, 3)),
        _HEAD + "合伙人,⟦2025-03-03⟧,2025-04-03\n",
        _HEAD + "合伙人,⟦2025-09-05⟧,2025-10-10\n",
    )

    def find(self, agency: Agency, /) -> Iterator[Finding]:
        for item in overdue_changes(agency, self.options.days):
            yield self.at(item.span, facts={"open": item.open}, told=item.told, days=self.options.days)
