"""The grammar of citing claims (the catalogue's gotchas 7 and 8), form by form."""

from __future__ import annotations

import pytest

from ipcheck.model import DocumentBuilder, Span
from ipcheck.patent.references import Citation, find_citations, number_value


def cite_all(text: str, own: int = 9) -> tuple[Citation, ...]:
    builder = DocumentBuilder("权利要求书.txt", "text")
    for line in text.split("\n"):
        builder.add(line)
        builder.end_paragraph()
    document = builder.build()
    return find_citations(Span(document, 0, len(document.text)), own)


def one(text: str, own: int = 9) -> Citation:
    found = cite_all(text, own)
    assert len(found) == 1, [str(item.span) for item in found]
    return found[0]


@pytest.mark.parametrize("lead", ["根据", "如", "按", "按照", "依据", "依照", "基于", "由", "采用", "利用", ""])
def test_every_word_that_leads_in_a_citation(lead: str) -> None:
    citation = one(f"{lead}权利要求1所述的杯子")
    assert citation.numbers == (1,)
    assert citation.lead == lead
    assert str(citation.span) == f"{lead}权利要求1"


@pytest.mark.parametrize(
    ("phrase", "numbers"),
    [
        ("权利要求1", (1,)),
        ("权利要求１", (1,)),
        ("权利要求 1 ", (1,)),
        ("权 利 要 求1", (1,)),
        ("权利要求书1", (1,)),
        ("权利要求第1项", (1,)),
        ("权利要求一", (1,)),
        ("权利要求十二", (12,)),
        ("权利要求二十一", (21,)),
        ("权利\n要求\n1", (1,)),
        ("权利要求1或2", (1, 2)),
        ("权利要求1或权利要求2", (1, 2)),
        ("权利要求1或者2", (1, 2)),
        ("权利要求1、2或3", (1, 2, 3)),
        ("权利要求1，2或3", (1, 2, 3)),
        ("权利要求1、权利要求2或权利要求3", (1, 2, 3)),
        ("权利要求1至3", (1, 2, 3)),
        ("权利要求1到3", (1, 2, 3)),
        ("权利要求1-3", (1, 2, 3)),
        ("权利要求1‑3", (1, 2, 3)),
        ("权利要求1—3", (1, 2, 3)),
        ("权利要求1——3", (1, 2, 3)),
        ("权利要求1～3", (1, 2, 3)),
        ("权利要求1~3", (1, 2, 3)),
        ("权利要求１－３", (1, 2, 3)),
        ("权利要求1至权利要求3", (1, 2, 3)),
        ("权利要求1-3、5或7", (1, 2, 3, 5, 7)),
        ("权利要求1和2", (1, 2)),
        ("权利要求1及2", (1, 2)),
        ("权利要求1与2", (1, 2)),
        ("权利要求1、2、3", (1, 2, 3)),
        ("权利要求3至1", (1, 2, 3)),
        ("权利要求二或三", (2, 3)),
    ],
)
def test_numbers_in_every_form(phrase: str, numbers: tuple[int, ...]) -> None:
    assert one(f"根据{phrase}所述的杯子").numbers == numbers


@pytest.mark.parametrize(
    "tail",
    ["任一", "任一项", "任意一项", "任何一项", "任1项", "任意一个", "中任一项", "中的任一项", "其中任一项", "之一",
     "其中之一", "中的一项",
     "任一权利要求", "中任一权利要求", "任意一项权利要求", "所述的任一项", " 中 任 一 项 "],
)  # fmt: skip
def test_any_of_in_every_form(tail: str) -> None:
    citation = one(f"根据权利要求1至3{tail}所述的杯子")
    assert citation.any_of
    assert citation.numbers == (1, 2, 3)


@pytest.mark.parametrize("tail", ["", "中", "的任务调度"])
def test_no_any_of(tail: str) -> None:
    assert not one(f"根据权利要求1至3{tail}所述的杯子").any_of


@pytest.mark.parametrize(
    ("phrase", "conjunctive", "alternative"),
    [
        ("1或2", False, True),
        ("1、2或3", False, True),
        ("1和2", True, False),
        ("1及2", True, False),
        ("1与2", True, False),
        ("1以及2", True, False),
        ("1、2、3", False, False),
        ("1至3", False, False),
        ("1和/或2", False, True),
        ("1、2和3", True, False),
    ],
)
def test_how_numbers_are_joined(phrase: str, conjunctive: bool, alternative: bool) -> None:
    citation = one(f"根据权利要求{phrase}所述的杯子")
    assert (citation.conjunctive, citation.alternative) == (conjunctive, alternative)


@pytest.mark.parametrize(
    ("phrase", "any_of"),
    [
        ("根据前述任一权利要求所述的杯子", True),
        ("根据以上任一权利要求所述的杯子", True),
        ("如上述任意一项权利要求所述的杯子", True),
        ("根据前述权利要求任一项所述的杯子", True),
        ("根据前述权利要求中任一项所述的杯子", True),
        ("根据前述权利要求中的任意一项所述的杯子", True),
        ("根据任一前述权利要求所述的杯子", True),
        ("根据前述权利要求之一所述的杯子", True),
        ("根据前述权利要求所述的杯子", False),
    ],
)
def test_all_earlier_claims(phrase: str, any_of: bool) -> None:
    citation = one(phrase, own=4)
    assert citation.all_earlier
    assert citation.numbers == (1, 2, 3)
    assert citation.any_of is any_of


def test_the_first_claim_has_no_earlier_ones() -> None:
    assert cite_all("根据前述任一权利要求所述的杯子", own=1) == ()


def test_a_number_after_the_words_wins_over_all_earlier() -> None:
    citation = one("上述权利要求2所述的杯子", own=5)
    assert not citation.all_earlier
    assert citation.numbers == (2,)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("根据权利要求1，2个电机", (1,)),
        ("根据权利要求1、3根连杆", (1,)),
        ("根据权利要求1，2.5mm的孔", (1,)),
        ("根据权利要求1，一种杯子", (1,)),
        ("根据权利要求1对应的方法", (1,)),
        ("根据权利要求1组成的系统", (1,)),
        ("如权利要求1，其特征在于", (1,)),
        ("权利要求1，2023年", (1,)),
    ],
)
def test_quantities_are_no_claim_numbers(text: str, numbers: tuple[int, ...]) -> None:
    assert one(text).numbers == numbers


@pytest.mark.parametrize("text", ["权利要求的保护范围", "本权利要求书", "与权利要求一致", "权利要求1000个"])
def test_what_cites_nothing(text: str) -> None:
    assert cite_all(text) == ()


def test_two_phrases_are_two_citations() -> None:
    first, second = cite_all("一种套件，包括权利要求1所述的杯子和如权利要求3或4所述的杯盖")
    assert first.numbers == (1,)
    assert second.numbers == (3, 4)
    assert second.lead == "如"


def test_each_reference_knows_its_words() -> None:
    citation = one("根据权利要求1-3、5或 7 中任一项所述的杯子")
    assert [str(reference.span) for reference in citation.references] == ["1-3", "5", "7"]
    assert str(citation.span) == "根据权利要求1-3、5或 7 中任一项"


@pytest.mark.parametrize(
    ("text", "value"), [("7", 7), ("12", 12), ("三", 3), ("十", 10), ("十二", 12), ("二十", 20), ("三十一", 31)]
)
def test_number_value(text: str, value: int) -> None:
    assert number_value(text) == value
