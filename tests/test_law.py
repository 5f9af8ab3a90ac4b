"""The law tables and citing."""

from __future__ import annotations

from datetime import date

import pytest

from ipcheck.law import LawError, cite, load_fees, load_laws
from ipcheck.law.citation import article_label, chinese_number


def test_a_citation_prints_the_number_in_force_on_the_day() -> None:
    cited = cite("细则", "25.2")
    assert cited.on(date(2026, 11, 22)).label == "《专利法实施细则》第二十五条第二款"
    old = cited.on(date(2023, 5, 1))
    assert (old.edition, old.article) == ("2010", "22.2")
    assert cited.on(date(2024, 1, 19)).edition == "2010"
    assert cited.on(date(2024, 1, 20)).edition == "2023"


def test_an_article_that_did_not_exist_keeps_its_own_edition() -> None:
    assert cite("细则", "11").on(date(2020, 1, 1)).edition == "2023"


@pytest.mark.parametrize(("law", "article"), [("细则", "999"), ("没有的法", "1")])
def test_what_is_not_in_the_tables_cannot_be_cited(law: str, article: str) -> None:
    with pytest.raises(LawError):
        cite(law, article)


@pytest.mark.parametrize(
    ("kind", "number", "label"),
    [
        ("statute", "44(1)", "第四十四条第（一）项"),
        ("statute", "110.1(1)", "第一百一十条第一款第（一）项"),
        ("guideline", "2-2-3.3.2", "第二部分第二章第3.3.2节"),
        ("guideline", "2-10-4.2.2", "第二部分第十章第4.2.2节"),
        ("list", "56", "第56条"),
    ],
)
def test_labels(kind: str, number: str, label: str) -> None:
    assert article_label(kind, number) == label


@pytest.mark.parametrize(
    ("number", "words"),
    [(5, "五"), (10, "十"), (26, "二十六"), (100, "一百"), (101, "一百零一"), (110, "一百一十"), (123, "一百二十三")],
)
def test_chinese_numbers(number: int, words: str) -> None:
    assert chinese_number(number) == words


def test_every_article_has_a_summary_and_a_printable_number() -> None:
    for law in load_laws().values():
        for number, article in law.articles.items():
            assert article.summary.endswith("。"), (law.short, number)
            assert cite(law.short, number).on(date(2026, 11, 22)).label
            assert cite(law.short, number).on(date(2021, 11, 22)).label


@pytest.mark.parametrize(
    ("law", "article", "short"),
    [
        ("细则", "25.2", "细则第25条第2款"),
        ("法", "26.4", "专利法第26条第4款"),
        ("细则", "44(1)", "细则第44条第(1)项"),
        ("指南", "2-2-3.3.2", "指南第二部分第二章3.3.2"),
        ("令77", "3(2)", "规范申请规定第3条第(2)项"),
    ],
)
def test_short_labels(law: str, article: str, short: str) -> None:
    assert cite(law, article).on(date(2026, 11, 22)).short == short


@pytest.mark.parametrize(
    ("fee", "count", "amount"),
    [("claims", 10, 0), ("claims", 14, 600), ("pages", 30, 0), ("pages", 31, 50), ("pages", 302, 270 * 50 + 200)],
)
def test_what_a_number_of_claims_or_pages_costs(fee: str, count: int, amount: int) -> None:
    assert load_fees()[fee].amount(count) == amount
    assert load_fees()[fee].facts(count)["amount_source"]
