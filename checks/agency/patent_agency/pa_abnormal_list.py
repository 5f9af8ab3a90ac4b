from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ipcheck.agency import Agency, AgencyCheck
from ipcheck.agency.abnormal_items import (
    REGISTERED,
    Item,
    late_reports,
    mismatches,
    overdue_changes,
    unrecorded_branches,
)
from ipcheck.agency.check import lacking_tables
from ipcheck.agency.records import listed_on
from ipcheck.agency.tables import BRANCHES, CHANGES, LISTINGS, REPORTS, Listing
from ipcheck.check import Sample
from ipcheck.law import cite
from ipcheck.model import Finding, Level

_ITEMS = ("（一）年度报告", "（三）擅自变更", "（四）分支机构备案", "（六）信息不一致")


class PaAbnormalList(AgencyCheck):
    """已经在经营异常名录里，或者有可能被列入的情形。

    办法第三十七条列了七项情形；这里自测年度报告、擅自变更、分支机构备案、信息不一致四项，虚假信息、整改期满、无法联系三项由人核对。
    信息不一致有明文，是错误；另外三项的期限没有核对到原文，用内部阈值，只提示。逐项改正，已经列入的改正后申请移出。
    """

    code = "AGP042"
    level = Level.ERROR
    basis = (cite("代理办法", "37(1)"), cite("代理办法", "37(3)"), cite("代理办法", "37(4)"), cite("代理办法", "37(6)"))
    message = "{what}"
    keys = ("name",)

    @dataclass(frozen=True)
    class Options:
        """days：变更手续、分支机构备案应当在几日之内办理
        month：提交年度报告的截止日在几月
        day：提交年度报告的截止日是那个月的几日
        """

        days: int = 30
        month: int = 6
        day: int = 30

    good = (
        'name = "岚山专利代理事务所"\n# 名录\n名录,列入日,移出日\n经营异常名录,2023-01-05,2024-01-05\n',
        'name = "岚山专利代理事务所"\n# 登记变更\n事项,变更日,办理日\n合伙人,2024-01-05,2024-01-15\n',
    )
    bad = (
        'name = "岚山专利代理事务所"\n# 名录\n名录,列入日,移出日\n经营异常名录,⟦2023-01-05⟧,\n',
        'name = "⟦岚山专利代理事务所⟧"\n'
        'registered.address = "黄石市团城山路8号"\npublished.address = "黄石市磁湖路18号"\n',
        Sample(
            'name = "⟦岚山专利代理事务所⟧"\n'
            "# 登记变更\n事项,变更日,办理日\n合伙人,2024-01-05,\n# 年度报告\n年度,提交日\n2023,\n",
            as_of=date(2024, 7, 5),
        ),
    )

    @classmethod
    def partly(cls, agency: Agency) -> str:
        """What it was not told of: the list itself, and what the facts rest on."""
        tables = lacking_tables(agency, (LISTINGS, REPORTS, CHANGES, BRANCHES))
        both = any(agency.given(f"registered.{key}") and agency.given(f"published.{key}") for key in REGISTERED)
        lacking = "" if both else "agency.toml 没有同时填写登记的和公示的信息"
        return "；".join(filter(None, (tables, lacking)))

    def find(self, agency: Agency, /) -> Iterator[Finding]:
        for entry in listed_on(agency, agency.as_of):
            if "异常" in entry.text(Listing.LIST):
                day = entry.text(Listing.ENTERED)
                what = f"{day}被列入{entry.text(Listing.LIST)}，还没有移出：请改正后申请移出"
                yield self.at(entry.span(Listing.ENTERED), what=what)
        found = dict(zip(_ITEMS, self._items(agency), strict=True))
        told = [f"{label}{len(items)}处" for label, items in found.items() if items]
        if told:
            yield self.at(
                agency.whole(),
                related=[item.span for items in found.values() for item in items],
                basis=tuple(cited for label, cited in zip(_ITEMS, self.basis, strict=True) if found[label]),
                level=Level.ERROR if found[_ITEMS[-1]] else Level.WARNING,
                facts={label: len(items) for label, items in found.items() if items},
                what=f"有可能列入经营异常名录的情形：{'、'.join(told)}（期限是内部阈值）：请逐项改正",
            )

    def _items(self, agency: Agency) -> tuple[list[Item], ...]:
        options = self.options
        kinds = (
            late_reports(agency, options.month, options.day),
            overdue_changes(agency, options.days),
            unrecorded_branches(agency, options.days),
            mismatches(agency),
        )
        # What was late but has been done is past.
        return tuple([item for item in items if item.open] for items in kinds)
