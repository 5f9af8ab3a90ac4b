import re
from collections.abc import Iterator
from datetime import date

from ipcheck.agency import Agency, AgencyCheck, months_after, years_after
from ipcheck.agency.qualified import IN_FORCE
from ipcheck.agency.records import entries, listed_on, penalties_of_agency
from ipcheck.agency.tables import Listing, Penalty
from ipcheck.check import Sample
from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.readers.sheet import Row

# 办法 38(1); the warning comes a month before.
_YEARS, _WARNED_MONTHS = 3, 35
_GRAVE = re.compile(r"停止承接|停止受理|停业|吊销")


class PaSeriousList(AgencyCheck):
    """列入经营异常名录快满或者已满三年，或者受过停止承接业务、吊销许可的处罚。

    列入经营异常名录满三年仍不履行义务的，受到责令停止承接新业务、吊销许可处罚的，列入严重违法失信名单。
    三年按日历计算，满三年是错误，满三十五个月提示；处罚只看专利代理的、办法施行（2019年5月）以后的，因此列入过又移出了的不报。立即改正并申请移出，已经列入的按规定申请修复。
    """

    code = "AGP043"
    level = Level.ERROR
    basis = (cite("代理办法", "38(1)"), cite("代理办法", "38(2)"))
    message = "{what}"
    columns = (Listing.LIST, Listing.ENTERED, Listing.REMOVED, Penalty.SUBJECT, Penalty.DECIDED, Penalty.KIND)

    _LIST = "# 名录\n名录,列入日,移出日\n{}\n# 处罚\n对象,处罚种类,决定日\n{}\n"
    good = (
        Sample(_LIST.format("经营异常名录,2023-03-06,", "无,,"), as_of=date(2026, 2, 5)),
        _LIST.format("严重违法失信名单,2021-02-05,2024-02-05", "本机构,停止承接新的专利代理业务6个月,2021-01-05"),
        _LIST.format("守信红名单,2020-03-05,", "本机构,停止承接新的专利代理业务6个月,2019-04-30"),
        Sample(_LIST.format("经营异常名录,2020-03-05,2021-03-05", "本机构,警告,2025-01-05"), as_of=date(2026, 3, 5)),
    )
    bad = (
        Sample(_LIST.format("经营异常名录,⟦2023-03-06⟧,", "无,,"), as_of=date(2026, 2, 6)),
        Sample(_LIST.format("经营异常名录,⟦2023-03-05⟧,", "无,,"), as_of=date(2026, 3, 5)),
        _LIST.format("严重违法失信名单,⟦2024-03-05⟧,", "无,,"),
        _LIST.format("无,,", "本机构,责令停止承接新的专利代理业务6个月,⟦2025-01-05⟧"),
    )

    def find(self, agency: Agency, /) -> Iterator[Finding]:
        for entry in listed_on(agency, agency.as_of):
            name, entered = entry.text(Listing.LIST), entry.day(Listing.ENTERED)
            if entered is None:
                continue
            full, span = years_after(entered, _YEARS), entry.span(Listing.ENTERED)
            if "失信" in name:
                what = f"{entered.isoformat()}被列入{name}，还没有移出：请按规定申请修复"
                yield self.at(span, what=what)
            elif full <= agency.as_of:
                what = f"到{full.isoformat()}已满三年：会列入严重违法失信名单，请立即改正"
                yield self.at(span, what=f"{entered.isoformat()}被列入{name}，{what}")
            elif months_after(entered, _WARNED_MONTHS) <= agency.as_of:
                what = f"到{full.isoformat()}满三年会列入严重违法失信名单：请在此以前改正并申请移出"
                yield self.at(span, what=f"{entered.isoformat()}被列入{name}，{what}", level=Level.WARNING)
        for row, decided in penalties_of_agency(agency):
            kind = row.text(Penalty.KIND)
            if _GRAVE.search(kind) and decided >= IN_FORCE and not _settled(agency, decided):
                what = f"{decided.isoformat()}受到“{kind}”：属于列入严重违法失信名单的情形，请核对是否已经列入"
                yield self.at(row.span(Penalty.DECIDED), what=what)


def _settled(agency: Agency, decided: date) -> bool:
    """Whether the agency was put on the list after that decision and taken off again."""
    removed = [row.day(Listing.REMOVED) for row, entered in entries(agency) if entered >= decided and _is_grave(row)]
    return any(day is not None and day <= agency.as_of for day in removed)


def _is_grave(entry: Row[Listing]) -> bool:
    return "失信" in entry.text(Listing.LIST)
