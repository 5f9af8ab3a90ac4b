"""Checks that weigh one wording more than another."""

from __future__ import annotations

import pytest

from ipcheck.engine import check_filing
from ipcheck.model import Level
from ipcheck.patent import Filing
from ipcheck.plugins import load_checks, shipped
from ipcheck.readers import Limits
from ipcheck.readers.text import read


@pytest.mark.parametrize(
    ("claim", "level"),
    [
        ("1. 化合物X用于治疗糖尿病的用途。", Level.ERROR),
        ("1. 一种治疗糖尿病的药物组合物的应用。", Level.WARNING),
    ],
)
def test_a_use_that_is_not_said_to_be_treatment_is_a_warning(claim: str, level: Level) -> None:
    checks = [made() for made in load_checks([shipped("checks")], "patent").checks if made.code == "CLM039"]
    document = read(f"权利要求书\n{claim}\n".encode(), "稿.txt", Limits())
    findings, failures = check_filing(Filing((document,)), checks)
    assert [finding.level for finding in findings] == [level]
    assert failures == []
