from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.patent import Filing, PartName, PatentCheck, label_number


class FigureNeverDiscussed(PatentCheck):
    """附图说明里有这幅图，具体实施方式里却一次也没有提到。

    有附图的，具体实施方式应当对照附图说明；没有用到的图，读者不知道它说明什么。
    在说到有关内容的地方写上“如图n所示”，或者删去这幅图。
    “图1至图4”一类的范围都算提到；整篇没有提到任何图号的，只在第一幅图上报一次。
    """

    code = "FIG015"
    level = Level.WARNING
    basis = (cite("细则", "20.1"), cite("指南", "2-2-2.2.6"))
    message = "“{words}”{count}在具体实施方式里没有提到：请在说到它的地方写“如图…所示”，或者删去没有用的图"
    needs = (PartName.DESCRIPTION,)

    good = (
        "说明书\n一种泵\n附图说明\n图1为泵；图2为轴；图3为盖。\n具体实施方式\n如图1至图3所示，泵体内有轴。",
        "说明书\n一种泵\n附图说明\n图1为泵；图2a为轴的正面；图2b为轴的背面。\n具体实施方式\n如图1、图2所示，泵体内有轴。",
    )
    bad = (
        "说明书\n一种泵\n附图说明\n图1为泵；⟦图2⟧为轴。\n具体实施方式\n如图1所示，泵体内有轴。",
        "说明书\n一种泵\n附图说明\n⟦图1⟧为泵。\n图2为轴。\n具体实施方式\n泵体内有轴，轴上有叶轮。",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        if len(filing.captions) < 1 or filing.description is None:
            return
        mentioned = {label for mention in filing.mentions for label in mention.labels}
        numbers = {label_number(label) for label in mentioned}
        silent = [
            caption
            for caption in filing.captions
            if not any(label in mentioned or label_number(label) in numbers for label in caption.labels)
        ]
        # 参照附图 without any number speaks of them all.
        if len(silent) == len(filing.captions):
            text = "\n".join(str(paragraph.body) for paragraph in filing.description.paragraphs[-40:])
            if "附图" in text or (len(filing.captions) == 1 and "如图" in text):
                return
            others = [caption.span for caption in silent[1:]]
            count = f"等{len(silent)}幅附图" if others else ""
            yield self.at(silent[0].span, related=others, count=count)
            return
        for caption in silent:
            yield self.at(caption.span, count="")
