import re
from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.patent import Filing, PartName, PatentCheck

_LIKE = r"(?:类似|相类似|同类|相似|近似|等同|等效|等价|相当|同等)"
_THING = (
    r"(?:物品?|件|装置|结构|部件|构件|零件|元件|组件|器件|材料|物质|产品|机构|设备|工具|手段|方式|方法|形状"
    r"|功能部件|成分"
    r"|化合物|介质|情况|替代物|替换物|替代件)"
)
_FIT = (
    r"(?:合适|适当|适合|适宜|可行|可用|可能|现有|已知|公知|常用|常规|常见|任意|任何|相关|所需"
    r"|能够[一-鿿]{2,8}|可以?[一-鿿]{2,6})"
)
_OPEN = re.compile(
    # 销或类似物, 销、或其他类似的部件, 以及类似结构, 等类似装置
    rf"(?:或者?|和|及|以及|与|、|等)(?:其[他它])?的?{_LIKE}的?{_THING}"
    # 或其他。
    r"|(?:或者?|和|及|以及)其[他它](?=[,。;)])"
    # 或其他任何合适的方式: whatever serves
    rf"|(?:或者?|和|及|以及|、)(?:其[他它]的?{_FIT}|任[何意]其[他它]的?|{_FIT}的其[他它])的?(?={_THING}|[一-鿿]{{2}})"
    r"|(?:之类|诸如此类|一类的东西)的?(?=[,。;一-鿿])"
)


class OpenAlternative(PatentCheck):
    """并列的选项以“或类似物”“或其他”“或其他合适的部件”收尾，没有边界。

    并列选择的各项应当明确，审查指南指出“类似物”这样的概念含义不清楚；选项开着口，保护范围无从确定。
    把选项穷尽列出：“螺栓、销或类似物”写成“螺栓或者销”；想要更宽的范围，改用说明书支持的上位概念。
    “其他部件”“其他传感器”一类指代确定的写法、“类似于”“相似度”不报。
    """

    code = "CLR012"
    level = Level.ERROR
    basis = (cite("指南", "2-2-3.3"), cite("指南", "2-2-3.2.2"))
    message = "权利要求{claim}的选项以“{words}”收尾，没有边界：请穷尽列出各个选项，或者改用上位概念"
    needs = (PartName.CLAIMS,)

    good = (
        "1. 一种夹具，包括螺栓或者销，以及其他部件，计算图像的相似度和近似值，或其他传感器的信号与相似样本比较。",
        "1. 一种夹具，除底座和立柱以外的其他零件由钢制成，两板形状相似，等效电阻为5Ω，与类似于弧形的面贴合。",
    )
    bad = (
        "1. 一种夹具，用螺栓、销⟦或类似物⟧固定。",
        "1. 一种夹具，用螺栓⟦或其他⟧，并以胶水⟦或其他合适的⟧方式连接。\n"
        "2. 根据权利要求1所述的夹具，由铜、铝⟦及其他类似的材料⟧制成，用绳、带⟦之类⟧捆扎。",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        for claim in filing.claims:
            for match in claim.body.find(_OPEN):
                yield self.at(claim.body.at(match), claim=claim.number)
