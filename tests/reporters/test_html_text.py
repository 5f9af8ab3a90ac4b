"""Marking words: whatever the findings overlap, the text stays what it is and each has its own words."""

from __future__ import annotations

import re
from html import unescape

from hypothesis import given, settings
from hypothesis import strategies as st

from ipcheck.model import Document, DocumentBuilder
from ipcheck.reporters.digest import visible
from ipcheck.reporters.html_text import Target, rows_of

LINES = st.lists(st.text(alphabet="甲乙<>&\"'\u202e\ufffc\v 1", max_size=12), min_size=1, max_size=6)


def document(lines: list[str]) -> Document:
    builder = DocumentBuilder("稿", "text")
    for line in lines:
        builder.add(line)
        builder.end_paragraph()
    return builder.build()


@st.composite
def marked(draw: st.DrawFn) -> tuple[Document, list[Target]]:
    made = document(draw(LINES))
    places = st.integers(0, len(made.text))
    targets = []
    for number in range(1, draw(st.integers(0, 8)) + 1):
        start, end = sorted((draw(places), draw(places)))
        targets.append(Target(start, end, f"m{number}", number, draw(st.sampled_from(("error", "warning", "advice")))))
    return made, targets


def plain(html: str) -> str:
    return unescape(re.sub("<[^>]*>", "", html))


@given(marked())
@settings(max_examples=150, deadline=None)
def test_text_and_words_stay(case: tuple[Document, list[Target]]) -> None:
    made, targets = case
    rows = list(rows_of(made, targets, {}))
    html = "".join(str(row.html) for row in rows)
    assert plain(html) == visible(made.text.replace("\n", ""))
    assert sorted(number for row in rows for number in row.numbers) == [target.number for target in targets]
    for target in targets:
        pieces = re.findall(
            rf'<mark class="\w+" data-f="(?:\d+ )*{target.number}(?: \d+)*">(.*?)</mark>', html, re.DOTALL
        )
        words = made.text[target.start : target.end].replace("\n", "")
        assert plain("".join(pieces)) == visible(words)
        assert f'id="m{target.number}"' in html


def test_the_gravest_level_shows_and_numbers_are_bounded() -> None:
    made = document(["甲乙丙"])
    many = [Target(0, 3, f"m{number}", number, "advice") for number in range(100)]
    (row,) = rows_of(made, [*many, Target(1, 2, "m100", 100, "error")], {})
    assert re.findall(r'<mark class="(\w+)"', str(row.html)) == ["advice", "error", "advice"]
    assert max(len(numbers.split()) for numbers in re.findall(r'data-f="([^"]*)"', str(row.html))) == 20


def test_paragraphs_without_findings_are_left_out_where_room_is_short() -> None:
    made = document(["甲", "乙", "丙", "丁"])
    rows = list(rows_of(made, [Target(4, 5, "m1", 1, "error")], {0: "权利要求书"}, whole=False))
    assert [plain(str(row.html)) for row in rows] == ["（略去没有发现的 2 段）", "丙", "（略去没有发现的 1 段）"]
    assert rows[1].heading == "权利要求书"


def test_pictures_and_formulas_are_told() -> None:
    builder = DocumentBuilder("稿", "docx")
    builder.add("式")
    builder.add_object("formula")
    builder.add("和图")
    builder.add_object("picture")
    (row,) = rows_of(builder.build(), [Target(1, 4, "m1", 1, "error")], {})
    assert plain(str(row.html)) == "式［公式］和图［图］"


def test_headings_open_rows() -> None:
    rows = list(rows_of(document(["甲", "乙", "丙"]), [], {0: "权利要求书", 4: "说明书"}))
    assert [(row.heading, plain(str(row.html))) for row in rows] == [("权利要求书", "甲乙"), ("说明书", "丙")]
