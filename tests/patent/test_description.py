"""The description: headings in every form (gotcha 26), the title, paragraphs and their numbers."""

from __future__ import annotations

import pytest

from ipcheck.patent import Description, Filing, SectionName
from ipcheck.patent.description import section_of_heading
from ipcheck.readers import Limits
from ipcheck.readers.text import read


def draw(*lines: str) -> Description:
    text = "说明书\n" + "\n".join(lines)
    description = Filing((read(text.encode(), "draft.txt", Limits()),)).description
    assert description is not None
    return description


@pytest.mark.parametrize(
    "form",
    [
        "{}", "【{}】", "[{}]", "（{}）", "一、{}", "1、{}", "1. {}", "（一）{}", "{}：", "{}:", "[0001] {}",
        "[0001]{}", "【0001】{}", "　　{}", "## {}", "《{}》", "—{}—",
    ],
)  # fmt: skip
@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("技术领域", SectionName.FIELD),
        ("背景技术", SectionName.BACKGROUND),
        ("发明内容", SectionName.SUMMARY),
        ("实用新型内容", SectionName.SUMMARY),
        ("附图说明", SectionName.FIGURES),
        ("具体实施方式", SectionName.EMBODIMENTS),
    ],
)
def test_headings_in_every_frame(form: str, words: str, name: SectionName) -> None:
    assert section_of_heading(form.format(words)) is name
    assert section_of_heading(form.format(" ".join(words))) is name


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("所属技术领域", SectionName.FIELD),
        ("现有技术", SectionName.BACKGROUND),
        ("内容", SectionName.SUMMARY),
        ("图面说明", SectionName.FIGURES),
        ("附图的简要说明", SectionName.FIGURES),
        ("具体实施例", SectionName.EMBODIMENTS),
        ("实施例", SectionName.EMBODIMENTS),
        ("具体实施方案", SectionName.EMBODIMENTS),
    ],
)
def test_other_names_of_headings(heading: str, name: SectionName) -> None:
    assert section_of_heading(heading) is name


@pytest.mark.parametrize(
    "line",
    [
        "背景技术中的水泵容易漏水。",
        "附图标记说明",
        "实施例一",
        "技术领域和背景技术",
        "本发明的内容如下：一种水泵",
        "说明书附图",
        "",
    ],
)
def test_what_is_no_heading(line: str) -> None:
    assert section_of_heading(line) is None


def test_sections_in_order_with_their_paragraphs() -> None:
    description = draw(
        "一种水泵", "技术领域", "[0001] 涉及水泵。", "背景技术", "[0002] 会漏。", "发明内容", "加垫。", "附图说明",
        "图1为水泵。", "具体实施方式", "装垫。", "实施例", "再装垫。",
    )  # fmt: skip
    assert str(description.title) == "一种水泵"
    assert [section.name for section in description.sections] == list(SectionName)
    assert [paragraph.number for paragraph in description.paragraphs] == [1, 2, 0, 0, 0, 0, 0]
    # 实施例 under 具体实施方式 is a sub-heading.
    assert [str(item.body) for item in description.paragraphs_of(SectionName.EMBODIMENTS)] == [
        "装垫。",
        "实施例",
        "再装垫。",
    ]


def test_short_words_open_no_section_once_a_later_one_is_open() -> None:
    description = draw(
        "一种水泵", "技术领域", "涉及水泵。", "具体实施方式", "装垫。", "内容", "表里的内容。", "背景", "黑色。"
    )
    assert [section.name for section in description.sections] == [SectionName.FIELD, SectionName.EMBODIMENTS]


def test_heading_and_text_in_one_line() -> None:
    description = draw(
        "一种水泵", "【技术领域】涉及水泵。", "背景技术：会漏。", "发明内容: 加垫。", "具体实施方式：装垫。"
    )
    assert [(str(item.heading), item.text) for item in description.sections] == [
        ("技术领域", "涉及水泵。"),
        ("背景技术", "会漏。"),
        ("发明内容", "加垫。"),
        ("具体实施方式", "装垫。"),
    ]


def test_a_rule_of_dashes_is_no_title() -> None:
    assert str(draw("━━━━━━━━", "一种水泵", "技术领域", "涉及水泵。").title) == "一种水泵"


def test_a_sentence_is_no_title() -> None:
    description = draw("本发明涉及一种水泵；它不漏。", "技术领域", "涉及水泵。")
    assert description.title is None
    assert [str(paragraph.body) for paragraph in description.before] == ["本发明涉及一种水泵；它不漏。"]
