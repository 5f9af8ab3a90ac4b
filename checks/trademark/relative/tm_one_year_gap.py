from collections.abc import Iterator
from datetime import date, timedelta

from ipcheck.check import Sample
from ipcheck.law import cite
from ipcheck.model import Finding, Level
from ipcheck.trademark import Portfolio, PortfolioCheck
from ipcheck.trademark.prior import conflicts, limit

_NEW_LAW = date(2027, 1, 1)
_YEAR = timedelta(days=365)
_OLD_REASONS = ("撤销", "无效", "期满", "未续展")


class TmOneYearGap(PortfolioCheck):
    """他人的相同、近似商标失效还不满一年。

    旧法对撤销、宣告无效、期满不续展的商标有一年隔离期，2027年起只对注册人申请注销的商标有，自注销公告起算。
    等满一年再提交，或者改动商标；连续三年不使用被撤销的，实务上不适用，请核对撤销原因。
    """

    code = "TMR003"
    level = Level.WARNING
    basis = (cite("商标法", "49"),)
    message = "在先商标{earlier}于{day}失效（{status}），到{until}才满一年：等满一年再提交或者改动商标"
    earlier = True

    _MINE = "商标\t类别\t申请人\t申请日\n"
    _THEIRS = "\n=====\n商标\t类别\t申请人\t申请号\t状态\t失效日\n"
    good = (
        _MINE + "沐云汐\t30\t甲公司\t2026-12-01" + _THEIRS + "沐云溪\t30\t乙公司\t101\t期满未续展\t2025-10-01\n",
        # From 2027 on only marks that their owners gave up.
        _MINE + "沐云汐\t30\t甲公司\t2027-02-01" + _THEIRS + "沐云溪\t30\t乙公司\t101\t期满未续展\t2026-10-01\n",
        _MINE + "沐云汐\t30\t甲公司\t2026-12-01" + _THEIRS + "沐云溪\t30\t乙公司\t101\t已注册\t2026-10-01\n",
    )
    bad = (
        _MINE + "⟦沐云汐⟧\t30\t甲公司\t2026-12-01" + _THEIRS + "沐云溪\t30\t乙公司\t101\t期满未续展\t2026-10-01\n",
        Sample(
            _MINE + "⟦沐云汐⟧\t30\t甲公司\t" + _THEIRS + "沐云溪\t30\t乙公司\t101\t申请注销\t2026-10-01\n",
            as_of=date(2027, 2, 1),
        ),
    )

    def find(self, portfolio: Portfolio, /) -> Iterator[Finding]:
        if portfolio.earlier is None:
            return
        for mark in portfolio.marks:
            day = self.day(mark)
            for met in conflicts(mark, portfolio.earlier, floor=limit(mark, 0.67, 0.7)):
                gone, status = met.earlier.expired, met.earlier.status
                if gone is None or met.earlier.alive or met.goods == "异群":
                    continue
                counts = "注销" in status if day >= _NEW_LAW else any(reason in status for reason in _OLD_REASONS)
                if counts and gone <= day < gone + _YEAR:
                    yield self.at(
                        mark.span,
                        related=met.related,
                        facts=met.facts,
                        on=day,
                        earlier=met.told,
                        day=gone,
                        status=status,
                        until=gone + _YEAR,
                    )
