from collections.abc import Iterator

from ipcheck.check import Sample
from ipcheck.law import cite
from ipcheck.model import Finding, Level, Span, lazy
from ipcheck.patent import Filing, Kind, PartName, PatentCheck
from ipcheck.patent.design import numbered_designs

_BASIC = lazy(r"基本(?:外观)?设计")
_SIMILAR = lazy(r"相似(?:的)?外观设计")


class DesignBasicUndesignated(PatentCheck):
    """一件申请里有几项相似外观设计，简要说明却没有指定基本设计。

    对同一产品的多项相似外观设计提出一件申请的，应当在简要说明中指定其中一项作为基本设计；其他设计都和它比较。
    在简要说明里写明：指定设计1为基本设计。
    从视图名称前的“设计1”“设计2”或者“相似外观设计”判断；成套产品标的是“套件1”，不要求指定。
    """

    code = "DSN020"
    level = Level.ERROR
    basis = (cite("细则", "31.2"),)
    message = "有几项相似外观设计（“{words}”），简要说明没有指定基本设计：请写明“指定设计1为基本设计”"
    kinds = (Kind.DESIGN,)
    needs = (PartName.DESIGN_BRIEF,)

    good = (
        Sample(
            "外观设计图片或照片\n设计1主视图\n设计2主视图\n简要说明\n1. 产品名称：水杯。\n2. 指定设计1为基本设计。",
            kind="design",
        ),
        Sample("外观设计图片或照片\n套件1主视图\n套件2主视图\n简要说明\n1. 产品名称：茶具。", kind="design"),
        Sample("外观设计图片或照片\n设计1主视图\n简要说明\n1. 产品名称：水杯，没有近似设计。", kind="design"),
    )
    bad = (
        Sample("外观设计图片或照片\n设计1主视图\n⟦设计2⟧主视图\n简要说明\n1. 产品名称：水杯。", kind="design"),
        Sample("简要说明\n1. 产品名称：水杯。\n2. 本申请是⟦相似外观设计⟧。", kind="design"),
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        brief = filing.parts[PartName.DESIGN_BRIEF]
        if any(next(line.find(_BASIC), None) for line in brief.lines):
            return
        place: Span | None = next((design.span for design in numbered_designs(filing) if design.number >= 2), None)
        if place is None:
            place = next((line.at(match) for line in brief.lines for match in line.find(_SIMILAR)), None)
        if place is not None:
            yield self.at(place)
