from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ipcheck.law import cite
from ipcheck.model import Finding
from ipcheck.trademark import Column, Mark, MarkRegister
from ipcheck.trademark.fame import fame
from ipcheck.trademark.holdings import busiest, filings, holdings
from ipcheck.trademark.links import kin
from ipcheck.trademark.pattern import PatternCheck, some


class TmBatchCopyOne(PatternCheck):
    """一个申请人几年里反复申请与同一个他人商标相同、包含或者打散重组的商标。

    指南把对同一主体有知名度的特定商标反复申请列为恶意情形，主要用于异议与评审程序，注册审查阶段一般看标志本身是否近似。
    他人商标取自使用者的名单“驰名商标”和台账里他人已在多个类注册的商标；件数、年数和注册类数是内部阈值，关联公司不算。
    停止反复申请；有授权、共存协议或者自己在先使用的，备好证据。
    """

    code = "TMP011"
    basis = (cite("商标法", "19.1"), cite("商标法", "20"), cite("令17", "3"), cite("商指", "2-2-5"))
    message = (
        "风险线索：{applicant}在{years}年内{count}件申请（{shown}）指向同一商标“{known}”（{owner}；内部阈值：{years}年{least}件；"
        "指南2.5(3)，主要适用于异议与评审程序）：请核对有没有授权或者在先使用，否则不要再申请。{condition}"
    )
    needs = (Column.MARK, Column.APPLICANT, Column.FILED)
    uses = ("驰名商标",)
    clears = "有授权、共存协议，或者自己使用在先；两种排除情形（防御、为现实业务预备）只及于自己的商标"
    keep = ("授权书、共存协议", "在先使用证据")

    @dataclass(frozen=True)
    class Options:
        """least：指向同一商标的申请几件起报
        years：在几年之内算反复
        classes：他人的商标在几个类里注册了算有知名度
        """

        least: int = 5
        years: int = 3
        classes: int = 5

    _HEAD = "商标\t类别\t申请人\t申请日\t状态\n岚舟\t1、2、3、9、25\t岚舟实业有限公司\t2015-01-05\t已注册\n"
    good = (
        _HEAD + "".join(f"岚舟\t{n}\t岚舟食品有限公司\t2025-0{n}-05\t申请中\n" for n in range(1, 9)),
        _HEAD + "".join(f"新岚舟\t{n}\t甲小店\t20{n + 10}-01-05\t申请中\n" for n in range(6)),
        _HEAD + "".join(f"新岚舟\t{n}\t甲小店\t2025-01-05\t申请中\n" for n in range(1, 5)),
    )
    bad = (
        _HEAD
        + "新岚舟\t1\t⟦甲小店⟧\t2025-01-05\t申请中\n"
        + "".join(
            f"{text}\t25\t甲小店\t2025-0{n}-05\t申请中\n"
            for n, text in enumerate(("舟贝岚", "岚舟记", "舟岚", "岚舟", "老岚舟"), 2)
        ),
    )

    def find(self, register: MarkRegister, /) -> Iterator[Finding]:
        options = self.options
        if not (register.has(Column.STATUS) or register.has(Column.REGISTERED) or register.lists.of_user("驰名商标")):
            return
        known, people = fame(register, options.classes), kin(register)
        for holding in holdings(register):
            answering: dict[tuple[str, str], dict[int, Mark]] = {}
            for mark in holding.rows:
                for copy in known.copies(mark, people):
                    answering.setdefault((copy.owner, copy.known), {})[mark.number] = mark
            for (owner, text), rows in answering.items():
                window = busiest(list(rows.values()), 365 * options.years)
                days = {mark.filed or date.max for mark in window}
                # One mark filed in many classes on one day is one attempt.
                if filings(window) >= options.least and len(days) >= 3:
                    yield self.tell(
                        window,
                        facts={"known": text, "owner": owner, "days": len(days)},
                        applicant=holding.name,
                        years=options.years,
                        count=filings(window),
                        shown=some(list(dict.fromkeys(mark.text for mark in window))),
                        known=text,
                        owner=owner or "名单",
                        least=options.least,
                    )
