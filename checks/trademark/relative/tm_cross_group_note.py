import re
from collections.abc import Iterator
from dataclasses import dataclass

from ipcheck.check import Sample
from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.trademark import Mark, Portfolio, PortfolioCheck
from ipcheck.trademark.nice import edition_on
from ipcheck.trademark.prior import limit, same_owner

_GROUP = re.compile(r"(?<!\d)\d{4}(?!\d)")
_NUMBER = re.compile(r"(?<!\d)\d{1,2}(?!\d)")


class TmCrossGroupNote(PortfolioCheck):
    """区分表注释要求交叉检索的类似群上，有他人相同、近似的在先商标。

    《类似商品和服务区分表》的注释写明与其他群交叉检索的，两群的商品也可能类似，只查所报的群会漏掉引证商标。
    注释按申请日的版本，取自自备名单“交叉检索注释”（类似群、交叉群、版本）；核对注释的原文，换商标或者删去该群的商品。
    """

    code = "TMR007"
    level = Level.WARNING
    basis = (cite("商标法", "20"),)
    message = (
        "按注释{group}群与{cross}群交叉检索，在先商标{earlier}相同或者近似（{why}；得分{score}，内部阈值{limit}）："
        "核对注释，换商标或者删去商品"
    )
    earlier = True
    uses = ("交叉检索注释",)

    @dataclass(frozen=True)
    class Options:
        """score：近似得分（0到1）达到多少才报
        short：两个字的商标，得分达到多少才报
        most：一件商标至多报几件在先商标
        """

        score: float = 0.67
        short: float = 0.7
        most: int = 10

    _LIST = (("交叉检索注释", "类似群,交叉群,版本\n3002,2905、3203,13-2026\n3002,3501,12-2023\n"),)
    _MINE = "商标\t类别\t类似群\t申请人\t申请日\n"
    _THEIRS = "\n=====\n商标\t类别\t类似群\t申请人\t申请号\t状态\n"
    good = (
        Sample(
            _MINE + "沐云溪\t30\t3002\t甲公司\t2026-12-01" + _THEIRS + "沐云溪\t29\t2901\t乙公司\t101\t已注册\n",
            lists=_LIST,
        ),
        # A note of an edition before.
        Sample(
            _MINE + "沐云溪\t30\t3002\t甲公司\t2026-12-01" + _THEIRS + "沐云溪\t35\t3501\t乙公司\t101\t已注册\n",
            lists=_LIST,
        ),
        Sample(
            _MINE + "沐云溪\t30\t3002\t甲公司\t2026-12-01" + _THEIRS + "沐云溪\t32\t3203\t甲公司\t101\t已注册\n",
            lists=_LIST,
        ),
        # Without a list nothing is known of notes.
        _MINE + "沐云溪\t30\t3002\t甲公司\t2026-12-01" + _THEIRS + "沐云溪\t32\t3203\t乙公司\t101\t已注册\n",
    )
    bad = (
        Sample(
            _MINE + "⟦沐云汐⟧\t30\t3002\t甲公司\t2026-12-01" + _THEIRS + "沐云溪\t32\t3203\t乙公司\t101\t已注册\n",
            lists=_LIST,
        ),
        Sample(
            _MINE + "⟦沐云溪⟧\t30\t3002\t甲公司\t2025-12-01" + _THEIRS + "沐云溪\t35\t3501\t乙公司\t101\t已注册\n",
            lists=_LIST,
        ),
    )

    def find(self, portfolio: Portfolio, /) -> Iterator[Finding]:
        notes = portfolio.lists.of_user("交叉检索注释")
        if portfolio.earlier is None or notes is None:
            return
        for mark in portfolio.marks:
            crosses = self._crosses(mark)
            if not crosses or not mark.text:
                continue
            least = limit(mark, self.options.score, self.options.short)
            classes = {int(cross[:2]) for cross in crosses}
            told = 0
            for hit in portfolio.earlier.search(mark.text, classes, floor=least):
                shared = sorted(crosses.keys() & set(hit.mark.groups) - set(mark.groups))
                if not shared or not hit.mark.alive or same_owner(mark, hit.mark) or told >= self.options.most:
                    continue
                told += 1
                yield self.at(
                    mark.span,
                    related=(hit.mark.span,) if hit.mark.span is not None else (),
                    facts={"earlier": hit.mark.text, "number": hit.mark.number, "score": hit.likeness.score},
                    on=self.day(mark),
                    group=crosses[shared[0]],
                    cross=shared[0],
                    earlier=f"“{hit.mark.text}”（{hit.mark.number}，{hit.mark.applicant}）",
                    why=hit.likeness.rules[0].why,
                    score=f"{hit.likeness.score:.2f}",
                    limit=least,
                )

    def _crosses(self, mark: Mark) -> dict[str, str]:
        """The groups to be searched besides those of the mark, each with the group whose note asks for it."""
        found: dict[str, str] = {}
        for note in mark.lists.of_user("交叉检索注释") or ():
            edition = _NUMBER.search(note.facts.get("版本", ""))
            if edition is not None and int(edition[0]) != edition_on(self.day(mark)):
                continue
            if note.word in mark.groups:
                for cross in _GROUP.findall(note.facts.get("交叉群", "")):
                    found.setdefault(cross, note.word)
        return found
