from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.patent import Filing, PartName, PatentCheck


class ClaimNumberPrefix(PatentCheck):
    """权利要求的编号前冠有“权利要求”或者“权项”。

    权利要求书中的编号就是阿拉伯数字，编号前不得冠以“权利要求”或者“权项”等词。
    删去编号前的这几个字，只留数字；编号写成汉字（权利要求一）的，还要改成数字。
    """

    code = "CLM002"
    level = Level.ERROR
    basis = (cite("指南", "1-1-4.4"), cite("细则", "22.2"))
    message = "权利要求{claim}的编号前冠有“{words}”：编号前不得冠以“权利要求”“权项”等词，请删去，只留数字"
    needs = (PartName.CLAIMS,)

    good = (
        "1. 一种杯子，包括杯体。\n2. 根据权利要求1所述的杯子，还包括杯盖。",
        "1、一种杯子，包括杯体。\n2、权利要求1所述的杯子，其特征在于还包括杯盖。",
    )
    bad = (
        "⟦权利要求→⟧1. 一种杯子，包括杯体。\n⟦权利要求→⟧2. 根据权利要求1所述的杯子，还包括杯盖。",
        "⟦权项→⟧1、一种杯子，包括杯体。\n2、根据权利要求1所述的杯子，还包括杯盖。",
        "权利要求书\n⟦权利要求⟧一：一种杯子，包括杯体。",
    )
    missed = (
        "⟦第⟧1⟦项⟧ 一种杯子，包括杯体。\n第2项 根据权利要求1所述的杯子，还包括杯盖。",
        "⟦权⟧1. 一种杯子，包括杯体。\n⟦权⟧2. 根据权利要求1所述的杯子，还包括杯盖。",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        for claim in filing.claims:
            if claim.prefix is not None and claim.number_span is not None:
                digits = claim.number_span.folded.isdigit()
                yield self.at(claim.prefix, claim=claim.number, fix="" if digits else None)
