"""An agency as it was looked at: what was found, with which checks, and which could not look."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from ipcheck.agency.agency import Agency
from ipcheck.model import Report


@dataclass(frozen=True)
class Looked:
    """An agency as it was looked at on a day: the report, the names of the checks that ran, why others did not.

    ``parts`` tells of checks that ran what they could not see, ``apart`` names those meant for other agencies.
    """

    report: Report
    agency: Agency
    ran: frozenset[str]
    idle: Mapping[str, str]
    parts: Mapping[str, str] = field(default_factory=dict)
    apart: frozenset[str] = frozenset()

    @property
    def as_of(self) -> date:
        """The day."""
        return self.report.as_of

    def unseen(self, checks: Iterable[str]) -> Iterator[str]:
        """Which of the checks did not look, and why."""
        for name in checks:
            if name in self.idle:
                yield f"{name}：{self.idle[name]}"
            elif name not in self.ran:
                yield f"这个版本没有检查 {name}"
            elif name in self.parts:
                yield f"{name}：{self.parts[name]}"


__all__ = ["Looked"]
