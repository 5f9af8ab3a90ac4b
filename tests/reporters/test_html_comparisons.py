"""What two sides look like: duplicates side by side, cards of marks, charts of registers, rows of tables."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest
from lxml import etree

from ipcheck.config import Wishes, make_settings
from ipcheck.engine.abnormal import check_abnormal
from ipcheck.engine.trademark import check_trademarks
from ipcheck.model import Record, Words
from ipcheck.plugins import load_checks, shipped
from ipcheck.reporters import html_report
from ipcheck.reporters.formats import Look
from ipcheck.reporters.html_figures import bars, card_of, charts_of
from ipcheck.reporters.html_pairs import Room, pair_of
from ipcheck.reporters.sources import Sources
from tests.reporters.hostile import ATTACKS, DAY, record

ONE = "壳用两颗螺钉拧在墙上，卷绳鼓转一圈收进绳子，按一下弹爪，发条自己把绳子卷回壳里，晾衣绳不打结。"
OTHER = "壳用两颗螺钉拧在墙上，绕线盘转一圈收进绳子，按一下扳钩，涡簧自己把绳子卷回壳里，遛狗绳不打结。"
SWAPS = [
    {"from": "晾衣绳", "to": "遛狗绳", "times": 6},
    {"from": "卷绳鼓", "to": "绕线盘", "times": 3},
    {"from": "发条", "to": "涡簧", "times": 2},
    {"from": "弹爪", "to": "扳钩", "times": 2},
]


def alike(one: str, other: str) -> Record:
    return record(
        "词",
        words=Words("甲.txt", "第3行", 3, 1, 0, len(one), one),
        related=(Words("乙.txt", "第4行", 4, 1, 0, len(other), other),),
        facts={"other": "乙.txt", "swaps": SWAPS, "score": 0.97, "shares": [0.6, 0.7], "kindNames": ["同一骨架换名词"]},
    )


def plain(html: str) -> str:
    return unescape(re.sub("<[^>]*>", "", html))


def settings() -> Wishes:
    return Wishes(as_of=DAY.isoformat())


def test_swapped_words_have_the_colour_of_their_slot() -> None:
    pair = pair_of(alike(ONE, OTHER), Room(1000))
    assert pair is not None
    (passage,) = pair.passages
    assert plain(passage.first) == ONE and plain(passage.second) == OTHER
    for number, (old, new) in enumerate((("晾衣", "遛狗"), ("卷绳鼓", "绕线盘"), ("发条", "涡簧"), ("弹爪", "扳钩"))):
        assert f'<b class="s{number}">{old}' in passage.first
        assert f'<b class="s{number}">{new}' in passage.second


@pytest.mark.parametrize("attack", ATTACKS)
def test_passages_are_text(attack: str) -> None:
    pair = pair_of(alike(f"甲乙丙{attack}丁", f"甲乙丙丁{attack[::-1]}戊"), Room(1000))
    assert pair is not None
    for html in (pair.passages[0].first, pair.passages[0].second):
        assert set(re.findall(r"<(\w+)", html)) <= {"b"}


def test_passages_that_are_very_long_are_cut_and_very_many_left_out() -> None:
    pair = pair_of(alike("长" * 50_000, "长" * 50_000), Room(200_000))
    assert pair is not None and "（共 50000 字）" in pair.passages[0].first
    pair = pair_of(alike(ONE, OTHER), Room(10))
    assert pair is not None and pair.passages == ()


def test_a_report_of_duplicates_shows_both_sides(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (check,) = (item for item in load_checks([shipped("checks")], "abnormal").checks if item.code == "DUP004")
    for name, text in zip("甲乙", re.sub("[⟦⟧]", "", str(check.bad[0])).split("=====\n"), strict=True):
        Path(f"{name}.txt").write_text(text, encoding="utf-8")
    report = check_abnormal([Path("甲.txt"), Path("乙.txt")], make_settings(settings()))
    html = html_report.render(report, Sources(report), Look())
    assert 'class="passages"' in html and "换词对照" in html and "合理解释清单" in html
    assert '<b class="s0">晾衣绳</b>' in html and '<b class="s0">遛狗绳</b>' in html
    assert "别件的发现里也讲到本件" in html
    assert 'aria-label="各部分相同的比例' in html


def test_a_card_tells_form_sound_and_meaning() -> None:
    facts = {
        "earlier": "青黛山",
        "number": "123",
        "owner": "某公司",
        "goods": "同群",
        "score": 0.91,
        "rules": [
            {"rule": "5.1.4", "score": 0.91, "why": "读音相同"},
            {"rule": "5.1.7", "score": 0.89, "why": "只有个别字不同"},
        ],
        "aligned": [["青", "青", 1.0, 1.0], ["岱", "黛", 0.0, 1.0]],
    }
    card = card_of(record("青岱山", facts=facts))
    assert card is not None
    assert 'aria-label="形音义：总分 0.91；形 0.89；音 0.91；义 0.00"' in card.bars
    assert [(item.one, item.other, item.same) for item in card.aligned] == [("青", "青", True), ("岱", "黛", False)]


def test_marks_are_shown_in_their_rows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    head = "商标名称,国际分类,类似群,申请人,申请号,状态\n"
    Path("申请.csv").write_text(head + f"新沐云溪,30,3002,甲{ATTACKS[1]}公司,,\n", encoding="utf-8")
    Path("在先.csv").write_text(head + "沐云溪,30,3002,乙有限公司,10000001,已注册\n", encoding="utf-8")
    report = check_trademarks([Path("申请.csv")], make_settings(settings()), earlier=Path("在先.csv"))
    html = html_report.render(report, Sources(report), Look())
    assert '<dt>商标名称</dt><dd><mark class="' in html and "新沐云溪</mark>" in html
    assert '<p class="mark">沐云溪</p>' in html
    assert "<img" not in html and "onerror=" in html


@pytest.mark.parametrize(
    ("facts", "title"),
    [
        ({"count": 74, "before": 0, "expected": 0.96}, "件数与预期：件数 74；预期件数 0.96；前12个月 0"),
        ({"classes": {"A01": 9, "B60": 3}}, "各小类的件数：A01 9；B60 3"),
        ({"counts": [9, 8, 7, 6, 5, 4, 3, 2, 1]}, "各数字的个数：1 9；2 8"),
        ({"count": 3, "total": 9}, "件数：件数 3；总件数 9"),
        ({"days": [3, 40]}, "各件的天数：第1件 3；第2件 40"),
    ],
)
def test_charts_of_a_register_are_told_to_a_screen_reader(facts: dict[str, object], title: str) -> None:
    (chart,) = charts_of(record("词", facts=facts))
    drawing = etree.fromstring(str(chart.svg))
    assert drawing.get("role") == "img" and drawing.get("aria-label", "").startswith(title)
    assert len(drawing.findall("rect")) == len(re.split("；", drawing.get("aria-label", "")))


def test_bars_of_nothing_and_of_negative_values() -> None:
    for rows in ([], [("甲", 0.0, "0"), ("乙", -3.0, "-3")]):
        drawing = etree.fromstring(str(bars(rows, "图")))
        widths = [float(bar.get("width", "0")) for bar in drawing.iter("{*}rect")]
        assert len(widths) == len(rows) and all(width >= 0 for width in widths)


def test_a_register_shows_the_rows_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (check,) = (item for item in load_checks([shipped("checks")], "abnormal").checks if item.code == "ABR002")
    table = re.sub("[⟦⟧]", "", str(check.bad[0]))
    head, *rows = table.splitlines()
    rows = [f"{row}\t4202031990010112{index % 100:02}" for index, row in enumerate(rows)]
    Path("台账.tsv").write_text("\n".join([f"{head}\t证件", *rows]), encoding="utf-8")
    report = check_abnormal([], make_settings(settings()), register=Path("台账.tsv"))
    html = html_report.render(report, Sources(report), Look())
    assert '<dl class="row" data-at="第' in html and 'aria-label="件数与预期' in html
    assert "原文不在手边" not in html
    assert "<dd>420*************" in html and "19900101" not in html
