from collections.abc import Iterator

from ipcheck.check import Sample
from ipcheck.law import cite
from ipcheck.model import Finding, Level, Span, lazy
from ipcheck.patent import Filing, PartName, PatentCheck, first_words

# A row of a table in plain text: | a | b | or three and more cells parted by tabs.
_ROW = lazy(r"[ \t]*\|.*\|.*\|?[ \t]*|[^\t\n]+\t[^\t\n]+\t[^\n]+")
# Two cells a row are a table only from three rows on.
_PAIR = lazy(r"[^\t\n]+\t[^\t\n]+")
_CRYSTAL = lazy(r"衍射|XRD|X-?射线|2θ|晶型|晶面|峰位|d值|序列|引物|SEQ|系数|透镜|曲率半径|非球面")


class ClaimTable(PatentCheck):
    """权利要求里有表格。

    权利要求一般用文字限定，通常不得有表格；发明只有在必要时，也就是用表格才能说明保护范围时，才可以有表格。
    把表格改写成文字，如“树脂为30重量份，溶剂为50重量份”。
    衍射峰、引物序列、光学系数表等已被接受的表格不报；整份权利要求书都放在一个排版用的表格里的，也不报。
    """

    code = "CLM008"
    level = Level.WARNING
    basis = (cite("指南", "1-2-7.4"), cite("指南", "1-1-4.4"), cite("指南", "2-2-3.3"))
    message = "权利要求{claim}里有表格（从“{words}”起）：权利要求通常不得有表格，能用文字限定的请改写成文字"
    needs = (PartName.CLAIMS,)

    good = (
        "1. 一种涂料，由30份的树脂和50份的溶剂组成。",
        "1. 一种晶型，其X-射线衍射峰如下：\n|2θ|强度|\n|5.1|100|\n|7.9|64|",
        "1. 一种判断方法，计算|a|和|b|之差。",
        Sample("1. 一种杯子，包括杯体。\n说明书\n一种杯子\n技术领域\n\ufffc", objects=("table-image",)),
    )
    bad = (
        "1. 一种涂料，组分如下：\n⟦|树脂|30份|⟧\n|溶剂|50份|\n2. 根据权利要求1所述的涂料，有颜料。",
        "1. 一种合金，各元素的含量见下表：\n⟦元素\t下限\t上限⟧\n碳\t0.1\t0.2\n锰\t1.0\t1.5",
        Sample("1. 一种涂料，组分见下表：\n⟦\ufffc⟧", objects=("table-image",)),
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        part = filing.parts[PartName.CLAIMS]
        document = part.document
        laid_out = all(document.paragraph_at(line.start).table is not None for line in part.lines)
        last: int | None = None
        for index, line in enumerate(part.lines):
            table = document.paragraph_at(line.start).table
            if table is not None and not laid_out:
                opens, last = table != last, table
            else:
                last = None
                opens = self._opens(part.lines, index) or self._pictured(line)
            claim = next((item for item in filing.claims if item.span.start <= line.start < item.span.end), None)
            if opens and claim is not None and not _CRYSTAL.search(claim.span.folded):
                yield self.at(first_words(line), claim=claim.number)

    @staticmethod
    def _opens(lines: tuple[Span, ...], index: int) -> bool:
        """Whether two rows of a table begin at this line."""

        def row(at: int) -> bool:
            return (
                0 <= at < len(lines)
                and _ROW.fullmatch(lines[at].document.text[lines[at].start : lines[at].end]) is not None
            )

        def pair(at: int) -> bool:
            return 0 <= at < len(lines) and _PAIR.fullmatch(str(lines[at])) is not None

        three = pair(index) and pair(index + 1) and pair(index + 2) and not pair(index - 1)
        return (row(index) and row(index + 1) and not row(index - 1)) or three

    @staticmethod
    def _pictured(line: Span) -> bool:
        return any(
            line.document.object_at[offset].kind == "table-image"
            for offset in range(line.start, line.end)
            if offset in line.document.object_at
        )
