"""Safe fixes as tracked changes: accepted they give the fixed text, rejected the old one."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest
from lxml import etree

from ipcheck.model import Fix
from ipcheck.readers.docx_package import W
from ipcheck.reporters.docx_marked import mark
from ipcheck.reporters.fixes import Change, put_in
from tests.readers.docx_samples import field, p, r, run, t
from tests.reporters.word_samples import DAY, at, commented, on, opened, part, settled, told_in, word

LOWERED = '<w:vertAlign w:val="subscript"/>'


@pytest.mark.parametrize(
    ("body", "words", "fix"),
    [
        (p(r("一种的的杯子")), "的的", "的"),
        (p(r("一种") + r("的", "<w:rFonts w:hint=\"eastAsia\"/>") + r("的杯子")), "的的", "的"),
        (p(r("高度为５０毫米")), "５０", "50"),
        (p(r("甲乙") + run(t("丙") + "<w:tab/>" + t("丁戊"))), "丁", ""),
        (p(r("一种杯子", "<w:b/>")), "杯子", "杯子的盖"),
        (p('<w:bookmarkStart w:id="3" w:name="a"/>' + r("甲") + '<w:bookmarkEnd w:id="3"/>' + r("乙")), "甲乙", "丙丁"),
        (p(r("甲")), "甲", "甲乙"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("comment", [True, False])
def test_accepting_fixes_and_rejecting_restores(body: str, words: str, fix: str, comment: bool) -> None:
    data = word(body)
    document = opened(data)
    record = on(document, words, fix=fix)
    marked = mark(data, document, [record], DAY, fix=True, comment=comment)
    fixed = document.text.replace(words, fix)
    assert marked.tracked == (record,)
    assert opened(marked.data).text == fixed
    assert opened(settled(marked.data, accept=True)).text == fixed
    assert opened(settled(marked.data, accept=False)).text == document.text
    for item in part(marked.data).iter(W + "ins", W + "del"):
        assert (item.get(W + "author"), item.get(W + "date")) == ("ipcheck", "2026-11-22T00:00:00Z")
    if comment:
        assert "".join(commented(marked.data).values()) in (fix, "")
        assert "已作为修订写入" in told_in(marked.data)


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (p(r("权利要求") + field("REF a", r("12")) + r("所述")), "12"),
        (p(field("REF a", r("12")) + r("所述")), "2所"),
        (p('<w:ins w:id="1" w:author="张三">' + r("插入的字") + "</w:ins>"), "的字"),
        (p(r("前") + '<w:del w:id="1" w:author="张三"><w:r><w:delText>删</w:delText></w:r></w:del>' + r("后")), "前后"),
        (p('<w:hyperlink r:id="x">' + r("链接") + "</w:hyperlink>"), "链接"),
        (p(r("CO") + r("2", LOWERED)), "O2"),
        (p(r("甲乙", '<w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/>')), "甲乙"),
        (p(run(t("甲") + "<w:tab/>" + t("乙"))), "甲\t乙"),
        (p("甲") + p("乙"), "甲\n乙"),
        (p(r("甲") + r("隐", "<w:vanish/>") + r("乙")), "甲乙"),
    ],
)
def test_nothing_is_tracked_where_it_would_do_harm(body: str, words: str) -> None:
    data = word(body)
    document = opened(data)
    marked = mark(data, document, [on(document, words, fix="丙丁")], DAY, fix=True)
    assert marked.tracked == ()
    assert opened(marked.data).text == document.text
    root = part(marked.data)
    assert not [item for item in root.iter(W + "ins", W + "del") if item.get(W + "author") == "ipcheck"]
    assert "已作为修订写入" not in told_in(marked.data)


def test_only_what_differs_is_changed_and_looks_as_before() -> None:
    data = word(p(r("按照权利要求３所述的杯子", "<w:b/>")))
    document = opened(data)
    record = on(document, "要求３所述", fix="要求3所述")
    root = part(mark(data, document, [record], DAY, fix=True, comment=False).data)
    (deleted,), (inserted,) = root.iter(W + "del"), root.iter(W + "ins")
    assert ["".join(map(str, item.itertext())) for item in (deleted, inserted)] == ["３", "3"]
    assert inserted.find(f"{W}r/{W}rPr/{W}b") is not None
    assert etree.QName(deleted.getnext()).localname == "ins"


def test_overlapping_fixes_and_the_same_fix_twice() -> None:
    data = word(p("甲乙丙丁"))
    document = opened(data)
    records = [
        on(document, "甲乙", "A", fix="子"),
        on(document, "乙丙", "B", fix="丑"),
        on(document, "甲乙", "C", fix="子"),
    ]
    marked = mark(data, document, records, DAY, fix=True)
    assert [record.code for record in marked.tracked] == ["A"]
    assert opened(settled(marked.data, accept=True)).text == "子丙丁"
    assert opened(settled(marked.data, accept=False)).text == "甲乙丙丁"


def test_fixes_side_by_side_keep_their_order() -> None:
    data = word(p("甲乙丙丁"))
    document = opened(data)
    changes = [(0, 1, "甲子"), (1, 1, "丑"), (1, 3, "寅丙"), (3, 3, "卯"), (3, 4, "")]
    records = [at(document, a, b, f"F{n}", Fix(new, safe=True)) for n, (a, b, new) in enumerate(changes)]
    marked = mark(data, document, records, DAY, fix=True)
    assert len(marked.tracked) == 5
    assert opened(settled(marked.data, accept=True)).text == "甲子丑寅丙卯"
    assert opened(settled(marked.data, accept=False)).text == "甲乙丙丁"


def test_unsafe_fixes_are_only_told() -> None:
    data = word(p("甲乙丙丁"))
    document = opened(data)
    marked = mark(data, document, [at(document, 0, 1, fix=Fix("子"))], DAY, fix=True)
    assert opened(marked.data).text == "甲乙丙丁"


def test_random_fixes_over_many_runs() -> None:
    chance = random.Random(11)
    words = "一种杯子，包括杯体、杯盖和设在杯体上的杯柄。"
    tracked = 0
    for turn in range(40):
        cuts = sorted({0, len(words), *chance.choices(range(len(words)), k=chance.randrange(8))})
        runs = [r(words[a:b], chance.choice(["", "", "<w:b/>"])) for a, b in pairwise(cuts)]
        data = word(p("".join(runs)) + p("".join(runs)))
        document = opened(data)
        spots = sorted(chance.sample(range(len(document.text)), k=10))
        pairs = [(a, b) for a, b in zip(spots[::2], spots[1::2], strict=True) if "\n" not in document.text[a:b]]
        records = [
            at(
                document,
                a,
                b,
                f"F{index}",
                Fix(chance.choice(["", "新", document.text[a:b] + "增", "全新的字"]), safe=True),
            )
            for index, (a, b) in enumerate(pairs)
        ]
        marked = mark(data, document, records, DAY, fix=True, comment=turn % 2 == 0)
        tracked += len(marked.tracked)
        changes = [change for record in marked.tracked if (change := Change.of(record)) is not None]
        assert opened(settled(marked.data, accept=True)).text == put_in(document.text, changes)
        assert opened(settled(marked.data, accept=False)).text == document.text
        assert opened(marked.data).text == put_in(document.text, changes)
    assert tracked > 80
