from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ipcheck.law import cite
from ipcheck.model import Finding
from ipcheck.trademark import Column, Mark, MarkRegister
from ipcheck.trademark.holdings import filings, holdings
from ipcheck.trademark.links import kin
from ipcheck.trademark.pattern import PatternCheck, some


class TmTransferQuick(PatternCheck):
    """一个申请人的多件商标在注册后很短时间内，或者还在申请中，就转让给几个不同的人。

    注册后不使用、很快转让，容易被看作为转售而申请；从注册公告日起算，申请中的转让从申请日看。
    天数、件数和受让人数都是内部阈值，转给同一集团、关联公司的和只有一两个受让人的（改制、并购）不算。
    准备好各次转让的商业理由和使用证据；代理机构不要为恶意注册的商标办理转让。
    """

    code = "TMP018"
    basis = (cite("商标法", "19.1"), cite("令17", "8"), cite("商指", "2-2-5"))
    message = (
        "风险线索：{applicant}有{count}件商标在注册后{days}日内或者申请中转让给{buyers}个互不相干的受让人（{names}；内部阈值：{within}日、"
        "{least}件、{people}人；指南没有期限的界限）：请说明各次转让的理由。{condition}"
    )
    needs = (Column.MARK, Column.APPLICANT, Column.TRANSFEREE, Column.TRANSFERRED)
    clears = "因并购、改制、停业等转让，或者属于两种排除情形（防御、为现实业务预备）之后业务变化"
    keep = ("转让合同和商业理由", "转让前的使用证据或者业务计划")

    @dataclass(frozen=True)
    class Options:
        """within：注册公告之后几日之内的转让算很快
        least：这样的转让几件起报
        people：互不相干的受让人几个起报
        """

        within: int = 180
        least: int = 8
        people: int = 4

    _HEAD = "商标\t类别\t申请人\t申请日\t注册日\t转让日\t受让人\n"
    good = (
        _HEAD
        + "".join(
            f"{c}舟\t25\t甲有限公司\t2023-01-05\t2024-01-05\t2024-03-05\t乙有限公司\n" for c in "岚砚榆桐苇柚枫楠榕槿"
        ),
        _HEAD
        + "".join(
            f"{c}舟\t25\t甲有限公司\t2018-01-05\t2019-01-05\t2024-03-05\t买主{c}\n" for c in "岚砚榆桐苇柚枫楠榕槿"
        ),
        _HEAD + "".join(f"{c}舟\t25\t甲有限公司\t2023-01-05\t2024-01-05\t2024-03-05\t买主{c}\n" for c in "岚砚榆桐苇"),
    )
    bad = (
        _HEAD
        + "岚舟\t25\t⟦甲有限公司⟧\t2023-01-05\t2024-01-05\t2024-03-05\t买主岚\n"
        + "".join(f"{c}舟\t25\t甲有限公司\t2023-01-05\t2024-01-05\t2024-03-05\t买主{c}\n" for c in "砚榆桐苇柚枫楠榕"),
    )

    def find(self, register: MarkRegister, /) -> Iterator[Finding]:
        options, people = self.options, kin(register)
        for holding in holdings(register):
            quick: list[tuple[Mark, str, int]] = []
            for mark in holding.rows:
                moved, names = mark.row.day(Column.TRANSFERRED), mark.row.names(Column.TRANSFEREE)
                start = mark.row.day(Column.REGISTERED) or (mark.filed if _pending(mark) else None)
                if not (moved and start and names) or people.same(holding.name, names[0]):
                    continue
                if (moved - start).days <= options.within:
                    quick.append((mark, names[0], max(0, (moved - start).days)))
            buyers = people.apart(list(dict.fromkeys(name for _, name, _ in quick)))
            count = filings(mark for mark, _, _ in quick)
            if count >= options.least and len(buyers) >= options.people:
                yield self.tell(
                    [mark for mark, _, _ in quick],
                    facts={"days": [days for _, _, days in quick], "receivers": buyers},
                    applicant=holding.name,
                    count=count,
                    days=max(days for _, _, days in quick),
                    buyers=len(buyers),
                    names=some(buyers),
                    within=options.within,
                    least=options.least,
                    people=options.people,
                )


def _pending(mark: Mark) -> bool:
    """Whether the row's status says that it is not registered yet."""
    status = mark.row.text(Column.STATUS)
    return "申请" in status or "审查" in status or (not status and (mark.filed or date.max) < date.max)
