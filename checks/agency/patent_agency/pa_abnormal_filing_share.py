import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ipcheck.agency import Agency, AgencyCheck, months_after
from ipcheck.agency.tables import CASES, Case
from ipcheck.check import Sample
from ipcheck.law import cite
from ipcheck.model import Finding, Level

_MONTHS = 12
_CLEARED = re.compile(
    r"申诉成[立功]|恢复|撤销通报|不属于|排除|通报(?:已经|已)?撤销|(?:意见|申诉).{0,4}(?:接受|采纳)|继续审查"
)
# Matters other than filing an application do not count into the share.
_FILING = re.compile(r"申请|^$")


class PaAbnormalFilingShare(AgencyCheck):
    """最近十二个月提交的申请里，被通报为非正常的太多。

    从事非正常专利申请、严重扰乱专利工作秩序的，属于疏于管理造成严重后果，机构要受罚。
    占比和件数是内部阈值；不满二十件的只看件数。撤回了的仍然算，申诉成立、恢复审查的不算。
    停止代理这类申请，清查同一委托人的其他申请，加强受理前的审查。
    """

    code = "AGP044"
    level = Level.WARNING
    clue = True
    basis = (cite("代理办法", "51(2)"), cite("细则", "11"))
    message = (
        "风险线索：最近十二个月提交{count}件，其中{abnormal}件被通报为非正常（{share:.0%}；内部阈值{limit}），"
        "请清查同一委托人的其他申请"
    )
    clears = "申诉成立、恢复审查，或者通报针对的不是本机构提交的申请"
    keep = ("通报和答复", "申诉材料", "委托人研发活动的证明", "受理前审查的记录")
    columns = (Case.FILED, Case.ABNORMAL)

    @dataclass(frozen=True)
    class Options:
        """share：被通报为非正常的申请占多少起报
        few：十二个月里不足几件的只看件数、不看占比
        number：只看件数时，几件起报
        """

        share: float = 0.05
        few: int = 20
        number: int = 3

    _HEAD = "# 案件\n案号,提交日,非正常通报日,通报处理\n"
    _GOOD = "".join(f"P{n},2025-03-03,,\n" for n in range(38))
    _DAY = date(2025, 12, 31)
    good = (
        Sample(_HEAD + _GOOD + "Q1,2025-03-03,2025-06-03,撤回\n", as_of=_DAY),
        Sample(_HEAD + _GOOD + "Q1,2025-03-03,2025-06-03,申诉成立\n" * 4, as_of=_DAY),
        Sample(_HEAD + _GOOD + "Q1,2025-03-03,2025-06-03,陈述意见被接受\n" * 4, as_of=_DAY),
        Sample(_HEAD + "Q1,2025-03-03,2025-06-03,撤回\nQ2,2025-03-03,2025-06-03,撤回\n", as_of=_DAY),
        Sample(_HEAD + "Q1,2024-12-31,2025-06-03,撤回\n" * 5, as_of=_DAY),
    )
    bad = (
        Sample(_HEAD + _GOOD + "Q1,2025-03-03,⟦2025-06-03⟧,撤回\nQ2,2025-03-03,2025-06-03,\n", as_of=_DAY),
        Sample(_HEAD + "Q1,2025-01-01,⟦2025-06-03⟧,撤回\n" + "Q2,2025-03-03,2025-06-03,撤回\n" * 2, as_of=_DAY),
    )

    def find(self, agency: Agency, /) -> Iterator[Finding]:
        start, options = months_after(agency.as_of, -_MONTHS), self.options
        filed = [
            row
            for row in agency.rows(CASES)
            if (day := row.day(Case.FILED)) is not None
            and start < day <= agency.as_of
            and _FILING.search(row.text(Case.MATTER))
        ]
        abnormal = [
            row
            for row in filed
            if row.day(Case.ABNORMAL) is not None and not _CLEARED.search(row.text(Case.ABNORMAL_ANSWER))
        ]
        count, found = len(filed), len(abnormal)
        many = found >= options.number if count < options.few else found >= options.share * count
        if found and many:
            limit = f"{options.number}件" if count < options.few else f"{options.share:.0%}"
            yield self.at(
                abnormal[0].span(Case.ABNORMAL),
                related=[row.span(Case.NUMBER) for row in abnormal[1:30]],
                facts={"count": count, "abnormal": found, "share": round(found / count, 4)},
                count=count,
                abnormal=found,
                share=found / count,
                limit=limit,
            )
