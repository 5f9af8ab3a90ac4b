"""The HTML report without a browser: text stays text, everything is there, nothing is asked of anybody."""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from ipcheck.config import Wishes, make_settings
from ipcheck.engine import check_patents
from ipcheck.model import InputFile, Level, Report
from ipcheck.plugins import shipped
from ipcheck.reporters import html_report, html_view
from ipcheck.reporters.formats import FormatError, Look
from ipcheck.reporters.sources import Sources
from tests.reporters.hostile import ATTACKS, DAY, HOSTILE, checked, hostile_report, record, report_of

VOID = {"meta", "input", "br", "img", "link", "hr"}
# Elements that a browser would move about or close by itself where they do not belong.
NOT_IN_P = {"p", "div", "section", "ul", "table", "details", "dl", "figure"}


class Page(HTMLParser):
    """Reads a page strictly: every element closed in order, ids once, links that lead somewhere."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.tags: Counter[str] = Counter()
        self.attributes: list[tuple[str, str, str]] = []
        self.texts: list[str] = []
        self.raw: dict[str, list[str]] = {"style": [], "script": []}
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert not (tag in NOT_IN_P and "p" in self.open), f"<{tag}> in <p>"
        self.tags[tag] += 1
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        self.attributes += [(tag, name, value or "") for name, value in attrs]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] in self.raw:
            self.raw[self.open[-1]].append(data)
        else:
            self.texts.append(data)

    @property
    def text(self) -> str:
        return "".join(self.texts)

    def values(self, name: str) -> list[str]:
        return [value for _, attribute, value in self.attributes if attribute == name]


def rendered(report: Report, look: Look | None = None) -> str:
    return html_report.render(report, Sources(report), look or Look())


@pytest.fixture(autouse=True)
def in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_text_of_a_draft_stays_text(tmp_path: Path) -> None:
    for report in (checked(tmp_path), hostile_report()):
        page = Page(rendered(report))
        assert page.tags["script"] == 1 and page.tags["style"] == 1 and not page.tags["img"]
        assert not [name for _, name, _ in page.attributes if name.startswith("on")]
        for attack in ATTACKS:
            shown = attack.replace("\u202e", "⟨U+202E⟩").replace("\u202c", "⟨U+202C⟩")
            assert shown.replace("\u2028", "⟨U+2028⟩").replace("\u2029", "⟨U+2029⟩") in page.text


def test_nothing_on_the_page_turns_text_around_or_hides(tmp_path: Path) -> None:
    for report in (checked(tmp_path), hostile_report()):
        assert not re.findall(
            "[\u0000-\u0008\u000b-\u001f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]", rendered(report)
        )


def test_lone_surrogates_and_controls_can_be_written() -> None:
    page = rendered(report_of([record("\ud800\x00\x1b[31m\ufffe")]))
    assert "⟨U+D800⟩⟨U+0000⟩⟨U+001B⟩[31m⟨U+FFFE⟩" in page
    page.encode("utf-8")


def test_the_page_may_load_nothing(tmp_path: Path) -> None:
    page = Page(rendered(checked(tmp_path)))
    policy = next(value for value in page.values("content") if "default-src" in value)
    assert policy.startswith("default-src 'none'; ")
    for kind in ("style", "script"):
        digest = hashlib.sha256("".join(page.raw[kind]).encode()).digest()
        assert f"{kind}-src 'sha256-{base64.b64encode(digest).decode()}'" in policy
    assert not page.values("style") and not page.values("src") and not page.values("action")
    assert all(value.startswith("#") for value in page.values("href"))


def test_links_lead_somewhere_and_ids_are_unique(tmp_path: Path) -> None:
    for report in (checked(tmp_path), hostile_report()):
        page = Page(rendered(report))
        ids = Counter(page.values("id"))
        assert max(ids.values()) == 1
        wanted = {value[1:] for value in page.values("href")}
        wanted |= {name for value in page.values("aria-labelledby") for name in value.split()}
        assert wanted <= set(ids)


def test_links_lead_somewhere_when_there_is_no_room_for_all_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("乙.txt").write_text(HOSTILE, encoding="utf-8")
    (tmp_path / "甲.txt").write_text(HOSTILE, encoding="utf-8")
    report = check_patents([Path("甲.txt"), Path("乙.txt")], make_settings(Wishes(as_of=DAY.isoformat())))
    for most, left_out in ((0, 2), (len(HOSTILE), 1)):
        monkeypatch.setattr(html_view, "_TEXT", most)
        page = Page(rendered(report))
        assert page.text.count("文字太多") == left_out
        assert page.text.count("附图标记表") == page.tags["svg"] - 1 == 2 - left_out
        assert {value[1:] for value in page.values("href")} <= set(page.values("id"))


def test_every_finding_has_its_words_marked(tmp_path: Path) -> None:
    report = checked(tmp_path)
    html = rendered(report)
    assert html.count('<article class="f ') == len(report.findings) > 5
    for number, found in enumerate(report.findings, 1):
        assert f'id="m{number}"' in html
        pieces = re.findall(rf'<mark class="\w+" data-f="(?:\d+ )*{number}(?: \d+)*">(.*?)</mark>', html)
        marked = re.sub("<[^>]*>", "", "".join(pieces))
        # What cannot be seen has been told by its number; without it the words are the report's own.
        words = re.sub("[\u2028\u2029\u202c\u202e]", "", found.words.text)
        assert re.sub(r"⟨U\+\w+⟩", "", Page(f"<i>{marked}</i>").text) == words


def test_same_report_same_bytes(tmp_path: Path) -> None:
    report = checked(tmp_path)
    assert rendered(report) == rendered(report)
    assert rendered(report) == html_report.render(report, Sources(report, root=tmp_path), Look())


def test_without_the_files_the_words_are_shown(tmp_path: Path) -> None:
    report = checked(tmp_path)
    (tmp_path / "稿.txt").write_text("改过了", encoding="utf-8")
    html = rendered(report)
    assert "原文不在手边" in html
    assert html.count('<article class="f ') == len(report.findings)
    assert Page(html).tags["mark"] == len(report.findings)


def test_tree_and_signs(tmp_path: Path) -> None:
    page = Page(rendered(checked(tmp_path)))
    assert page.tags["svg"] >= 1 and "权利要求树" in page.text
    assert "附图标记表（2 个）" in page.text and "杯盖" in page.text


def test_levels_and_what_was_not_done_are_told() -> None:
    report = hostile_report()
    page = Page(rendered(report))
    for level in Level:
        assert level.chinese in page.text
    assert "没有做完的事" in page.text and "已改好" in page.text and "没有看的检查" in page.text
    assert "已接受" in page.text and "较 2026-11-22 的报告" in page.text
    assert page.text.count(ATTACKS[0]) > 10 and page.attributes.count(("ul", "class", "remarks")) == 1


def test_silence_means_checked_and_clean_only_where_it_was_checked(tmp_path: Path) -> None:
    (tmp_path / "稿.txt").write_text("1. 一种杯子，其特征在于，包括杯体。\n", encoding="utf-8")
    (tmp_path / "坏.docx").write_bytes(b"PK\x03\x04")
    settings = make_settings(Wishes(as_of=DAY.isoformat(), select=("CLM",)))
    text = Page(rendered(check_patents([Path("稿.txt"), Path("坏.docx")], settings))).text
    assert text.count("未发现问题") == 1
    assert "没有做完的事" in text
    report = report_of([], failures=["稿.txt"])
    inputs = (InputFile("稿.txt", hashlib.sha256((tmp_path / "稿.txt").read_bytes()).hexdigest()),)
    text = Page(rendered(replace(report, inputs=inputs))).text
    assert "没有检查完" in text and "未发现问题" not in text
    text = Page(rendered(replace(report_of([]), inputs=inputs, known=3))).text
    assert "没有新的发现（看原文）" in text


def test_a_report_without_findings_has_no_filters(tmp_path: Path) -> None:
    page = Page(rendered(report_of([])))
    assert not page.tags["form"] and "没有读到文件" in page.text


def test_strange_facts_do_no_harm() -> None:
    facts = [
        {"other": "x", "swaps": [1, {"from": None}], "shares": "no", "parts": [1], "kindNames": 3},
        {"earlier": "x", "rules": [{"rule": 1}, 2], "score": 0.5, "aligned": [[1]], "number": 3},
        {"classes": {"A": "b"}, "counts": [1] * 8 + ["x"], "days": [], "clears": 1, "keep": None},
        {"count": float("nan"), "before": 1, "expected": True},
    ]
    html = rendered(report_of(record("词", number, facts=item, clue=True) for number, item in enumerate(facts)))
    assert html.count('<article class="f ') == len(facts)


@pytest.mark.parametrize("dark", [False, True])
def test_colours_can_be_told_apart(dark: bool) -> None:
    style = (shipped("templates") / "report" / "style.css").read_text(encoding="utf-8")
    values = dict(re.findall(r"(--[\w-]+): #(\w+);", style.split("@media (prefers-color-scheme: dark)")[dark][:1200]))

    def light(name: str) -> float:
        colour = values[name] if len(values[name]) == 6 else "".join(digit * 2 for digit in values[name])
        parts = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
        red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    grounds = ["--paper", "--page", *(f"--s{number}" for number in range(6)), "--change"]
    pairs = [("--ink", ground) for ground in grounds]
    pairs += [
        (ink, ground) for ink in ("--soft", "--link", "--error", "--warning", "--advice") for ground in grounds[:2]
    ]
    pairs += [(ink, f"--{level}-soft") for level in ("error", "warning", "advice") for ink in ("--ink", f"--{level}")]
    for ink, ground in pairs:
        low, high = sorted((light(ink), light(ground)))
        # WCAG 2.2, 1.4.3: text and its ground.
        assert (high + 0.05) / (low + 0.05) >= 4.5, (ink, ground)


def test_a_firms_own_templates_go_first(tmp_path: Path) -> None:
    own = tmp_path / "模板"
    own.mkdir()
    (own / "report.html").write_text(
        '{% extends "ipcheck/report.html" %}{% block title %}某某事务所{% endblock %}', encoding="utf-8"
    )
    (own / "firm.css").write_text("h1 { color: green; }\n", encoding="utf-8")
    html = rendered(hostile_report(), Look(templates=own))
    assert "<title>某某事务所</title>" in html and "h1 { color: green; }" in html


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("header.html", "{{ nothing }}"),
        ("header.html", "{% if %}"),
        ("header.html", '{% include "missing.html" %}'),
        ("header.html", "{{ report.__class__.__mro__ }}"),
        ("header.html", "{{ 1 // 0 }}"),
        ("header.html", "事务所"),
        ("style.css", "/* 事务所 */"),
        ("firm.css", "</style><script>alert(1)</script>"),
        ("header.html", '{% include "header.html" %}'),
    ],
)
def test_a_template_at_fault_is_told(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text, encoding="gbk")
    with pytest.raises(FormatError, match="模板"):
        rendered(hostile_report(), Look(templates=tmp_path))


def test_a_folder_of_templates_that_is_none_is_told() -> None:
    with pytest.raises(FormatError, match="模板目录不存在"):
        rendered(hostile_report(), Look(templates=Path("没有")))
