import re
from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, lazy
from ipcheck.patent import Caption, Filing, PartName, PatentCheck

_LABEL = lazy(r"(?:图[ \t]?)?(?P<label>\d{1,3}[a-zA-Z]?)")
_PRIOR = lazy(r"^(?:现有|传统|常规|已有)|(?:现有|在先|传统|已有|背景)技术|现有的|传统的|常规的|对比(?:例|文件)|比较例")
_RESULT = lazy(
    r"曲线|柱状图|折线图|直方图|散点图|箱线图|对比图|对照图|(?:能|光|质|色|频|衍射|吸收)谱图?|图谱|(?:实验|试验|测试|检测|仿真|模拟|计算|对比)结果|效果图|效果对比|性能(?:图|测试|对比|比较)"
    r"|实物(?:图|照)|照片|电镜|SEM|TEM|XRD|变化图|数据图|电泳图|误差图|准确率"
)
_SHOWS = lazy(r"结构|流程|示意|框图|视图|原理|架构|组成|系统图|电路|布局|装配|爆炸|剖|工艺|步骤|立体|模块|拓扑|时序")


class AbstractFigureUnsuitable(PatentCheck):
    """指定的摘要附图是现有技术的图，或者只是效果、数据曲线，而另有表示技术方案的图。

    摘要附图应当是最能说明该发明或者实用新型技术特征的一幅说明书附图；现有技术图、效果曲线说明不了技术特征。
    在请求书中改为指定结构图或者主要流程图，如“摘要附图：图1”。
    按附图说明中那一幅图的图名判断；附图里没有结构图、流程图一类的图可选时，指定曲线图的不报（现有技术图照报）。
    """

    code = "ABS009"
    level = Level.WARNING
    basis = (cite("细则", "26.2"), cite("指南", "1-1-4.5.2"))
    message = "指定的摘要附图“{words}”{why}（附图说明：{caption}）：请改为指定最能说明技术特征的图，如{instead}"
    needs = (PartName.DESCRIPTION,)

    _SPEC = (
        "\n说明书\n一种换热器\n技术领域\n本发明涉及换热器。\n附图说明\n图1为换热器的结构示意图；\n"
        "图2为现有技术的换热器结构示意图；\n"
        "图3为换热量随流速变化的曲线图。\n具体实施方式\n如图1所示，有壳体。"
    )
    good = (
        "请求书\n发明名称：一种换热器\n摘要附图：图1" + _SPEC,
        "请求书\n发明名称：一种晶体\n摘要附图：图1\n说明书\n一种晶体\n技术领域\n本发明涉及晶体。\n附图说明\n"
        "图1为晶体的XRD图谱。\n"
        "具体实施方式\n溶解后结晶。",
        "请求书\n发明名称：一种换热器\n摘要附图：无" + _SPEC,
    )
    bad = (
        "请求书\n发明名称：一种换热器\n摘要附图：⟦图3⟧" + _SPEC,
        "请求书\n发明名称：一种换热器\n摘要附图：⟦2⟧" + _SPEC,
        "摘要附图\n⟦图3⟧" + _SPEC,
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        place = filing.request.first("abstract-figure") if filing.request is not None else None
        if place is None:
            drawing = filing.parts.get(PartName.ABSTRACT_DRAWING)
            lines = drawing.lines if drawing is not None else ()
            place = next(
                (line for line in lines if re.fullmatch(r"附?图[ \t]?\d{1,3}[a-zA-Z]?", str(line).strip())), None
            )
        match = next(place.find(_LABEL), None) if place is not None else None
        if place is None or match is None:
            return
        label = match["label"].lower()
        chosen = next((caption for caption in filing.captions if label in caption.labels), None)
        if chosen is None or chosen.text is None:
            return
        text = chosen.text.folded
        better = next((caption for caption in filing.captions if self._shows(caption)), None)
        why = ""
        if _PRIOR.search(text) and not re.search(r"与(?:现有|传统|对比)|本(?:发明|申请|实用新型|实施例)", text):
            why = "是现有技术的图"
        elif better is not None and _RESULT.search(text) and not _SHOWS.search(text):
            why = "只表示效果或者数据"
        if why:
            instead = f"图{better.labels[0]}" if better is not None else "结构图或者流程图"
            span = place.trimmed()
            yield self.at(
                span, why=why, caption=str(chosen.text).strip("；;。 "), instead=instead, related=(chosen.span,)
            )

    @staticmethod
    def _shows(caption: Caption) -> bool:
        text = caption.text.folded if caption.text is not None else ""
        return bool(_SHOWS.search(text)) and not _PRIOR.search(text) and not _RESULT.search(text)
