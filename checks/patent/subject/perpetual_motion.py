from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.patent import Filing, PartName, PatentCheck
from ipcheck.patent.energy import energy_breaches


class PerpetualMotion(PatentCheck):
    """文件里写有永动机、效率超过100%、不用外部能源持续运转一类违背能量守恒定律的内容。

    违背自然规律的方案不能制造或者使用，不具备实用性，任何补正都不能克服；这类申请还会被当作编造的内容。
    写明能量从哪里来；确实没有外部能量来源的，不要提交。
    “不是永动机”、热泵的制热效率、太阳能等外部能源的装置不报；从上下文推断的只是警告。
    """

    code = "SUB001"
    level = Level.ERROR
    basis = (cite("法", "22.4"), cite("指南", "2-5-3.2.2"))
    message = "“{words}”违背能量守恒定律，这样的方案不具备实用性：请写明外部能量的来源，或者不要提交"

    good = (
        "说明书\n一种热泵\n技术领域\n本发明不是永动机，热泵的制热能效比大于300%，能量效率高于120%由热泵的COP定义。",
        "说明书\n一种浮标\n技术领域\n浮标由太阳能供电，无需外接电源即可持续工作。\n发明内容\n"
        "能量回收的效率达到90%，机械效率达到100%的理想值不可能。",
        "1. 一种自发电门铃，按压时压电片发电，不需要外部电源也能连续工作10次。",
        "1. 一种车，制动时电机带动发电机，发电机给电机供电，内置电池，无需外接电源即可持续运行，"
        "发动机驱动发电机给电动机供电。",
        "说明书\n一种电路\n技术领域\n当输出功率大于输入功率时电池放电。\n发明内容\n放大器的输出功率大于输入功率，"
        "浮球利用浮力自动关闭阀门，效率提高了120%。",
        "1. 一种试验台，利用磁力驱动转子连续转动，磁力由通电线圈产生，电动机带动发电机，"
        "发电机的电能回馈电网，无需外部信号即可持续输出。",
    )
    bad = (
        "说明书\n一种发电机\n技术领域\n涉及一种⟦永动机⟧，其⟦输出功率大于输入功率⟧。",
        "权利要求书\n1. 一种发电装置，其特征在于，⟦电动机带动发电机，发电机再供电给电动机⟧，⟦无需外接电源，持续发电⟧。",
        "说明书摘要\n本发明公开一种飞轮装置，⟦发电效率达到150%⟧。",
        "权利要求书\n1. 一种机，⟦依靠磁铁的斥力使转轮永久旋转⟧。\n2. 一种机，⟦一次启动后即可永远运转⟧。",
        "说明书\n一种机\n技术领域\n⟦水泵将水抽至高位水箱，水流下推动水轮机发电，所发电能再供给水泵⟧。\n发明内容\n"
        "本机⟦不消耗任何燃料而源源不断地供电⟧，⟦发出的电能多于消耗的电能⟧，⟦突破了能量守恒定律⟧。",
    )
    missed = (
        "说明书\n一种发电机\n技术领域\n涉及一种⟦加一次电就一直转的⟧发电机。",
        "说明书\n一种发电机\n发明内容\n⟦产出的电多于用掉的电⟧。",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        for name in (PartName.ABSTRACT, PartName.CLAIMS, PartName.DESCRIPTION):
            part = filing.parts.get(name)
            for line in part.lines if part else ():
                for words, outright in energy_breaches(line):
                    yield self.at(words, level=None if outright else Level.WARNING)
