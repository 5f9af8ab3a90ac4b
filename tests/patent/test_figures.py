"""Figures: labels with letters, brackets, dots and hyphens, ranges and lists, captions, figures of the drawings."""

from __future__ import annotations

import pytest

from ipcheck.model import Span
from ipcheck.patent import Filing, find_mentions, label_number
from ipcheck.readers import Limits
from ipcheck.readers.text import read


def filing(text: str) -> Filing:
    return Filing((read(text.encode(), "draft.txt", Limits()),))


def mentions(text: str, *, hyphenated: bool = False) -> list[tuple[str, tuple[str, ...]]]:
    document = read(text.encode(), "draft.txt", Limits())
    span = Span(document, 0, len(document.text))
    return [(str(item.span), item.labels) for item in find_mentions(span, hyphenated=hyphenated)]


@pytest.mark.parametrize(
    ("text", "words", "labels"),
    [
        ("如图1所示", "图1", ("1",)),
        ("图 12中", "图 12", ("12",)),
        ("图１所示", "图１", ("1",)),
        ("图1a所示", "图1a", ("1a",)),
        ("图1(a)所示", "图1(a)", ("1a",)),
        ("图1（A）所示", "图1（A）", ("1a",)),
        ("图3.1 至3.4 是", "图3.1 至3.4", ("3.1", "3.2", "3.3", "3.4")),
        ("图1-3所示", "图1-3", ("1", "2", "3")),
        ("图1～图3所示", "图1～图3", ("1", "2", "3")),
        ("图1至图4", "图1至图4", ("1", "2", "3", "4")),
        ("图1、2和5", "图1、2和5", ("1", "2", "5")),
        ("图1，图2", "图1，图2", ("1", "2")),
        ("图4A与图4B", "图4A与图4B", ("4a", "4b")),
        ("图4A和B", "图4A和B", ("4a", "4b")),
        ("图9A～图9C显示", "图9A～图9C", ("9a", "9b", "9c")),
        ("图5A\u2011图5B", "图5A\u2011图5B", ("5a", "5b")),
        ("图1(a)-(c)", "图1(a)-(c)", ("1a", "1b", "1c")),
        ("图3-1所示", "图3-1", ("3-1",)),
        ("图1和2个电机", "图1", ("1",)),
        ("图1、3mm的孔", "图1", ("1",)),
        ("图2到5种泵", "图2", ("2",)),
    ],
)
def test_mentions(text: str, words: str, labels: tuple[str, ...]) -> None:
    assert mentions(text) == [(words, labels)]


@pytest.mark.parametrize("text", ["示意图1", "视图2", "截图3", "流程图", "图表3", "图像5", "图形1"])
def test_what_is_no_figure(text: str) -> None:
    assert mentions(text) == []


def test_hyphens_are_own_numbers_where_the_draft_numbers_so() -> None:
    assert mentions("图1-2所示", hyphenated=True) == [("图1-2", ("1-2",))]
    drawn = filing("说明书\n附图说明\n图1-1是泵；\n图1-2是轴；\n图2-1 盖")
    assert [caption.labels for caption in drawn.captions] == [("1-1",), ("1-2",), ("2-1",)]


def test_label_number() -> None:
    assert [label_number(label) for label in ("3", "12a", "3.1", "2-1")] == [3, 12, 3, 2]


def test_captions_one_a_paragraph_and_several_in_one() -> None:
    drawn = filing(
        "说明书\n一种泵\n附图说明\n[0003]  图1为泵；图2为轴。\n    图3 主视图\n图4；\n图5是图4的A处放大图，"
        "图6示出盖；\n图7、8为垫\n附图9：圈。\n"
        "图2中：1-泵体；2-轴。"
    )
    assert [(caption.labels, str(caption.text) if caption.text else "") for caption in drawn.captions] == [
        (("1",), "泵；"),
        (("2",), "轴。"),
        (("3",), "主视图"),
        (("4",), ""),
        (("5",), "图4的A处放大图，"),
        (("6",), "盖；"),
        (("7", "8"), "垫"),
        (("9",), "圈。"),
    ]


def test_a_figure_named_inside_a_caption_begins_none() -> None:
    drawn = filing("说明书\n一种泵\n附图说明\n图1是泵，其中图2的A处为轴；\n图2是轴。")
    assert [caption.labels for caption in drawn.captions] == [("1",), ("2",)]


def test_figures_of_a_text_draft_are_the_lines_that_are_only_a_label() -> None:
    drawn = filing("说明书附图\n图1\n图2(a)　图2(b)\n图 3\n图4是水泵")
    assert [figure.label for figure in drawn.figures] == ["1", "2a", "2b", "3"]


def test_mentions_leave_captions_out() -> None:
    drawn = filing("说明书\n一种泵\n附图说明\n图1为泵。\n具体实施方式\n如图1所示，见图2。")
    assert [mention.labels for mention in drawn.mentions] == [("1",), ("2",)]
