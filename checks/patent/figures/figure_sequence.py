from collections.abc import Iterator
from itertools import pairwise

from ipcheck.law import cite
from ipcheck.model import Finding, Level, Span
from ipcheck.patent import Filing, PatentCheck, label_number


class FigureSequence(PatentCheck):
    """附图没有按图1、图2……的顺序连续编号：跳号、颠倒或者重号。

    几幅附图应当用阿拉伯数字顺序编号；跳号往往意味着漏了一幅图，重号使正文里的“图2”指代不明。
    把附图重新顺序编号，并改正附图说明和正文里的图号；漏了的补上。
    有附图说明的看附图说明，没有的看说明书附图；图1a、图1(b)、图1-1属于图1，“图2至图4”是三幅图。
    """

    code = "FIG001"
    level = Level.ERROR
    basis = (cite("细则", "21.1"), cite("指南", "1-1-4.3"))
    message = "“{words}”{fault}：附图应当按图1、图2……顺序编号"

    good = (
        "说明书\n一种泵\n附图说明\n图1a为泵；图1(b)为轴；\n图2至图4为叶轮；\n图5和6为盖。\n图2中：1-泵体；2-叶轮。",
        "说明书\n一种泵\n附图说明\n图1-1是泵；\n图1-2是轴；\n图2-1是盖。",
        "说明书\n一种泵\n附图说明\n图1是泵，其中图1A是图2的放大图；图2是盖。",
        "说明书附图\n图1\n图2",
    )
    bad = (
        "说明书\n一种泵\n附图说明\n图1为泵；\n⟦图3⟧为轴；\n图4为盖。",
        "说明书\n一种泵\n附图说明\n图1为泵；\n图2为轴；\n⟦图2⟧为盖。",
        "说明书\n一种泵\n附图说明\n⟦图2⟧为泵；\n⟦图1⟧为轴。",
        "说明书附图\n图1\n⟦图3⟧",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        places: list[tuple[tuple[str, ...], Span]] = [(caption.labels, caption.span) for caption in filing.captions]
        if not places:
            places = [((figure.label,), figure.span) for figure in filing.figures]
        last, seen = 0, set[str]()
        for labels, span in places:
            numbers = [label_number(label) for label in labels]
            fault = ""
            if numbers[0] > last + 1:
                fault = (
                    f"之前没有图{last + 1}"
                    if last + 1 == numbers[0] - 1
                    else f"之前没有图{last + 1}至图{numbers[0] - 1}"
                )
            elif numbers[0] < last:
                fault = f"排在了图{last}之后"
            elif len(labels) == 1 and labels[0] in seen:
                fault = "的图号重复"
            elif any(after > before + 1 for before, after in pairwise(numbers)):
                fault = "中间跳了号"
            if fault:
                yield self.at(span, fault=fault)
            seen.update(labels)
            last = max(last, *numbers)
