from collections.abc import Iterator

from ipcheck.abnormal import FilingCheck
from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.patent import Filing, PartName
from ipcheck.patent.energy import energy_breaches


class Perpetual(FilingCheck):
    """文件里写有永动机、效率超过100%、不用外部能源持续运转一类违背能量守恒定律的内容。

    这样的方案明显不符合自然规律，容易被当作编造的内容；能量从别处来的装置并不违背守恒。
    “不是永动机”、热泵的制热效率、能量回收、有太阳能等外部能源的自发电装置不报；从上下文推断的只是建议。
    写明能量从哪里来；确实没有外部能量来源的，不要提交。
    """

    code = "GEN005"
    basis = (cite("令77", "3(4)"), cite("令77", "3(2)"), cite("法", "22.4"))
    message = "风险线索：“{words}”违背能量守恒定律，请写明外部能量的来源"
    clears = "有没有写明的外部能量来源，或者用词不准"
    keep = ("样机的测试记录", "能量来源的说明")

    good = (
        "说明书\n一种热泵\n技术领域\n本发明不是永动机，热泵的制热能效比大于300%，能量效率高于120%由热泵的COP定义。",
        "1. 一种车，制动时电机带动发电机，发电机给电机供电，内置电池，无需外接电源即可持续运行，"
        "发动机驱动发电机给电动机供电。",
        "1. 一种自发电门铃，按压时压电片发电，不需要外部电源也能连续工作10次。",
    )
    bad = (
        "说明书\n一种发电机\n技术领域\n涉及一种⟦永动机⟧，其⟦输出功率大于输入功率⟧。",
        "权利要求书\n1. 一种发电装置，其特征在于，⟦电动机带动发电机，发电机再供电给电动机⟧，⟦无需外接电源，持续发电⟧。",
    )
    missed = ("说明书\n一种发电机\n发明内容\n⟦产出的电多于用掉的电⟧。",)

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        for name in (PartName.ABSTRACT, PartName.CLAIMS, PartName.DESCRIPTION):
            part = filing.parts.get(name)
            for line in part.lines if part else ():
                for words, outright in energy_breaches(line):
                    yield self.at(words, level=None if outright else Level.ADVICE)
