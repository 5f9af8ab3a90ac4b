"""Documents, spans and folding."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipcheck.model import DocumentBuilder, Place, Span, fold, lazy


def test_paragraphs_are_lines_and_places_are_carried() -> None:
    builder = DocumentBuilder("稿.docx", "docx")
    builder.add("1. ", Place("第1段（自动编号）"))
    builder.add("一种杯子", Place("第1段", element=(1, 0, 0)))
    builder.end_paragraph(label="1.")
    builder.add("第二行", Place("第2段"))
    document = builder.build()
    assert document.text == "1. 一种杯子\n第二行"
    span = Span(document, 3, 7)
    assert (str(span), span.source, span.line, span.column) == ("一种杯子", "第1段", 1, 4)
    second = Span(document, 8, 10)
    assert (str(second), second.source, second.line, second.column) == ("第二", "第2段", 2, 1)


def test_a_paragraph_holds_no_line_feed() -> None:
    with pytest.raises(ValueError, match="line feed"):
        DocumentBuilder("a", "text").add("甲\n乙")


def test_an_empty_document_has_one_empty_line() -> None:
    document = DocumentBuilder("a", "text").build()
    assert (document.text, len(document.paragraphs)) == ("", 1)


@given(st.text())
def test_folding_moves_no_character(text: str) -> None:
    assert len(fold(text)) == len(text)


@pytest.mark.parametrize(
    ("raw", "folded"),
    [
        ("１２", "12"),
        ("（ａ）", "(a)"),
        ("\u3000", " "),
        ("㎜", "㎜"),
        ("m²", "m²"),
        ("①", "①"),
        ("10\u201120", "10-20"),
    ],
)
def test_folding(raw: str, folded: str) -> None:
    assert fold(raw) == folded


def test_a_lazy_pattern_is_a_pattern_once_used() -> None:
    pattern = lazy(r"杯(?P<part>[体盖])", re.IGNORECASE)
    assert pattern.pattern == r"杯(?P<part>[体盖])"
    found = pattern.search("一种杯盖")
    assert found is not None
    assert found["part"] == "盖"
    assert [match[0] for match in pattern.finditer("杯体杯盖")] == ["杯体", "杯盖"]
    with pytest.raises(re.error):
        lazy("(").search("")
