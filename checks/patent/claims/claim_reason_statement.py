import re
from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.patent import Filing, PartName, PatentCheck

_GAIN = (
    r"(?:效率|质量|性能|精度|准确|可靠性|稳定性|安全性|成本|寿命|能耗|体验|强度|速度|产量|舒适[性度]|便利性|工作量|误差|损耗|噪[声音]"
    r"|实用性|灵活性|适用性|风险|污染|浪费|时间|人力)"
)
_RAISE = r"(?:提高|提升|降低|减少|改善|节省|节约|缩短|延长|避免|解决)"
_PRAISE = re.compile(
    rf"(?:大大|极大|显著|有效|大幅度?|明显|进一步有效)(?:地|的)?(?:{_RAISE}|增强|防止|克服|减轻|保证|保障)"
    rf"(?:了|(?=[^，,。；;\n]{{0,20}}{_GAIN}))"
)
_BECAUSE = re.compile(r"(?:由于|因为)(?!所述|其)[^，,。；;\n]{2,60}[，,](?:所以|因此|因而|故|从而)")
_AIM = re.compile(rf"(?:从而|进而|因此|因而|故)[^，,。；;\n]{{0,6}}{_RAISE}了[^，,。；;\n]{{0,24}}{_GAIN}")
_EFFECT = re.compile(
    r"具有[^，,。；;\n]{1,24}(?:的)?(?:优点|有益效果|优势)|(?:起到|达到)(?:了)?[^，,。；;\n]{1,20}的(?:效果|目的|作用)(?=[，,。；;\n]|$)"
    r"|(?:有益效果|优点)(?:是|在于)|(?:结构简单|使用方便|操作简单|操作方便|成本低廉?|简单易行)(?=[，,、。；;])"
)
_REASON = re.compile("|".join(pattern.pattern for pattern in (_PRAISE, _BECAUSE, _AIM, _EFFECT)))


class ClaimReasonStatement(PatentCheck):
    """权利要求里写了原因、理由或者效果，如“由于采用……，因此大大提高了效率”。

    权利要求应当简要，除记载技术特征外，不得对原因或者理由作不必要的描述；这些话不限定保护范围，还可能被用来缩小它。
    删去原因和效果的描述，把它们写到说明书的有益效果里；是功能性限定的，写成“使得……抵接……”这样的结构关系。
    “使得A抵接B”“以驱动……转动”是对结构和功能的限定，不报；只报“大大提高了”“由于……因此”“具有……的优点”“结构简单”这样明显的词句，
    每项权利要求只报第一处。
    """

    code = "CLM014"
    level = Level.WARNING
    basis = (cite("指南", "2-2-3.2.3"), cite("法", "26.4"))
    message = (
        "权利要求{claim}里的“{words}”在讲原因或者效果：权利要求不得对原因或者理由作不必要的描述，请删去，写到说明书里"
    )
    needs = (PartName.CLAIMS,)

    good = (
        "1. 一种夹具，压块下移，使得压块抵接工件，以提高夹紧力。",
        "1. 一种控制方法，响应于温度大于阈值，基于模型降低电机的转速，从而减少输出功率。",
        "1. 一种判断方法，若由于所述传感器故障导致数据缺失，则重新采样，有效降低信号的采样频率至10Hz。",
        "1. 一种杯子，包括杯体，所述杯体起到支撑作用的底座为圆形。",
    )
    bad = (
        "1. 一种水泵，包括泵体，⟦由于采用双层叶轮，因此⟧效率高。",
        "1. 一种杯子，包括杯体和隔热层，⟦大大提高了⟧保温效果。\n2. 根据权利要求1所述的杯子，还有盖，⟦具有防尘的优点⟧。",
        "1. 一种分拣方法，包括拍照和抓取，⟦从而节省了大量的人力⟧。",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        for claim in filing.claims:
            match = next(claim.body.find(_REASON), None)
            if match is not None:
                yield self.at(claim.body.at(match), claim=claim.number)
