"""Bare words: what stays of a claim's wording for comparing it with another."""

from __future__ import annotations

import pytest

from ipcheck.check import Sample
from ipcheck.patent.scope import bare_clauses, bare_words, limitation, roots_of
from ipcheck.testing import filing_of

CLAIMS = (
    "1. 一种杯子，其特征在于，包括杯体（1）。\n2. 根据权利要求1所述的杯子，其特征在于，有盖。\n"
    "3. 一种碗，包括碗体。\n4. 根据权利要求2或3所述的杯子，有柄。\n5. 根据权利要求1所述的杯子。"
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("所述杯体(1)上设置有杯盖(2)", "杯体上设杯盖"),
        ("该杯盖以及该杯柄固定于杯体", "杯盖和杯柄固定在杯体"),
        ("进一步包括提手", "包含提手"),
        ("所述 的 杯盖 与 杯体相连接", "杯盖和杯体相连"),
    ],
)
def test_wording_is_set_aside(one: str, other: str) -> None:
    assert bare_words(one) == bare_words(other)


@pytest.mark.parametrize(
    ("one", "other"), [("壁厚为2mm", "壁厚为3mm"), ("如上所述", "上述"), ("应该等待", "等待"), ("提及", "提和")]
)
def test_what_limits_stays(one: str, other: str) -> None:
    assert bare_words(one) != bare_words(other)


def test_clauses() -> None:
    assert bare_clauses("其特征在于,所述杯盖有提手;杯体为陶瓷。") == ("杯盖有提手", "杯体为陶瓷")


def test_limitations_and_roots() -> None:
    claims = filing_of(Sample(CLAIMS), CLAIMS).claims
    assert [str(limitation(claim)) for claim in claims] == [
        "，包括杯体（1）。",
        "，有盖。",
        "，包括碗体。",
        "，有柄。",
        "。",
    ]
    roots = roots_of(claims)
    assert [sorted(root.number for root in roots[claim]) for claim in claims] == [[1], [1], [3], [1, 3], [1]]
