"""Periods as the law counts them: by the calendar, the first day left out, a last day off put off to a working day.

民法典 201–203 and 商标法实施条例 12 count alike: a period of years or months ends on the corresponding day of the last
month, on its last day where that month has no such day; where the last day is a day off, on the next working day.
"""

from __future__ import annotations

import importlib
from calendar import monthrange
from datetime import date, timedelta
from functools import cache
from typing import Any


def days_after(day: date, days: int) -> date:
    """The last day of a period of days that begins with what happens on ``day``; days off are not minded."""
    return day + timedelta(days=days)


def months_after(day: date, months: int) -> date:
    """The last day of a period of months (negative: the day that far back); days off are not minded."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def years_after(day: date, years: int) -> date:
    """The last day of a period of years; days off are not minded. Full years are full on this day (满两年)."""
    return months_after(day, 12 * years)


@cache
def _published() -> Any:
    try:
        return importlib.import_module("chinese_calendar")
    except ImportError:
        return None


# Days off by the calendar (国务院《全国年节及纪念日放假办法》) with the days that are usually moved next to them: while
# a year's days off are not published, nobody is called late because of one of these. Month, first and last day.
_USUALLY_OFF = ((1, 1, 3), (5, 1, 5), (10, 1, 8))


class Holidays:
    """Which days are working days: as published each year (chinesecalendar).

    Of other years only the weekends and the days off that have a fixed date are known. ``guessed`` gathers those
    years; whoever counts on them must say so.
    """

    def __init__(self) -> None:
        self.guessed: set[int] = set()

    def is_working(self, day: date) -> bool:
        """Whether people work on ``day``."""
        published = _published()
        if published is not None:
            try:
                return bool(published.is_workday(day))
            except NotImplementedError:
                pass
        self.guessed.add(day.year)
        off = any(day.month == month and first <= day.day <= last for month, first, last in _USUALLY_OFF)
        return day.weekday() < 5 and not off

    def last_day(self, day: date) -> date:
        """``day``, or the first working day after it if nobody works on it."""
        while not self.is_working(day):
            day += timedelta(days=1)
        return day

    def after_days(self, day: date, days: int) -> date:
        """The last day on which to act within ``days`` days from what happened on ``day``."""
        return self.last_day(days_after(day, days))

    def after_months(self, day: date, months: int) -> date:
        """The last day on which to act within ``months`` months from what happened on ``day``."""
        return self.last_day(months_after(day, months))

    def told(self) -> str:
        """What a report must say of ``guessed``; empty if every holiday was known."""
        if not self.guessed:
            return ""
        years = "、".join(f"{year}年" for year in sorted(self.guessed))
        why = (
            "没有安装 chinesecalendar（pip install chinesecalendar）"
            if _published() is None
            else "这些年份的放假安排不在 chinesecalendar 里"
        )
        return f"{years}的放假安排不知道，期限末日只按周末、元旦、五一和国庆顺延：{why}"


__all__ = ["Holidays", "days_after", "months_after", "years_after"]
