from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from ipcheck.abnormal import Column, Register, RegisterCheck, Row, evenness, strength
from ipcheck.abnormal.trade_names import is_known_filer
from ipcheck.law import cite
from ipcheck.model import Finding, Level


class FieldDispersion(RegisterCheck):
    """申请不多的申请人，申请均匀地散在许多互不相干的技术领域。

    一家不大的单位同时在许多小类里申请，容易被要求说明有没有实际研发活动。
    按分类号的小类计：小类数、所跨的部数、分布的均匀程度（香农熵与最大值之比）都要超过内部阈值；外观设计另计，不在此列。
    高校、研究院所、医院、名称里有“股份”“集团”的和外国公司、件数很多的单位不查；
    字号是人所熟知的申请大户的（自带名单，也可用 known 另列）只作为建议。准备好各领域的项目和人员情况。
    """

    code = "ABR004"
    basis = (cite("令77", "3(5)"),)
    message = (
        "风险线索：{applicant}的{count}件申请散在{classes}个小类、{sections}个部（均匀度{even:.2f}，内部阈值："
        "{least}个小类、{parts}个部、均匀度{limit}）：请说明各领域的研发依据"
    )
    clears = "各领域都有对应的项目、人员和产品，或者申请人以成果转化为业"
    keep = ("各项目立项书", "研发人员分工", "产品或业务范围说明")
    needs = (Column.APPLICANTS, Column.IPC)

    @dataclass(frozen=True)
    class Options:
        """classes：散在几个小类起报
        sections：跨几个部起报
        evenness：分布的均匀程度（0到1，1是完全平均）超过多少才报
        most：申请超过几件的申请人不看
        known：另外列出的申请大户的字号，加在自带名单之后；它们只作建议
        """

        classes: int = 8
        sections: int = 5
        evenness: float = 0.85
        most: int = 60
        known: tuple[str, ...] = ()

    _HEAD = "申请号\t申请人\t分类号\n"
    _FIELDS = (
        "A47G19/22",
        "B65D1/00",
        "C02F1/28",
        "E04H6/42",
        "F16K31/02",
        "G06F16/9",
        "H01L21/02",
        "A61K8/9",
        "B23Q3/6",
    )
    good = (
        _HEAD + "".join(f"{n}\t甲公司\tA47G{n + 1}/02\n" for n in range(20)),
        _HEAD + "".join(f"{n}\t某大学\t{field}\n" for n, field in enumerate(_FIELDS)),
        _HEAD + "".join(f"{n}\t甲公司\t{field}\n" for n, field in enumerate(_FIELDS[:6])),
        _HEAD + "".join(f"{n}\t甲集团有限公司\t{field}\n" for n, field in enumerate(_FIELDS)),
    )
    bad = (
        _HEAD
        + f"0\t⟦乙有限公司⟧\t{_FIELDS[0]}\n"
        + "".join(f"{n}\t乙有限公司\t{field}\n" for n, field in enumerate(_FIELDS[1:], 1)),
    )

    def find(self, register: Register, /) -> Iterator[Finding]:
        for name, rows in register.by_applicant.items():
            # Partners who file together each bring their own field.
            own = [row for row in rows if row.subclass[:1].isalpha() and row.applicants[0] == name]
            spread = Counter(row.subclass for row in own)
            if len(own) > self.options.most or len(spread) < self.options.classes:
                continue
            if register.is_institute(name) or register.is_large(name):
                continue
            sections, even = {subclass[0] for subclass in spread}, evenness(spread.values())
            if len(sections) >= self.options.sections and even > self.options.evenness:
                yield self._told(name, own, spread, len(sections), even)

    def _told(self, name: str, own: list[Row], spread: Counter[str], sections: int, even: float) -> Finding:
        known = is_known_filer(name, self.options.known)
        return self.at(
            own[0].span(Column.APPLICANTS),
            level=Level.ADVICE if known else None,
            related=[row.span(Column.NUMBER, Column.TITLE) for row in own[1:30]],
            facts={
                "count": len(own),
                "classes": dict(spread.most_common()),
                "sections": sections,
                "evenness": round(even, 3),
                "strength": strength(
                    len(spread) / self.options.classes,
                    (1 - self.options.evenness) / max(1 - even, 0.01),
                ),
            },
            applicant=name,
            count=len(own),
            classes=len(spread),
            sections=sections,
            even=even,
            least=self.options.classes,
            parts=self.options.sections,
            limit=self.options.evenness,
        )
