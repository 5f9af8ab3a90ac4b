"""Terms of days: ends of months, the leap day, holidays, years whose holidays nobody knows."""

from __future__ import annotations

from datetime import date

import pytest

from ipcheck.agency import Holidays, days_after, months_after, terms, years_after


@pytest.mark.parametrize(
    ("day", "months", "end"),
    [
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2023, 1, 31), 1, date(2023, 2, 28)),
        (date(2024, 1, 30), 13, date(2025, 2, 28)),
        (date(2024, 3, 31), -1, date(2024, 2, 29)),
        (date(2024, 11, 30), 3, date(2025, 2, 28)),
        (date(2026, 12, 31), 2, date(2027, 2, 28)),
        (date(2024, 5, 15), 0, date(2024, 5, 15)),
    ],
)
def test_months_end_on_the_corresponding_day_or_the_last_of_the_month(day: date, months: int, end: date) -> None:
    assert months_after(day, months) == end


def test_years_from_the_leap_day() -> None:
    assert years_after(date(2020, 2, 29), 2) == date(2022, 2, 28)
    assert years_after(date(2020, 2, 29), 4) == date(2024, 2, 29)
    assert years_after(date(2022, 2, 28), 2) == date(2024, 2, 28)


def test_the_first_day_is_left_out() -> None:
    assert days_after(date(2025, 3, 3), 30) == date(2025, 4, 2)


@pytest.mark.parametrize(
    ("day", "last"),
    [
        (date(2025, 9, 30), date(2025, 9, 30)),  # Tuesday before the National Day
        (date(2025, 10, 1), date(2025, 10, 9)),  # eight days of holidays
        (date(2025, 10, 8), date(2025, 10, 9)),
        (date(2025, 9, 28), date(2025, 9, 28)),  # a Sunday on which people work
        (date(2025, 3, 1), date(2025, 3, 3)),  # a Saturday
    ],
)
def test_a_last_day_off_moves_to_the_next_working_day(day: date, last: date) -> None:
    holidays = Holidays()
    assert holidays.last_day(day) == last
    assert holidays.told() == ""


def test_a_year_without_published_holidays_is_told() -> None:
    holidays = Holidays()
    assert holidays.last_day(date(2039, 10, 1)) == date(2039, 10, 10)  # the 9th is a Sunday
    assert holidays.last_day(date(2039, 3, 5)) == date(2039, 3, 7)  # a Saturday
    assert holidays.after_days(date(2039, 1, 1), 2) == date(2039, 1, 4)
    assert "2039年的放假安排不知道，期限末日只按周末、元旦、五一和国庆顺延" in holidays.told()


def test_the_last_day_of_a_year_with_holidays_and_the_first_of_one_without() -> None:
    # Holidays of 2027 had not been announced when these tests were written; what is known may only move the day on.
    holidays = Holidays()
    assert holidays.after_days(date(2026, 12, 1), 30) == date(2026, 12, 31)
    assert not holidays.guessed
    assert holidays.after_days(date(2026, 12, 2), 30) >= date(2027, 1, 1)


def test_without_the_library_weekends_and_fixed_days_off_are_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(terms, "_published", lambda: None)
    holidays = Holidays()
    assert holidays.last_day(date(2025, 10, 1)) == date(2025, 10, 9)
    assert holidays.last_day(date(2025, 6, 14)) == date(2025, 6, 16)
    assert "pip install chinesecalendar" in holidays.told()
