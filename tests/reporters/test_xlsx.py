"""The XLSX report: sheets, filters, text that stays text, limits of the format, the same bytes."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from python_calamine import CalamineWorkbook

from ipcheck.model import Report, Words
from ipcheck.reporters import xlsx_report
from ipcheck.reporters.digest import visible
from ipcheck.reporters.formats import Look
from ipcheck.reporters.sources import Sources
from tests.reporters.hostile import ATTACKS, checked, hostile_report, record, report_of

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
FORMULAS = (
    "=1+1",
    '=HYPERLINK("http://evil.example","x")',
    "+1",
    "-1",
    "@SUM(1)",
    "\t=1",
    "{=1}",
    "http://evil.example/",
)


def rendered(report: Report) -> bytes:
    return xlsx_report.render(report, Sources(report), Look())


def sheets(data: bytes) -> dict[str, list[list[Any]]]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def parts(data: bytes) -> dict[str, etree._Element]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: etree.fromstring(package.read(name)) for name in package.namelist() if name.endswith(".xml")}


@pytest.fixture(autouse=True)
def in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_a_sheet_for_the_room_and_those_around_it(tmp_path: Path) -> None:
    report = checked(tmp_path)
    found = sheets(rendered(report))
    assert list(found) == ["概览", "专利申请文件质量检查", "未做完", "法条"]
    rows = found["专利申请文件质量检查"]
    assert len(rows) == len(report.findings) + 1
    assert [row[2] for row in rows[1:]] == [item.code for item in report.findings]
    assert [row[9] for row in rows[1:]] == [visible(item.message) for item in report.findings]
    assert all(item.words.text.strip()[:3] in str(row[8]) for row, item in zip(rows[1:], report.findings, strict=True))


def test_rooms_have_their_own_sheets() -> None:
    rooms = ("patent", "trademark", "x:/[y]*?", "x::[y]*?")
    found = sheets(rendered(report_of(record("甲", room=room) for room in rooms)))
    assert list(found)[1:5] == ["专利申请文件质量检查", "商标申请预检", "x___y___", "x___y___ 2"]


def test_filters_frozen_header_and_widths(tmp_path: Path) -> None:
    report = checked(tmp_path)
    sheet = parts(rendered(report))["xl/worksheets/sheet2.xml"]
    filtered = sheet.find(f"{MAIN}autoFilter")
    assert filtered is not None and filtered.get("ref") == f"A1:R{len(report.findings) + 1}"
    pane = sheet.find(f".//{MAIN}pane")
    assert pane is not None and (pane.get("state"), pane.get("ySplit")) == ("frozen", "1")
    columns = sheet.findall(f".//{MAIN}col")
    assert sum(int(item.get("max", 0)) - int(item.get("min", 0)) + 1 for item in columns) == 18
    assert sheet.find(f".//{MAIN}dataValidation") is not None


def test_text_is_never_a_formula_or_a_link() -> None:
    report = report_of(record(text, number) for number, text in enumerate((*FORMULAS, *ATTACKS), 1))
    data = rendered(report)
    for name, part in parts(data).items():
        assert not part.findall(f".//{MAIN}f"), name
        assert not part.findall(f".//{MAIN}hyperlink"), name
    rows = sheets(data)["专利申请文件质量检查"][1:]
    for row, text in zip(rows, (*FORMULAS, *ATTACKS), strict=True):
        assert row[9] == f"“{visible(text)}”不对"


def test_what_no_cell_can_hold() -> None:
    long = "长" * 40_000
    words = Words("稿.txt", "第1行", 1, 1, 0, 9, long, "前", "后")
    report = report_of([record("\x00\x0b\ud800\ufffe"), record("乙", message=long, words=words)])
    rows = sheets(rendered(report))["专利申请文件质量检查"][1:]
    assert rows[0][9] == "“⟨U+0000⟩\n⟨U+D800⟩⟨U+FFFE⟩”不对"
    for column in (8, 9):
        told = str(rows[1][column])
        assert len(told) == 32_767 and told.endswith("（太长，已截断）")


def test_more_findings_than_a_sheet_holds_go_on_in_another(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx_report, "_ROWS", 4)
    found = sheets(rendered(report_of(record(f"词{number}", number) for number in range(1, 8))))
    assert [len(rows) for name, rows in found.items() if name.startswith("专利")] == [4, 4, 2]
    assert [row[0] for name, rows in found.items() if name.startswith("专利") for row in rows[1:]] == list(range(1, 8))


def test_what_was_not_done_has_a_sheet() -> None:
    rows = sheets(rendered(hostile_report()))["未做完"][1:]
    assert {row[0] for row in rows} == {"没有做完", "没有看", "已接受"}
    assert len(rows) == 3 * len(ATTACKS)


def test_same_report_same_bytes(tmp_path: Path) -> None:
    report = checked(tmp_path)
    assert rendered(report) == rendered(report)
    with zipfile.ZipFile(io.BytesIO(rendered(report))) as package:
        assert {item.date_time for item in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"2026-11-22T00:00:00Z" in package.read("docProps/core.xml")
