from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.patent import Filing, PartName, PatentCheck


class DepCitesNonexistent(PatentCheck):
    """权利要求引用了不存在的权利要求编号。

    从属权利要求只能引用在前的权利要求；所引用的编号不存在，这一项的保护范围就无从确定。
    核对编号，改为引用实际存在的在前权利要求；增删过权利要求的，要同时更新其后各项的引用。
    编号范围（1至15）的任何一项不存在都报。
    """

    code = "CLM021"
    level = Level.ERROR
    basis = (cite("细则", "25.2"), cite("指南", "2-2-3.3.2"))
    message = "权利要求{claim}引用了“{words}”，但权利要求书中没有权利要求{absent}：请改为引用实际存在的在前权利要求"
    needs = (PartName.CLAIMS,)

    good = (
        "1. 一种杯子，包括杯体。\n2. 根据权利要求1所述的杯子，还包括杯盖。\n"
        "3. 根据权利要求1至2任一项所述的杯子，有柄。",
        "1. 一种杯子，包括杯体。\n2. 根据权利要求1所述的杯子，还包括12个凸起。",
    )
    bad = (
        "1. 一种杯子，包括杯体。\n2. 根据权利要求⟦12⟧所述的杯子，还包括杯盖。",
        "1. 一种杯子，包括杯体。\n2. 根据权利要求1所述的杯子，有盖。\n"
        "3. 一种套件，包括如权利要求⟦1至15⟧任一项所述的杯子。",
    )
    missed = ("1. 一种杯子，包括杯体。\n2. 根据⟦第十二项权利要求⟧所述的杯子，还包括杯盖。",)

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        existing = filing.claim_by_number
        highest = max(existing, default=0)
        for claim in filing.claims:
            for cited in claim.references:
                beyond = max(cited.numbers) if max(cited.numbers) > highest else None
                absent = beyond or next((number for number in cited.numbers if number not in existing), None)
                if absent is not None:
                    yield self.at(cited.span, claim=claim.number, absent=absent)
