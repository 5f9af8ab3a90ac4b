from collections.abc import Iterator
from itertools import pairwise

from ipcheck.law import cite
from ipcheck.model import Finding, Level, Span, lazy
from ipcheck.patent import Filing, PartName, PatentCheck, SectionName, label_number

_HAN = r"[(（]?[一二三四五六七八九十]{1,3}[)）]?"
# 图（一）, 图二, or 表1 for a picture.
_OTHER_LABEL = lazy(rf"附?图[ ]?{_HAN}(?![一-鿿])|表[ ]?(?:{_HAN}|\d{{1,2}})(?![一-鿿\d])")
_LABELS_ONLY = lazy(rf"\s*(?:(?:附?图[ ]?{_HAN}|表[ ]?(?:{_HAN}|\d{{1,2}}))\s*)+")
_CAPTION = lazy(rf"\s*(?P<label>附?图[ ]?{_HAN})[ ]?(?=[为是示:：]|所示)")


class FigureSequence(PatentCheck):
    """附图没有按图1、图2……的顺序连续编号：跳号、颠倒、重号，或者写成图（一）、表一。

    几幅附图应当用阿拉伯数字顺序编号；跳号往往意味着漏了一幅图，重号使正文里的“图2”指代不明。
    把附图重新顺序编号，并改正附图说明和正文里的图号；漏了的补上。
    图（一）、图一和充当附图的“表一”每个文件只报一次；有附图说明的看附图说明，没有的看说明书附图；图1a、图1(b)、图1-1属于图1，“图2至图4”是三幅图。
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
        "说明书附图\n⟦图（一）⟧　图（二）\n表一",
        "说明书\n一种泵\n附图说明\n⟦图一⟧为泵；\n图二为轴。",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        places: list[tuple[tuple[str, ...], Span]] = [(caption.labels, caption.span) for caption in filing.captions]
        if not places:
            places = [((figure.label,), figure.span) for figure in filing.figures]
        others = list(_other_labels(filing))
        if others:
            count = f"（共{len(others)}处）" if len(others) > 1 else ""
            yield self.at(others[0], related=others[1:], fault=f"不是用阿拉伯数字写的图号{count}")
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


def _other_labels(filing: Filing) -> Iterator[Span]:
    """The labels that are no 图1: those under the pictures, or where there are none those of the captions."""
    drawings = filing.parts.get(PartName.DRAWINGS)
    found = [
        line.at(match)
        for line in (drawings.lines if drawings else ())
        if _LABELS_ONLY.fullmatch(line.folded)
        for match in line.find(_OTHER_LABEL)
    ]
    if not found and filing.description is not None:
        paragraphs = filing.description.paragraphs_of(SectionName.FIGURES)
        found = [
            paragraph.body.at(match, "label")
            for paragraph in paragraphs
            if (match := _CAPTION.match(paragraph.body.document.folded, paragraph.body.start, paragraph.body.end))
        ]
    yield from found
