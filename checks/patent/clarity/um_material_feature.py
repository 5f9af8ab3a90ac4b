import re
from collections.abc import Iterator

from ipcheck.check import Sample
from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.patent import Filing, Kind, PartName, PatentCheck

_ELEMENT = (
    r"(?:碳|铜|铁|铝|硅|锰|镁|锌|镍|铬|钛|锡|磷|硫|石墨|树脂|橡胶|纤维|水泥|氧化[一-鿿]|聚[一-鿿]|淀粉|粉"
    r"|[A-Z][a-z]?(?![A-Za-z]))"
)
_PATTERN = re.compile(
    r"(?P<share>(?:重量|质量|体积)(?:百分比|百分数|分数|份数?)|wt%|(?:(?<![一-鿿])|原料|材料|组成)配方(?:为|是"
    r"|包括|由)|(?:质量|重量|体积|摩尔)比(?:混合|为[ ]?\d|[ ]?\d)|组分(?:为|及"
    r"|包括|的?配比|按))"
    r"|(?P<parts>[一-鿿]{2,8}[ ]?\d[\d.]*[ ]?份(?=[、，,；;。和与混]))"
    r"|(?P<content>[一-鿿]?含量(?:为|是|不大于|不小于|小于|大于|占)[ ]?\d[\d.]*[ ]?%?)"
    rf"|(?P<percent>\d[\d.]*(?:[ ]?[~～—–至-][ ]?\d[\d.]*)?[ ]?%[ ]?的?{_ELEMENT})"
)


class UmMaterialFeature(PatentCheck):
    """实用新型的权利要求里有组分、含量、配方等材料特征。

    实用新型只保护产品的形状、构造，物质的组分不属于构造；权利要求可以写已知材料的名称，但不得包含对材料本身的改进。
    改为已知材料的名称（由不锈钢制成），删去组分和含量；要保护材料的，另行申请发明专利。
    “含量传感器”“开孔率为30%”一类与材料改进无关的说法不报。
    """

    code = "CLR018"
    level = Level.ERROR
    basis = (cite("法", "2.3"), cite("指南", "1-2-6.2.2"))
    message = "权利要求{claim}里的“{words}”是材料的组分或者含量，不属于实用新型的形状、构造：请改为已知材料的名称"
    needs = (PartName.CLAIMS,)
    kinds = (Kind.UTILITY_MODEL,)

    good = (
        Sample(
            "1. 一种支架，由不锈钢制成，开孔率为30%，立柱的长度为底座的50%，设有氧含量传感器。", kind="utility-model"
        ),
        Sample("1. 一种配方奶粉冲调机，包括组分分析仪和水箱。", kind="utility-model"),
        Sample("1. 一种合金，由20%的铜和80%的铝组成。", kind="invention"),
    )
    bad = (
        Sample("1. 一种药片，片体为菱形，由⟦20%的铜⟧和其余的铝组成。", kind="utility-model"),
        Sample("1. 一种板，板体的⟦碳含量为2%⟧，按⟦质量百分比⟧计。", kind="utility-model"),
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        for claim in filing.claims:
            for match in claim.body.find(_PATTERN):
                yield self.at(claim.body.at(match), claim=claim.number)
