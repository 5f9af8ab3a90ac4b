"""``ipcheck agency credit``: totals over a table of points, and every way in which there is none."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from ipcheck.cli.main import main
from tests.agency.made_up import FULL, PEOPLE, PLANTED, certificate, edited, write

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
    assert re.search(r"\d+ 项指标里 \d+ 项没有查全，只算查过的", done.stdout)
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


def test_the_shipped_tables_serve_the_agencys_business(place: Path) -> None:
    told = json.loads(call(place / "机构", "--format", "json").stdout)
    # The made-up agency does both; patents have a table for attorneys too, trademarks have none.
    served = {(score["business"], score["of"]) for score in told["scores"]}
    assert served == {("patent", "agency"), ("patent", "attorney"), ("trademark", "agency")}
    done = CliRunner().invoke(main, ["init", "--room", "credit", str(place / "空表")])
    assert done.exit_code == 0
    assert len(list((place / "空表").iterdir())) == 3


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


def test_a_broken_table_ends_the_command(place: Path) -> None:
    path = place / "坏.toml"
    path.write_text("item = 3\nmeta = 4\nx = 5\n", "utf-8")
    done = call(place / "机构", "--table", path)
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.count("坏.toml") > 2
