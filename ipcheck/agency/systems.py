"""The base of the checks of management systems: which a kind of agency must have, and when they were last used."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from ipcheck.agency.agency import Agency
from ipcheck.agency.answers import says_no
from ipcheck.agency.check import AgencyCheck
from ipcheck.agency.terms import months_after
from ipcheck.model import Finding, Level


class SystemsCheck(AgencyCheck):
    """A check of management systems; ``systems`` are those that must be there: key in [systems] → what it is called.

    Its message takes ``label`` and ``what``.
    """

    systems: ClassVar[Mapping[str, str]] = {}

    @dataclass(frozen=True)
    class Options:
        """months：几个月里没有执行记录的给建议"""

        months: int = 12

    @classmethod
    def unseen(cls, agency: Agency) -> str:
        """Why it cannot look: no system is told of."""
        told = any(agency.given(f"systems.{key}.document") for key in cls.systems)
        return "" if told else "agency.toml 没有填写 [systems]"

    @classmethod
    def partly(cls, agency: Agency) -> str:
        """Which systems are not told of."""
        lacking = [label for key, label in cls.systems.items() if not agency.given(f"systems.{key}.document")]
        return f"agency.toml 的 [systems] 没有填写{'、'.join(lacking)}" if lacking else ""

    def find(self, agency: Agency, /) -> Iterator[Finding]:
        """Yield the systems that are not there, and those not used within the months."""
        for key, label in self.systems.items():
            document, used = f"systems.{key}.document", f"systems.{key}.last_used"
            if agency.given(document) and says_no(agency.text(document)):
                yield self.at(agency.span(document), label=label, what="没有建立：请建立并执行")
                continue
            day = agency.day(used)
            if day is not None and months_after(day, self.options.months) < agency.as_of:
                within = f"超过{self.options.months}个月（内部阈值）"
                what = f"最近一次执行记录是{day.isoformat()}，{within}：请执行并留下记录"
                yield self.at(agency.span(used), label=label, what=what, level=Level.ADVICE)


__all__ = ["SystemsCheck"]
