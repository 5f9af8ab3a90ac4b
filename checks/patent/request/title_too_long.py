from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, Span, lazy
from ipcheck.patent import Filing, PatentCheck, title_label

_USUAL = 25
_UTMOST = 60
_WORD = lazy(r"[A-Za-z0-9.\-]+|\S")


class TitleTooLong(PatentCheck):
    """发明名称超过25个字；超过60个字的更不允许。

    发明名称应当简短、准确，一般不得超过25个字，必要时可不受此限，但也不得超过60个字。
    删去并非类型和主题所必需的修饰语，把效果和用途写进说明书。
    每个汉字、字母、标点都计一个字；外文词怎样计数没有规定，所以把一个外文词或者数字只计一个字仍超过60个字的，才报错误。
    """

    code = "REQ002"
    level = Level.WARNING
    basis = (cite("指南", "1-1-4.1.1"), cite("指南", "2-2-2.2.1"))
    message = (
        "名称有{count}个字：一般不超过25个字，任何情况下不超过60个字，请删去不必要的修饰语（从第{over}个字起标出）"
    )

    _AFTER = "\n技术领域\n本发明涉及杯子。\n背景技术\n现有杯子易碎。"
    good = (
        "说明书\n一种保温杯" + _AFTER,
        "说明书\n" + "一种" + "长" * 22 + "杯" + _AFTER,
        "请求书\n发明名称：一种 保 温 杯\n说明书\n一种保温杯" + _AFTER,
    )
    bad = (
        "说明书\n" + "一种" + "长" * 23 + "⟦甲乙⟧" + _AFTER,
        "请求书\n发明名称：" + "一种" + "长" * 23 + "⟦" + "短" * 40 + "⟧",
        "请求书\n发明名称：" + "一种" + "长" * 23 + "甲\n说明书\n" + "一种" + "长" * 23 + "⟦甲⟧" + _AFTER,
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        for title in filing.titles:
            label = title_label(title)
            places = [
                offset
                for offset in range(title.start + len(label), title.end)
                if not title.document.text[offset].isspace()
            ]
            if len(places) <= _USUAL:
                continue
            words = len(_WORD.findall(title.folded[len(label) :]))
            level = Level.ERROR if words > _UTMOST else Level.WARNING
            yield self.at(
                Span(title.document, places[_USUAL], places[-1] + 1), count=len(places), over=_USUAL + 1, level=level
            )
