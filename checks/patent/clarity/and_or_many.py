from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, Span, lazy
from ipcheck.patent import Filing, PartName, PatentCheck

_AND_OR = lazy(r"(?:和|及|与)[ ]?/[ ]?(?:或者?)")
_CLAUSE_END = lazy(r"[,。;:\n]")
# A与B和/或C: does “or” choose between B and C, or between “A and B” and C?
_MIXED = lazy(r"(?P<first>[一-鿿A-Za-z0-9()]{2,14}?)(?:与|及|和)(?P<second>[一-鿿A-Za-z0-9()]{2,14})")
_LEAD = lazy(
    r"以及|包括|包含|含有|具有|设有|所述|[、的为是由将对以]"
    r"|检测|发送|获取|记录|显示|输出|采集|接收|存储|设置|安装|监测|测量|传输|计算"
)
_LISTED = lazy(r"、(?P<last>[一-鿿A-Za-z0-9()]{1,14})$")
_VERB = lazy(
    r"连接|设置|设有|位于|用于|包括|通过|所述|根据|进行|控制|确定|相[连通]|配合|对应|相同|分别|有关"
    r"|关联|[在于将对]"
)


class AndOrMany(PatentCheck):
    """“和/或”的一边有几项：“A与B和/或C”，分不清“或”在哪几项之间选择。

    “A与B和/或C”可以读成“A与B，或者C”，也可以读成“A，加上B、C中的一个或两个”，保护范围随读法不同。
    拆成“A和/或B”，或者写成“A、B、C中的至少一种”。
    顿号并列之后的“A、B和/或C”虽然常见，也有歧义，只作建议；“A和/或B”只有两项，不报；
    “与”后面是动作（“A与B连接和/或……”）的不报。
    """

    code = "CLR013"
    level = Level.WARNING
    basis = (cite("法", "26.4"), cite("质量评价", "118"))
    message = "权利要求{claim}的“{words}”里“和/或”的一边有几项，组合关系有歧义：请写成“……中的至少一种”，或者拆开写"
    needs = (PartName.CLAIMS,)

    good = (
        "1. 一种盒，包括盒体和/或盒盖，所述盒体与底板连接，和/或所述盒盖与盒体铰接。",
        "1. 一种盒，采用铜、铝、铁中的至少一种，温度和/或湿度、压力和/或流量由传感器检测。",
    )
    bad = (
        "1. 一种盒，包括⟦隔板与垫片和/或⟧弹簧。",
        "1. 一种涂料，含有水、颜料⟦和/或⟧填料。\n2. 根据权利要求1所述的涂料，含有⟦乳液和助剂及/或⟧溶剂。",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        for claim in filing.claims:
            text = claim.body.document.folded
            for match in claim.body.find(_AND_OR):
                window = text[max(claim.body.start, match.start() - 80) : match.start()]
                clause = _CLAUSE_END.split(window)[-1]
                mixed = _MIXED.fullmatch(_LEAD.split(clause)[-1])
                if mixed is not None and not _VERB.search(mixed[0]):
                    place = Span(claim.body.document, match.start() - len(mixed[0]), match.end())
                    yield self.at(place, claim=claim.number)
                    continue
                listed = _LISTED.search(clause)
                if listed is not None and not _VERB.search(listed["last"]) and not _AND_OR.search(clause):
                    yield self.at(claim.body.at(match), level=Level.ADVICE, claim=claim.number)
