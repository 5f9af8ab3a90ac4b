"""Periods of the trademark rules: counted by the calendar, the day they begin on left out (条例 12)."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta

from ipcheck.model import Span
from ipcheck.readers.sheet import read_day

_DAY = re.compile(r"(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?")

# The last day moves on over a holiday; the longest run of holidays is about this long.
HOLIDAYS = timedelta(days=9)


def days_told(cell: Span) -> Iterator[tuple[date, Span]]:
    """Every day that a cell names, with its place."""
    for match in cell.find(_DAY):
        day = read_day(match[0])
        if day is not None:
            yield day, cell.at(match)


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


__all__ = ["HOLIDAYS", "days_after", "days_told", "months_after", "next_weekday"]
