from collections.abc import Iterator
from itertools import combinations

from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.trademark import Mark, Portfolio, PortfolioCheck
from ipcheck.trademark.likeness import likeness


class TmSameDay(PortfolioCheck):
    """不同申请人同一天在同一类别上申请相同或者近似的商标。

    同一天申请的由使用在先的取得，都未使用或者同日使用的协商、抽签；同一家代理机构办理两边的，还有利益冲突。
    准备在先使用的证据，或者请其中一方改动商标；先做利益冲突审查。
    """

    code = "TMR004"
    level = Level.WARNING
    basis = (cite("商标法", "35"), cite("商标条例", "19"))
    message = "与同一天另一申请人的“{other}”相同或者近似（{why}）：备好使用在先的证据，核对利益冲突"

    _HEAD = "商标\t类别\t申请人\t申请日\n"
    good = (
        _HEAD + "沐云溪\t30\t甲公司\t2026-12-01\n沐云溪\t30\t乙公司\t2026-12-02\n",
        _HEAD + "沐云溪\t30\t甲公司\t2026-12-01\n沐云溪\t25\t乙公司\t2026-12-01\n",
        _HEAD + "沐云溪\t30\t甲公司\t2026-12-01\n沐云溪\t30\t甲公司\t2026-12-01\n",
    )
    bad = (_HEAD + "沐云溪\t30\t甲公司\t2026-12-01\n⟦沐云汐⟧\t30\t乙公司\t2026-12-01\n",)

    def find(self, portfolio: Portfolio, /) -> Iterator[Finding]:
        days: dict[tuple[object, int], list[Mark]] = {}
        for mark in portfolio.marks:
            for number in mark.classes if mark.filed and mark.text else ():
                days.setdefault((mark.filed, number), []).append(mark)
        told: set[tuple[int, int]] = set()
        for group in days.values():
            for first, second in combinations(group, 2):
                if set(first.applicants) & set(second.applicants) or (first.number, second.number) in told:
                    continue
                alike = likeness(first.text, second.text, set(first.classes) & set(second.classes))
                if alike.score >= 0.7:
                    told.add((first.number, second.number))
                    yield self.at(
                        second.span,
                        related=[first.span],
                        facts={"score": alike.score},
                        on=self.day(second),
                        other=first.text,
                        why=alike.rules[0].why,
                    )
