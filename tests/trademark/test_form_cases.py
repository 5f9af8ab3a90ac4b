"""The cases of tests/benchmarks/trademark_form.py, and the helpers of form and distinctiveness."""

from __future__ import annotations

from datetime import date

import pytest

from ipcheck.trademark.nice import edition_on, nice_classes
from ipcheck.trademark.periods import months_after, next_weekday
from ipcheck.trademark.romanised import could_be_pinyin, spells
from ipcheck.trademark.wording import cut
from tests.benchmarks.trademark_form import mark_checks, score


def test_every_case_is_judged_as_told_and_every_check_has_both_kinds() -> None:
    _, wrong = score()
    assert wrong == []
    assert len(mark_checks()) >= 46


@pytest.mark.parametrize(
    ("day", "months", "last"),
    [
        (date(2025, 8, 31), 6, date(2026, 2, 28)),
        (date(2023, 8, 31), 6, date(2024, 2, 29)),
        (date(2025, 12, 15), 6, date(2026, 6, 15)),
        (date(2026, 1, 31), 3, date(2026, 4, 30)),
    ],
)
def test_months_by_the_calendar(day: date, months: int, last: date) -> None:
    assert months_after(day, months) == last


def test_weekends_move_on() -> None:
    assert next_weekday(date(2026, 11, 28)) == date(2026, 11, 30)
    assert next_weekday(date(2026, 11, 29)) == date(2026, 11, 30)
    assert next_weekday(date(2026, 11, 27)) == date(2026, 11, 27)


def test_pinyin() -> None:
    assert spells("FULAI", "福来")
    assert spells("Chong Qing", "重庆火锅")
    assert spells("FL", "福来")
    assert spells("changle", "長樂")
    assert not spells("FULEI", "福来")
    assert not spells("LUNA", "")
    assert could_be_pinyin("LUNA")
    assert not could_be_pinyin("MORNING")


def test_editions_of_the_classification() -> None:
    assert (edition_on(date(2025, 12, 31)), edition_on(date(2026, 1, 1))) == (12, 13)
    assert sorted(nice_classes()) == list(range(1, 46))
    assert all(group.startswith(f"{number:02d}") for number, nice in nice_classes().items() for group in nice.groups)


def test_cutting_takes_all_or_nothing() -> None:
    generic, descriptive = {"米", "大米"}, {"优质"}
    assert [piece.word for piece in cut("优质大米", generic, descriptive) or ()] == ["优质", "大米"]
    assert cut("优质大米香", generic, descriptive) is None
    assert cut("", generic, descriptive) is None
    assert cut("优质" * 500, generic, descriptive) is None
