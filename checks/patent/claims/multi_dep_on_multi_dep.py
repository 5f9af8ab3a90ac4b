from collections.abc import Iterator

from ipcheck.check import Sample
from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.patent import Filing, PartName, PatentCheck, raised


class MultiDepOnMultiDep(PatentCheck):
    """多项从属权利要求直接引用了另一项多项从属权利要求（多引多）。

    引用两项以上权利要求的多项从属权利要求，不得作为另一项多项从属权利要求的基础。
    改为只引用其中的单项从属权利要求或者独立权利要求，或者拆成几项。
    只看直接引用：中间隔着单项从属的合法；引用多项的并列独立权利要求不是从属权利要求，不查。
    对实用新型是初步审查的缺陷，报错误；对发明由实质审查提出，报警告。
    """

    code = "CLM023"
    level = Level.WARNING
    basis = (cite("细则", "25.2"), cite("指南", "2-2-3.3.2"))
    message = (
        "多项从属的权利要求{claim}引用了“{words}”，其中权利要求{parent}也是多项从属："
        "多项从属不得作为多项从属的基础，请改引其他项或者拆分"
    )
    needs = (PartName.CLAIMS,)

    _BASE = "1. 一种杯子，包括杯体。\n2. 根据权利要求1所述的杯子，有盖。\n3. 根据权利要求1或2所述的杯子，有柄。\n"
    good = (
        _BASE + "4. 根据权利要求3所述的杯子，柄为木质。\n5. 根据权利要求1或4所述的杯子，有底。",
        _BASE + "4. 一种套件，包括权利要求1至3任一项所述的杯子。",
        _BASE + "4. 一种制造权利要求1至3任一项所述的杯子的方法，包括吹制。\n5. 根据权利要求4所述的方法，温度为300℃。",
        _BASE + "4. 根据权利要求1或2所述的杯子，有底。",
    )
    bad = (
        _BASE + "4. 根据权利要求1、2或⟦3⟧所述的杯子，有底。",
        _BASE + "4. 如权利要求⟦1至3⟧中任一项所述的杯子，有底。",
        Sample(_BASE + "4. 如⟦前述任一权利要求⟧所述的杯子，有底。", kind="utility-model"),
    )
    missed = (
        (
            "1. 一种杯子，包括杯体。\n"
            "2. 根据权利要求1所述的杯子，有盖。\n"
            "3. 根据权利要求1或2所述的杯子，有柄。\n"
            "4. 根据⟦前述任意权利要求⟧所述的杯子，有底。"
        ),
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        level = raised(filing.kind, Level.WARNING, Level.ERROR)
        for claim in filing.claims:
            if not claim.dependent or not claim.multiple or claim.leading is None:
                continue
            multiple = {
                parent.number: parent for parent in claim.cited_at_start if parent.dependent and parent.multiple
            }
            for cited in claim.leading.references:
                hit = next((multiple[number] for number in cited.numbers if number in multiple), None)
                if hit is not None and hit.leading is not None:
                    span = cited.span
                    if claim.leading.all_earlier:
                        span = span.sub(len(claim.leading.lead), len(span))
                    yield self.at(span, claim=claim.number, parent=hit.number, level=level, related=(hit.leading.span,))
