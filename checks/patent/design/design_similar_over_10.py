from collections.abc import Iterator

from ipcheck.check import Sample
from ipcheck.law import cite
from ipcheck.model import Finding, Level, lazy
from ipcheck.patent import Filing, Kind, PartName, PatentCheck
from ipcheck.patent.design import numbered_designs

# 细则 40.1: 不得超过10项.
_MOST = 10
_TOLD = lazy(
    r"(?:共|包括|有|包含)?[ ]?(?P<count>\d{1,3})[ ]?项(?:相似)?(?:外观)?设计"
    r"|(?P<similar>相似外观设计)[ ]?(?:共|为|有)?[ ]?(?P<after>\d{1,3})[ ]?项"
)


class DesignSimilarOver10(PatentCheck):
    """一件外观设计申请里的相似外观设计超过10项。

    同一产品的相似外观设计可以合案申请，但一件申请不得超过10项；超过的要删除或者分案。
    把多出的设计另案提出，或者删去。
    从视图名称前的“设计11”和简要说明里写的项数判断。
    """

    code = "DSN008"
    level = Level.ERROR
    basis = (cite("细则", "40.1"),)
    message = "相似外观设计有{count}项（“{words}”），一件申请不得超过10项：请删去多出的设计或者另案提出"
    kinds = (Kind.DESIGN,)

    good = (
        Sample(
            "外观设计图片或照片\n设计1主视图\n设计10主视图\n简要说明\n1. 产品名称：水杯。\n2. 指定设计1为基本设计，"
            "共10项相似外观设计。",
            kind="design",
        ),
        Sample("简要说明\n1. 产品名称：水杯。\n2. 设计要点在于12个花瓣，2025年设计。", kind="design"),
    )
    bad = (
        Sample("外观设计图片或照片\n设计1主视图\n设计10主视图\n⟦设计11⟧主视图\n设计12主视图", kind="design"),
        Sample("简要说明\n1. 产品名称：水杯。\n2. 本申请包括⟦12项相似外观设计⟧，设计1为基本设计。", kind="design"),
    )

    @classmethod
    def check_name(cls) -> str:
        """The name with its number set off, which a class name cannot show."""
        return "design-similar-over-10"

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        designs = numbered_designs(filing)
        highest = max((design.number for design in designs), default=0)
        if highest > _MOST:
            first = next(design for design in designs if design.number > _MOST)
            yield self.at(first.span, count=highest)
            return
        part = filing.parts.get(PartName.DESIGN_BRIEF)
        for line in part.lines if part else ():
            for match in line.find(_TOLD):
                count = int(match["count"] or match["after"])
                if count > _MOST:
                    start = match.start("count") if match["count"] else match.start()
                    yield self.at(line.sub(start - line.start, match.end() - line.start), count=count)
                    return
