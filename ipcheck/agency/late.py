"""Something that had to be done within a number of days: was it, and if not, how late is it."""

from __future__ import annotations

from datetime import date

from ipcheck.agency.agency import Agency


def late(agency: Agency, start: date, done: date | None, days: int) -> str:
    """How late it is, in words; empty if it was done in time or the last day has not passed.

    ``start`` is the day from which the ``days`` count, ``done`` the day on which it was done, None for not yet.
    """
    last = agency.holidays.after_days(start, days)
    over = ((done or agency.as_of) - last).days
    if over <= 0:
        return ""
    if done is not None:
        return f"应当在{last.isoformat()}以前办理，{done.isoformat()}才办理，晚了{over}日"
    return f"应当在{last.isoformat()}以前办理，到{agency.as_of.isoformat()}还没有办理，已经过了{over}日"


__all__ = ["late"]
