"""One evaluation from the roster to an appeal, all steps, with what goes wrong on the way."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.review.conftest import fill, review


def told(folder: Path, name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((folder / name).read_text("utf-8"))
    return found


def test_the_whole_way(evaluation: Path) -> None:
    for step in ("sample", "assign", "check", "sheets"):
        done = review(step, str(evaluation))
        assert done.exit_code == 0, (step, done.output)
    assert len(list((evaluation / "评分单").glob("*.docx"))) == 60
    shown = review("collect", str(evaluation))
    assert shown.exit_code == 1 and "评分!F2" in shown.output
    fill(evaluation)
    assert review("collect", str(evaluation)).exit_code == 0
    shown = review("score", str(evaluation))
    assert shown.exit_code == 0, shown.output
    result = told(evaluation, "成绩.json")
    assert len(result["files"]) == 60 and all(item["total"] is not None for item in result["files"])
    assert [item["place"] for item in result["agencies"]] == sorted(item["place"] for item in result["agencies"])
    assert 0 < result["agreement"]["alpha"] <= 1
    assert review("report", str(evaluation)).exit_code == 0
    public = (evaluation / "报告" / "公布报告.html").read_text("utf-8")
    assert "分不出先后的名次" in public and "<script" not in public
    assert len(list((evaluation / "报告" / "机构").iterdir())) == 10
    _opens_in_a_browser(evaluation)
    table = (evaluation / "报告" / "主管部门" / "案卷明细.csv").read_text("utf-8-sig")
    assert len(table.splitlines()) == 61
    # A second run with nothing changed says the same and writes nothing new.
    before = (evaluation / "成绩.json").read_bytes()
    assert review("score", str(evaluation)).exit_code == 0
    assert (evaluation / "成绩.json").read_bytes() == before
    steps = [json.loads(line)["step"] for line in (evaluation / "日志.jsonl").read_text("utf-8").splitlines()]
    assert steps == ["sample", "assign", "check", "sheets", "collect", "collect", "score", "report", "score"]


def _opens_in_a_browser(folder: Path) -> None:
    """The published report in a real browser, where there is one: its ranking is drawn and nothing is asked for."""
    chromium = shutil.which("chromium")
    if chromium is None:
        return
    page = (folder / "报告" / "公布报告.html").as_uri()
    command = [chromium, "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    shown = subprocess.run(
        [*command, f"--user-data-dir={folder.parent / 'browser'}", "--dump-dom", page],
        capture_output=True,
        check=True,
        timeout=120,
    ).stdout.decode()
    assert shown.count("<circle") == 10 and "各机构得分与 95% 区间" in shown


def test_filled_sheets_are_never_overwritten(with_sheets: Path) -> None:
    fill(with_sheets)
    filled = {path: path.read_bytes() for path in (with_sheets / "评分表").glob("*.xlsx")}
    assert review("sheets", str(with_sheets)).exit_code == 0
    assert {path: path.read_bytes() for path in filled} == filled
    scheme = with_sheets / "评分方案.toml"
    scheme.write_text(scheme.read_text("utf-8").replace("保护范围清楚", "保护范围是否清楚"), encoding="utf-8")
    assert review("sheets", str(with_sheets)).exit_code == 2
    assert {path: path.read_bytes() for path in filled} == filled


def test_a_third_expert_and_an_appeal(with_sheets: Path) -> None:
    by_expert = told(with_sheets, "指派结果.json")["files"]
    fill(with_sheets)
    name = by_expert[0]["file"]
    path = with_sheets / "评分表" / f"{by_expert[0]['experts'][0]}.xlsx"
    book = openpyxl.load_workbook(path)
    # The first file of that workbook gets nothing at all.
    code = str(book["评分"].cell(2, 1).value)
    for row in range(2, book["评分"].max_row + 1):
        if book["评分"].cell(row, 1).value == code:
            book["评分"].cell(row, 6).value = 0
    book.save(path)
    assert name
    assert review("collect", str(with_sheets)).exit_code == 0
    shown = review("score", str(with_sheets))
    assert shown.exit_code == 1 and f"{code}（等第三名专家）" in shown.output
    assert review("assign", str(with_sheets), "--third").exit_code == 0
    assert review("sheets", str(with_sheets)).exit_code == 0
    assert len(list((with_sheets / "评分表").glob("*-第三评.xlsx"))) == 1
    fill(with_sheets)
    assert review("collect", str(with_sheets)).exit_code == 0
    assert review("score", str(with_sheets)).exit_code == 2
    assert review("score", str(with_sheets), "--again").exit_code == 0
    scored = {item["code"]: item for item in told(with_sheets, "成绩.json")["files"]}
    assert len(scored[code]["experts"]) == 3 and len(scored[code]["merged"]) == 2 and scored[code]["total"] > 0

    other = next(item for item in scored if item != code)
    shown = review("appeal", str(with_sheets), "--file", other, "--reason", "机检发现有误", "--by", "某所")
    assert shown.exit_code == 0, shown.output
    assert review("appeal", str(with_sheets), "--file", other, "--reason", "再", "--by", "某所").exit_code == 2
    assert review("score", str(with_sheets), "--again").exit_code == 1
    review("sheets", str(with_sheets))
    fill(with_sheets)
    assert review("collect", str(with_sheets)).exit_code == 0
    assert review("score", str(with_sheets), "--again").exit_code == 0
    changes = told(with_sheets, "成绩变化.json")["changes"]
    assert {item["code"] for item in changes if item["what"] == "案卷"} == {other}


@pytest.mark.parametrize(
    ("sheet", "cell", "value", "named"),
    [
        ("评分", "F3", 99, "评分!F3：99"),
        ("评分", "F4", "十分", "评分!F4：“十分”不是数"),
        ("评分", "F5", None, "评分!F5"),
        ("评分", "A6", "卷999", "评分!A6：卷号 卷999"),
        ("机检发现", "I2", "也许", "机检发现!I2：“也许”"),
        ("机检发现", "B2", "7-x", "机检发现!A2：没有这一条"),
        ("评分", "F1", "分数", "评分!A1：第一行"),
    ],
)
def test_every_bad_cell_is_named(with_sheets: Path, sheet: str, cell: str, value: str | int | None, named: str) -> None:
    fill(with_sheets)
    path = sorted((with_sheets / "评分表").glob("*.xlsx"))[0]
    book = openpyxl.load_workbook(path)
    book[sheet][cell] = value
    book.save(path)
    shown = review("collect", str(with_sheets))
    assert shown.exit_code == 1 and f"{path.name} {named}" in shown.output


def test_steps_out_of_order_say_what_comes_first(evaluation: Path) -> None:
    for step, first in (("verify", "sample"), ("assign", "sample"), ("check", "sample"), ("score", "sample")):
        shown = review(step, str(evaluation))
        assert shown.exit_code == 2 and f"ipcheck review {first}" in shown.stderr
