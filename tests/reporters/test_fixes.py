"""Fixes in text: no other character changes, nothing is fixed twice, files keep their bytes."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ipcheck.model import Document, Fix
from ipcheck.readers.text import from_text, read
from ipcheck.reporters.fixes import Change, Names, choose, diff, fix_file, put_in, trimmed
from tests.reporters.word_samples import at, on

LETTERS = "一种杯子的，。0１a\u3000𠮷\ufeff\u0301"
TEXTS = st.text(alphabet=st.one_of(st.sampled_from(LETTERS), st.characters(exclude_categories=["Cs"])), max_size=60)


def opened(data: bytes, name: str = "稿.txt") -> Document:
    return read(data, name)


@st.composite
def fixes(draw: st.DrawFn, length: int) -> list[Change]:
    """Changes of a text of ``length`` in any order, overlapping or not."""
    spot = st.integers(0, length)
    pairs = draw(st.lists(st.tuples(spot, spot), max_size=8))
    return [Change(min(pair), max(pair), draw(st.text(alphabet=LETTERS, max_size=4))) for pair in pairs]


@settings(max_examples=300, deadline=None)
@given(data=st.data(), text=TEXTS)
def test_no_other_character_changes(data: st.DataObject, text: str) -> None:
    document = from_text(text or "一", "稿.txt")
    wanted = data.draw(fixes(len(document.text)))
    records = [at(document, start, end, f"F{n}", Fix(new, safe=True)) for n, (start, end, new) in enumerate(wanted)]
    choice = choose(records)
    taken = [change for record in choice.taken if (change := Change.of(record)) is not None]
    assert all(a.end <= b.start for a, b in pairwise(taken))
    fixed = put_in(document.text, taken)
    _same_elsewhere(document.text, fixed, taken)
    # Whoever fixes again what is fixed changes nothing: the words are the fix's words now.
    moved, shift = [], 0
    for change in taken:
        start = change.start + shift
        shift += len(change.text) - (change.end - change.start)
        moved.append(Change(start, start + len(change.text), change.text))
    assert put_in(fixed, moved) == fixed
    for record in choice.left:
        change = Change.of(record)
        assert change is not None
        assert any(
            (other.start < change.end and change.start < other.end) or other.start == change.start for other in taken
        )


def _same_elsewhere(before: str, after: str, changes: Sequence[Change]) -> None:
    """Walk both texts side by side: outside the changes they are the same, character by character."""
    old = new = 0
    for change in changes:
        size = change.start - old
        assert after[new : new + size] == before[old : change.start]
        assert after[new + size : new + size + len(change.text)] == change.text
        old, new = change.end, new + size + len(change.text)
    assert after[new:] == before[old:]


@given(text=TEXTS, new=TEXTS, data=st.data())
def test_trimming_leaves_the_result(text: str, new: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    change = Change(start, data.draw(st.integers(start, len(text))), new)
    small = trimmed(change, text)
    assert small is not None
    assert put_in(text, [small]) == put_in(text, [change])


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_files_keep_encoding_mark_and_line_ends(codec: str, end: str) -> None:
    text = end.join(["权利要求书", "1. 一种的的杯子，高５０mm。", "", "2. 一种盖的的盖。", ""])
    data = text.encode(codec)
    document = opened(data)
    records = [
        on(document, "的的", nth=0, fix="的"),
        on(document, "的的", nth=1, fix="的"),
        on(document, "５０", fix="50"),
    ]
    fixed = fix_file(data, document, records)
    assert fixed is not None
    assert fixed.data == text.replace("的的", "的").replace("５０", "50").encode(codec)
    assert len(fixed.choice.taken) == 3
    assert not fixed.choice.left


def test_fixes_over_line_ends_and_form_feeds() -> None:
    data = "甲\r\n乙\f丙丁\r\n戊己\r\n".encode()
    document = opened(data)
    records = [on(document, "甲\n乙", fix="子\n丑"), on(document, "丁", fix="寅"), on(document, "己", fix="卯")]
    fixed = fix_file(data, document, records)
    assert fixed is not None
    assert fixed.data == "子\r\n丑\f丙寅\r\n戊卯\r\n".encode()


def test_words_between_signs_of_markdown_are_left() -> None:
    data = "# 标题的的\n\nH<sub>2</sub>O的的水 ![图](a.png)的的\n".encode()
    document = opened(data, "稿.md")
    records = [on(document, "的的", f"F{nth}", nth=nth, fix="的") for nth in range(3)] + [
        on(document, "H2O", "F4", fix="水")
    ]
    fixed = fix_file(data, document, records)
    assert fixed is not None
    assert fixed.data.decode() == "# 标题的\n\nH<sub>2</sub>O的水 ![图](a.png)的\n"
    assert [record.code for record in fixed.choice.left] == ["F4"]


def test_fixes_that_overlap_are_left_and_the_same_fix_is_one() -> None:
    document = opened("甲乙丙丁".encode())
    a, b, c = (
        on(document, "甲乙", "A", fix="子"),
        on(document, "乙丙", "B", fix="丑"),
        on(document, "甲乙", "C", fix="子"),
    )
    choice = choose([c, b, a])
    assert [record.code for record in choice.taken] == ["A"]
    assert [record.code for record in choice.left] == ["B"]


def test_what_is_no_safe_fix() -> None:
    document = opened("甲乙".encode())
    unsafe, same, none = at(document, 0, 1, fix=Fix("子")), on(document, "甲", fix="甲"), on(document, "甲")
    assert choose([unsafe, same, none]) == ((), ())


def test_diff_shows_the_lines_that_change() -> None:
    shown = diff("稿.txt", "一\n二的的\n三\n", "一\n二的\n三\n")
    assert shown == "--- a/稿.txt\n+++ b/稿.txt\n@@ -1,3 +1,3 @@\n 一\n-二的的\n+二的\n 三\n"
    assert diff("稿.txt", "一\n", "一\n") == ""


def test_names_of_copies() -> None:
    names = Names(["a/稿.docx", "b/稿.docx", "c/文.docx", "c-文.ipcheck.docx"])
    paths = ("a/稿.docx", "b\\稿.docx", "../稿.docx", "c/文.docx", "c/文.docx", "x.zip!/100001/100001.xml", "-")
    made = [names.copy(path, ".docx").removesuffix(".ipcheck.docx") for path in paths]
    assert made == ["a-稿", "b-稿", "稿", "文", "c-文-2", "100001", "标准输入"]
