import re
from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, lazy
from ipcheck.patent import Filing, Kind, PartName, PatentCheck

_TALK = lazy(
    r"节能|省电|高效|耐用|耐磨|防水性能|"
    r"性能(?:优异|优良|稳定|好|卓越)|质量(?:好|可靠|上乘)|使用寿命|寿命长|成本低|结构简单|"
    r"操作(?:简单|方便|简便)|"
    r"使用方便|安全可靠|经济实惠|物美价廉|畅销|领先|首创|独家|最先进|美观大方|"
    r"深受[一-鿿]{0,6}(?:欢迎|喜爱)|强度高|承重|散热(?:好|快|性能)|"
    r"内部(?:结构|设有|设置|装有|安装)|内置(?:电机|电池|芯片|弹簧|传感器)|工作原理|通过[一-鿿]{1,10}(?:驱动|控制|实现)"
)


class DesignBriefPerformance(PatentCheck):
    """简要说明里写了产品的性能、内部结构或者宣传用语。

    简要说明用来解释图片或者照片所表示的外观，不得说明产品的性能和内部结构，也不得使用商业性宣传用语。
    删去这些话；用途照实写“用于……”即可。
    用途一项里说明产品用来做什么的话不报。
    """

    code = "DSN004"
    level = Level.ERROR
    basis = (cite("细则", "31.4"), cite("指南", "1-3-4.3"))
    message = "简要说明里的“{words}”说的是性能、内部结构或者是宣传：只能说明外观，请删去"
    needs = (PartName.DESIGN_BRIEF,)
    kinds = (Kind.DESIGN,)

    good = (
        "简要说明\n1. 本外观设计产品的名称：节能灯。\n2. 本外观设计产品的用途：用于照明，可节能。\n"
        "3. 设计要点：形状。\n"
        "4. 最能表明设计要点的图片：立体图。",
        "简要说明\n1. 本外观设计产品的名称：水杯。\n2. 用途：用于盛水。\n3. 设计要点在于形状与图案的结合。\n"
        "4. 省略仰视图，底面为使用时不可见的面。",
    )
    bad = (
        "简要说明\n1. 本外观设计产品的名称：风扇。\n2. 用途：用于送风。\n"
        "3. 设计要点：形状，⟦高效⟧且⟦使用寿命⟧长。\n4. 指定立体图。",
        "简要说明\n1. 本外观设计产品的名称：水杯。\n2. 用途：用于盛水。\n"
        "3. 设计要点：形状。\n4. 指定主视图。\n5. 杯身⟦内部设有⟧真空层。",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        for line in filing.parts[PartName.DESIGN_BRIEF].lines:
            if re.search(r"名称|用途", line.folded[:24]):
                continue
            for match in line.find(_TALK):
                yield self.at(line.at(match))
