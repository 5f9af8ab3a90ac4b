from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Fix, Level, Span
from ipcheck.patent import Filing, PatentCheck
from ipcheck.patent.characters import simplified
from ipcheck.patent.prose import prose

_MANY = 30


class TraditionalChar(PatentCheck):
    """申请文件里有繁体字：裝置、電路。

    审查指南要求汉字以国家公布的简化字为准，繁体字、异体字要补正或者由审查员依职权改正。
    改成简化字；只有一个简化字与它对应的才报，所以可以自动修改。
    乾、后、里、于、著、瞭、噁一类在规范文字里也用的字不报；全文都是繁体（超过30处，内部阈值）时只报一处。
    """

    code = "DSC045"
    level = Level.WARNING
    basis = (cite("指南", "5-1-3.2"), cite("细则", "3.1"))
    message = "“{words}”是繁体字{many}：申请文件使用规范的简化字，请改为“{right}”"

    good = (
        "说明书\n一种泵\n技术领域\n于谦著，乾坤之后，公里，瞭望塔，二噁英，苧烯，干燥的面板。",
        "1. 一种泵，包括壳体。",
    )
    bad = (
        "1. 一种⟦裝→装⟧置，包括⟦電→电⟧路板。",
        "说明书\n一种泵\n技术领域\n涉及泵，叶⟦輪→轮⟧转⟦動→动⟧。",
        "说明书摘要\n一种泵，⟦設→设⟧有壳体。",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        table = simplified()
        known = table.keys()
        found: list[Span] = []
        for span in prose(filing):
            words = str(span)
            if known.isdisjoint(words):
                continue
            found.extend(span.sub(index, index + 1) for index, character in enumerate(words) if character in known)
        if len(found) > _MANY:
            many = f"，全文共{len(found)}处繁体字"
            yield self.at(found[0], many=many, right=table[str(found[0])], facts={"count": len(found)})
            return
        for span in found:
            right = table[str(span)]
            yield self.at(span, fix=Fix(right, safe=True), many="", right=right)
