from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from ipcheck.law import cite
from ipcheck.model import Finding
from ipcheck.trademark import Column, Mark, MarkRegister, fold
from ipcheck.trademark.agencies import agency_of
from ipcheck.trademark.grounds import is_dead
from ipcheck.trademark.links import Kin, kin
from ipcheck.trademark.pattern import PatternCheck


class TmAgencyTwoClients(PatternCheck):
    """同一代理机构为不同的委托人在同一类似群申请相同的商标。

    代理不同委托人在相同、类似商品上申请相同商标的，属于扰乱代理市场秩序，申请时在先商标已经无效的除外。
    只比文字完全相同、类似群相同的（近似的不算）；同一集团、有关联的、共同申请的委托人不算，在先商标在后一申请之前已经失效的不算。
    接案前先查本机构的客户库；查到的告知后一委托人并停止代理，集团共有的备好说明。
    """

    code = "TMP024"
    basis = (cite("令63", "29.1(4)"), cite("令63", "14"))
    message = (
        "风险线索：{agency}先后为{first}和{second}在类似群{groups}申请相同的商标“{text}”（在先一件{day}）："
        "在先商标没有失效的，不得再代理，请核对在先商标的状态和两个委托人的关系"
    )
    needs = (Column.MARK, Column.APPLICANT, Column.AGENCY)
    clears = (
        "申请时在先商标已经无效，或者两个委托人属于同一集团、共同持有；两种排除情形（防御、"
        "预备）只及于同一申请人自己的商标"
    )
    keep = ("在先商标的状态", "委托人之间关系的说明")

    _HEAD = "商标\t类别\t类似群\t申请人\t代理机构\t申请日\t状态\t失效日\n"
    good = (
        _HEAD
        + (
            "岚舟\t25\t2501\t甲公司\t岚山商标事务所\t2023-01-05\t无效\t2024-01-05\n岚舟\t25\t2501\t"
            "乙公司\t岚山商标事务所\t2025-01-05\t\t\n"
        ),
        _HEAD
        + (
            "岚舟\t25\t2501\t甲公司\t岚山商标事务所\t2023-01-05\t\t\n岚舟\t25\t2507\t乙公司\t"
            "岚山商标事务所\t2025-01-05\t\t\n"
        ),
        _HEAD
        + (
            "岚舟\t25\t2501\t甲公司\t岚山商标事务所\t2023-01-05\t\t\n岚舟\t25\t2501\t乙公司\t"
            "砚湖商标事务所\t2025-01-05\t\t\n"
        ),
        _HEAD
        + (
            "岚舟\t25\t2501\t青禾食品有限公司\t岚山商标事务所\t2023-01-05\t\t\n岚舟\t25\t2501\t"
            "青禾酒业有限公司\t岚山商标事务所\t2025-01-05\t\t\n"
        ),
    )
    bad = (
        _HEAD
        + (
            "岚舟\t25\t2501\t甲公司\t岚山商标事务所\t2023-01-05\t\t\n⟦岚 舟⟧\t25\t2501、2507\t乙公司\t"
            "岚山商标事务所\t2025-01-05\t\t\n"
        ),
    )

    @classmethod
    def unseen(cls, register: MarkRegister) -> str:
        """Groups stand in their own column or behind the goods."""
        told = super().unseen(register)
        grouped = register.has(Column.GROUPS) or register.has(Column.GOODS)
        return told or ("" if grouped else "台账没有“类似群”列，也没有带群号的“商品或服务”列")

    def find(self, register: MarkRegister, /) -> Iterator[Finding]:
        people = kin(register)
        same: dict[tuple[str, str], list[Mark]] = defaultdict(list)
        for mark in register.rows:
            agency = agency_of(mark)
            if agency and mark.applicants and mark.groups and (text := fold(mark.text)):
                same[agency, text].append(mark)
        for (agency, _), rows in same.items():
            rows.sort(key=lambda mark: (mark.filed or date.max, mark.number))
            # The first living row of every client, by group.
            held: dict[str, dict[str, Mark]] = defaultdict(dict)
            told = set()
            for later in rows:
                for group in later.groups:
                    for first in held[group].values():
                        pair = first.applicant, later.applicant
                        if pair not in told and self._clash(people, first, later):
                            told.add(pair)
                            yield self._told(agency, first, later)
                    known = held[group].get(later.applicant)
                    if known is None or is_dead(known, self.day(later)):
                        held[group][later.applicant] = later

    def _clash(self, people: Kin, first: Mark, later: Mark) -> bool:
        """Whether two rows are of different clients and the first had not ended when the second was filed."""
        if any(people.same(one, other) for one in first.applicants for other in later.applicants):
            return False
        return not is_dead(first, self.day(later))

    def _told(self, agency: str, first: Mark, later: Mark) -> Finding:
        shared = sorted(set(first.groups) & set(later.groups))
        return self.tell(
            [later, first],
            column=Column.MARK,
            newest=later,
            facts={"agency": agency, "groups": shared},
            agency=agency,
            first=first.applicant,
            second=later.applicant,
            groups="、".join(shared[:5]),
            text=later.text,
            day=f"{first.filed}申请" if first.filed else "没有写申请日",
        )
