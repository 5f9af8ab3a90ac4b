import re
from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level, Span
from ipcheck.patent import Filing, PartName, PatentCheck

_SURE = re.compile(
    r"永动机?|(?:能量|输出功率|输出能量|输出的电能|发电量)[一-鿿]{0,6}(?:大于|超过|高于)(?:输入功率|输入能量"
    r"|输入的电能|耗电量|消耗的电能)"
    r"|(?:能量转换|能量转化|发电|机械|传动|总|能量)效率[一-鿿]{0,6}(?:大于|超过|高于|达到?)[ ]?(?:100[ ]?%(?=以上)"
    r"|1[0-9]{2}(?<!100)[ ]?%|[2-9]\d{2}[ ]?%)"
    r"|(?:大于|超过|高于)[ ]?100[ ]?%的(?:能量转换|发电|机械|总)?效率"
)
_NO_SOURCE = (
    r"(?:无需|不需要?|不用|不再|不)(?:再)?(?:消耗|补充|输入)?(?:任何|其他)?(?:外部|外界|外加|外来)?的?(?:能源|能量"
    r"|动力|燃料)"
)
_ENDLESS = (
    r"(?:持续|连续|永久|不断|无限|源源不断|循环往复|自行)[^。；\n]{0,8}(?:运转|转动|旋转|发电|运行|供电|输出|驱动"
    r"|做功)|循环往复"
)
_SUSPECT = re.compile(
    rf"{_NO_SOURCE}[^。；\n]{{0,16}}(?:{_ENDLESS})|(?:{_ENDLESS})[^。；\n]{{0,12}}{_NO_SOURCE}|"
    r"(?:无需|不需要?|不用|没有)(?:任何)?外(?:部|接|界|加|来)的?(?:能源|电源|动力|能量|供电)[^。；\n]{0,24}(?:持续"
    r"|连续|永久|不断|无限|循环)[^。；\n]{0,6}(?:运转|转动|发电|运行|工作|供电|输出)"
    r"|自(?:我)?循环发电|(?:电动机|马达|电机)带动发电机[^。\n]{0,40}发电机[^。\n]{0,20}(?:再|又|反过来|返回)[^。\n"
    r"]{0,10}(?:供给|供电|驱动)[^。\n]{0,8}(?:电动机|马达|电机)"
)
_DENIED = re.compile(
    r"(?:不是|并非|非|不属于|不可能|不存在|区别于|不同于|不能实现|违背|所谓|误认为|避免|伪|类似|没有)[^，。；\n]{0,10}$"
)
# Energy from elsewhere, and ratios that may lawfully exceed one.
_SOURCE = re.compile(
    r"太阳|光伏|光能|风|水流|水能|水轮|波浪|潮汐|振动|压电|温差|热电|余热|地热|人体|体温|呼吸|踩踏|电池|蓄电|储能"
    r"|感应|射频|无线|手摇|脚踏|燃料|市电|电网|生物质"
)
_FED_BACK = re.compile(r"(?:送回|抽回|返回|回流|提升)(?:到|至)?(?:高处|水箱|上游|高位)[^。]{0,20}(?:循环|往复)")
_PUMP = re.compile(r"热泵|制热|制冷|COP|能效比|性能系数|冷凝|量子效率|锅炉|低位发热")


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
    )
    bad = (
        "说明书\n一种发电机\n技术领域\n涉及一种⟦永动机⟧，其⟦输出功率大于输入功率⟧。",
        "权利要求书\n1. 一种发电装置，其特征在于，⟦电动机带动发电机，发电机再供电给电动机⟧，⟦无需外接电源，持续发电⟧。",
        "说明书摘要\n本发明公开一种飞轮装置，⟦发电效率达到150%⟧。",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        for name in (PartName.ABSTRACT, PartName.CLAIMS, PartName.DESCRIPTION):
            part = filing.parts.get(name)
            for line in part.lines if part else ():
                yield from self._line(line)

    def _line(self, line: Span) -> Iterator[Finding]:
        text = line.folded
        for match in line.find(_SURE):
            before = text[: match.start() - line.start][-24:]
            if _DENIED.search(before) or ("效率" in match[0] and _PUMP.search(text)):
                continue
            yield self.at(line.at(match))
        for match in line.find(_SUSPECT):
            # Energy from elsewhere is named near by, unless what it gives is all fed back.
            near = text[max(0, match.start() - line.start - 60) : match.end() - line.start + 30]
            if not _SOURCE.search(near) or _FED_BACK.search(near):
                yield self.at(line.at(match), level=Level.WARNING)
