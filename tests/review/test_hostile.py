"""Evaluations that somebody handled roughly: edited results, odd names, schemes of odd numbers."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from ipcheck.model.shapes import misfits
from ipcheck.review.errors import ReviewError
from ipcheck.review.filling import _stems
from ipcheck.review.scheme import read_scheme
from ipcheck.review.scoring import Marked, merge
from ipcheck.review.shapes import SCORES_SHAPE
from tests.review.conftest import fill, review


def change(path: Path, how: Callable[[Any], Any]) -> None:
    """Edit a JSON file by hand."""
    data = json.loads(path.read_text("utf-8"))
    how(data)
    path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")


def _copied(data: Any) -> None:
    data["cases"].insert(0, {**data["cases"][3], "drawn": False})


@pytest.mark.parametrize(
    ("how", "named"),
    [
        (_copied, "写了 2 次"),
        (lambda data: data.update(note=None), "note"),
        (lambda data: data["cases"][0].update(drawn=not data["cases"][0]["drawn"]), "drawn"),
        (lambda data: data["cases"].pop(), "cases"),
        (lambda data: data["seed"].update(source="别处"), "source"),
        (lambda data: data["missing"].append("x"), "missing"),
    ],
)
def test_an_edited_sample_is_noticed(evaluation: Path, how: Callable[[Any], Any], named: str) -> None:
    review("sample", str(evaluation))
    change(evaluation / "抽样结果.json", how)
    shown = review("verify", str(evaluation))
    assert shown.exit_code == 1 and named in shown.output


@pytest.mark.parametrize(
    ("name", "how", "steps"),
    [
        ("抽样结果.json", lambda data: data.pop("seed"), ("verify", "assign", "check", "sheets")),
        ("抽样结果.json", lambda data: data["cases"].append(3), ("verify", "assign")),
        ("指派结果.json", lambda data: data["files"][0].update(experts="甲"), ("sheets", "collect")),
        ("评分表/清单.json", lambda data: data.update(a=1), ("sheets",)),
    ],
)
def test_an_edited_result_is_told_in_words(
    with_sheets: Path, name: str, how: Callable[[Any], Any], steps: tuple[str, ...]
) -> None:
    change(with_sheets / name, how)
    for step in steps:
        shown = review(step, str(with_sheets))
        assert shown.exit_code == 2 and name in shown.stderr and "请不要手工改它" in shown.stderr


def test_what_is_not_of_the_shape_is_named() -> None:
    assert next(misfits([], SCORES_SHAPE)) == "内容 不对：[]"
    assert "缺少 title" in next(misfits({}, SCORES_SHAPE))
    assert list(misfits({"a": True}, {"a": float})) and list(misfits({"a": "x"}, {"a": {"", "复议"}}))
    assert not list(misfits({"a": [1, 2.5], "b": None}, {"a": [float], "b": (str, None)}))


def test_no_two_experts_share_a_workbook() -> None:
    names = ["李/甲", "李?甲", "李_甲", "CON", "aux", "王.", "王", "张-第三评", "张", "很" * 300, "...", "甲\n乙"]
    stems = _stems(names)
    written = [*stems.values(), *(f"{stem}-第三评" for stem in stems.values())]
    assert len({stem.casefold() for stem in written}) == 2 * len(names)
    assert all(len(f"{stem}-第三评.xlsx".encode()) <= 255 for stem in stems.values())


def test_points_that_are_equal_on_paper_are_equal() -> None:
    # 0.1 + 0.2 is a hair over 0.3: no reason to ask a third expert.
    assert merge([Marked("甲", {"1": 0.1, "2": 0.2}), Marked("乙", {"1": 10.3, "2": 0.0})], 10)[1] is False
    assert merge([Marked("甲", {"1": 0.3}), Marked("乙", {"1": 0.1, "2": 10.2})], 10)[1] is False


SCHEME = """title = "方案"
[weights]
machine = 33.3
expert = 66.7
[[parts]]
name = "甲"
points = 0.3
items = [{ name = "a", points = 0.1 }, { name = "b", points = 0.2 }]
[[parts]]
name = "乙"
points = 99.7
items = [{ name = "c", points = 99.7 }]
[grades]
"全" = 0
"""


def test_a_scheme_of_tenths_adds_up() -> None:
    assert len(read_scheme(SCHEME, "s").items) == 3


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("[weights]\nmachine = 33.3\nexpert = 66.7", "weights = 3", "weights 应当写成"),
        ('name = "乙"', 'name = "甲"', "有 2 个 parts 都叫“甲”"),
    ],
)
def test_faults_of_a_scheme_are_words(old: str, new: str, told: str) -> None:
    with pytest.raises(ReviewError, match=told):
        read_scheme(SCHEME.replace(old, new), "s")


def test_third_and_appeal_are_two_people(with_sheets: Path) -> None:
    fill(with_sheets, off=2, far="卷001")
    review("collect", str(with_sheets))
    review("score", str(with_sheets))
    change(with_sheets / "成绩.json", lambda data: data["files"][0].update(third=True))
    shown = review("appeal", str(with_sheets), "--file", "卷001", "--reason", "有误", "--by", "某所")
    assert shown.exit_code == 0, shown.output
    assert review("assign", str(with_sheets), "--third").exit_code == 0
    third = json.loads((with_sheets / "第三评指派.json").read_text("utf-8"))["files"]
    again = json.loads((with_sheets / "复议.json").read_text("utf-8"))["appeals"]
    file = again[0]["file"]
    assert again[0]["expert"] not in [item["expert"] for item in third if item["file"] == file]


def test_no_code_of_an_agency_leads_out_of_the_reports(evaluation: Path) -> None:
    for name in ("机构名册.csv", "案卷名册.csv"):
        path = evaluation / name
        path.write_text(path.read_text("utf-8").replace("90011,", "../../90011,"), encoding="utf-8")
    for step in ("sample", "assign", "check", "sheets", "collect"):
        assert review(step, str(evaluation)).exit_code in (0, 1), step
    fill(evaluation)
    for step in ("collect", "score", "report"):
        assert review(step, str(evaluation)).exit_code == 0, step
    assert len(list((evaluation / "报告" / "机构").iterdir())) == 10
    assert not list(evaluation.parent.glob("*.html"))


def test_a_cell_far_out_does_not_take_the_process_down(with_sheets: Path) -> None:
    path = sorted((with_sheets / "评分表").glob("*.xlsx"))[0]
    book = openpyxl.load_workbook(path)
    book["评分"]["XFD1048576"] = "x"
    book.save(path)
    shown = review("collect", str(with_sheets))
    assert shown.exit_code == 1 and f"{path.name}：工作表只有" in shown.output
    path.write_bytes(b"PK\x03\x04" + bytes(100))
    shown = review("collect", str(with_sheets))
    assert shown.exit_code == 1 and f"{path.name}：不是完整的 ZIP" in shown.output


@pytest.mark.parametrize(
    ("name", "old", "new", "step", "told"),
    [
        ("案卷名册.csv", "案卷/90000-1.txt", "案卷/90000-0.txt", "sample", "已经是机构 90000 的案卷 90000-0"),
        ("回避申报.csv", "专家八", "专家捌", "assign", "“专家捌”不在专家名册里"),
        ("机构名册.csv", "机构代码", "x" * 5000, "sample", "第一行没有“机构代码”"),
    ],
)
def test_slips_in_rosters(evaluation: Path, name: str, old: str, new: str, step: str, told: str) -> None:
    path = evaluation / name
    path.write_text(path.read_text("utf-8").replace(old, new), encoding="utf-8")
    if step != "sample":
        assert review("sample", str(evaluation)).exit_code == 0
    shown = review(step, str(evaluation))
    assert shown.exit_code == 2 and told in shown.stderr and len(shown.stderr) < 500


def test_a_roster_on_two_sheets_is_refused(evaluation: Path) -> None:
    book = openpyxl.Workbook()
    rows = [line.split(",") for line in (evaluation / "案卷名册.csv").read_text("utf-8").splitlines()]
    for row in rows[:10]:
        book.worksheets[0].append(row)
    more = book.create_sheet("续")
    for row in [rows[0], *rows[10:]]:
        more.append(row)
    (evaluation / "案卷名册.csv").unlink()
    book.save(evaluation / "案卷名册.xlsx")
    shown = review("sample", str(evaluation))
    assert shown.exit_code == 2 and "“Sheet”、“续” 都有内容" in shown.stderr


def test_figures_beyond_reason_are_no_figures(evaluation: Path) -> None:
    path = evaluation / "机构名册.csv"
    path.write_text(path.read_text("utf-8").replace(",5\n", f",{'9' * 400}\n"), encoding="utf-8")
    plan = evaluation / "评查计划.toml"
    plan.write_text(
        plan.read_text("utf-8").replace("[2025-07-01, 2026-06-30]", "[0001-01-01, 0002-02-28]"), encoding="utf-8"
    )
    for step in ("sample", "assign", "verify"):
        assert review(step, str(evaluation)).exit_code == 0, step


def test_verify_works_where_nothing_can_be_written(evaluation: Path) -> None:
    review("sample", str(evaluation))
    (evaluation / "日志.jsonl").unlink()
    (evaluation / "日志.jsonl").mkdir()
    shown = review("verify", str(evaluation), "--by", "周岚")
    assert shown.exit_code == 0 and "相同" in shown.stdout and "没有记入日志" in shown.stderr
    assert review("sample", str(evaluation)).exit_code == 2


def test_an_agency_that_left_the_roster_is_named(with_sheets: Path) -> None:
    path = with_sheets / "机构名册.csv"
    path.write_text("\n".join(path.read_text("utf-8").splitlines()[:-1]) + "\n", encoding="utf-8")
    for step in ("blind", "assign", "check", "sheets", "collect"):
        shown = review(step, str(with_sheets))
        assert shown.exit_code == 2 and "机构 90011 不在名册里" in shown.stderr, step


@pytest.mark.parametrize("words", [b"{{ 1/0 }}", b"\xff\xfe\xff", b"{{ x.y.z }}", b"{% if %}"])
def test_a_template_that_does_not_work_is_told(with_sheets: Path, words: bytes) -> None:
    fill(with_sheets)
    for step in ("collect", "score"):
        review(step, str(with_sheets))
    (with_sheets / "版").mkdir()
    (with_sheets / "版" / "公布报告.html").write_bytes(words)
    shown = review("report", str(with_sheets), "--templates", str(with_sheets / "版"))
    assert shown.exit_code == 2 and "模板 公布报告.html 用不了" in shown.stderr
    shown = review("report", str(with_sheets), "--templates", str(with_sheets / "没有"))
    assert shown.exit_code == 2 and "模板目录不存在" in shown.stderr
    assert not (with_sheets / "报告").exists()


def test_check_says_when_it_looks_at_originals(evaluation: Path) -> None:
    review("sample", str(evaluation))
    assert "没有匿名卷，查的是原件" in review("check", str(evaluation)).stderr
