from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.patent import Filing, PartName, PatentCheck
from ipcheck.patent.compositions import closed_contents


class CompositionSum(PatentCheck):
    """封闭式组合物的各组分含量凑不成100%。

    组合物写明各组分的百分比时，任一组分的上限加其他组分的下限应当不大于100，
    任一组分的下限加其他组分的上限应当不小于100；否则有的含量根本做不到，保护范围不清楚。
    调整上限或者下限，或者把一个组分写成余量。
    只看写成“由……组成”或者写明合计100%、全部组分都用百分比表示的权利要求；按份计的、写有余量的、开放式的不报。
    """

    code = "CLR027"
    level = Level.ERROR
    basis = (cite("法", "26.4"), cite("指南", "2-10-4.2.2"))
    message = "权利要求{claim}里含量“{words}”的{end}加其他组分的{others}是{total}%，{fault}100%：请调整含量的上下限"
    needs = (PartName.CLAIMS,)

    good = (
        "1. 一种组合物，由60%～80%的铜、10%～30%的铝和10%的锌组成。",
        "1. 一种组合物，由60～90%的铜、20～50%的铝和余量的锌组成。",
        "1. 一种组合物，由60～90份的铜和20～50份的铝组成。",
        "1. 一种组合物，包括60～90%的铜和20～50%的铝。",
        "1. 一种筛板，由底板和面板组成，孔率为10～20%，坡度为5%。",
        "1. 一种组合物，由60%的铜和40%的铝组成。\n2. 根据权利要求1所述的组合物，孔隙率为5～8%。",
    )
    bad = (
        "1. 一种组合物，由⟦60～90%⟧的铜和20～50%的铝组成。",
        "1. 一种合金，按质量计，铜⟦10%～20%⟧、铝30%～40%，各组分之和为100%。",
    )
    missed = ("1. 一种组合物，铜占60%，铝占⟦50%⟧，没有别的组分。",)

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        for claim in filing.claims:
            contents = closed_contents(claim.body)
            if len(contents) < 2:
                continue
            low, high = sum(item.low for item in contents), sum(item.high for item in contents)
            for item in contents:
                most = round(item.high + low - item.low, 4)
                least = round(item.low + high - item.high, 4)
                if most <= 100 <= least:
                    continue
                over = most > 100
                yield self.at(
                    item.span,
                    related=[other.span for other in contents if other is not item],
                    claim=claim.number,
                    end="上限" if over else "下限",
                    others="下限" if over else "上限",
                    total=f"{most if over else least:g}",
                    fault="超过" if over else "不足",
                )
                break
