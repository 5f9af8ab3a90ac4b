from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, Span
from ipcheck.patent import Filing, PartName, PatentCheck, same_head
from ipcheck.patent.scope import roots_of


class DepCitesTwoIndependents(PatentCheck):
    """一项从属权利要求同时引用了不同主题的两项独立权利要求，如“根据权利要求1或6所述的……”，权利要求1是方法、6是装置。

    从属权利要求进一步限定它引用的那个主题；引用两个不同的主题，保护的究竟是方法还是装置就不清楚，
    附加特征也难以同时适用。
    分成两项，各自跟在自己的独立权利要求之后。
    两项独立权利要求主题相同（两种杯子）的并列引用不报；并列独立权利要求引用多项的也不报。
    """

    code = "CLM026"
    level = Level.WARNING
    basis = (cite("法", "26.4"), cite("质量评价", "60"))
    message = (
        "权利要求{claim}引用“{words}”，"
        "同时从属于主题不同的独立权利要求{first}（{one}）和{second}（{other}）：请分成两项撰写"
    )
    needs = (PartName.CLAIMS,)

    good = (
        "1. 一种杯子，有双层杯壁。\n2. 一种杯子，有隔热涂层。\n3. 根据权利要求1或2所述的杯子，有盖。",
        "1. 一种检测方法，包括采样。\n2. 根据权利要求1所述的方法，包括去噪。\n"
        "3. 根据权利要求1或2所述的方法，包括比较。",
        "1. 一种检测方法，包括采样。\n2. 一种检测装置，包括采样器。\n"
        "3. 一种车辆，装有权利要求2所述的装置，执行权利要求1所述的方法。",
    )
    bad = (
        "1. 一种检测方法，包括采样。\n2. 一种检测装置，包括采样器。\n"
        "3. 根据权利要求⟦1或2⟧所述的检测方法，采样间隔为1秒。",
        "1. 一种水壶，包括壶体。\n2. 根据权利要求1所述的水壶，有盖。\n3. 一种炉具，包括炉膛。\n"
        "4. 如权利要求⟦2至3⟧中任一项所述的水壶，有手柄。",
    )
    missed = (
        (
            "1. 一种检测方法，包括采样。\n"
            "2. 一种检测装置，包括采样器。\n"
            "3. 根据⟦以上各项⟧所述的检测方法，采样间隔为1秒。"
        ),
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        roots = roots_of(filing.claims)
        for claim in filing.claims:
            if not claim.dependent or claim.leading is None or len(roots[claim]) < 2:
                continue
            first, *others = sorted(roots[claim], key=lambda root: root.number)
            for other in others:
                if first.is_method != other.is_method or not same_head(first.subject_name, other.subject_name):
                    begin, end = claim.leading.references[0].span, claim.leading.references[-1].span
                    yield self.at(
                        Span(begin.document, begin.start, end.end),
                        claim=claim.number,
                        first=first.number,
                        one=first.subject_name,
                        second=other.number,
                        other=other.subject_name,
                        related=tuple(root.subject for root in (first, other) if root.subject is not None),
                    )
                    break
