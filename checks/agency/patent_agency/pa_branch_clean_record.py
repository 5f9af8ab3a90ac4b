from collections.abc import Iterator
from datetime import date

from ipcheck.agency import Agency, AgencyCheck, years_after
from ipcheck.agency.branches import open_branches
from ipcheck.agency.records import listed_on, penalties_of_agency
from ipcheck.agency.tables import Branch, Listing, Penalty
from ipcheck.law import cite
from ipcheck.model import Finding, Level, Span

# 办法 20(4).
_YEARS = 3


class PaBranchCleanRecord(AgencyCheck):
    """设立分支机构以前三年内受过专利代理行政处罚，或者设立时在异常、失信名录里。

    设分支机构前三年内不能受过专利代理行政处罚，设立时不能在经营异常名录或者严重违法失信名单里；都按设立的那一天核对。
    核对处罚决定日、列入日和移出日；确实不符合的，向主管部门说明并整改。商标代理的处罚不算，只是责令改正、警示谈话的也不算。
    """

    code = "AGP018"
    level = Level.ERROR
    basis = (cite("代理办法", "20(4)"), cite("代理办法", "20(5)"))
    message = "{name}设立于{founded}，{what}：请核对并整改"
    columns = (
        Branch.NAME,
        Branch.FOUNDED,
        Penalty.SUBJECT,
        Penalty.DECIDED,
        Listing.LIST,
        Listing.ENTERED,
        Listing.REMOVED,
    )

    _HEAD = 'name = "岚山专利代理事务所"\n# 分支机构\n名称,设立日\n武汉分所,{}\n# 处罚\n对象,领域,处罚种类,决定日\n{}\n'
    _LISTS = "# 名录\n名录,列入日,移出日\n{}\n"
    good = (
        _HEAD.format("2024-05-11", "岚山专利代理事务所,专利代理,警告,2021-05-10") + _LISTS.format("无,,"),
        _HEAD.format("2024-05-10", "岚山专利代理事务所,专利代理,警告,2024-05-11") + _LISTS.format("无,,"),
        _HEAD.format("2024-05-10", "岚山专利代理事务所,商标代理,警告,2024-01-11") + _LISTS.format("无,,"),
        _HEAD.format("2024-05-10", "岚山专利代理事务所,专利代理,责令限期改正并警示谈话,2024-01-11")
        + _LISTS.format("无,,"),
        _HEAD.format("2024-05-10", "无,,,") + _LISTS.format("经营异常名录,2023-01-05,2024-05-10"),
        _HEAD.format("2024-05-10", "无,,,") + _LISTS.format("守信红名单,2023-01-05,"),
    )
    bad = (
        _HEAD.format("⟦2024-05-10⟧", "岚山专利代理事务所,专利代理,警告,2021-05-10") + _LISTS.format("无,,"),
        _HEAD.format("⟦2024-05-10⟧", "本机构,,警告并责令限期改正,2022-05-10") + _LISTS.format("无,,"),
        _HEAD.format("⟦2024-05-10⟧", "无,,,") + _LISTS.format("经营异常名录,2023-01-05,2024-05-11"),
        _HEAD.format("⟦2024-05-10⟧", "无,,,") + _LISTS.format("严重违法失信名单,2023-01-05,"),
    )

    def find(self, agency: Agency, /) -> Iterator[Finding]:
        for row, founded in open_branches(agency):
            for what, place in self._faults(agency, founded):
                yield self.at(
                    row.span(Branch.FOUNDED),
                    related=[place],
                    on=founded,
                    name=row.text(Branch.NAME),
                    founded=founded.isoformat(),
                    what=what,
                )

    def _faults(self, agency: Agency, founded: date) -> Iterator[tuple[str, Span]]:
        for row, decided in penalties_of_agency(agency):
            if decided <= founded <= years_after(decided, _YEARS):
                kind = row.text(Penalty.KIND) or "处罚"
                yield f"前三年内受过专利代理行政处罚（{decided.isoformat()}，{kind}）", row.span(Penalty.DECIDED)
        for entry in listed_on(agency, founded):
            yield f"那时在{entry.text(Listing.LIST)}里", entry.span(Listing.ENTERED)
