from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, Span, lazy
from ipcheck.patent import Filing, Kind, PartName, PatentCheck

_OWNER = r"(?:(?:各|每个|所有|全部)?(?:设计|套件|组件)[ ]?\d{0,2}(?:[、和至~-](?:设计|套件|组件)?\d{1,2})*的?)"
_VIEW = rf"{_OWNER}?(?:(?:其他|其余|其它|剩余|另外?|部分)(?:的)?(?:各|所有)?(?:视图|各面)|[主后左右俯仰](?:视图|视面))"
_VIEWS = rf"{_VIEW}(?:(?:[、和与及]|以及){_VIEW})*(?:等)?"
_LEFT_OUT = (
    r"(?:予以|均|都|皆|已|一并|也|分别|全部|在此|故|特)*(?:省略|省去|略去|从略|免去|免交|忽略|略(?=[。；,;]|$)"
    r"|(?:未|不|没有|未予|不再|不予|无需|免于|不另|暂不)(?:再|另行?|单独|予)?(?:提交|提供|附上?|绘制|给出|列出|画出"
    r"|示出|递交|拍摄|显示|展示))"
)
_OMITTED = lazy(rf"{_LEFT_OUT}(?:了|上述)?(?:其|本产品的?|该产品的?)?{_VIEWS}|{_VIEWS}{_LEFT_OUT}")
_REASON = lazy(
    r"相同|对称|一致|镜像|不常见|不可见|看不[到见]|不易(?:被)?看[到见]|不容易看[到见]|不经常|不常|很少|无设计要点"
    r"|没有设计要点|不含设计要点|不具有设计要点|无(?:任何)?(?:设计|实质)"
    r"|平面产品|片状|薄|底面|背面[^。；]{0,6}(?:贴|靠|朝)|未涉及|不涉及|无图案|没有图案|无内容|空白|因|由于|鉴于"
    r"|属于?(?:惯常|常规|公知)|惯常|细长|与[主后左右俯仰]视图|安装面|贴合面|接触面"
)


class DesignOmittedViewNoReason(PatentCheck):
    """简要说明写了省略某视图，没有写省略的具体原因。

    省略视图的，应当写明具体原因，例如对称、相同或者使用时不容易看到；没有原因的要补正。
    写成“后视图与主视图相同，省略后视图”。
    “省略后视图”“后视图从略”“未提交后视图”等写法都算省略；同一段里有原因的不报；没有交的视图是否应当交，由人对照图片判断。
    """

    code = "DSN006"
    level = Level.ERROR
    basis = (cite("细则", "31.1"), cite("指南", "1-3-4.3"))
    message = "“{words}”没有写明原因：请写成“因…，省略…”，如“后视图与主视图相同，省略后视图”"
    needs = (PartName.DESIGN_BRIEF,)
    kinds = (Kind.DESIGN,)

    good = (
        "简要说明\n1. 本外观设计产品的名称：水杯。\n2. 后视图与主视图相同，省略后视图。\n"
        "3. 底面为不常见面，省略仰视图。",
        "简要说明\n1. 本外观设计产品的名称：地毯。\n2. 本产品为平面产品，省略左视图、右视图。",
        "简要说明\n1. 本外观设计产品的名称：门锁。\n2. 后视图未提交，因其为安装后贴墙的面。\n3. 指定主视图。\n"
        "4. 没有省略视图；主视图显示正面，省略号表示重复的图案。",
    )
    bad = (
        "简要说明\n1. 本外观设计产品的名称：水杯。\n2. 用途：用于盛水。\n3. 设计要点：形状。\n4. ⟦省略后视图⟧。",
        "简要说明\n1. 本外观设计产品的名称：台灯。\n2. ⟦省略仰视图和后视图⟧；指定立体图。",
        "简要说明\n1. 本外观设计产品的名称：台灯。\n2. ⟦左视图、右视图均从略⟧。\n3. ⟦未提交设计2的俯视图⟧，"
        "⟦其余视图略⟧。",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        for line in filing.parts[PartName.DESIGN_BRIEF].lines:
            for match in line.find(_OMITTED):
                if not _REASON.search(line.folded):
                    yield self.at(Span(line.document, match.start(), match.end()))
