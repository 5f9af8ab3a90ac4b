from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.patent import Filing, PartName, PatentCheck


class NoIndependentClaim(PatentCheck):
    """第1项权利要求引用了别的权利要求，不是独立权利要求。

    权利要求书应当有独立权利要求，并且写在同一发明的从属权利要求之前，所以第1项必须是独立权利要求。
    把独立权利要求移到最前面并重新编号，或者把第1项改写为不引用其他权利要求的完整方案。
    只查编号为1的第一项：只给出部分权利要求时不报。
    """

    code = "CLM019"
    level = Level.ERROR
    basis = (cite("细则", "23.1"), cite("细则", "24.3"))
    message = "权利要求1写了“{words}”：第1项应当是独立权利要求，请把独立权利要求移到最前，或者改写为完整的方案"
    needs = (PartName.CLAIMS,)

    good = (
        "1. 一种杯子，包括杯体。\n2. 根据权利要求1所述的杯子，还包括杯盖。",
        "5. 根据权利要求4所述的杯子，还包括杯盖。",
    )
    bad = (
        "1. ⟦根据权利要求2⟧所述的杯子，还包括杯盖。\n2. 一种杯子，包括杯体。",
        "1. ⟦如权利要求1⟧所述的杯子，还包括杯盖。\n2. 根据权利要求1所述的杯子，有柄。",
    )
    missed = ("1. ⟦如前所述的杯子⟧，还包括杯盖。",)

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        first = filing.claims[0] if filing.claims else None
        if first is not None and first.number == 1 and first.leading is not None:
            yield self.at(first.leading.span)
