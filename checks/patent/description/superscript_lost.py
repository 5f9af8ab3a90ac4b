from collections.abc import Iterator

from ipcheck.check import Sample
from ipcheck.law import cite
from ipcheck.model import Finding, Fix, Level, Span, lazy
from ipcheck.patent import Filing, PatentCheck
from ipcheck.patent.prose import prose

_RAISED = str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻")
# 5m2, kg/m3, cm2 after a number or a solidus; 9.8 m/s2.
_AREA = lazy(
    r"(?:(?<=\d)|(?<=\d )|(?<=/)|(?<=平方)|(?<=[a-zA-Z][·*]))(?:[cmkdnμ]?m)(?P<power>[23])(?![\d.A-Za-z_\-（(])"
)
# 2900cm-1, 10s-1: units to a negative power.
_INVERSE = lazy(r"(?<=\d)[ ]?(?:cm|min|mol|(?<=\d)s|(?<=\d )s)(?P<power>-[123])(?![\d.A-Za-z~～号组型])")
_SECONDS = lazy(r"(?<=m/s)(?P<power>2)(?![\d.A-Za-z])")
# 2×10-3, 10-3mol; not 10-3 alone, which may be a range or a model.
_TEN = lazy(
    r"(?:(?<=[×*·])|(?<=[×*·] ))10(?P<power>-\d{1,2})(?![\d.\-~～])"
    r"|(?<![\d.\-A-Za-z/])10(?P<bare>-[1-9]\d?)(?=[ ]?(?:mol|Torr|Pa(?![A-Za-z])|Ω|S/c?m|A/c?m|F(?![A-Za-z])|"
    r"H(?![A-Za-z])))"
    # 1×106 CFU: a million, where nobody would write one hundred and six times.
    r"|(?:(?<=\d[×*])|(?<=\d [×*] ))10(?P<high>[3-9]|1[0-5])(?=[ ]?(?:CFU|cfu|copies|拷贝|Pa(?![A-Za-z])|Ω|"
    r"J(?![A-Za-z])|W(?![A-Za-z])|"
    r"(?:个)?(?:细胞|孢子|菌落|活菌|cells)|个/(?:mL|ml|g|L)|/(?:mL|ml|L|cm)|Da(?![A-Za-z])|g/mol))"
)
# One of these stands in all that the four find; most paragraphs have none.
_HINT = lazy(r"m[23]|m/s2|[a-z]-[123]|10(?:-|[3-9]|1[0-5])")


class SuperscriptLost(PatentCheck):
    """上标丢了：5m2、10-3mol、9.8m/s2。

    从别处复制文字时上标容易丢失，10⁻³变成10-3，数值就变了，说明书不清楚。
    恢复上标，或者写成5平方米、1×10⁻³ mol；纯文本可以直接用上标字符²³⁻。
    文件里已经设成上标的不报；PDF看不出哪些字符是上标，XML里已经标了别的上下标的，也都不报；M2螺栓、图号、型号、化学式的下标（CO2）不查。
    """

    code = "DSC044"
    level = Level.WARNING
    basis = (cite("细则", "20.3"), cite("质量评价", "16"))
    message = "“{words}”像是丢了上标：请改为“{right}”"

    good = (
        "说明书\n一种泵\n技术领域\n用M2螺栓，面积5 m²，CO2和H2O，见10-3号图，型号10-3，图m2，通道m2，取10-3个，长5m。",
        Sample("1. 一种泵，面积为5m2。", marks=(("sup", "2", ""),)),
        "说明书\n一种屏\n技术领域\n像素为2×100和1×1080，区间5s-10s，槽距2min-1号，尺寸3×105mm，1×10个，第1A/10-6A/10段。",
    )
    bad = (
        "1. 一种泵，面积为5⟦m2→m²⟧，密度为1g/⟦cm3→cm³⟧。",
        "说明书\n一种泵\n技术领域\n浓度为⟦10-3→10⁻³⟧mol/L，真空为5×⟦10-2→10⁻²⟧Pa，加速度为9.8m/s⟦2→²⟧。",
        "说明书\n一种泵\n技术领域\n惯量为2kg·⟦m2→m²⟧，电阻率⟦10-6→10⁻⁶⟧Ω·m，菌数为1×⟦106→10⁶⟧CFU/mL，波数2900⟦cm-1→cm⁻¹⟧。",
    )
    missed = ("1. 一种泵，面积为5⟦mm^2⟧。",)

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        for span in prose(filing):
            if _HINT.search(span.folded) is None:
                continue
            marks = span.document.marks_by_kind
            # A .pdf does not tell what was raised; an .xml that marks others was converted, and loses some on the way:
            # there cm2 is no evidence.
            told = span.document.format
            if told == "pdf" or (told == "xml" and (marks.get("sup") or marks.get("sub"))):
                continue
            raised = [mark for kind in ("sup", "sub", "formula") for mark in marks.get(kind, ())]
            for pattern in (_AREA, _SECONDS, _INVERSE, _TEN):
                for match in span.find(pattern):
                    group = match.lastgroup or "power"
                    place: Span = span.at(match)
                    if any(mark.start < match.end(group) and match.start(group) < mark.end for mark in raised):
                        continue
                    right = str(place)[: match.start(group) - match.start()] + match[group].translate(_RAISED)
                    yield self.at(place, fix=Fix(right), right=right)
