import re
from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.patent import Filing, PartName, PatentCheck

_PATTERN = re.compile(
    r"(?P<about>大约为?|大概为?|(?<![制节契条预签特公合违简隐相履规])约为?(?=[ ]*[\d一二三四五六七八九十百]))"
    r"|(?P<near>接近(?:于)?(?=[ ]*\d|平行|垂直|相等|圆形)|近似(?:为|于|呈|等于)|(?<=[度小值径寸积])接近(?=[，。；"
    r",;])|几乎|大致(?:上|地|呈|为|的)?"
    r"|大体上?|基本上|基本(?=平行|垂直|相同|相等|一致|不变|呈|等于))"
    r"|(?P<round>(?<=[\d%℃个倍次mgLshtA-Z米克秒时钟度年天转次份层倍])左右(?!两|对称|摆|侧|移|滑|转|方向|往复|平移|各))"
    r"|(?P<round2>(?<=\d)(?:mm|cm|m|kg|g|℃|%|个|次|米|毫米|厘米)上下(?=[，。；,;）)]))"
    r"|(?P<like>或(?:其)?类似物|或(?:其)?类似(?:装置|结构|部件))"
    r"|(?P<etc>(?<=[一-鿿A-Za-z\d）)])(?<![相均平同不此该对何初高中优劣上下一二三四五特头])等(?=[，,。；;）)]|的[，"
    r",。；;]))"
    r"|(?P<list>(?<=[一-鿿])等(?=金属|材料|部件|物质|元素|零件|手段|方式|形状|工具))"
)
_CONTENT = re.compile(r"组合物|合金|配方|重量份|质量份|wt|(?:质量|重量|体积)(?:百分|分数|含量)")


class ApproxWord(PatentCheck):
    """权利要求里有“约”“接近”“左右”“大致”“等”“或类似物”一类的词。

    一般情况下权利要求不得使用这类词，它们使保护范围的边界不确定；组合物的含量里则一律不允许。
    写成确定的数值、范围或者穷尽的列举；确实不会导致不清楚的，准备好说明理由。
    审查员会逐案判断，所以只是警告，组合物含量里的“约”才是错误；“约束”“等于”“左右两侧”一类的词不报。
    """

    code = "CLR009"
    level = Level.WARNING
    basis = (cite("指南", "2-2-3.2.2"), cite("指南", "2-10-4.2.2"))
    message = "权利要求{claim}里有“{words}”，可能使保护范围不清楚：请写成确定的数值、范围或者穷尽的列举"
    needs = (PartName.CLAIMS,)

    good = (
        "1. 一种机构，包括约束件、制约杆和节约装置，所述约束件的长度等于杆长，左右两侧对称，左右摆动。",
        "1. 一种装置，包括等离子发生器、等边三角板、等级标识和等电位线，两板平等，长度相等，厚度均等，"
        "接近传感器靠近板。",
        "1. 一种方法，预约5次，签约10户，基本单元重复，最接近的比特被选出，压力相等，温度均等。",
    )
    bad = (
        "1. 一种泵，直径⟦约⟧5mm，转速为100转⟦左右⟧，轴与壳体⟦基本⟧垂直。",
        "1. 一种夹具，包括螺栓、销⟦等⟧，或者卡扣⟦或类似物⟧。\n2. 根据权利要求1所述的夹具，温度⟦接近⟧50℃。",
        "1. 一种组合物，由⟦约⟧5%的铜和95%的铝组成。",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        for claim in filing.claims:
            content = _CONTENT.search(claim.body.folded) is not None
            for match in claim.body.find(_PATTERN):
                after = claim.body.document.folded[match.end() : match.end() + 12]
                share = (
                    content
                    and match.lastgroup in {"about", "near"}
                    and re.match(r"[ ]*[\d.～~\-至]+[ ]*(?:%|wt|份)", after)
                )
                yield self.at(claim.body.at(match), level=Level.ERROR if share else None, claim=claim.number)
