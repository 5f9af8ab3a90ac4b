from collections.abc import Iterator

from ipcheck.check import Sample
from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.patent import Filing, Kind, PartName, PatentCheck, first_words
from ipcheck.patent.design import missing_brief_items


class DesignBriefMissingItem(PatentCheck):
    """外观设计的简要说明缺少必备的事项：产品名称、用途、设计要点、最能表明设计要点的图片或者照片。

    这四项是实施细则要求必须写明的，缺少的要补正。
    逐项补写，例如“最能表明设计要点的图片或照片：立体图”。
    """

    code = "DSN003"
    level = Level.ERROR
    basis = (cite("细则", "31.1"), cite("指南", "1-3-4.3"))
    message = "简要说明没有写{missing}：这是必须写明的事项，请补写"
    kinds = (Kind.DESIGN,)
    needs = (PartName.DESIGN_BRIEF,)

    good = (
        Sample(
            "简要说明\n1. 本外观设计产品的名称：水杯。\n2. 本外观设计产品的用途：用于盛水。\n"
            "3. 本外观设计的设计要点：在于形状。\n"
            "4. 最能表明设计要点的图片或照片：立体图。",
            kind="design",
        ),
        Sample(
            "外观设计简要说明\n产品名称为水杯，本产品用于盛水；设计要点在于整体形状；指定主视图为公告用图。",
            kind="design",
        ),
    )
    bad = (
        Sample(
            "简要说明\n⟦1. 本外观设计产品的名⟧称：水杯。\n2. 本外观设计产品的用途：用于盛水。\n3. 设计要点：形状。",
            kind="design",
        ),
        Sample("简要说明\n⟦产品名称：水杯。⟧\n设计要点在于形状，最能表明设计要点的图片是立体图。", kind="design"),
    )
    missed = (
        (
            "简要说明\n"
            "1. 本外观设计产品的名称：水杯。\n"
            "2. 本外观设计产品的用途：⟦略⟧。\n"
            "3. 设计要点：形状。\n"
            "4. 指定立体图。"
        ),
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        missing = missing_brief_items(filing)
        if missing:
            yield self.at(first_words(filing.parts[PartName.DESIGN_BRIEF].lines[0]), missing="、".join(missing))
