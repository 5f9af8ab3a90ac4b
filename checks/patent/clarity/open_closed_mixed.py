from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, lazy
from ipcheck.patent import Claim, Filing, PartName, PatentCheck
from ipcheck.patent.scope import limitation

# “由……组成，还包括……”: closed, then open again, of the same thing.
_CLOSED_THEN_OPEN = lazy(
    r"(?<!主要)(?<!基本上)由(?:(?:以下|下述|如下|下列)[^。;:\n]{0,16}组成:[^。;]{1,200}?[,;]"
    r"|[^。;\n]{1,200}?(?:组成|构成)[,;])[ \n]*(?:并且|并|且|同时|其)?(?:此外|另外|(?:所述"
    r"|该)(?P<again>[一-鿿]{1,12}?))?"
    r"(?P<words>(?:还|也)?(?:进一步)?(?:包括|包含|含有|具有|设有))(?!以下步骤|如下步骤)"
)
_INNER = lazy(
    r"(?<!主要)(?<!基本上)由[^，。；：,;:\n由]{1,60}?(?:组成|构成)[,](?P<words>(?:并且?|且|同时)?(?:还|也)(?:包括"
    r"|包含|含有|具有"
    r"|设有)|(?:并且?|且)(?:包括|包含|含有))"
)
_LEAD = lazy(r"[\s,:]*(?:该|所述)?(?P<name>[一-鿿]{0,12}?)(?=由)")
# “包括……组成”: two constructions run into one.
_BLEND = lazy(r"(?:包括|包含)(?P<parts>[^，。；：由,;:\n的]{2,80})(?P<words>组成|构成)(?=[,。;]|$)")


class OpenClosedMixed(PatentCheck):
    """同一对象既用封闭式“由……组成”，又用开放式“包括”，分不清还能不能有别的组成。

    “由……组成”排除其他组成，“包括”则不排除；混在一起，保护范围不清楚。
    想允许有其他组成的统一写“包括”，想排除的统一写“由……组成”。
    只看“由……组成，还包括……”和“包括甲、乙组成”两种写法；“由……组成”只说某个分部件，而整体用“包括”的，不报；
    “某部件由……组成，还包括……”看不出还包括的是部件还是整体，只作建议；
    “主要由……组成”是开放式，不报。
    """

    code = "CLR033"
    level = Level.WARNING
    basis = (cite("指南", "2-2-3.3"), cite("指南", "2-10-4.2.1"), cite("质量评价", "100"))
    message = "权利要求{claim}的“{words}”把开放式与封闭式混在一起：请统一写成“包括……”或者“由……组成”"
    needs = (PartName.CLAIMS,)

    good = (
        "1. 一种车架，包括由横梁和纵梁组成的框架，所述框架包括螺栓，传动组由齿轮和轴组成，所述齿轮包括齿圈。",
        "1. 一种涂料，主要由乳液和水组成，还包括填料。\n2. 一种涂料，由乳液和水组成。",
        "1. 一种车架，包括横梁、纵梁，所述横梁由两块板组成；还包括车轮。",
    )
    bad = (
        "1. 一种涂料，由乳液和水组成，⟦还包括⟧填料。",
        "1. 一种涂料，其特征在于，由以下组分组成：乳液、水，⟦还包括⟧填料。\n"
        "2. 一种胶带，所述胶带由基材和胶层组成，所述胶带⟦还含有⟧离型纸。",
        "1. 一种车架，包括横梁，罩壳由前罩和后罩组成，⟦还包括⟧顶罩。",
        "1. 一种车架，其特征在于，包括横梁、纵梁和车轮⟦组成⟧，所述横梁与所述纵梁焊接。",
    )
    missed = (
        "1. 一种涂料，只含乳液和水，⟦还有⟧填料。",
        "1. 一种涂料，由乳液和水组成，⟦另掺填料⟧。",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        for claim in filing.claims:
            yield from self._look(claim)

    def _look(self, claim: Claim) -> Iterator[Finding]:
        told = limitation(claim)
        text = told.document.folded
        lead = _LEAD.match(text, told.start, told.end)
        start = lead.end() if lead else told.start
        of_the_subject = lead is None or not lead["name"] or claim.subject_name.endswith(lead["name"])
        match = _CLOSED_THEN_OPEN.match(text, start, told.end)
        again = match["again"] if match is not None else None
        if match is not None and of_the_subject and (not again or claim.subject_name.endswith(again)):
            yield self.at(told.at(match, "words"), claim=claim.number)
        # Of a part: 罩壳由前罩和后罩组成，还包括顶罩. Of the part, or of the whole?
        for inner in told.find(_INNER):
            if match is None or inner.end("words") != match.end("words"):
                yield self.at(told.at(inner, "words"), level=Level.ADVICE, claim=claim.number)
        for blend in told.find(_BLEND):
            yield self.at(told.at(blend, "words"), claim=claim.number)
