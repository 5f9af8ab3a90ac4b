import re
from collections.abc import Iterator

from ipcheck.check import Sample
from ipcheck.law import cite
from ipcheck.model import Finding, Level, Span, lazy
from ipcheck.patent import Filing, PartName, PatentCheck

_CAPTION = lazy(r"[ ]*(?:附)?图(?:[ ]?\d{1,3}|[ ]+(?=[一-鿿]))[^。；]{0,40}")
# Words for what is a drawing and no formula.
_DRAWING = (
    r"(?:流程图|结构图|示意图|框图|曲线图|原理图|电路图|时序图|剖[视面]图|截图|照片|图片|效果图|装配图|波形图"
    r"|布置图|架构图|拓扑图|网络图|柱状图|折线图|饼图|散点图"
    r"|箱线图|热图|热力图|对比图|电镜图|显微图|电泳图|[SＳ][EＥ][MＭ]图?|TEM图?|XRD图谱?|谱图|图谱|[上下左右]图"
    r"|插图|附图|配图|图表|图示|图样|图形|界面|画面|页面|外观|外形|实物)"
)
_LEADS_TO_DRAWING = lazy(
    rf"{_DRAWING}(?:中|的)?(?:所示|所述|如下|为|是|显示|表示|给出|见)*[：:，,。；;（(\[ ]*$|(?:如|见|参见|参考"
    rf"|参照)(?:以?下|上|左|右|该|此|本)?图(?:所示|所述)?[：:，,。；; ]*$"
)
_FROM_DRAWING = lazy(rf"[ ]*(?:所示的?|为|是|即|)(?:上述|上|该|前述)?{_DRAWING}")
_ONLY_PICTURES = lazy(r"[\ufffc ]+")


class SpecImageInline(PatentCheck):
    """说明书的文字里插有图：流程图、结构图、曲线图等。

    说明书文字部分可以有化学式、数学式和表格，但不得有插图；流程图、曲线图等只能作为说明书附图。
    把图移到说明书附图里编号，在正文里用“如图3所示”提到它。
    单独成段的图下面写着“图N”的是错误，只有一张图的段落只是警告（也可能是公式的截图）；夹在文字里的小图一般是公式，
    不报，但前后写着“流程图”“如下图所示”“照片”“界面”等的，无论单独成段还是夹在文字里，都是插图；
    整份说明书末尾没有标题的附图页也不报。
    """

    code = "DSC038"
    level = Level.ERROR
    basis = (cite("指南", "1-1-4.2"), cite("指南", "1-2-7.2"))
    message = "说明书文字部分插有图：请移到说明书附图，正文里只写“如图N所示”（如果是公式或者化学式的图，可以保留）"
    needs = (PartName.DESCRIPTION,)

    good = (
        Sample(
            "说明书\n一种泵\n发明内容\n流量为\ufffc，其中\ufffc为转速。\n\ufffc\n具体实施方式\n装泵。",
            objects=("formula", "picture", "formula"),
        ),
        Sample("说明书\n一种化合物\n发明内容\n结构式如下：\n\ufffc\n具体实施方式\n合成。", objects=("chemistry",)),
        Sample(
            "说明书\n一种泵\n发明内容\n加垫。\n具体实施方式\n装泵。\n\ufffc\n图1\n\ufffc\n图2",
            objects=("picture", "picture"),
        ),
        Sample("说明书\n一种泵\n具体实施方式\n流量按下式计算：\n\ufffc\n式中Q为流量。", objects=("picture",)),
    )
    bad = (
        Sample(
            "说明书\n一种泵\n发明内容\n加垫。\n⟦\ufffc⟧\n图1 泵的结构图\n具体实施方式\n装泵。", objects=("picture",)
        ),
        Sample(
            "说明书\n一种泵\n具体实施方式\n装配的流程图为：\n⟦\ufffc⟧\n先装轴，叶轮的照片如右图所示⟦\ufffc⟧，再装盖。",
            objects=("picture", "picture"),
        ),
        Sample("说明书\n一种泵\n具体实施方式\n流程见下图。\n⟦\ufffc⟧\n先装轴。", objects=("picture",)),
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        part = filing.parts[PartName.DESCRIPTION]
        tail = _tail(part.lines)
        for index, line in enumerate(part.lines[:tail]):
            if "\ufffc" not in str(line):
                continue
            if not _ONLY_PICTURES.fullmatch(line.folded):
                yield from self._among_words(line)
                continue
            following = part.lines[index + 1].folded if index + 1 < len(part.lines) else ""
            before = part.lines[index - 1].folded if index else ""
            captioned = _CAPTION.fullmatch(following.split("\n")[0]) is not None
            if (
                not captioned
                and not _LEADS_TO_DRAWING.search(before)
                and re.search(r"[式程:](?:为|是|如下|所示|计算|得到|表示)?[：:，,]?[ ]*$|[:：][ ]*$", before)
            ):
                continue
            for offset in range(line.start, line.end):
                item = line.document.object_at.get(offset)
                if item is not None and item.kind == "picture":
                    place = Span(line.document, offset, offset + 1)
                    yield self.at(place, level=Level.ERROR if captioned else Level.WARNING)

    def _among_words(self, line: Span) -> Iterator[Finding]:
        """Pictures within a sentence that says they are drawings."""
        document = line.document
        for offset in range(line.start, line.end):
            item = document.object_at.get(offset)
            if item is None or item.kind != "picture":
                continue
            before = document.folded[max(line.start, offset - 16) : offset].replace("\ufffc", "")
            after = document.folded[offset + 1 : min(line.end, offset + 12)]
            if _LEADS_TO_DRAWING.search(before) or _FROM_DRAWING.match(after):
                yield self.at(Span(document, offset, offset + 1), level=Level.WARNING)


def _tail(lines: tuple[Span, ...]) -> int:
    """The index from which on there are only pictures and captions: drawings that lack their heading."""
    end = len(lines)
    while end and (_ONLY_PICTURES.fullmatch(lines[end - 1].folded) or _CAPTION.fullmatch(lines[end - 1].folded)):
        end -= 1
    return end if any(_CAPTION.fullmatch(line.folded) for line in lines[end:]) else len(lines)
