from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, Span, lazy
from ipcheck.patent import Filing, PartName, PatentCheck

_LIMIT = 300
_COUNTED = lazy(r"[^\s\u200b\ufeff\ufffc\u2500-\u257f]")
_WORD = lazy(r"[A-Za-z0-9.\-]+|[^\s\u200b\ufeff\ufffc\u2500-\u257f]")


class AbstractTooLong(PatentCheck):
    """摘要的文字部分连标点超过300个字。

    摘要文字部分（包括标点符号）不得超过300个字，超过的会被要求删节，或者由审查员删节。
    只留名称、技术领域、技术问题、方案要点和主要用途，删去效果的罗列和次要特征。
    每个非空白字符计一个字；外文词怎样计数没有规定，所以把一个外文词或者数字只计一个字仍超过的才报错误，否则报警告。
    """

    code = "ABS001"
    level = Level.ERROR
    basis = (cite("指南", "1-1-4.5.1"), cite("指南", "1-2-7.5"))
    message = (
        "摘要有{count}个字（外文词和数字各计一个字时为{words_count}个字）：包括标点不得超过300个字，"
        "请删去{over}个字（从第301个字起标出）"
    )
    needs = (PartName.ABSTRACT,)

    good = (
        "说明书摘要\n本发明公开了一种杯子，" + "杯" * 288 + "。",
        "说明书摘要\n摘要：本发明公开了一种杯子，" + "杯" * 288 + "。",
        "说明书摘要\n本发明公开了一种 杯 子，" + "杯 " * 288 + "。",
    )
    bad = (
        "说明书摘要\n本发明公开了一种杯子，" + "杯" * 289 + "⟦体。⟧",
        "说明书摘要\n本实用新型公开了一种碗，" + "碗" * 281 + " polyeth⟦ylene 材料。⟧",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        if filing.abstract is None:
            return
        span = filing.abstract.span
        label = filing.abstract_label
        body = span.sub(len(label) if label is not None else 0, len(span))
        places = [match.start() for match in body.find(_COUNTED)]
        if len(places) <= _LIMIT:
            return
        words = sum(1 for _ in body.find(_WORD))
        yield self.at(
            Span(span.document, places[_LIMIT], places[-1] + 1),
            count=len(places),
            words_count=words,
            over=len(places) - _LIMIT,
            level=Level.ERROR if words > _LIMIT else Level.WARNING,
        )
