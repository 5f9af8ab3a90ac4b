from collections.abc import Iterator
from dataclasses import dataclass

from ipcheck.abnormal import FilingCheck
from ipcheck.abnormal.forensics import last_digits
from ipcheck.law import cite
from ipcheck.model import Finding
from ipcheck.patent import Filing


class DataLastDigit(FilingCheck):
    """试验数据的最后一位数字分布不均匀。

    测得的数据最后一位近乎随机，0至9应当各占一成（Mosimann等1995）；人编的数字往往偏爱几个数字。
    只用末位真正自由的数列：三位以上有效数字、变化超过末位的一百倍；分度为0.5或者0.2的仪器、末位修约成0和5的不算；
    全部不少于50个数才检验，个数和概率都是内部阈值。
    核对原始记录，备好仪器导出的数据；四舍五入或者仪器分度造成的，在说明书里写明。
    """

    @dataclass(frozen=True)
    class Options:
        """least：可用的数据不足几个的不检验
        chance：卡方检验的概率低于多少才报
        """

        least: int = 50
        chance: float = 1e-3

    code = "DAT002"
    basis = (cite("令77", "3(2)"),)
    message = (
        "风险线索：{number}个试验数据的最后一位数字不均匀（0至9各{counts}个，卡方检验概率{chance:.0e}，"
        "内部阈值{limit:.0e}），请核对原始记录"
    )
    clears = "仪器的分度值或者修约规则使末位只能取某些数字"
    keep = ("原始实验记录", "仪器的型号与分度值", "仪器导出的数据文件")

    _HEAD = "说明书\n一种膜\n具体实施方式\n样品\t强度\n"
    good = (
        # Free digits; a scale of 0.5; rounding to 0 and 5 in part; too few; too coarse; zeros dropped by a spreadsheet.
        _HEAD + "\n".join(f"A{n}\t{100 + (n * 7919 % 997) / 10:.1f}" for n in range(80)),
        _HEAD + "\n".join(f"A{n}\t{100 + (n * 31 % 97) / 2:.1f}" for n in range(80)),
        _HEAD + "\n".join(f"A{n}\t{1000 + (n * 7919 % 997 if n % 3 else n * 31 % 97 * 5)}" for n in range(80)),
        _HEAD + "\n".join(f"A{n}\t{100 + n}.3" for n in range(40)),
        _HEAD + "\n".join(f"A{n}\t1{n % 3}" for n in range(80)),
        _HEAD + "\n".join(f"A{n}\t{100 + (n * 7919 % 997) / 10:g}" for n in range(80)),
    )
    bad = (_HEAD + "A0\t⟦103.7⟧\n" + "\n".join(f"A{n}\t{100 + n * 13 % 90}.{'3773178'[n % 7]}" for n in range(1, 80)),)

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        series = filing.series
        test = last_digits((item.values for item in series), least=self.options.least)
        if test is None or test.chance >= self.options.chance:
            return
        yield self.at(
            series[0].values[0].span,
            related=[item.values[0].span for item in series[1:30]],
            facts={"counts": list(test.counts), "chance": float(f"{test.chance:.3g}")},
            number=test.number,
            counts="、".join(map(str, test.counts)),
            chance=test.chance,
            limit=self.options.chance,
        )
