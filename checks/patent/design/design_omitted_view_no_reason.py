from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, Span, lazy
from ipcheck.patent import Filing, Kind, PartName, PatentCheck

_OMITTED = lazy(r"省略(?:了)?(?P<views>(?:[主后左右俯仰]视图|[、和与及]|其他视图|其余视图)+)")
_REASON = lazy(
    r"相同|对称|不常见|不可见|看不到|不易看到|无设计要点|没有设计要点|不含设计要点|平面产品|"
    r"与[主后左右俯仰]视图|薄|底面|未涉及|不涉及|无图案"
)


class DesignOmittedViewNoReason(PatentCheck):
    """简要说明写了省略某视图，没有写省略的具体原因。

    省略视图的，应当写明具体原因，例如对称、相同或者使用时不容易看到；没有原因的要补正。
    写成“后视图与主视图相同，省略后视图”。
    同一句或者前后一句里有原因的不报；没有交的视图是否应当交，由人对照图片判断。
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
    )
    bad = (
        "简要说明\n1. 本外观设计产品的名称：水杯。\n2. 用途：用于盛水。\n3. 设计要点：形状。\n4. ⟦省略后视图⟧。",
        "简要说明\n1. 本外观设计产品的名称：台灯。\n2. ⟦省略仰视图和后视图⟧；指定立体图。",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        lines = filing.parts[PartName.DESIGN_BRIEF].lines
        for line in lines:
            for match in line.find(_OMITTED):
                if not _REASON.search(line.folded):
                    yield self.at(Span(line.document, match.start(), match.end("views")))
