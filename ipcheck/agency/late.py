"""Something that had to be done within a number of days: was it, and if not, how late is it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ipcheck.agency.agency import Agency


@dataclass(frozen=True)
class Late:
    """How late something was done or is, in words; ``open`` while it is not done yet."""

    told: str
    open: bool


def late(agency: Agency, start: date, done: date | None, days: int) -> Late | None:
    """How late it is; None if it was done in time or the last day has not passed.

    ``start`` is the day from which the ``days`` count, ``done`` the day on which it was done, None for not yet.
    """
    return overdue(agency, agency.holidays.after_days(start, days), done)


def overdue(agency: Agency, last: date, done: date | None) -> Late | None:
    """How late it is when ``last`` was the last day; None if it was done by then or that day has not passed."""
    over = ((done or agency.as_of) - last).days
    if over <= 0:
        return None
    if done is not None:
        return Late(f"最迟应当在{last.isoformat()}办理，{done.isoformat()}才办理，晚了{over}日：请备好说明", open=False)
    told = f"最迟应当在{last.isoformat()}办理，到{agency.as_of.isoformat()}还没有办理，已经过了{over}日：请尽快办理"
    return Late(told, open=True)


__all__ = ["Late", "late", "overdue"]
