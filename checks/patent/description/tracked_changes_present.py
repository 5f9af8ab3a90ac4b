from collections.abc import Iterator

from ipcheck.check import Sample
from ipcheck.law import cite
from ipcheck.model import Document, Finding, Level, Mark, Span, lazy
from ipcheck.patent import Filing, Kind, PatentCheck

_WORD = lazy(r"[一-鿿]{1,6}|[A-Za-z0-9.]+|\S")
_KINDS = {
    "inserted": ("修订（插入的文字）", "接受或者拒绝全部修订", Level.ERROR),
    "deleted": ("修订（删除的文字）", "接受或者拒绝全部修订", Level.ERROR),
    "comment": ("批注", "处理并删除批注", Level.ERROR),
    "hidden": ("隐藏文字", "删除隐藏文字，或者取消隐藏", Level.ERROR),
    "highlight": ("突出显示", "取消突出显示，写定其中的内容", Level.WARNING),
}


class TrackedChangesPresent(PatentCheck):
    """文件里留有修订痕迹、批注、隐藏文字或者突出显示。

    申请文件应当整齐清晰，不得涂改；留下的修订和批注会随电子文件一起提交，还可能泄露内部意见。
    接受或者拒绝全部修订，删除批注和隐藏文字，取消突出显示，再检查文档属性里的作者等信息。
    每个文件每一种只报一处，并写明共有多少处；突出显示只是警告；删除的和隐藏的文字不在正文里，标出的是它旁边的字。
    """

    code = "DSC054"
    level = Level.ERROR
    basis = (cite("指南", "1-1-4.6"), cite("质量评价", "16"))
    message = "文件里留有{what}，共{count}处，例如在“{words}”处：提交前请{cure}"
    kinds = (Kind.INVENTION, Kind.UTILITY_MODEL, Kind.DESIGN)

    good = (
        "1. 一种泵，包括泵体。",
        Sample("1. 一种泵，流量单位为m2。", marks=(("sub", "2", ""), ("generated", "1", ""))),
    )
    bad = (
        Sample("1. 一种泵，包括⟦叶轮⟧和轴承。", marks=(("inserted", "叶轮", "张三"), ("inserted", "轴承", "张三"))),
        Sample(
            "说明书\n一种泵\n技术领域\n涉及⟦水泵⟧的⟦密封⟧。",
            marks=(("comment", "水泵", "再查"), ("highlight", "密封", "")),
        ),
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        for document in filing.documents:
            for kind, (what, cure, level) in _KINDS.items():
                marks = document.marks_by_kind.get(kind, [])
                place = next((place for mark in marks if (place := _place(document, mark)) is not None), None)
                if place is not None:
                    facts = {"kind": kind, "count": len(marks)}
                    yield self.at(place, level=level, facts=facts, what=what, count=len(marks), cure=cure)


def _place(document: Document, mark: Mark) -> Span | None:
    """The marked words, or the word beside a mark without any; None if there is no word near it."""
    if mark.end > mark.start:
        span = Span(document, mark.start, mark.end).trimmed()
        if len(span):
            return span
    line = document.paragraph_at(min(mark.start, max(0, len(document.text) - 1)))
    after = _WORD.search(document.text, mark.start, line.end)
    if after is not None:
        return Span(document, after.start(), after.end())
    before = list(_WORD.finditer(document.text, line.start, mark.start))
    if before:
        return Span(document, before[-1].start(), before[-1].end())
    anywhere = _WORD.search(document.text, mark.start) or _WORD.search(document.text)
    return Span(document, anywhere.start(), anywhere.end()) if anywhere else None
