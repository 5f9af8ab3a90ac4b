"""``ipcheck agency credit``: totals over a table of points, and every way in which there is none."""

from __future__ import annotations

import json
import tomllib
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st

from ipcheck.agency import Agency
from ipcheck.agency.credit import CreditError, CreditTable, Item, read_credit_table, scores
from ipcheck.agency.credit.events import Event, Events
from ipcheck.agency.looked import Looked
from ipcheck.cli.main import main
from ipcheck.model import InputFile, Report, Span
from ipcheck.plugins import shipped
from ipcheck.readers.text import from_text
from tests.agency.made_up import FULL, PEOPLE, PLANTED, certificate, edited, write
from tests.conftest import ROOT

HEAD = """[meta]
title = "试算"
subject = "{subject}"
business = "{business}"
base = 100
bonus_cap = 10
verified = true
[[band]]
grade = "A"
min = 90
[[band]]
grade = "B"
min = 80
"""
ITEMS = """[[item]]
code = "N3-1"
name = "警告"
points = 2.5
valid_months = 12
penalties = ["警告"]
except = ["行业"]
[[item]]
code = "N2-1"
name = "异常名录"
points = 10
valid_months = 12
lists = ["经营异常"]
[[item]]
code = "B1"
name = "荣誉"
kind = "bonus"
points = 6
valid_months = 24
"""
EVENTS = "指标,对象,日期,到期日,事项,凭证\n"
PENALTIES = "对象,资格证号,领域,处罚种类,决定日,期满日,决定书号,事由\n"
LISTS = "名录,对象,列入日,移出日,事由\n"


def call(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["agency", "credit", *map(str, arguments), "--as-of", "2026-11-29"])


@pytest.fixture
def place(tmp_path: Path) -> Path:
    write(tmp_path / "机构")
    (tmp_path / "表.toml").write_text(HEAD.format(subject="agency", business="patent") + ITEMS, "utf-8")
    (tmp_path / "事项.csv").write_text(EVENTS + "无,,,,,\n", "utf-8")
    return tmp_path


def run(place: Path, *more: object) -> tuple[dict[str, Any], int]:
    done = call(place / "机构", "--table", place / "表.toml", "--events", place / "事项.csv", "--format", "json", *more)
    return json.loads(done.stdout), done.exit_code


def one(place: Path, *more: object) -> tuple[dict[str, Any], int]:
    told, code = run(place, *more)
    (score,) = told["scores"]
    return score, code


def test_a_clean_agency_has_the_base(place: Path) -> None:
    score, code = one(place)
    assert (score["total"], score["grade"], score["state"], code) == (100, "A", "已计分", 0)
    assert "自测，不是官方评价" in call(place / "机构", "--table", place / "表.toml").output


def test_the_formula_is_exact_and_the_bonus_is_capped(place: Path) -> None:
    rows = "".join(f"{FULL},,专利代理,{kind},2026-0{n}-05,,,\n" for n, kind in enumerate(("警告", "警告", "警告"), 1))
    (place / "机构" / "处罚.csv").write_text(
        PENALTIES + rows + f"{FULL},,专利代理,行业惩戒：警告,2026-05-05,,,\n", "utf-8"
    )
    honours = "".join(f"B1,本机构,2026-0{n}-01,,表彰,证{n}\n" for n in (1, 2))
    (place / "事项.csv").write_text(EVENTS + honours, "utf-8")
    score, code = one(place)
    assert (score["deducted"], score["bonus"], score["total"], code) == (7.5, 12, 102.5, 0)
    hits = score["items"][0]["hits"]
    assert [hit["evidence"] for hit in hits] == ["处罚.csv:2", "处罚.csv:3", "处罚.csv:4"]
    assert (hits[0]["start"], hits[0]["end"]) == ("2026-01-05", "2027-01-05")


@pytest.mark.parametrize(("decided", "total"), [("2025-11-28", 100), ("2025-11-29", 97.5), ("2026-11-30", 100)])
def test_a_hit_counts_to_its_last_day(place: Path, decided: str, total: float) -> None:
    (place / "机构" / "处罚.csv").write_text(PENALTIES + f"{FULL},,专利代理,警告,{decided},,,\n", "utf-8")
    score, _ = one(place)
    assert score["total"] == total
    assert [len(item["expired"]) for item in score["items"]] == ([1] if decided == "2025-11-28" else [0])[
        : len(score["items"])
    ]


def test_an_entry_in_a_list_counts_as_long_as_it_stands(place: Path) -> None:
    path = place / "机构" / "名录.csv"
    path.write_text(LISTS + f"经营异常名录,{FULL},2022-01-04,,\n", "utf-8")
    score, _ = one(place)
    assert (score["total"], score["items"][0]["hits"][0]["open"]) == (90, True)
    path.write_text(LISTS + f"经营异常名录,{FULL},2022-01-04,2023-01-04,\n", "utf-8")
    assert one(place)[0]["total"] == 100


def test_trademark_penalties_do_not_count_for_patents(place: Path) -> None:
    (place / "机构" / "处罚.csv").write_text(PENALTIES + f"{FULL},,商标代理,警告,2026-05-05,,,\n", "utf-8")
    assert one(place)[0]["total"] == 100
    table = HEAD.format(subject="agency", business="trademark") + ITEMS
    (place / "表.toml").write_text(table, "utf-8")
    assert one(place)[0]["total"] == 97.5


def test_an_item_without_points_has_no_total(place: Path) -> None:
    (place / "机构" / "处罚.csv").write_text(PENALTIES + f"{FULL},,专利代理,警告,2026-05-05,,,\n", "utf-8")
    whole = (place / "表.toml").read_text("utf-8")
    for old, lacking in (("points = 2.5", "分值"), ("valid_months = 12", "有效期"), ("base = 100", "基础分")):
        (place / "表.toml").write_text(whole.replace(old, f'{old.split(" ")[0]} = ""', 1), "utf-8")
        score, code = one(place, "--fail-under", "60")
        assert (score["total"], score["grade"], score["state"], code) == (None, None, "分值未配置", 2)
        assert lacking in score["unset"][0]
    done = call(place / "机构", "--table", place / "表.toml", "--events", place / "事项.csv")
    assert "分值未配置" in done.stderr


def test_a_total_below_the_least_is_1_and_what_was_not_looked_at_is_2(place: Path) -> None:
    (place / "机构" / "名录.csv").write_text(LISTS + f"经营异常名录,{FULL},2026-01-04,,\n", "utf-8")
    assert one(place, "--fail-under", "90")[1] == 0
    assert one(place, "--fail-under", "90.01")[1] == 1
    (place / "机构" / "处罚.csv").unlink()
    score, code = one(place, "--fail-under", "90.01")
    assert (score["state"], code, score["notLookedAt"][0]["item"]) == ("没有查全", 2, "N3-1")
    done = call(place / "机构", "--table", place / "表.toml")
    assert "B1" in done.stdout and "--events" in done.stdout
    assert done.exit_code == 2


def test_what_if_leaves_a_row_out(place: Path) -> None:
    rows = f"{FULL},,专利代理,警告,2026-05-05,,岚罚1号,\n{FULL},,专利代理,警告,2026-06-05,,岚罚2号,\n"
    (place / "机构" / "处罚.csv").write_text(PENALTIES + rows, "utf-8")
    assert one(place)[0]["total"] == 95
    assert one(place, "--without", "岚罚1号")[0]["total"] == 97.5
    assert one(place, "--without", "处罚.csv:2", "--without", "岚罚2号")[0]["total"] == 100
    told, code = run(place, "--without", "岚罚9号")
    assert (told["without"], code) == (["岚罚9号"], 2)


def test_what_if_runs_the_checks_again(place: Path) -> None:
    write(place / "机构", edited(PLANTED["pa-abnormal-filing-share"]))
    item = '[[item]]\ncode = "N1-5"\nname = "非正常"\npoints = 3\nvalid_months = 12\n'
    item += 'checks = ["pa-abnormal-filing-share"]\nlevels = ["warning", "error"]\n'
    (place / "表.toml").write_text(HEAD.format(subject="agency", business="patent") + item, "utf-8")
    assert one(place)[0]["total"] == 97
    lines = (place / "机构" / "案件.csv").read_text("utf-8").splitlines()
    head = lines[0].split(",")
    cases = [row.split(",") for row in lines[1:]]
    notified = [row[0] for row in cases if row[head.index("非正常通报日")]]
    assert one(place, *(word for case in notified for word in ("--without", case)))[0]["total"] == 100


def test_attorneys_stand_apart(place: Path) -> None:
    own = f"{PEOPLE[3]}（{certificate(3)}）"
    rows = f"{PEOPLE[3]},{certificate(3)},专利代理,警告,2026-05-05,,,\n{FULL},,专利代理,警告,2026-05-05,,,\n"
    write(place / "机构", edited(PLANTED["pa-attorney-first-filing-30d"]))
    (place / "机构" / "处罚.csv").write_text(PENALTIES + rows, "utf-8")
    item = '[[item]]\ncode = "N1-3"\nname = "备案"\npoints = 1\nvalid_months = 12\nstarts = "{}"\n'
    item += 'checks = ["pa-attorney-first-filing-30d"]\n'
    table = HEAD.format(subject="attorney", business="patent") + ITEMS
    (place / "表.toml").write_text(table + item.format("as-of"), "utf-8")
    totals = {score["subject"]: score["total"] for score in run(place)[0]["scores"]}
    assert totals[own] == 96.5
    assert {total for name, total in totals.items() if name != own} == {100}
    # By the day of the event it has expired: the filing was due in 2020.
    for starts in ("event", ""):
        (place / "表.toml").write_text(table + item.format(starts), "utf-8")
        assert {score["subject"]: score["total"] for score in run(place)[0]["scores"]}[own] == 97.5
    text = call(place / "机构", "--table", place / "表.toml", "--events", place / "事项.csv").stdout
    assert "已经过期" in text and f"其余 {len(totals) - 1} 人没有命中：100 分" in text


def test_what_is_still_to_be_done_does_not_expire(place: Path) -> None:
    write(place / "机构", edited(PLANTED["pa-change-overdue"]))
    item = '[[item]]\ncode = "N1-1"\nname = "变更"\npoints = 1\nvalid_months = 12\nlevels = ["warning"]\n'
    item += 'checks = ["pa-change-overdue"]\n'
    (place / "表.toml").write_text(HEAD.format(subject="agency", business="patent") + item, "utf-8")
    score, _ = one(place)
    hit = score["items"][0]["hits"][0]
    assert (score["total"], hit["open"], hit["start"], hit["end"]) == (99, True, "2024-04-08", None)
    (place / "表.toml").write_text((place / "表.toml").read_text("utf-8") + 'starts = "event"\n', "utf-8")
    assert one(place)[0]["total"] == 100


def test_the_trend_has_every_months_end(place: Path) -> None:
    (place / "机构" / "处罚.csv").write_text(PENALTIES + f"{FULL},,专利代理,警告,2026-10-05,,,\n", "utf-8")
    told, code = run(place, "--trend", "month", "--since", "2026-08-15")
    assert [(day["asOf"], day["scores"][0]["total"]) for day in told["trend"]] == [
        ("2026-08-31", 100),
        ("2026-09-30", 100),
        ("2026-10-31", 97.5),
        ("2026-11-29", 97.5),
    ]
    assert code == 0
    text = call(place / "机构", "--table", place / "表.toml", "--trend", "month", "--since", "2026-10-01").stdout
    assert "2026-10-31" in text and "自测" in text
    assert call(place / "机构", "--trend", "month", "--since", "昨天").exit_code == 2
    assert call(place / "机构", "--trend", "month", "--since", "1990-01-01").exit_code == 2


def test_the_same_input_gives_the_same_bytes(place: Path) -> None:
    outputs = [place / "一.json", place / "二.json"]
    for output in outputs:
        arguments = [place / "机构", "--table", place / "表.toml", "--format", "json", "--output", output]
        call(*arguments)
    assert outputs[0].read_bytes() == outputs[1].read_bytes()


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


def test_the_shipped_tables_serve_the_agencys_business(place: Path) -> None:
    told = json.loads(call(place / "机构", "--format", "json").stdout)
    assert {score["business"] for score in told["scores"]} == {"patent"}
    assert {score["of"] for score in told["scores"]} == {"agency", "attorney"}
    done = CliRunner().invoke(main, ["init", "--room", "credit", str(place / "空表")])
    assert done.exit_code == 0
    assert len(list((place / "空表").iterdir())) == 3


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


def test_a_broken_table_tells_every_fault_at_once(place: Path) -> None:
    path = place / "坏.toml"
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
    done = call(place / "机构", "--table", path)
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.count("坏.toml") == len(caught.value.problems)


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


def test_events_tell_every_fault_at_once(place: Path) -> None:
    rows = "N9-9,本机构,2026-05-05,,,\nB1,,2026-13-40,,,\nB1,本机构,2026-05-05,2026-01-01,,\nB1,本机构,2026-05-05,x,,\n"
    (place / "事项.csv").write_text(EVENTS + rows + rows.splitlines()[0] + "\n", "utf-8")
    done = call(place / "机构", "--table", place / "表.toml", "--events", place / "事项.csv")
    assert done.exit_code == 2
    for words in (
        "第2行：指标“N9-9”不在分值表里",
        "第3行：没有填写对象",
        "第3行：日期",
        "第4行：到期日早于日期",
        "第5行：到期日“x”",
        "第6行：与第2行完全相同",
    ):
        assert words in done.stderr, words
    (place / "事项.csv").write_text("指标,日子\nB1,2026-05-05\n", "utf-8")
    done = call(place / "机构", "--table", place / "表.toml", "--events", place / "事项.csv")
    assert "不认识列“日子”" in done.stderr and "缺少列“对象”“日期”" in done.stderr
    (place / "事项.csv").write_text(EVENTS, "utf-8")
    assert "第一格写“无”" in call(place / "机构", "--table", place / "表.toml", "--events", place / "事项.csv").stderr


def test_one_paper_under_two_items_is_told(place: Path) -> None:
    more = '[[item]]\ncode = "N3-2"\nname = "罚款"\npoints = 5\nvalid_months = 12\npenalties = ["罚款"]\n'
    (place / "表.toml").write_text((place / "表.toml").read_text("utf-8") + more, "utf-8")
    (place / "机构" / "处罚.csv").write_text(PENALTIES + f"{FULL},,专利代理,警告并罚款,2026-05-05,,,\n", "utf-8")
    score, _ = one(place)
    assert (score["total"], score["countedTwice"]) == (92.5, ["处罚.csv:2（N3-1、N3-2）"])


@pytest.mark.parametrize("points", ["很多", "inf", "nan"])
def test_wrong_options_are_told(place: Path, points: str) -> None:
    done = call(place / "机构", "--fail-under", points)
    assert (done.exit_code, "不是数" in done.output) == (2, True)


def test_what_could_not_be_read_has_no_clean_score(place: Path) -> None:
    done = call(place / "没有")
    assert (done.exit_code, done.stdout) == (2, "")
    (place / "机构" / "不明.csv").write_text("甲,乙\n1,2\n", "utf-8")
    score, code = one(place)
    assert (score["state"], score["notLookedAt"][0]["item"], code) == ("没有查全", "全部", 2)


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
