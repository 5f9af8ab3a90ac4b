from collections.abc import Iterator

from ipcheck.check import Sample
from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.patent import Filing, Kind, PatentCheck
from ipcheck.patent.design import design_names

# 指南 1-3-4.1.1: 一般不得超过20个字.
_MOST = 20


class DesignNameLength(PatentCheck):
    """外观设计的产品名称超过20个字。

    产品名称应当简短、准确，审查指南规定一般不得超过20个字；名称过长往往夹带了功能、规格的说明。
    删去修饰语，只写产品的通用名称。
    是“一般不得”，所以只是警告。
    """

    code = "DSN001"
    level = Level.WARNING
    basis = (cite("指南", "1-3-4.1.1"),)
    message = "产品名称有{count}个字，一般不得超过20个字：请缩短为产品的通用名称"
    kinds = (Kind.DESIGN,)

    good = (
        Sample("请求书\n使用外观设计的产品名称：水杯", kind="design"),
        Sample(
            "简要说明\n1. 本外观设计产品的名称：电动汽车充电桩的显示屏图形用户界面。2. 用途：用于充电。", kind="design"
        ),
    )
    bad = (
        Sample("请求书\n使用外观设计的产品名称：⟦可折叠可伸缩可旋转的户外多功能便携式野营用桌椅⟧", kind="design"),
        Sample(
            "简要说明\n1. 本外观设计产品的名称：⟦用于儿童在家庭和幼儿园里学习写字的带灯的书写台面⟧。", kind="design"
        ),
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        for name in design_names(filing):
            count = len("".join(str(name).split()))
            if count > _MOST:
                yield self.at(name, count=count, facts={"count": count})
