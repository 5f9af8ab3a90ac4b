"""The Markdown report: read by a real Markdown parser, text of drafts comes out as the text it was."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest

from ipcheck.model import Report
from ipcheck.reporters import markdown_report
from ipcheck.reporters.digest import visible
from ipcheck.reporters.formats import Look
from ipcheck.reporters.markdown_report import plain
from ipcheck.reporters.sources import Sources
from tests.reporters.hostile import ATTACKS, checked, hostile_report, record, report_of

SIGNS = (
    "**粗**_斜_`码`~~删~~",
    "[链接](http://evil.example)![图](http://evil.example/x.png)",
    "a|b\\|c",
    "# 标题",
    "- 项",
    "1. 一种杯子",
    "1) 一种杯子",
    "+ 加",
    "=====",
    "http://evil.example/ www.evil.example",
    "$x^2$ :smile: [^1]",
    "<b>不粗</b><!-- 注 -->&amp;",
    "@all #12 !3 ~label a@b.example",
    "两\n行\t制表",
)


def rendered(report: Report) -> str:
    return markdown_report.render(report, Sources(report), Look())


def rows(text: str) -> list[list[str]]:
    """The cells of the tables of findings."""
    lines = [line for line in text.splitlines() if re.match(r"\| (?:🔴|🟠|🔵) (?:错误|警告|建议) \|", line)]
    return [re.split(r"(?<!\\)\|", line)[1:-1] for line in lines]


@pytest.fixture(autouse=True)
def in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_a_row_for_each_finding(tmp_path: Path) -> None:
    for report in (checked(tmp_path), hostile_report()):
        found = rows(rendered(report))
        assert all(len(cells) == 6 for cells in found)
        codes = [match[0] for cells in found if (match := re.search(r"[A-Z]{3}\d{3}", cells[1]))]
        assert codes == [item.code for item in report.findings]


def test_what_was_not_done_stands_first() -> None:
    text = rendered(hostile_report())
    assert text.index("## 没有做完的事") < text.index("| 级别 | 编号 |")
    assert "## 已改好的" in text and "## 没有看的检查" in text and "## 法条" in text


@pytest.mark.parametrize("text", [*ATTACKS, *SIGNS])
def test_signs_of_drafts_are_harmless(text: str) -> None:
    parser = pytest.importorskip("markdown_it", reason="markdown-it-py is not installed")
    for shape, inside in (("{}", "p"), ("- {}", "li"), ("| 头 |\n| --- |\n| {} |", "td")):
        html = parser.MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(shape.format(plain(text)))
        assert set(re.findall(r"<(\w+)", html)) <= {"p", "ul", "li", "table", "thead", "tbody", "tr", "th", "td"}, html
        found = re.findall(rf"<{inside}>(.*?)</{inside}>", html)[-1]
        told = " ".join(visible(text).split("\n")).replace("\t", " ")
        assert unescape(re.sub("<[^>]*>", "", found)).replace("\u200b", "") == told


def test_nobody_is_called_and_nothing_is_linked() -> None:
    for word in ("@all", "#12", "!3", "~label", "a@b.example"):
        assert word not in plain(word).replace("\\", "")
    assert "\u200b" not in plain("直径为5%，约100#")


def test_words_are_bold_in_their_sentence() -> None:
    text = rendered(report_of([record("杯盖")]))
    assert "前杯盖<b>杯盖</b>后杯盖" in text


def test_same_report_same_text(tmp_path: Path) -> None:
    report = checked(tmp_path)
    assert rendered(report) == rendered(report)
