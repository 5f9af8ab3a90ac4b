from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.patent import Filing, PartName, PatentCheck, first_words

_PARTS = (PartName.ABSTRACT, PartName.CLAIMS, PartName.DESCRIPTION, PartName.DRAWINGS)


class XpartSamePage(PatentCheck):
    """一个文件里写了几种申请文件。

    提交时请求书、权利要求书、说明书、附图、摘要要分别成册、分别编页码，几种写在一个文件里就分不开。
    提交前把各部分拆成单独的文件，或者用编辑器的分册功能导出。
    写稿阶段“五书合一”很常见，所以默认不运行；只在 strict、evaluation 方案里提示一次。
    """

    code = "XDC006"
    level = Level.ADVICE
    basis = (cite("指南", "5-1-5.1"),)
    message = "这个文件里有{parts}：提交前请分成单独的文件，并各自编页码"
    default = False

    good = (
        "权利要求书\n1. 一种杯子，包括杯体。",
        "说明书\n一种杯子\n技术领域\n本发明涉及杯子。\n具体实施方式\n杯子有杯体。",
    )
    bad = (
        "⟦权利要求书⟧\n1. 一种杯子，包括杯体。\n说明书\n一种杯子\n技术领域\n本发明涉及杯子。",
        "⟦说明书摘要⟧\n本发明公开了一种杯子。\n权利要求书\n1. 一种杯子，包括杯体。",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        for document in filing.documents:
            # A publication is one file by nature.
            if document.format in ("pdf", "xml"):
                continue
            inside = [part for name in _PARTS if (part := filing.parts.get(name)) and part.document is document]
            if len(inside) > 1:
                first = min(inside, key=lambda part: part.span.start)
                words = "、".join(part.name.chinese for part in inside)
                yield self.at(first.titled.trimmed() if first.titled else first_words(first.span), parts=words)
