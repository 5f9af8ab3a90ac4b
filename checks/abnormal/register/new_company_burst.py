from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from ipcheck.abnormal import Column, Register, RegisterCheck, strength
from ipcheck.law import cite
from ipcheck.model import Finding


class NewCompanyBurst(RegisterCheck):
    """申请人成立不久就提出多件申请。

    刚成立的单位短期内提出许多申请，容易被要求说明技术从哪里来；天数和件数都是内部阈值。
    分立、改制、团队带成果创业是常见的正当原因。
    准备好成果来源：原单位的转让合同、创始团队的研发经历、成立前的研发记录。
    """

    code = "ABR003"
    basis = (cite("令77", "3(5)"),)
    message = (
        "风险线索：{applicant}{founded}成立，{days}日内申请{count}件（内部阈值{within}日{least}件）：请说明技术来源"
    )
    clears = "技术来自原单位、创始团队成立前的研发或者有合同的受让"
    keep = ("成立前的研发记录", "成果转让或许可合同", "团队履历与在职证明")
    needs = (Column.APPLICANTS, Column.FILED, Column.FOUNDED)

    @dataclass(frozen=True)
    class Options:
        """within：从成立之日起看几天
        least：这些天里申请几件起报
        """

        within: int = 180
        least: int = 10

    _HEAD = "申请号\t申请人\t申请日\t成立日期\n"
    good = (
        _HEAD + "".join(f"{n}\t甲公司\t2024-03-{n + 1:02}\t2015-01-01\n" for n in range(12)),
        _HEAD + "".join(f"{n}\t甲公司\t2024-{n + 1:02}-15\t2024-01-01\n" for n in range(12)),
    )
    bad = (
        _HEAD
        + "0\t⟦乙公司⟧\t2024-02-01\t2024-01-15\n"
        + "".join(f"{n}\t乙公司\t2024-03-{n:02}\t2024-01-15\n" for n in range(1, 11)),
    )

    def find(self, register: Register, /) -> Iterator[Finding]:
        for name, rows in register.by_applicant.items():
            founded = next((day for row in rows if (day := row.day(Column.FOUNDED))), None)
            if founded is None:
                continue
            last = founded + timedelta(days=self.options.within)
            early = [row for row in rows if row.filed and founded <= row.filed <= last]
            if len(early) >= self.options.least:
                days = max((row.filed - founded).days for row in early if row.filed)
                yield self.at(
                    early[0].span(Column.APPLICANTS),
                    related=[row.span(Column.NUMBER, Column.TITLE) for row in early[1:30]],
                    facts={
                        "count": len(early),
                        "founded": founded.isoformat(),
                        "days": days,
                        "strength": strength(len(early) / self.options.least),
                    },
                    applicant=name,
                    founded=founded,
                    days=days,
                    count=len(early),
                    within=self.options.within,
                    least=self.options.least,
                )
