import re
from collections.abc import Iterator

from ipcheck.check import Sample
from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.patent import Filing, Kind, PartName, PatentCheck

_TREAT = (
    r"(?:浸泡|浸渍|烘烤|烘干|晾干|风干|固化|保温|加热|煅烧|烧结|退火|淬火|回火|搅拌|冷却|静置|发酵|灭菌|蒸煮|研磨"
    r"|球磨|熔炼|干燥)"
)
_PATTERN = re.compile(
    r"(?P<steps>(?:包括|含有|采用|按照?)?(?:以下|如下|下列)步骤|步骤[一二三四五六七八九十S\d])"
    rf"|(?P<time>{_TREAT}(?:处理)?(?:时间)?(?:为|至|到|约)?[ ]?\d[\d.]*(?:[ ]?[~～—–至-][ ]?\d[\d.]*)?[ ]?(?:分钟"
    rf"|小时|min|h(?![a-z])|秒|天))"
    rf"|(?P<heat>{_TREAT}(?:处理)?(?:温度)?(?:为|至|到)?[ ]?\d[\d.]*(?:[ ]?[~～—–至-][ ]?\d[\d.]*)?[ ]?(?:℃|°C"
    rf"|摄氏度)(?:后|再|下|并))"
    r"|(?P<rise>(?:升温|降温|加热|冷却)(?:至|到)[ ]?\d[\d.]*[ ]?(?:℃|°C|摄氏度)(?=[，。；,;]|并|后))"
    r"|(?P<labels>(?<![A-Za-z\d])S1[、：:.](?=[ ]?[一-鿿]))"
    r"|(?P<first>首先[^，。；;]{2,20}[，,](?=然后|再|接着|之后))"
    r"|(?P<dry>(?:浸泡|涂覆|喷涂|浸渍|加热|冷却)后[，,]?(?:再)?(?:晾干|烘干|风干|烧结|固化|淬火))"
)


class UmProcessFeature(PatentCheck):
    """实用新型的权利要求里有步骤、处理时间、处理温度等方法特征。

    实用新型只保护产品的形状、构造；权利要求可以用已知方法的名称（焊接、铆接、注塑成型），
    但不得包含方法的步骤和工艺条件。
    删去步骤和工艺条件，只写由此得到的形状、构造；要保护方法的，另行申请发明专利。
    只报步骤标记和带时间、温度数值的处理，其他方法特征需要人看。
    """

    code = "CLR017"
    level = Level.ERROR
    basis = (cite("法", "2.3"), cite("指南", "1-2-6.1"))
    message = "权利要求{claim}里的“{words}”是方法的步骤或者工艺条件，实用新型只保护产品的形状、构造：请删去，只写构造"
    needs = (PartName.CLAIMS,)
    kinds = (Kind.UTILITY_MODEL,)

    good = (
        Sample(
            "1. 一种支架，包括底座和立柱，所述立柱焊接在底座上，盖板铆接，壳体注塑成型，设有加热器。",
            kind="utility-model",
        ),
        Sample("1. 一种方法，包括以下步骤：浸泡5分钟。", kind="invention"),
        Sample("1. 一种烘干箱，设有保温层和搅拌轴，立柱长5cm，温度传感器的量程为50℃。", kind="utility-model"),
    )
    bad = (
        Sample("1. 一种布袋，包括袋体，所述袋体⟦浸泡5～20分钟⟧后晾干。", kind="utility-model"),
        Sample("1. 一种壳体，由⟦以下步骤⟧制成：铸造，⟦退火至600℃后⟧打磨。", kind="utility-model"),
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        for claim in filing.claims:
            for match in claim.body.find(_PATTERN):
                yield self.at(claim.body.at(match), claim=claim.number)
