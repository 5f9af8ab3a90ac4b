from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, lazy
from ipcheck.patent import Filing, PartName, PatentCheck, first_words

_LABEL = lazy(r"(?:图\s?)?(?P<label>\d{1,3}[a-zA-Z]?)")
_NONE = lazy(r"^\s*(?:无|否|没有|/|-|—)")
_FILLED = 3


class AbstractFigureNotDesignated(PatentCheck):
    """有附图的申请，请求书没有指定摘要附图，或者指定的图号在说明书附图里没有。

    有附图的，应当在请求书中指定一幅最能说明技术特征的说明书附图作为摘要附图并写明图号；不是附图之一的要补正。
    在请求书写明图号，如“摘要附图：图1”，选用表示结构或者主要流程的图。
    没有附图的不查；请求书只填了几栏（内部阈值：不足三栏）的，不报没有指定。
    """

    code = "REQ028"
    level = Level.ERROR
    basis = (cite("细则", "26.2"), cite("指南", "1-1-4.5.2"), cite("指南", "1-2-7.5"))
    message = "“{words}”：{why}，有附图的应当在请求书中指定一幅说明书附图作为摘要附图，请写明图号"
    needs = (PartName.REQUEST,)

    _SPEC = (
        "\n说明书\n一种杯子\n技术领域\n本发明涉及杯子。\n附图说明\n图1为结构图；\n图2为剖视图。\n"
        "具体实施方式\n如图1所示，有杯体。"
    )
    good = (
        "请求书\n发明名称：一种杯子\n申请人：张三\n发明人：张三\n摘要附图：图1" + _SPEC,
        "请求书\n发明名称：一种杯子\n申请人：张三\n发明人：张三\n指定摘要附图：2" + _SPEC,
        "请求书\n发明名称：一种杯子\n申请人：张三\n发明人：张三\n"
        "说明书\n一种杯子\n技术领域\n本发明涉及杯子。\n背景技术\n无。\n具体实施方式\n有杯体。",
        "请求书\n发明名称：一种杯子" + _SPEC,
    )
    bad = (
        "请求书\n发明名称：一种杯子\n申请人：张三\n发明人：张三\n摘要附图：⟦图7⟧" + _SPEC,
        "⟦请求书⟧\n发明名称：一种杯子\n申请人：张三\n发明人：张三" + _SPEC,
        "请求书\n发明名称：一种杯子\n申请人：张三\n发明人：张三\n摘要附图：⟦无⟧" + _SPEC,
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        request = filing.request
        labels = {figure.label for figure in filing.figures}
        labels |= {label for caption in filing.captions for label in caption.labels}
        if request is None or not labels:
            return
        value = request.first("abstract-figure")
        if value is None:
            if len(request.fields) >= _FILLED:
                title = request.part.titled or request.part.lines[0]
                yield self.at(first_words(title), why="请求书没有指定摘要附图")
            return
        match = _LABEL.search(value.folded)
        if match is None:
            if _NONE.search(value.folded):
                yield self.at(value, why="没有指定摘要附图")
        elif match["label"].lower() not in labels and not any(
            label.startswith(match["label"]) and not label[len(match["label"])].isdigit() for label in labels
        ):
            yield self.at(value, why="指定的图号不在说明书附图之中")
