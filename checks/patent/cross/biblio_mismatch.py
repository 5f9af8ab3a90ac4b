import re
from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, Span, lazy
from ipcheck.model.text import squeeze
from ipcheck.patent import Filing, Kind, PartName, PatentCheck

_SAYS = lazy(r"(?P<what>申请人|专利权人|发明人|设计人|代理机构|专利代理机构)\s*[:：]\s*(?P<value>[^\n，。；]{2,60})")
_KEYS = {"申请人": "applicant", "专利权人": "applicant", "发明人": "inventor", "设计人": "inventor"}


class BiblioMismatch(PatentCheck):
    """申请文件的其他部分写的申请人、发明人、代理机构与请求书不一致。

    请求书各栏应当与其他文件一致；不一致的要补正，填错申请人、发明人还会影响权利归属。
    以核实过的身份信息为准，统一改写；说明书、摘要里本来不必写申请人、发明人的，删去即可。
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
    )
    bad = (
        "请求书\n发明名称：一种杯子\n申请人：甲乙有限公司\n说明书\n一种杯子\n申请人：⟦丙丁有限公司⟧\n"
        "技术领域\n本发明涉及杯子。",
        "请求书\n发明名称：一种杯子\n申请人：甲乙有限公司\n发明人：张三、李四\n"
        "说明书摘要\n发明人：张三、⟦王五⟧\n本发明公开了一种杯子。",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        request = filing.request
        if request is None:
            return
        for name, part in filing.parts.items():
            if name in (PartName.REQUEST, PartName.POA, PartName.BIBLIO):
                continue
            for line in part.lines:
                match = _SAYS.match(line.folded.strip()) if len(line) <= 120 else None
                if match is None:
                    continue
                key = _KEYS.get(match["what"], "agency")
                wanted = request.names(key) if key != "agency" else request.all(key)
                known = {squeeze(piece) for span in request.all(key) for piece in re.split("[、，,;；]", str(span))}
                known |= {squeeze(str(span)) for span in wanted}
                for span in _values(line, key):
                    if known and squeeze(str(span)) not in known:
                        told = "、".join(str(item) for item in wanted)
                        yield self.at(span, what=match["what"], wanted=told, related=wanted)


def _values(line: Span, key: str) -> Iterator[Span]:
    colon = min(index for index in (line.folded.find(":"), len(line)) if index >= 0)
    value = line.sub(colon + 1, len(line)).trimmed()
    if key == "agency":
        yield value
        return
    for match in re.finditer(r"[^、,，;；\s]+", str(value)):
        yield value.sub(match.start(), match.end())
