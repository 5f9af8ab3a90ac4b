"""Plain text and Markdown: encodings, line ends, and places that stay true to the file."""

from __future__ import annotations

import codecs
import time

import pytest

from ipcheck.model import Document, Place
from ipcheck.readers import Limits, ReadError
from ipcheck.readers.text import read

DRAFT = "权利要求书\n1. 一种杯子，包括杯体（1）。\n"


def lines(document: Document) -> list[str]:
    return [document.text[paragraph.start : paragraph.end] for paragraph in document.paragraphs]


def md(text: str) -> Document:
    return read(text.encode(), "draft.md", Limits())


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (DRAFT.encode(), "utf-8"),
        (DRAFT.encode("utf-8-sig"), "utf-8-sig"),
        (DRAFT.encode("gb18030"), "gb18030"),
        (codecs.BOM_UTF16_LE + DRAFT.encode("utf-16-le"), "utf-16-le"),
        (codecs.BOM_UTF16_BE + DRAFT.encode("utf-16-be"), "utf-16-be"),
        (DRAFT.encode("utf-16-le"), "utf-16-le"),
        (DRAFT.encode("utf-16-be"), "utf-16-be"),
        (codecs.BOM_UTF32_LE + DRAFT.encode("utf-32-le"), "utf-32-le"),
    ],
)
def test_encodings(data: bytes, encoding: str) -> None:
    document = read(data, "draft.txt", Limits())
    assert document.text == DRAFT.rstrip("\n")
    assert document.encoding == encoding


@pytest.mark.parametrize(
    "data", [b"\x80\x81\xff\xff\x00", b"abc\x00def\x01\x00\x00", b"\xff\xff\xff", b"\xef\xbb\xbf\xff"]
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(ReadError, match="UTF-8"):
        read(data, "draft.txt", Limits())


def test_line_ends_and_line_numbers() -> None:
    document = read("一\r\n二\r三\n\n五".encode(), "draft.txt", Limits())
    assert lines(document) == ["一", "二", "三", "", "五"]
    assert document.place_of(document.text.index("五")) == Place("第5行", element=(5,))


def test_the_last_line_end_makes_no_line() -> None:
    assert lines(read("一\n二\n".encode(), "a.txt", Limits())) == ["一", "二"]
    assert lines(read("一\n\n".encode(), "a.txt", Limits())) == ["一", ""]


def test_form_feeds_mark_pages() -> None:
    document = read("一\n\f二\n三\f四\f\n五".encode(), "draft.txt", Limits())
    assert lines(document) == ["一", "二", "三", "四", "五"]
    assert [paragraph.page_break_before for paragraph in document.paragraphs] == [False, True, False, True, True]
    assert document.place_of(document.text.index("二")) == Place("第2行", element=(2, 2))
    assert document.place_of(document.text.index("四")) == Place("第3行", element=(3, 3))
    assert document.place_of(document.text.index("五")) == Place("第4行", element=(4,))


def test_text_is_not_markdown() -> None:
    text = "# 一 **重** <sub>2</sub> ![图](a.png)\t\u3000\u200b"
    document = read(text.encode(), "draft.txt", Limits())
    assert document.text == text
    assert not document.marks and not document.objects and not document.paragraphs[0].heading
    assert document.format == "text"


def test_markdown_headings() -> None:
    document = md("## 权利要求书 ##\n1. **一种**杯子\n#说明书\n#1号样品\n\n   ### 技术领域")
    assert lines(document) == ["权利要求书", "1. **一种**杯子", "说明书", "#1号样品", "", "技术领域"]
    assert [paragraph.heading for paragraph in document.paragraphs] == [True, False, True, False, False, True]
    assert document.place_of(0) == Place("第1行", element=(1, 4))


def test_markdown_pictures() -> None:
    document = md('见![图1](img/图(1).png)和![公式1](f.png "x")及![](data:image/png;base64,AAAA)。')
    assert document.text == "见\ufffc和\ufffc及\ufffc。"
    assert [(item.kind, item.name, item.label) for item in document.objects] == [
        ("picture", "img/图(1).png", "图1"),
        ("formula", "f.png", "公式1"),
        ("picture", "", ""),
    ]


def test_markdown_sub_and_sup_keep_columns() -> None:
    line = "H<sub>2</sub>O和10<SUP>-3</SUP>m，a<sub>未闭合"
    document = md(line)
    assert document.text == "H2O和10-3m，a<sub>未闭合"
    assert [(mark.kind, document.text[mark.start : mark.end]) for mark in document.marks] == [
        ("sub", "2"),
        ("sup", "-3"),
    ]
    for index, char in enumerate(document.text):
        anchor = max((item for item in document.anchors if item.start <= index), key=lambda item: item.start)
        column = anchor.place.element[1] + index - anchor.start
        assert line[column - 1] == char


def test_a_file_over_the_limit_is_refused() -> None:
    with pytest.raises(ReadError, match="文件太大"):
        read(b"abc", "a.txt", Limits(file_bytes=2))


@pytest.mark.parametrize("sign", ["![", "<sub>", "![a](", "# ", "<sub><sup>", "![](x", "\f", " ", "#"])
def test_hostile_lines_cost_no_more_than_others(sign: str) -> None:
    text = "# " + sign * 100_000
    start = time.process_time()
    md(text)
    assert time.process_time() - start < 5
