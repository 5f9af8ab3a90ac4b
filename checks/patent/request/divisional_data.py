from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, Span, lazy
from ipcheck.patent import Filing, PartName, PatentCheck, first_words

_STATEMENT = lazy(r"(?:本|该)(?:申请|发明|实用新型|案|专利申请)(?:是|为|系)[^。\n]{0,200}?(?P<words>分案(?:申请)?)")
_DATE = lazy(r"\d{4}\s*[-年./]\s*\d{1,2}\s*[-月./]\s*\d{1,2}")
_NUMBER = lazy(r"(?:CN)?\s?\d{12}\s?\.?\s?[\dX]|申请号\D{0,4}\d{8}")
_NAME = lazy(r"名称|题为|[“《\"]")
_YES = lazy(r"^\s*(?:是|√|本申请是|分案申请)")


class DivisionalData(PatentCheck):
    """分案申请没有写全原申请的信息：请求书缺原申请号或者原申请日，或者说明书起始部分没有写明原申请。

    分案申请的请求书应当写明原申请的申请号和申请日，说明书起始部分应当写明原申请的申请日、申请号和发明创造名称。
    请求书补全原申请号和申请日；说明书在技术领域之前写“本申请是申请日为……、申请号为……、发明名称为……的分案申请”。
    只在请求书填了原申请、或者说明书开头写明是分案申请时才查；优先权声明须由人另行核对。
    """

    code = "REQ026"
    level = Level.ERROR
    basis = (cite("细则", "49.3"), cite("指南", "1-1-5.1.1"), cite("指南", "2-6-3.2"))
    message = "这是分案申请，{where}没有写明{missing}：应当写明原申请的申请号、申请日（说明书还要写名称），请补全"

    _SPEC = "\n技术领域\n本发明涉及杯子。\n背景技术\n现有杯子易碎。"
    _FULL = "本申请是申请日为2023年5月1日、申请号为202310000000.1、发明名称为“一种杯子”的发明专利申请的分案申请。"
    good = (
        "请求书\n原申请号：202310000000.1\n原申请日：2023-05-01\n说明书\n一种杯子\n" + _FULL + _SPEC,
        "说明书\n一种杯子\n" + _FULL + _SPEC,
        "说明书\n一种分案管理装置\n技术领域\n本发明涉及案卷分案管理。\n背景技术\n现有装置不能分案。",
        "请求书\n分案申请：否\n申请人：张三\n说明书\n一种杯子" + _SPEC,
    )
    bad = (
        "请求书\n原申请号：⟦202310000000.1⟧\n申请人：张三",
        "说明书\n一种杯子\n本申请是一种杯子的⟦分案申请⟧。" + _SPEC,
        "请求书\n原申请号：202310000000.1\n原申请日：2023-05-01\n说明书\n⟦一种杯子⟧" + _SPEC,
        "请求书\n发明名称：一种杯子\n申请人：张三\n说明书\n一种杯子\n"
        + _FULL.replace("分案申请。", "⟦分案申请⟧。")
        + _SPEC,
    )
    missed = ("请求书\n⟦本申请是某申请的分案⟧\n申请人：张三",)

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        request = filing.request
        number = request.first("parent-number") if request else None
        date = request.first("parent-date") if request else None
        ticked = request.first("divisional") if request else None
        parent = number or date
        if parent is not None and (number is None or date is None):
            yield self.at(parent, where="请求书", missing="原申请日" if date is None else "原申请号")
        statement, words = self._statement(filing)
        if statement is not None and words is not None:
            told = {"申请日": _DATE, "申请号": _NUMBER, "名称": _NAME}
            missing = [f"原申请的{what}" for what, pattern in told.items() if not pattern.search(statement.folded)]
            if missing:
                yield self.at(words, where="说明书起始部分", missing="、".join(missing))
            elif request is not None and parent is None and len(request.fields) >= 2:
                yield self.at(words, where="请求书", missing="原申请号和原申请日")
        elif filing.description is not None and (parent or (ticked is not None and _YES.search(str(ticked)))):
            begin = filing.title or first_words(filing.parts[PartName.DESCRIPTION].span)
            yield self.at(first_words(begin), where="说明书起始部分", missing="原申请的申请日、申请号和名称")

    @staticmethod
    def _statement(filing: Filing) -> tuple[Span | None, Span | None]:
        """The paragraph at the description's beginning that calls it a divisional, and the words."""
        if filing.description is None:
            return None, None
        for paragraph in filing.description.paragraphs[:4]:
            match = next(paragraph.body.find(_STATEMENT), None)
            if match is not None:
                return paragraph.body, paragraph.body.at(match, "words")
        return None, None
