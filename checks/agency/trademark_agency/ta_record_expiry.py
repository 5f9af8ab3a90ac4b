from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ipcheck.agency import Agency, AgencyCheck, days_after
from ipcheck.agency.mark_record import record_term
from ipcheck.check import Sample
from ipcheck.law import cite
from ipcheck.model import Finding, Level


class TaRecordExpiry(AgencyCheck):
    """商标代理备案的三年有效期已经届满，或者快要届满还没有延续。

    备案有效期三年，要继续代理的在届满前六个月内办理延续；延续的三年从原有效期届满的次日起算，不从批准日起算。
    届满的是错误；进入六个月的给建议，剩下不到三十日（内部阈值）的给警告。写明的届满日优先于按起日推算的；届满以后的补办不算延续。
    """

    code = "AGT002"
    level = Level.ERROR
    business = "trademark"
    basis = (cite("令63", "5.2"),)
    message = "商标代理备案的有效期到{until}届满，{what}"

    @dataclass(frozen=True)
    class Options:
        """days：离届满不到几日，由建议升为警告"""

        days: int = 30

    _EXPIRES = "[trademark]\nexpires = {}\n"
    good = (
        Sample(_EXPIRES.format("2027-05-31"), as_of=date(2026, 11, 29)),
        Sample(_EXPIRES.format("2026-12-05") + "renewed = 2026-06-05\n", as_of=date(2026, 12, 20)),
        Sample("[trademark]\nrecorded = 2024-02-29\n", as_of=date(2026, 8, 27)),
        Sample("[trademark]\nrecorded = 2013-02-03\n", as_of=date(2026, 8, 27)),
    )
    bad = (
        Sample(_EXPIRES.format("⟦2027-05-31⟧"), as_of=date(2026, 11, 30)),
        Sample(_EXPIRES.format("⟦2026-12-19⟧"), as_of=date(2026, 11, 29)),
        Sample(_EXPIRES.format("⟦2026-11-28⟧"), as_of=date(2026, 11, 29)),
        Sample(_EXPIRES.format("⟦2026-11-28⟧") + "renewed = 2026-11-29\n", as_of=date(2026, 12, 5)),
        Sample("[trademark]\nrecorded = ⟦2024-02-29⟧\n", as_of=date(2027, 3, 1)),
    )

    @classmethod
    def unseen(cls, agency: Agency) -> str:
        """Why it cannot look: neither the beginning nor the end of the record is told."""
        return (
            ""
            if record_term(agency)
            else "agency.toml 没有填写 trademark.expires 或者 trademark.recorded（备案有效期；"
            "2022年12月以前备案的只看 expires）"
        )

    def find(self, agency: Agency, /) -> Iterator[Finding]:
        term = record_term(agency)
        if term is None:
            return
        until, left = term.until, (term.until - agency.as_of).days
        if left < 0:
            what = f"到{agency.as_of.isoformat()}已经过了{-left}日：不能再接新的商标代理业务，请重新备案"
            yield self.at(term.span, until=until.isoformat(), what=what)
        elif agency.as_of >= days_after(until, -self.options.days):
            what = f"只剩{left}日（内部阈值{self.options.days}日），还没有延续：请立即办理"
            yield self.at(term.span, level=Level.WARNING, until=until.isoformat(), what=what)
        elif agency.as_of >= term.renewable:
            what = f"自{term.renewable.isoformat()}起可以办理延续：请在届满以前办理"
            yield self.at(term.span, level=Level.ADVICE, until=until.isoformat(), what=what)
