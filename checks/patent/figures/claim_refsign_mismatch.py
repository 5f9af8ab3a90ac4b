from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.patent import Filing, PartName, PatentCheck, names_differ
from ipcheck.patent.numerals import last_noun, name_of


class ClaimRefsignMismatch(PatentCheck):
    """权利要求里附图标记前的名称，与说明书里这个标记的名称不同：权利要求写“支架（3）”，说明书写“支座3”。

    权利要求的用语应当与说明书一致，表示同一部件的标记也应当一致；不一致时，权利要求得不到说明书的支持。
    统一名称，或者改正标记。
    说明书里的名称以附图标记列表为准，没有列表的以正文里多数地方为准；简称（卡板、弧形卡板）和带修饰的名称算一致。
    """

    code = "FIG008"
    level = Level.ERROR
    basis = (cite("细则", "21.2"), cite("细则", "22.3"), cite("指南", "1-2-7.4"))
    message = "权利要求{claim}里标记{words}跟着“{other}”，说明书里{words}是“{name}”：请统一名称或者改正标记"
    needs = (PartName.CLAIMS, PartName.DESCRIPTION)

    good = (
        "权利要求书\n1. 一种泵，包括弧形卡板一(1)和第一叶轮（2），所述卡板（1）上设有孔（3），公式(2)成立。\n"
        "说明书\n一种泵\n附图说明\n"
        "图中：1-弧形卡板；2-叶轮；3-通孔。\n具体实施方式\n弧形卡板1内装有叶轮2，通孔3在下。",
        "权利要求书\n1. 一种泵，包括泵体(1)和叶轮(2)。\n说明书\n一种泵\n具体实施方式\n泵体内装有叶轮。",
    )
    bad = (
        "权利要求书\n1. 一种泵，包括泵体（1）和支架（⟦3⟧）。\n说明书\n一种泵\n附图说明\n图中：1-泵体；3-支座。\n"
        "具体实施方式\n泵体1放在支座3上。",
        "权利要求书\n1. 一种阀，包括阀座(1)和锁紧件(⟦12⟧)。\n说明书\n一种阀\n具体实施方式\n阀座1上有弹簧12，"
        "弹簧12压住阀座1。",
    )
    missed = (
        ("权利要求书\n1. 一种泵，包括泵体（1）和支架（⟦3⟧）。\n说明书\n一种泵\n具体实施方式\n泵体1放在底板3上。"),
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        for numeral in filing.numerals.values():
            inside = [place for place in numeral.occurrences if place.where == PartName.CLAIMS and place.bracketed]
            if not inside:
                continue
            told = [place for place in numeral.occurrences if place.where == PartName.DESCRIPTION]
            name = str(numeral.listed[0].name) if numeral.listed else name_of(str(place.context) for place in told)
            if not name:
                continue
            # What the description itself also calls it is no mismatch of the claims.
            called = {str(place.context)[-2:] for place in told}
            for place in inside:
                context = str(place.context)
                if names_differ(context, name) and context[-2:] not in called:
                    _, claim = filing.locate(place.span)
                    yield self.at(
                        place.span,
                        related=[numeral.listed[0].name if numeral.listed else told[0].span],
                        claim=claim.number if claim else "",
                        other=last_noun(context),
                        name=name,
                    )
