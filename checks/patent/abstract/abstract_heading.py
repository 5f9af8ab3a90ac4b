from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.model.text import squeeze
from ipcheck.patent import Filing, PartName, PatentCheck

# So many characters in common make a short line the title, or half of it.
_LIKE = 8


class AbstractHeading(PatentCheck):
    """摘要的文字部分用了标题，如以“摘要：”开头，或者首行单独写发明名称。

    摘要文字部分不得使用标题；发明名称要写在句子里，如“本发明公开了一种……”。
    删去“摘要：”等字样，单独成行的名称并入第一句。
    表格的页眉和单独成行、用来分开各部分的“说明书摘要”不是摘要的文字，不报。
    """

    code = "ABS002"
    level = Level.ERROR
    basis = (cite("指南", "1-1-4.5.1"), cite("指南", "1-2-7.5"))
    message = "摘要里写了标题“{words}”：摘要文字部分不得使用标题，请删去，名称写进句子里"
    needs = (PartName.ABSTRACT,)

    good = (
        "说明书摘要\n本发明公开了一种杯子，包括杯体。",
        "摘要\n一种杯子，包括杯体和杯盖。",
        "【摘要】\n本发明公开了一种摘要生成方法：先分词，再排序。",
    )
    bad = (
        "说明书摘要\n⟦摘要：→⟧本发明公开了一种杯子，包括杯体。",
        "说明书摘要\n⟦一种杯子⟧\n本发明公开了一种杯子，包括杯体。",
        "说明书摘要\n⟦内容摘要：→⟧本发明公开了一种杯子，包括杯体。",
        "说明书摘要\n⟦【摘要】→⟧本实用新型公开了一种碗，包括碗体。",
        "说明书摘要\n⟦发明名称：一种杯子⟧\n本发明公开了一种杯子，包括杯体。",
    )
    missed = (
        "说明书摘要\n⟦【技术方案】⟧本发明公开了一种杯子，包括杯体。",
        "说明书摘要\n⟦技术方案要点是：⟧一种杯子，包括杯体。",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        if filing.abstract is None:
            return
        label = filing.abstract_label
        if label is not None:
            yield self.at(label, fix="")
            return
        first, *rest = filing.abstract.lines
        words = squeeze(str(first))
        titles = {squeeze(str(title)) for title in filing.titles}
        named = words.startswith(("发明名称", "实用新型名称", "名称:", "一种")) or any(
            # A title may be broken into two lines where the other part is not.
            words == title or (min(len(words), len(title)) >= _LIKE and (title in words or words in title))
            for title in titles
        )
        if rest and len(words) <= 60 and named and not any(mark in words for mark in "。；;，,\ufffc"):
            yield self.at(first.trimmed())
