from collections.abc import Iterator
from dataclasses import dataclass

from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.patent import Filing, PartName, PatentCheck, first_words
from ipcheck.patent.scope import bare_words, limitation


class TooFewEffectiveClaims(PatentCheck):
    """权利要求的项数太少：去掉内容重复的，有效的权利要求不足8项（内部阈值）。

    从属权利要求是审查和无效程序里的退路，十项以内又不收附加费；项数太少，独立权利要求一旦站不住就无路可退。
    把说明书里有技术效果的优选特征写成从属权利要求。
    写几项取决于客户和方案的大小，简单的实用新型几项也够，法律没有下限，所以不在默认检查之内；
    附加特征与前面某项文字相同的权利要求不计入。项数可以用选项 least 调整。
    """

    code = "CLR036"
    level = Level.ADVICE
    default = False
    basis = (cite("质量评价", "97"),)
    message = "有效的权利要求只有{count}项，少于{least}项（内部阈值）：请考虑把有技术效果的优选特征增写为从属权利要求"
    needs = (PartName.CLAIMS,)

    @dataclass(frozen=True)
    class Options:
        """least：有效的权利要求不足几项才报"""

        least: int = 8

    good = (
        "1. 一种杯子，包括杯体。\n"
        + "\n".join(f"{number}. 根据权利要求1所述的杯子，还包括部件{number}。" for number in range(2, 9)),
    )
    bad = (
        "⟦1. 一种杯子，包括杯体⟧。\n2. 根据权利要求1所述的杯子，还包括杯盖。",
        "⟦1. 一种制杯方法，包括⟧成型。\n"
        + "\n".join(f"{number}. 根据权利要求1所述的制杯方法，还包括包装。" for number in range(2, 12)),
    )

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        count = len({bare_words(limitation(claim).folded) for claim in filing.claims})
        if filing.claims and count < self.options.least:
            yield self.at(first_words(filing.claims[0].span), count=count, least=self.options.least)
