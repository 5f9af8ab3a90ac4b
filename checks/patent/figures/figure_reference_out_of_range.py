from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, lazy
from ipcheck.patent import Filing, PartName, PatentCheck, label_number

# Figures of another document: 该文献的图3, CN101234567A图2.
_OTHER = lazy(
    r"(?:文献|专利|公开号|公告号|对比文件|对比例|该申请|在先申请|论文|标准|手册|附件|CN[ ]?\d{6,}[A-Z]?"
    r"|US[ ]?\d{6,}|WO[ ]?\d{4}|JP[ ]?\d|EP[ ]?\d)[^。；;]{0,30}$"
)


class FigureReferenceOutOfRange(PatentCheck):
    """正文写了“如图9所示”，附图说明里却没有图9。

    正文提到的附图应当存在；提到不存在的图，读者无从对照，审查员会要求补图（补图要改变申请日）或者删去。
    改正图号，或者在附图说明和附图里补上这幅图。
    只有写了附图说明才检查；正文写图2a、附图说明写图2（或者相反）不报；引证文献里的图不报。
    """

    code = "FIG014"
    level = Level.ERROR
    basis = (cite("细则", "21.1"), cite("细则", "46"))
    message = "正文提到“{words}”，附图说明里没有图{missing}：请改正图号，或者补上这幅图和它的说明"
    needs = (PartName.DESCRIPTION,)

    good = (
        "说明书\n一种泵\n附图说明\n图1为泵；图2a和图2b为轴；图3至图5为盖。\n具体实施方式\n如图1、图2所示，"
        "图4的A处，图2(a)中，图表9和视图9。",
        "说明书\n一种泵\n背景技术\n专利文献CN101234567A的图9示出了泵。\n附图说明\n图1为泵。\n具体实施方式\n"
        "图1A放大，图1和9个叶轮。",
        "说明书\n一种泵\n具体实施方式\n如图3所示。",
    )
    bad = (
        "说明书\n一种泵\n附图说明\n图1为泵；图2为轴。\n具体实施方式\n如⟦图3⟧所示，泵内有轴。",
        "说明书\n一种泵\n附图说明\n图1a为泵；图1b为轴；图2为盖。\n具体实施方式\n参照⟦图1c⟧和盖，⟦图1-5⟧示出整体。",
    )
    missed = (
        "说明书\n一种泵\n附图说明\n图1为泵；图2为轴。\n具体实施方式\n如⟦第三幅图⟧所示，泵内有轴。",
        "说明书\n一种泵\n附图说明\n图1为泵；图2为轴。\n具体实施方式\n如⟦附图三⟧所示，泵内有轴。",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        known = {label for caption in filing.captions for label in caption.labels}
        if not known:
            return
        numbers = {label_number(label) for label in known}
        for mention in filing.mentions:
            missing = [label for label in mention.labels if not _is_known(label, known, numbers)]
            if not missing:
                continue
            line = mention.span.document.paragraph_at(mention.span.start)
            before = mention.span.document.folded[max(line.start, mention.span.start - 60) : mention.span.start]
            if not _OTHER.search(before):
                yield self.at(mention.span, missing="、图".join(missing))


def _is_known(label: str, known: set[str], numbers: set[int]) -> bool:
    number = label_number(label)
    if label in known or (label.isdigit() and number in numbers):
        return True
    # 图2a of a caption 图2 is a corner of it; but where there are 2a and 2b, 2c is missing.
    return str(number) in known
