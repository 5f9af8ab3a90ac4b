from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.patent import Filing, Kind, PartName, PatentCheck
from ipcheck.patent.design import design_names


class DesignNameBriefMismatch(PatentCheck):
    """简要说明写的产品名称与请求书的不一致。

    简要说明中的产品名称应当与请求书中的产品名称一致，不一致的要补正。
    以请求书的名称为准，改简要说明。
    比较时不计空格和全角半角。
    """

    code = "DSN005"
    level = Level.ERROR
    basis = (cite("指南", "1-3-4.3"), cite("细则", "31.1"))
    message = "简要说明的产品名称“{words}”与请求书的“{wanted}”不一致：请统一"
    needs = (PartName.REQUEST, PartName.DESIGN_BRIEF)
    kinds = (Kind.DESIGN,)

    good = (
        "外观设计专利请求书\n使用外观设计的产品名称：水 杯\n"
        "简要说明\n1. 本外观设计产品的名称：水杯。\n2. 用途：用于盛水。",
        "外观设计专利请求书\n申请人：甲乙公司\n简要说明\n1. 本外观设计产品的名称：水杯。",
    )
    bad = (
        "外观设计专利请求书\n使用外观设计的产品名称：水杯\n"
        "简要说明\n1. 本外观设计产品的名称：⟦茶杯→水杯⟧。\n2. 用途：用于盛水。",
        "外观设计专利请求书\n外观设计名称：台灯\n简要说明\n本外观设计产品的名称为⟦落地灯→台灯⟧。",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        wanted = filing.request.first("title") if filing.request else None
        if wanted is None:
            return
        for name in design_names(filing):
            if "".join(name.folded.split()) != "".join(wanted.folded.split()):
                yield self.at(name, fix=str(wanted), related=(wanted,), wanted=wanted)
