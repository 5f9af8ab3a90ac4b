from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, Span, lazy
from ipcheck.patent import Filing, PartName, PatentCheck

_NUMBER = lazy(r"[ \t]*[\[［【][ \t]*(?P<number>\d{4,5})[ \t]*[\]］】]")


class ParagraphNumberFormat(PatentCheck):
    """说明书手工写了段落编号[0001]，编号却有重复、跳号或者倒退。

    段落编号不是法律要求的，电子申请客户端会自动编写；手工编号错了，审查意见和答复里的引用就对不上。
    重新连续编号，或者删去编号交给客户端去编。
    只看手工写的编号；文字处理软件自动生成的编号不查；一件申请只报第一处。
    """

    code = "DSC055"
    level = Level.ADVICE
    basis = (cite("指南", "1-1-4.2"), cite("质量评价", "16"))
    message = "段落编号“{words}”与前一个编号[{before:04d}]不连续：请重新编号，或者删去编号由电子申请客户端生成"
    needs = (PartName.DESCRIPTION,)

    good = (
        "说明书\n一种泵\n[0001] 技术领域\n[0002] 涉及泵。\n[0003] 背景技术\n[0004] 泵漏，标准[2015]有规定。",
        "说明书\n一种泵\n技术领域\n[0031] 涉及泵。\n[0032] 泵漏。",
    )
    bad = (
        "说明书\n一种泵\n技术领域\n[0001] 涉及泵。\n[0002] 泵漏。\n⟦[0002]⟧ 加垫。\n[0003] 装盖。",
        "说明书\n一种泵\n技术领域\n【0001】涉及泵。\n背景技术\n⟦【0004】⟧泵漏。",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        part = filing.parts[PartName.DESCRIPTION]
        generated = {
            offset
            for mark in part.document.marks_by_kind.get("generated", ())
            for offset in range(mark.start, min(mark.end, mark.start + 8))
        }
        before: int | None = None
        for line in part.lines:
            match = _NUMBER.match(line.document.folded, line.start, line.end)
            if match is None:
                continue
            span: Span = line.at(match).trimmed()
            if span.start in generated:
                return
            number = int(match["number"])
            if before is not None and number != before + 1:
                yield self.at(span, before=before)
                return
            before = number
