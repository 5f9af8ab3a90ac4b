from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.patent import Filing, PartName, PatentCheck


class FigureCaptionStyle(PatentCheck):
    """附图说明只写了图号，没有写图名。

    附图说明应当写明各幅附图的图名，并对图示的内容作简要说明；只有图号等于没有说明。
    写成“图1是……的结构示意图”一类的句子。
    只报图号后面什么也没有的；图名写得是否恰当由人判断。
    """

    code = "FIG016"
    level = Level.WARNING
    basis = (cite("指南", "2-2-2.2.5"), cite("指南", "1-2-7.2"))
    message = "“{words}”后面没有图名：请写明它是什么图，如“图1是…的结构示意图”"
    needs = (PartName.DESCRIPTION,)

    good = (
        "说明书\n一种泵\n附图说明\n图1是泵的结构示意图；\n图2：轴的剖视图；\n图3 端盖。\n具体实施方式\n如图1所示。",
        "说明书\n一种泵\n附图说明\n图1至图3为泵的三视图。\n具体实施方式\n如图1所示。",
    )
    bad = (
        "说明书\n一种泵\n附图说明\n⟦图1⟧；\n图2是轴。\n具体实施方式\n如图1所示。",
        "说明书\n一种泵\n附图说明\n图1是泵。\n⟦图2⟧。\n具体实施方式\n如图1所示。",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        for caption in filing.captions:
            if caption.text is None:
                yield self.at(caption.span)
