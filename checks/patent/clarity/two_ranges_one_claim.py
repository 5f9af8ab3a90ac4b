import re
from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.patent import Filing, PartName, PatentCheck

_VALUE = r"-?(?<![\d.])\d{1,7}(?:\.\d{1,6})?[ ]?(?:[A-Za-zμΩ℃%°]{1,6}|个|份|倍|分钟|小时|秒|度)?"
_RANGE = rf"{_VALUE}(?:[ ]?(?:[~～—–-]|至|到)[ ]?{_VALUE})?"
_PATTERN = re.compile(
    rf"{_RANGE}[ ]?[，,、（(；;][ ]?(?:更|最|进一步|再|尤其|特别)?(?:优选|最好|较佳|更佳|尤其|特别)(?:地|的|为|是"
    rf"|范围)*[，,：:]?[ ]?(?:为|是)?(?P<second>{_RANGE})"
)


class TwoRangesOneClaim(PatentCheck):
    """一项权利要求里，同一个参数先写一个范围，又写一个优选的值或者范围。

    同一项权利要求里有两个不同的保护范围，边界无从确定，审查指南不允许。
    只保留较大的范围，优选的范围另写一项从属权利要求。
    只报用“优选”“最好”一类的词连在一起的两个数值；不同参数的范围、分步骤各自的范围不报。
    """

    code = "CLR010"
    level = Level.ERROR
    basis = (cite("法", "26.4"), cite("指南", "2-2-3.2.2"))
    message = "权利要求{claim}对同一参数又限定了“{words}”，一项权利要求里有两个范围：请把它另写成从属权利要求"
    needs = (PartName.CLAIMS,)

    good = (
        "1. 一种板，厚度为1～10mm，宽度为3～5mm。\n2. 根据权利要求1所述的板，厚度为3～5mm。",
        "1. 一种方法，先加热至50～60℃，再加热至80～90℃，优选算法重复3次。",
    )
    bad = (
        "1. 一种板，厚度为1～10mm，优选⟦3～5mm⟧。",
        "1. 一种方法，温度为10℃至50℃，最好是⟦20℃⟧，时间为2～8h，更优选为⟦3～5h⟧。",
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        for claim in filing.claims:
            for match in claim.body.find(_PATTERN):
                yield self.at(claim.body.at(match, "second").trimmed(), claim=claim.number)
