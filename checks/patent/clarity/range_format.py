import re
from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, Span, lazy
from ipcheck.patent import Filing, PatentCheck

_UNIT = (
    r"(?:%|‰|℃|°C|K(?![A-Za-z])|[numkcd]?m(?:²|³|2|3)?(?![A-Za-z])|μm|[mkμn]?g(?![A-Za-z])|m?L(?![A-Za-z])|ml"
    r"|[kM]?Pa|[kmM]?V(?![A-Za-z])|m?A(?![A-Za-z])|[kMG]?Hz|[kM]?W(?![A-Za-z])|rpm|min|h(?![A-Za-z])|ms"
    r"|s(?![A-Za-z])|分钟|小时|秒|天|份|倍|转/分|毫米|厘米|微米|米|度)"
)
_NUMBER = r"\d+(?:\.\d+)?"
_RANGE = lazy(
    # A number after × or ^, a ratio or a part of a date, a model or a reference sign begins no range.
    rf"(?<![\dA-Za-z.:：×*/^\-—–~～#第+±<>＜＞=])(?P<first>{_NUMBER})[ ]?(?P<unit1>{_UNIT})?[ ]?(?P<sign>[~～—–-]"
    rf"|至)[ ]?(?P<second>{_NUMBER})[ ]?(?P<unit2>{_UNIT})?(?![\d.:：\-~]|[A-Za-z]|×)"
)
# From 80 down to 20 is a course, not a range.
_COURSE = lazy(r"(?:从(?!而)|由(?!于)|自(?![然动身]))[^，。；,;]{0,8}$|(?:降|减|缩|跌|冷却|倒数)[一-鿿]{0,4}$")


class RangeFormat(PatentCheck):
    """数值范围写反了（大数在前），或者只有前一个数带单位。

    范围的下限应当写在前面；写反的范围或者单位不全的范围，含义要靠猜，容易被指出不清楚。
    把小的数写在前面，两端都带单位或者只在最后写单位。
    序号、型号、日期、比例、“从80℃降至20℃”一类的过程不是范围，不报；“10-20℃”里的短横通行已久，也不报。
    """

    code = "CLR025"
    level = Level.WARNING
    basis = (cite("法", "26.4"), cite("指南", "2-2-3.3"))
    message = "数值范围“{words}”{fault}：请写成“{better}”"

    good = (
        "1. 一种泵，厚度为10～50mm，温度为10-20℃，型号为50-10，使用1-2号螺栓，步骤1-3重复。",
        "说明书\n技术领域\n2024-05-20试验，比例为10:1至1:10，从80℃至20℃降温，由50至10转，精度为±5～3mm，编号50～10。\n"
        "背景技术\n浓度为10%～20%，长度为5mm～1m，10～20%的水，每次3-5次。",
        "1. 一种泵，浓度为5×10-3～10-2mol/L，角度为90度至180度，图5-1所示。",
    )
    bad = (
        "1. 一种板，厚度为⟦50～10mm→10～50mm⟧。",
        "说明书\n技术领域\n涉及板。\n背景技术\n板。\n发明内容\n板厚⟦5mm至3mm→3mm至5mm⟧，浓度为⟦10%～20→10%～20%⟧。",
    )
    missed = (
        "1. 一种板，厚度为⟦不小于50mm且不大于10mm⟧。",
        "1. 一种板，厚度为⟦十毫米到五毫米⟧。",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        spans = [claim.body for claim in filing.claims]
        if filing.description is not None:
            spans += [paragraph.body for paragraph in filing.description.paragraphs]
        for span in spans:
            for match in span.find(_RANGE):
                yield from self._look(span, match)

    def _look(self, span: Span, match: re.Match[str]) -> Iterator[Finding]:
        first, second, unit1, unit2 = match["first"], match["second"], match["unit1"], match["unit2"]
        text, document = span.document.folded, span.document
        if unit2 is None:
            # “10%～20”: the first has a unit, the second none, and the sentence goes on.
            if (
                unit1 is not None
                and match["sign"] in "~～至"
                and re.match(r"[，。；,;]|$", text[match.end("second") : match.end("second") + 1])
            ):
                place = Span(document, match.start(), match.end("second"))
                better = f"{place}{unit1}"
                if float(first) < float(second):
                    yield self.at(place, fix=better, fault="后一个数没有单位", better=better)
            return
        if unit1 not in (None, unit2) or float(first) <= float(second):
            return
        if _COURSE.search(text[max(span.start, match.start() - 14) : match.start()]):
            return
        place = Span(document, match.start(), match.end("unit2"))
        words = str(place)
        tail1 = match.end("first") - match.start()
        head2 = match.start("second") - match.start()
        tail2 = match.end("second") - match.start()
        better = second + words[tail1:head2] + first + words[tail2:]
        yield self.at(place, fix=better, fault="大数在前", better=better)
