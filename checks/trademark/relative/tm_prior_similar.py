from collections.abc import Iterator
from dataclasses import dataclass

from ipcheck.check import Sample
from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.trademark import Portfolio, PortfolioCheck
from ipcheck.trademark.prior import conflicts, limit
from ipcheck.trademark.sounds import Dialects


class TmPriorSimilar(PortfolioCheck):
    """同一类别上有他人在音、形、义上近似的在先商标。

    按审查审理指南的规则逐条打分：字形、读音兼顾，含义，顺序，重叠，增加的弱显著文字，外文字母，拼音与译文；只有读音相同不算近似。
    分数和界限是内部阈值，不代表审查结论；看清列出的规则和两件商标，改动显著部分，或者删去同群的商品。
    """

    code = "TMR002"
    level = Level.WARNING
    basis = (cite("商标法", "20"), cite("商指", "2-5-3.2"))
    message = "与在先商标{earlier}可能近似（{why}；{goods}；得分{score}，内部阈值{limit}）：改动显著部分或者删去商品"
    earlier = True

    @dataclass(frozen=True)
    class Options:
        """score：近似得分（0到1）达到多少才报
        short：两个字的商标，得分达到多少才报
        other_groups：商品不在同一类似群的，得分达到多少才报
        most：一件商标至多报几件在先商标
        retroflex：平舌音、翘舌音（z/zh、c/ch、s/sh）算读音相近
        nasal：前鼻音、后鼻音（n/ng）算读音相近
        n_l：n和l算读音相近
        h_f：h和f算读音相近
        r_l：r和l算读音相近
        """

        score: float = 0.67
        short: float = 0.7
        other_groups: float = 0.95
        most: int = 10
        retroflex: bool = True
        nasal: bool = True
        n_l: bool = True
        h_f: bool = True
        r_l: bool = True

    _MINE = "商标\t类别\t类似群\t申请人\n"
    _THEIRS = "\n=====\n商标\t类别\t类似群\t申请人\t申请号\t状态\n"
    good = (
        _MINE + "沐云溪\t30\t3002\t甲公司" + _THEIRS + "山海集\t30\t3002\t乙公司\t101\t已注册\n",
        # Sound alone: 联想, 恋香.
        _MINE + "恋香\t9\t0901\t甲公司" + _THEIRS + "联想\t9\t0901\t乙公司\t101\t已注册\n",
        # Dictionary words that mean different things.
        _MINE + "河马\t12\t1202\t甲公司" + _THEIRS + "海马\t12\t1202\t乙公司\t101\t已注册\n",
        _MINE + "沐云汐\t30\t3002\t甲公司" + _THEIRS + "沐云溪\t30\t3009\t乙公司\t101\t已注册\n",
        _MINE + "沐云汐\t30\t3002\t甲公司" + _THEIRS + "沐云溪\t30\t3002\t乙公司\t101\t已注销\n",
        _MINE + "沐云服饰\t42\t4220\t甲公司" + _THEIRS + "沐云\t42\t4220\t乙公司\t101\t已注册\n",
        _MINE + "LUNAK TRAIN\t42\t4220\t甲公司" + _THEIRS + "LUNAK\t42\t4220\t乙公司\t101\t已注册\n",
        Sample(
            _MINE + "南朵\t30\t3002\t甲公司" + _THEIRS + "兰朵\t30\t3002\t乙公司\t101\t已注册\n",
            options=(("n_l", False),),
        ),
    )
    bad = (
        _MINE + "⟦沐云汐⟧\t30\t3002\t甲公司" + _THEIRS + "沐云溪\t30\t3002\t乙公司\t101\t已注册\n",
        _MINE + "⟦新沐云溪⟧\t30\t\t甲公司" + _THEIRS + "沐云溪\t30\t3002\t乙公司\t101\t已注册\n",
        _MINE + "⟦VVOOSHI⟧\t9\t0901\t甲公司" + _THEIRS + "WOOSHI\t9\t0901\t乙公司\t101\t已注册\n",
        # 服饰 names goods of class 25, TRAIN services of class 41.
        _MINE + "⟦沐云服饰⟧\t25\t2501\t甲公司" + _THEIRS + "沐云\t25\t2501\t乙公司\t101\t已注册\n",
        _MINE + "⟦LUNAK TRAIN⟧\t41\t4101\t甲公司" + _THEIRS + "LUNAK\t41\t4101\t乙公司\t101\t已注册\n",
        _MINE + "⟦MUYUNXI⟧\t30\t3002\t甲公司" + _THEIRS + "沐云溪\t30\t3002\t乙公司\t101\t已注册\n",
    )

    def find(self, portfolio: Portfolio, /) -> Iterator[Finding]:
        if portfolio.earlier is None:
            return
        for mark in portfolio.marks:
            least = limit(mark, self.options.score, self.options.short)
            told = 0
            for met in conflicts(mark, portfolio.earlier, floor=least, dialects=self._dialects()):
                likeness = met.hit.likeness
                same = likeness.rules[0].rule == "4.1"
                if not met.earlier.alive or (same and met.goods != "异群"):
                    continue
                if met.goods == "异群" and likeness.score < self.options.other_groups:
                    continue
                told += 1
                if told > self.options.most:
                    break
                yield self.at(
                    mark.span,
                    related=met.related,
                    facts=met.facts,
                    level=Level.ADVICE if met.goods == "异群" else None,
                    on=self.day(mark),
                    earlier=met.told,
                    why=likeness.rules[0].why,
                    goods=met.goods,
                    score=f"{likeness.score:.2f}",
                    limit=least,
                )

    def _dialects(self) -> Dialects:
        told = self.options
        return Dialects(told.retroflex, told.nasal, told.n_l, told.h_f, told.r_l)
