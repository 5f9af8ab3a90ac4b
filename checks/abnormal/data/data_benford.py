from collections.abc import Iterator
from dataclasses import dataclass

from ipcheck.abnormal import FilingCheck
from ipcheck.abnormal.forensics import first_digits
from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.patent import Filing, Series

# A property with bounds or a chosen scale has no free first digit.
_BOUNDED = frozenset(("%", "‰", "℃", "°C", "°", "份", "重量份", "质量份", "分", "级", "倍"))


class DataBenford(FilingCheck):
    """试验数据的第一位数字明显偏离本福特定律。

    跨越几个数量级的自然数据，第一位数字是1的约占三成、是9的不到半成（Benford 1938，Hill 1995）；
    随手编写的往往各占一成。
    只用跨越一个数量级以上的指标，百分比、温度、评分等有上下限的不用。
    全部不少于100个数、跨两个数量级以上才检验；个数、跨度和概率都是内部阈值。
    试验数据常常挤在一两个数量级里，真实的也未必服从这一定律，所以默认不运行。
    核对原始记录，备好仪器导出的数据；确属抄录或者换算错误的改正。
    """

    @dataclass(frozen=True)
    class Options:
        """least：全部试验数据不足几个的不检验
        magnitudes：数据（第5到第95百分位）跨几个数量级才检验
        chance：卡方检验的概率低于多少才报
        """

        least: int = 100
        magnitudes: float = 2.0
        chance: float = 1e-3

    code = "DAT001"
    level = Level.ADVICE
    basis = (cite("令77", "3(2)"),)
    message = (
        "风险线索：{number}个试验数据的第一位数字偏离本福特定律（1至9各{counts}个，卡方检验概率{chance:.0e}，"
        "内部阈值{limit:.0e}），请核对原始记录"
    )
    clears = "数据集中在几个固定的量程内，或者只取了某个区间的结果"
    keep = ("原始实验记录", "仪器导出的数据文件", "试验方案")
    default = False

    _HEAD = "说明书\n一种药\n具体实施方式\n样品\t细胞数\n"
    _NATURAL = _HEAD + "\n".join(f"A{n}\t{1.0 * 1.07**n:.2f}" for n in range(140))
    good = (
        _NATURAL,
        # Bounded, too few, one order of magnitude: not to be tested.
        "说明书\n一种药\n具体实施方式\n样品\t收率%\n" + "\n".join(f"A{n}\t{90 + n % 9}.{n % 10}" for n in range(140)),
        _HEAD + "\n".join(f"A{n}\t{10 ** (n % 4) * 5}" for n in range(60)),
        _HEAD + "\n".join(f"A{n}\t{500 + 3 * n}" for n in range(140)),
    )
    bad = (_HEAD + "A0\t⟦10⟧\n" + "\n".join(f"A{n}\t{(n % 9 + 1) * 10 ** (n % 4)}{n % 7}" for n in range(1, 140)),)

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        used = [series for series in filing.series if self._wide(series)]
        values = [abs(value.value) for series in used for value in series.values]
        options = self.options
        test = first_digits(values, least=options.least, magnitudes=options.magnitudes)
        if test is None or test.chance >= options.chance:
            return
        yield self.at(
            used[0].values[0].span,
            related=[series.values[0].span for series in used[1:30]],
            facts={"counts": list(test.counts), "chance": float(f"{test.chance:.3g}")},
            number=test.number,
            counts="、".join(map(str, test.counts)),
            chance=test.chance,
            limit=options.chance,
        )

    @staticmethod
    def _wide(series: Series) -> bool:
        sizes = [abs(value.value) for value in series.values if value.value]
        return series.unit not in _BOUNDED and bool(sizes) and max(sizes) >= 10 * min(sizes)
