from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.patent import Filing, Occurrence, PartName, PatentCheck


class SpecRefsignBracketed(PatentCheck):
    """具体实施方式里的附图标记加了括号：电阻（3）。

    审查指南要求说明书里的附图标记放在技术名称之后、不加括号；权利要求和摘要里才加括号。
    去掉具体实施方式里附图标记的括号：电阻3。
    很多文件通篇加括号，所以每件申请只报一处，并写明一共有多少处；公式编号、数量、列项的(1)(2)不算附图标记。
    """

    code = "DSC036"
    level = Level.WARNING
    basis = (cite("指南", "2-2-2.2.6"),)
    message = "具体实施方式里有{count}处附图标记加了括号，例如“{words}”：说明书里的附图标记不加括号"
    needs = (PartName.DESCRIPTION,)

    good = (
        "说明书\n一种泵\n附图说明\n图1为泵。\n图中：1-泵体；2-叶轮。\n具体实施方式\n泵体1内装有叶轮2，步骤如下："
        "(1)装叶轮，(2)装盖；"
        "由公式(1)得到流量，样品数量(2)为两个。",
        "权利要求书\n1. 一种泵，包括泵体（1）和叶轮（2）。\n说明书\n一种泵\n具体实施方式\n泵体1内装有叶轮2，"
        "晶面(100)平整。",
    )
    bad = (
        "说明书\n一种泵\n附图说明\n图1为泵。\n图中：1-泵体；2-叶轮。\n具体实施方式\n泵体⟦（1）⟧内装有叶轮（2），"
        "叶轮（2）转动。",
        "说明书\n一种阀\n具体实施方式\n阀芯⟦(12)⟧在阀座（13）内，阀芯（12）下压阀座（13）。",
    )
    missed = (
        ("说明书\n一种泵\n附图说明\n图1为泵。\n图中：1-泵体；2-叶轮。\n具体实施方式\n泵体⟦①⟧内装有叶轮②，叶轮②转动。"),
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        found: list[Occurrence] = []
        listed = {entry.sign for entry in filing.sign_list}
        for numeral in filing.numerals.values():
            places = [place for place in numeral.occurrences if place.where == PartName.DESCRIPTION]
            # “数量(2)” is no place of the sign 2 of 叶轮.
            bracketed = [place for place in places if place.bracketed and str(place.context)[-1:] == numeral.name[-1:]]
            # Without a list a sign must follow one name again and again to be one.
            if bracketed and (numeral.sign in listed or ("一" <= numeral.name[-1:] <= "鿿" and len(places) >= 2)):
                found.extend(bracketed)
        if not found:
            return
        found.sort(key=lambda place: place.span.start)
        first = found[0].span
        text = first.document.folded
        start, end = first.start, first.end
        while start > 0 and text[start - 1] in "([ ":
            start -= 1
        while end < len(text) and text[end] in ")] ":
            end += 1
        span = type(first)(first.document, start, end).trimmed()
        yield self.at(
            span,
            related=[place.span for place in found[1:6]],
            count=len(found),
            facts={"count": len(found)},
        )
