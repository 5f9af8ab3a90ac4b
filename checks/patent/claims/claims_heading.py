import re
from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, Span
from ipcheck.patent import Filing, PartName, PatentCheck, raised


class ClaimsHeading(PatentCheck):
    """权利要求书里加了标题，如第一项权利要求之前另写发明名称、“权利要求如下”，或者单独成文件的正文首行写“权利要求书”。

    实用新型的权利要求书不得加标题；发明的权利要求书也只应当写各项权利要求，多出来的文字会被当作权利要求的内容。
    删去标题，正文直接从“1.”写起。
    几个部分合在一个文件里时，“权利要求书”是分开各部分的标记，不报；由 PDF 读出的文字总带着表格的页眉，也不报。
    """

    code = "CLM003"
    level = Level.ADVICE
    basis = (cite("指南", "1-2-7.4"), cite("指南", "1-1-4.4"))
    message = "“{words}”是加在权利要求书里的标题：权利要求书不加标题，请删去，从第1项权利要求写起"
    needs = (PartName.CLAIMS,)

    good = (
        "说明书摘要\n本实用新型公开了一种杯子。\n权利要求书\n1. 一种杯子，包括杯体。",
        "1. 一种杯子，包括杯体。\n2. 根据权利要求1所述的杯子，还包括杯盖。",
        "说明书\n一种杯子\n技术领域\n本发明涉及杯子。\n权利要求书\n1. 一种杯子，包括：\n杯体；\n杯盖。",
    )
    bad = (
        "⟦权利要求书⟧\n1. 一种杯子，包括杯体。",
        "说明书摘要\n本实用新型公开了一种杯子。\n权利要求书\n⟦一种杯子⟧\n1. 一种杯子，包括杯体。",
        "说明书摘要\n本发明公开了一种杯子。\n权利要求书\n⟦请求保护的内容如下：⟧\n1. 一种杯子，包括杯体。",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        part = filing.parts[PartName.CLAIMS]
        alone = not any(
            other.document is part.document for name, other in filing.parts.items() if name is not PartName.CLAIMS
        )
        if part.titled is not None and alone and part.document.format in ("docx", "text", "markdown"):
            yield self.at(part.titled.trimmed(), level=raised(filing.kind, Level.ADVICE, Level.WARNING))
        if not filing.claims or filing.claims[0].number_span is None:
            return
        begin = filing.claims[0].span.start
        for line in part.lines:
            if line.start >= begin or line.end > begin:
                return
            if re.search(r"\w", str(line)):
                yield self.at(self._short(line.trimmed()), level=raised(filing.kind, Level.ADVICE, Level.ERROR))

    @staticmethod
    def _short(line: Span) -> Span:
        return line if len(line) <= 30 else line.sub(0, 30)
