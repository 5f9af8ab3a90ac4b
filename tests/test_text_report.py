"""The text report: columns under CJK width, control characters, sentences."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipcheck.config import Settings, Wishes, make_settings
from ipcheck.engine import check_patents
from ipcheck.engine.abnormal import check_abnormal
from ipcheck.model import Failure, Report
from ipcheck.places import shipped
from ipcheck.reporters import text_report
from ipcheck.reporters.columns import width_of, wrap
from ipcheck.reporters.formats import Look
from ipcheck.reporters.text_report import clean
from tests.conftest import ROOT


@pytest.mark.parametrize(("text", "width"), [("杯a", 3), ("“杯”", 6), ("①", 2), ("m²", 3), ("", 0), ("e\u0301", 1)])
def test_width(text: str, width: int) -> None:
    assert width_of(text) == width


@given(st.text("杯盖（1）abc，。 12.5mm", max_size=200), st.integers(24, 100))
def test_wrapping_loses_nothing_but_spaces_at_line_ends(text: str, width: int) -> None:
    lines = list(wrap(text, width, "  "))
    assert "".join("".join(line.split()) for line in lines) == "".join(text.split())
    assert not any(line.startswith(("，", "。")) for line in lines[1:])


@pytest.mark.parametrize("width", [60, 80, 120])
def test_every_line_fits_the_console(width: int) -> None:
    report = check_patents([ROOT / "examples" / "patent"], Settings(check_folders=(shipped("checks"),)))
    assert report.findings
    for line in text_report.render(report, look=Look(width=width, verbose=True)).splitlines():
        # A path or a long Latin word is not broken.
        assert width_of(line) <= width or "/" in line, line


@given(st.text())
def test_nothing_steers_the_terminal(text: str) -> None:
    assert not set(clean(text)) & {chr(code) for code in (*range(32), 127, *range(128, 160))}


def test_failures_are_told_and_counted() -> None:
    report = Report("patent", date(2026, 11, 22), (), (), (Failure("甲.pdf", None, "扫描件没有文字"),), 0, 5)
    shown = text_report.render(report)
    assert "甲.pdf：扫描件没有文字" in shown
    assert "结果不完整" in shown
    assert "未发现问题" not in shown


def test_a_clean_run_says_what_it_looked_at() -> None:
    path = Path(ROOT / "examples" / "patent")
    first = next(item for item in sorted(path.iterdir()) if item.name.startswith("01"))
    report = check_patents([first], Settings(check_folders=(shipped("checks"),), as_of=date(2026, 11, 22)))
    shown = text_report.render(report)
    assert shown.startswith("共检查 1 件申请、5 个文件，用 ")
    assert "按 2026-11-22 的法律" in shown
    assert shown.rstrip().endswith("未发现问题。")


def test_clues_end_in_a_list_of_what_would_explain_them(tmp_path: Path) -> None:
    rows = "".join(f"{number},甲公司,2024-05-{number:02},3\n" for number in range(1, 29))
    (tmp_path / "台账.csv").write_text("申请号,申请人,申请日,职工人数\n" + rows, encoding="utf-8")
    report = check_abnormal([], make_settings(Wishes(room="abnormal")), register=tmp_path / "台账.csv")
    told = text_report.render(report)
    assert "合理解释清单" in told and "材料：" in told
    assert "认定" not in told


def test_widths_are_the_same_on_every_python() -> None:
    """Ordinary signs, a combining mark, and characters of Unicode 15, 15.1 and 16, which not every Python knows."""
    assert [width_of(sign) for sign in ("a", "字", "“", "，", "\u0301")] == [1, 2, 2, 2, 0]
    later = ("\U00031350", "\U0002ebf0", "\u2ffc", "\U0001f6dc", "\ua7cb")
    assert [width_of(sign) for sign in later] == [2, 2, 2, 2, 1]
