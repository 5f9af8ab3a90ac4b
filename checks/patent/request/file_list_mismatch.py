from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, Span, lazy
from ipcheck.patent import Filing, PartName, PatentCheck, label_number

# Blanks are taken whole (*+): given back one by one they make a run of them cubic.
_CLAIMS = lazy(
    r"权利要求(?:书)?(?:的)?项数[ \t\n]*+[:：]?[ \t\n]*+(?:共|为)?[ \t]*+(?P<count>\d{1,3})(?!\d)"
    r"|权利要求(?:书)?[^\n]{0,16}?(?P<listed>\d{1,3})[ \t]*项(?!目)"
)
_FIGURES = lazy(
    r"附图(?:的)?(?:幅数|图数)[ \t\n]*+[:：]?[ \t\n]*+(?:共|为)?[ \t]*+(?P<count>\d{1,3})(?!\d)"
    r"|(?<!摘要)附图[^\n]{0,16}?(?P<listed>\d{1,3})[ \t]*幅"
)
_PAGE_OF = {PartName.CLAIMS: "权利要求的项数", PartName.DRAWINGS: "附图的幅数"}


class FileListMismatch(PatentCheck):
    """请求书中填写的权利要求项数或者附图幅数，与权利要求书、说明书附图的实际数目不一致。

    请求书应当写明申请文件清单；项数填错会使申请附加费算错，也说明提交的可能不是定稿。
    以权利要求书和附图的定稿为准，改正请求书中的数目。
    只比较写成“权利要求的项数：10项”“权利要求书共10项”“附图3幅”这样的数目；页数要到生成提交文件时才定，由人核对。
    """

    code = "REQ027"
    level = Level.WARNING
    basis = (cite("细则", "19(7)"), cite("指南", "5-2-1"))
    message = "请求书写的{what}是{words}，实际是{actual}：请求书的文件清单应当与申请文件一致，请核对后改正"
    needs = (PartName.REQUEST,)

    _CLAIMS_TEXT = "\n权利要求书\n1. 一种杯子，包括杯体。\n2. 根据权利要求1所述的杯子，还包括杯盖。"
    good = (
        "请求书\n发明名称：一种杯子\n权利要求的项数：2项" + _CLAIMS_TEXT,
        "请求书\n发明名称：一种杯子\n申请文件清单：请求书1份4页；权利要求书1份1页，共2项" + _CLAIMS_TEXT,
        "请求书\n发明名称：一种杯子\n权利要求项数：3",
        "请求书\n发明名称：一种杯子\n申请文件清单：权利要求书1份3页" + _CLAIMS_TEXT,
    )
    bad = (
        "请求书\n发明名称：一种杯子\n权利要求的项数：⟦10⟧项" + _CLAIMS_TEXT,
        "请求书\n发明名称：一种杯子\n申请文件清单：权利要求书1份1页，共⟦3⟧项" + _CLAIMS_TEXT,
        "请求书\n发明名称：一种杯子\n申请文件清单：说明书附图 1份2页，⟦4⟧幅\n说明书附图\n图1\n图2",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        part = filing.parts[PartName.REQUEST]
        figures = {label_number(figure.label) for figure in filing.figures}
        for name, pattern, actual in (
            (PartName.CLAIMS, _CLAIMS, len(filing.claims)),
            (PartName.DRAWINGS, _FIGURES, len(figures)),
        ):
            if not actual or not filing.has(name):
                continue
            for match in part.span.find(pattern):
                group = "count" if match["count"] else "listed"
                span = Span(part.document, match.start(group), match.end(group))
                # 3a and 3b may have been counted as one figure or as two.
                allowed = {actual, len(filing.figures)} if name is PartName.DRAWINGS else {actual}
                if int(match[group]) not in allowed:
                    yield self.at(span, what=_PAGE_OF[name], actual=actual)
