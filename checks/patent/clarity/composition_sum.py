import re
from collections.abc import Iterator
from dataclasses import dataclass

from ipcheck.law import cite
from ipcheck.model import Finding, Level, Span, lazy
from ipcheck.patent import Claim, Filing, PartName, PatentCheck

_NUMBER = r"\d{1,3}(?:\.\d+)?"
_ENTRY = lazy(
    rf"(?<![\d.~～—–-])(?P<low>{_NUMBER})[ ]?(?:wt)?%?[ ]?(?:[~～—–-]|至)[ ]?(?P<high>{_NUMBER})[ ]?(?:wt|mol|vol"
    rf"|重量|质量)?%|(?<![\d.~～—–-])(?P<only>{_NUMBER})[ ]?(?:wt|mol|vol|重量|质量)?%"
)
_CLOSED = lazy(r"由.{0,400}组成|组成为|(?:之和|总和|合计|总计|共计)(?:为|是|等于)?[ ]?100[ ]?%")
_REST = lazy(r"余量|其余|余者|剩余|补足|加至100|至100%|平衡")
_SHARE = lazy(r"组合物|合金|涂料|配方|组分|原料|质量|重量|wt|混合物|浆料|溶液|水泥|玻璃|陶瓷|钢|胶|剂|膏|饲料|肥")


@dataclass(frozen=True)
class _Content:
    span: Span
    low: float
    high: float


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

    def find(self, filing: Filing, /) -> Iterator[Finding]:
        for claim in filing.claims:
            contents = _contents(claim)
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


def _contents(claim: Claim) -> list[_Content]:
    text = claim.body.folded
    if not _CLOSED.search(text) or _REST.search(text) or not _SHARE.search(text):
        return []
    found = []
    for match in claim.body.find(_ENTRY):
        words = claim.body.at(match)
        if match["only"] is not None:
            value = float(match["only"])
            before = claim.body.document.folded[max(claim.body.start, match.start() - 6) : match.start()]
            if value >= 100 or re.search(
                r"(?:之和|总和|合计|总计|共计)(?:为|是|等于)?[ ]?$|率为?$|度为?$|[大小高低]于$", before
            ):
                continue
            found.append(_Content(words, value, value))
        else:
            found.append(_Content(words, float(match["low"]), float(match["high"])))
    return found
