from collections.abc import Iterator

from ipcheck.check import Sample
from ipcheck.law import cite
from ipcheck.model import Finding, Level, lazy
from ipcheck.patent import Filing, Kind, PartName, PatentCheck

_WRONG = {
    "正面图": "主视图",
    "正视图": "主视图",
    "前视图": "主视图",
    "背面图": "后视图",
    "背视图": "后视图",
    "左侧视图": "左视图",
    "左侧图": "左视图",
    "右侧视图": "右视图",
    "右侧图": "右视图",
    "上视图": "俯视图",
    "顶视图": "俯视图",
    "顶面图": "俯视图",
    "下视图": "仰视图",
    "底视图": "仰视图",
    "底面图": "仰视图",
}
_NAME = lazy("|".join(sorted(_WRONG, key=len, reverse=True)))


class DesignViewName(PatentCheck):
    """外观设计视图的名称不是规定的名称。

    六面正投影视图的名称是主视图、后视图、左视图、右视图、俯视图、仰视图，标在视图正下方；
    套件、组件、几项设计要在名称前加编号。
    改成规定的名称；立体图、展开图、剖视图、放大图、使用状态参考图照常用。
    简要说明和图片部分都查，六面视图以外的名称不报。
    """

    code = "DSN009"
    level = Level.ERROR
    basis = (cite("指南", "1-3-4.2.1"), cite("细则", "40.3"))
    message = "视图名称“{words}”不规范：应当写“{right}”"
    kinds = (Kind.DESIGN,)

    good = (
        "简要说明\n1. 本外观设计产品的名称：水杯。\n2. 最能表明设计要点的图片：设计1主视图。\n"
        "3. 省略仰视图，底面不可见。",
        Sample("外观设计图片或照片\n套件1主视图\n套件1俯视图\n立体图\n使用状态参考图", kind="design"),
    )
    bad = (
        Sample("外观设计图片或照片\n⟦正面图→主视图⟧\n⟦背面图→后视图⟧\n左视图", kind="design"),
        "简要说明\n1. 本外观设计产品的名称：水杯。\n2. 最能表明设计要点的图片：设计1⟦正视图→主视图⟧。",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        for name in (PartName.DESIGN_VIEWS, PartName.DESIGN_BRIEF):
            part = filing.parts.get(name)
            for line in part.lines if part else ():
                for match in line.find(_NAME):
                    yield self.at(line.at(match), fix=_WRONG[match[0]], right=_WRONG[match[0]])
