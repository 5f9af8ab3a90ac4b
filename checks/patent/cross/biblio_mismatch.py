import re
from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, Span, lazy
from ipcheck.model.text import squeeze
from ipcheck.patent import Filing, Kind, PartName, PatentCheck

_WHAT = (
    r"申请人|申请单位|专利申请人|专利权人|发明人|设计人|代理机构|专利代理机构|代理单位|专利代理师|代理师|专利代理人"
    r"|代理人"
)
_SAYS = lazy(
    rf"(?:第[一二三四五六七八九]|共同|全体)?(?P<what>{_WHAT})(?:名称|姓名|全称)?(?:或者?(?:名称|姓名))?"
    r"\s*[:：]\s*(?P<value>[^\n，。；]{2,60})"
)
# 本申请的申请人为甲公司；本申请由甲公司提出. A person is named only where the sentence ends with the names.
_UNIT = r"[一-鿿A-Za-z0-9()（）]{2,30}?(?:公司|大学|学院|研究院|研究所|医院|集团|合作社|事务所|中心|厂|院|所|站|局)"
_TOLD = lazy(
    r"本(?:专利|发明|实用新型|外观设计)?(?:专利)?(?:申请|发明|实用新型|新型|外观设计|专利|案)(?:的|之)?"
    r"(?:(?P<what>申请人|专利权人|发明人|设计人)(?:均?为|是|系)"
    rf"(?P<value>{_UNIT}(?:[、和与及]{_UNIT})*(?=[，。；]|$)|[一-鿿]{{2,4}}(?:[、和及][一-鿿]{{2,4}})*(?=。|$))"
    rf"|(?:系|是)?由(?:申请人)?(?P<filer>{_UNIT})(?:于[^，。；]{{1,20}})?(?:提出|提交|申请|递交))"
)
_KEYS = {
    "申请人": "applicant",
    "申请单位": "applicant",
    "专利申请人": "applicant",
    "专利权人": "applicant",
    "发明人": "inventor",
    "设计人": "inventor",
    "专利代理师": "agent",
    "代理师": "agent",
    "专利代理人": "agent",
    "代理人": "agent",
}


class BiblioMismatch(PatentCheck):
    """申请文件的其他部分写的申请人、发明人、代理机构与请求书不一致。

    请求书各栏应当与其他文件一致；不一致的要补正，填错申请人、发明人还会影响权利归属。
    以核实过的身份信息为准，统一改写；说明书、摘要里本来不必写申请人、发明人的，删去即可。
    看单独成行的“申请人：……”，也看“本申请的申请人为……”“本申请由……提出”这样的句子；对比文件的申请人不报。
    比较时不计空格和全角半角；委托书由 poa-mismatch 比较。
    """

    code = "XDC005"
    level = Level.ERROR
    basis = (cite("指南", "5-1-5.4"), cite("指南", "1-1-6.1.2"))
    message = "这里的{what}“{words}”与请求书的“{wanted}”不一致：请核对后统一"
    needs = (PartName.REQUEST,)
    kinds = (Kind.INVENTION, Kind.UTILITY_MODEL, Kind.DESIGN)

    good = (
        "请求书\n发明名称：一种杯子\n申请人：甲乙 有限公司\n发明人：张三、李四\n"
        "说明书\n一种杯子\n申请人：甲乙有限公司\n"
        "技术领域\n本发明涉及杯子。",
        "请求书\n发明名称：一种杯子\n申请人：甲乙有限公司\n说明书\n一种杯子\n"
        "背景技术\n对比文件的申请人是丙丁公司，不同于本申请。",
        "请求书\n发明名称：一种杯子\n申请人：甲乙有限公司\n发明人：张三、李四\n说明书\n一种杯子\n"
        "背景技术\n本申请的申请人为甲乙有限公司，本发明的发明人为了解决漏水，发明人是首先想到加垫圈的。\n"
        "该专利由丙丁公司申请后失效。",
    )
    bad = (
        "请求书\n发明名称：一种杯子\n申请人：甲乙有限公司\n说明书\n一种杯子\n申请人：⟦丙丁有限公司⟧\n"
        "技术领域\n本发明涉及杯子。",
        "请求书\n发明名称：一种杯子\n申请人：甲乙有限公司\n发明人：张三、李四\n"
        "说明书摘要\n发明人：张三、⟦王五⟧\n本发明公开了一种杯子。",
        "请求书\n发明名称：一种杯子\n申请人：甲乙有限公司\n发明人：张三、李四\n说明书\n一种杯子\n"
        "背景技术\n本申请的申请人为⟦丙丁大学⟧。本申请由⟦丙丁大学⟧提出，本发明的发明人是张三和⟦王五⟧。",
        "请求书\n发明名称：一种杯子\n申请人：甲乙有限公司\n专利代理师：赵六\n说明书\n一种杯子\n"
        "申请单位：⟦丙丁有限公司⟧\n代理师：⟦钱七⟧\n技术领域\n本发明涉及杯子。",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        request = filing.request
        if request is None:
            return
        for name, part in filing.parts.items():
            if name in (PartName.REQUEST, PartName.POA, PartName.BIBLIO):
                continue
            for line in part.lines:
                for what, span in _told(line):
                    key = _KEYS.get(what, "agency")
                    wanted = request.names(key) if key != "agency" else request.all(key)
                    # A name with a space in it is one in its field and two among the names.
                    names = {squeeze(piece) for item in request.all(key) for piece in re.split("[、，,;；]", str(item))}
                    names |= {squeeze(str(item)) for item in wanted}
                    if wanted and squeeze(str(span)) not in names:
                        told = "、".join(str(item) for item in wanted)
                        yield self.at(span, what=what, wanted=told, related=wanted)


def _told(line: Span) -> Iterator[tuple[str, Span]]:
    """What the line says somebody is, and each name it gives."""
    match = _SAYS.match(line.folded.strip()) if len(line) <= 120 else None
    if match is not None:
        colon = line.folded.find(":")
        value = line.sub(colon + 1, len(line)).trimmed()
        if match["what"] in _KEYS:
            yield from ((match["what"], item) for item in _pieces(value, r"[^、,，;；\s]+"))
        else:
            yield match["what"], value
        return
    for match in line.find(_TOLD):
        if match["filer"]:
            yield "申请人", line.at(match, "filer")
        else:
            yield from ((match["what"], item) for item in _pieces(line.at(match, "value"), r"[^、和与及]+"))


def _pieces(value: Span, pattern: str) -> Iterator[Span]:
    for match in re.finditer(pattern, str(value)):
        yield value.sub(match.start(), match.end())
