"""Periods of the trademark rules: counted by the calendar, the day they begin on left out (条例 12)."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

# The last day moves on over a holiday; the longest run of holidays is about this long.
HOLIDAYS = timedelta(days=9)


def months_after(day: date, months: int) -> date:
    """The last day of a period of months: the same day of the last month, its last day where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def days_after(day: date, days: int) -> date:
    """The last day of a period of days."""
    return day + timedelta(days=days)


def next_weekday(day: date) -> date:
    """``day``, or the Monday after if it falls on a weekend; public holidays are not known here."""
    return day + timedelta(days=max(0, 7 - day.weekday()) if day.weekday() >= 5 else 0)


__all__ = ["HOLIDAYS", "days_after", "months_after", "next_weekday"]
