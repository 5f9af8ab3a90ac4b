"""The tables of points: the shipped ones, broken ones, and the formula."""

from __future__ import annotations

import tomllib
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ipcheck.agency import Agency
from ipcheck.agency.credit import CreditError, CreditTable, Item, read_credit_table, scores
from ipcheck.agency.credit.events import Event, Events
from ipcheck.agency.looked import Looked
from ipcheck.model import InputFile, Report, Span
from ipcheck.plugins import shipped
from ipcheck.readers.text import from_text
from tests.conftest import ROOT


def test_the_shipped_tables_hold_the_structure_and_no_points() -> None:
    paths = sorted(shipped("templates").glob("credit-*.toml"))
    assert [path.name for path in paths] == ["credit-专利代理师.toml", "credit-专利机构.toml", "credit-商标机构.toml"]
    for path in paths:
        table = read_credit_table(path)
        assert all(item.points is None and not item.lasting and not item.verified for item in table.items)
        assert all(band.least is None for band in table.bands)
        assert not table.verified
    agency = read_credit_table(shipped("templates") / "credit-专利机构.toml")
    assert (agency.base, agency.bonus_cap) == (Decimal(100), Decimal(10))
    assert [band.grade for band in agency.bands] == ["A+", "A", "B", "C", "D"]
    mark = read_credit_table(shipped("templates") / "credit-商标机构.toml")
    assert [band.grade for band in mark.bands] == ["A", "B", "C", "D"]
    assert mark.business == "trademark"


def _names(value: Any) -> list[str]:
    found = list(value.get("checks", ())) if isinstance(value, dict) else []
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return found + [name for item in inner for name in _names(item)]


def test_the_shipped_tables_name_checks_of_the_catalogue() -> None:
    catalogue = set((ROOT / "tests" / "catalogue_agency.txt").read_text("utf-8").split())
    for path in (*shipped("templates").glob("credit-*.toml"), shipped("templates") / "负面清单.toml"):
        names = _names(tomllib.loads(path.read_text("utf-8")))
        assert names
        # The trademark and unlicensed checks stand in the catalogue's list as soon as they are there.
        assert {name for name in names if name.startswith("pa-")} <= catalogue, path.name
        assert {name[:3] for name in names} <= {"pa-", "ta-", "na-"}


BROKEN = """[meta]
title = ""
subject = "dog"
business = "patent"
base = nan
wrong = 1
[[band]]
grade = "A"
min = 90
[[band]]
grade = "A"
min = 90
[[item]]
code = "N1"
name = "一"
points = -3
valid_days = 0
[[item]]
code = "N1"
name = "二"
points = "很多"
cap = 0.1234567
valid_months = 12
valid_days = 30
levels = ["fatal"]
checks = "pa-x"
starts = "昨天"
verified = "yes"
"""


def test_a_broken_table_tells_every_fault_at_once(tmp_path: Path) -> None:
    path = tmp_path / "坏.toml"
    path.write_text(BROKEN, "utf-8")
    with pytest.raises(CreditError) as caught:
        read_credit_table(path)
    told = "\n".join(caught.value.problems)
    for words in (
        "title 应当", "subject 只能是", "base 应当是数", "不认识“wrong”", "code 重复：N1",
        "grade 重复：A", "min 重复：90",
        "第13行 [[item]]：points 是负数", "第13行 [[item]]：valid_days 应当是", "第18行 [[item]]：points 应当是数",
        "cap 的小数最多 6 位", "只能填一个", "“fatal”不是级别", "checks 应当是一列", "starts 只能是", "verified 只能是",
    ):  # fmt: skip
        assert words in told, words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[meta", "不是合格的 TOML"),
        ("", "没有 [[item]]"),
        ("item = 3\nmeta = 4\n", "应当写成 [[item]]"),
        ("x = " + "[" * 5000, "嵌套"),
    ],
)
def test_other_tables_that_are_none(tmp_path: Path, text: str, words: str) -> None:
    path = tmp_path / "坏.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(CreditError) as caught:
        read_credit_table(path)
    assert words in "；".join(caught.value.problems)
    with pytest.raises(CreditError):
        read_credit_table(tmp_path / "没有.toml")


points = st.decimals(0, 100, places=2, allow_nan=False, allow_infinity=False)
some = st.lists(st.tuples(st.booleans(), points, st.integers(0, 4), st.none() | points, st.booleans()), max_size=5)


@settings(max_examples=100, deadline=None)
@given(items=some, base=points, cap=points)
def test_every_total_is_the_formula(
    items: list[tuple[bool, Decimal, int, Decimal | None, bool]], base: Decimal, cap: Decimal
) -> None:
    day = date(2026, 11, 29)
    made = [
        Item(f"N{number}", "项", bonus, value, each, most, 12, None, "", True, (), (), (), (), ())
        for number, (bonus, value, _, most, each) in enumerate(items)
    ]
    table = CreditTable("表", "试", "", "agency", "patent", base, cap, True, (), tuple(made))
    span = Span(from_text("一", "事项.csv"), 0, 1)
    told = [Event(f"N{n}", "本机构", day, None, "", span) for n, item in enumerate(items) for _ in range(item[2])]
    report = Report("agency", day, (), (), (), 1, 0)
    looked = Looked(report, Agency(None, (), day), frozenset(), {})
    (score,) = scores(table, looked, Events(InputFile("事项", ""), tuple(told)))
    sums = {False: Decimal(0), True: Decimal(0)}
    for bonus, value, count, most, each in items:
        amount = sum([value] * (count if each else min(count, 1)), Decimal(0))
        sums[bonus] += amount if most is None or amount < most else most
    assert score.total == base - sums[False] + min(sums[True], cap)
