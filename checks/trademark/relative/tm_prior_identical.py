from collections.abc import Iterator

from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.trademark import Portfolio, PortfolioCheck
from ipcheck.trademark.prior import conflicts


class TmPriorIdentical(PortfolioCheck):
    """同一类别上已经有他人相同的商标（字体、大小写、间距、繁简、颜色不论）。

    在同一种或者类似商品上与他人在先注册、在先申请的商标相同的，会被驳回；已经失效的不算。
    换一个商标，或者删去与在先商标相同、类似的商品；有共存、转让安排的准备好材料。
    """

    code = "TMR001"
    level = Level.ERROR
    basis = (cite("商标法", "20"), cite("商指", "2-5-4.1"))
    message = "与在先商标{earlier}相同（{goods}）：换商标或者删去同群的商品"
    earlier = True

    _MINE = "商标\t类别\t类似群\t申请人\n"
    _THEIRS = "\n=====\n商标\t类别\t类似群\t申请人\t申请号\t状态\n"
    good = (
        _MINE + "云朵船\t33\t3301\t甲公司" + _THEIRS + "云朵船\t25\t2501\t乙公司\t101\t已注册\n",
        _MINE + "云朵船\t33\t3301\t甲公司" + _THEIRS + "云朵船\t33\t3301\t甲公司\t101\t已注册\n",
        _MINE + "云朵船\t33\t3301\t甲公司" + _THEIRS + "云朵船\t33\t3301\t乙公司\t101\t已无效\n",
    )
    bad = (
        _MINE + "⟦雲朵 船⟧\t33\t3301\t甲公司" + _THEIRS + "云朵船\t33\t3301\t乙公司\t101\t已注册\n",
        _MINE + "⟦ＡＢＫＯ⟧\t9\t0901\t甲公司" + _THEIRS + "abko\t9\t\t乙公司\t102\t在先申请\n",
    )

    def find(self, portfolio: Portfolio, /) -> Iterator[Finding]:
        if portfolio.earlier is None:
            return
        for mark in portfolio.marks:
            for met in conflicts(mark, portfolio.earlier, floor=0.999):
                if met.earlier.alive and met.hit.likeness.rules[0].rule == "4.1" and met.goods != "异群":
                    yield self.at(
                        mark.span,
                        related=met.related,
                        facts=met.facts,
                        on=self.day(mark),
                        earlier=met.told,
                        goods=met.goods,
                    )
