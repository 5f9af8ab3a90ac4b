from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.patent import Filing, PartName, PatentCheck


class DepCitesLaterOrSelf(PatentCheck):
    """权利要求引用了自身或者在后的权利要求。

    从属权利要求只能引用在前的权利要求；引用自身或者在后的权利要求，保护范围无从确定。
    调整权利要求的顺序，或者改为引用在前的权利要求。
    """

    code = "CLM020"
    level = Level.ERROR
    basis = (cite("细则", "25.2"), cite("指南", "2-2-3.3.2"))
    message = "权利要求{claim}引用了权利要求{cited}：只能引用在前的权利要求"
    needs = (PartName.CLAIMS,)

    good = (
        "1. 一种杯子，包括杯体。\n2. 根据权利要求1所述的杯子，还包括杯盖。",
        "1. 一种杯子，包括杯体。\n2. 一种生产权利要求1所述杯子的方法，包括吹制所述杯体。",
    )
    bad = (
        "1. 一种杯子，包括杯体。\n2. 根据权利要求⟦3⟧所述的杯子，还包括杯盖。\n"
        "3. 根据权利要求1或者⟦3⟧所述的杯子，有杯柄。",
        "1. 一种杯子，包括杯体。\n2. 根据权利要求⟦1至2⟧任一项所述的杯子，还包括杯盖。",
    )
    missed = (
        (
            "1. 一种杯子，包括杯体。\n"
            "2. 根据⟦后一项权利要求⟧所述的杯子，还包括杯盖。\n"
            "3. 根据权利要求1所述的杯子，有杯柄。"
        ),
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        existing = filing.claim_by_number
        for claim in filing.claims:
            for cited in claim.references:
                # A number that no claim bears is dep-cites-nonexistent's.
                if max(cited.numbers) >= claim.number and max(cited.numbers) in existing:
                    yield self.at(cited.span, claim=claim.number, cited=cited.span)
