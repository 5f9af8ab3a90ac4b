"""Every shipped check: its examples, its manners."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

import pytest

from ipcheck.check import Check
from ipcheck.plugins import load_checks, shipped
from ipcheck.testing import manners, run_examples

LOADED = load_checks([shipped("checks")])


def test_every_file_of_checks_loads() -> None:
    assert LOADED.failures == []


@pytest.mark.parametrize("check", LOADED.checks, ids=lambda check: check.check_name())
def test_examples(check: type[Check[Any]]) -> None:
    problems = [f"{outcome.problem}\n例：{outcome.example}" for outcome in run_examples(check) if outcome.problem]
    assert not problems, "\n\n".join(problems)


@pytest.mark.parametrize("check", LOADED.checks, ids=lambda check: check.check_name())
def test_manners(check: type[Check[Any]]) -> None:
    assert list(manners(check, LOADED.files[check.code])) == []


def test_codes_share_their_letters_within_a_folder_only() -> None:
    letters = defaultdict(set)
    for code, path in LOADED.files.items():
        letters[path.parent].add(code[:3])
    assert all(len(found) == 1 for found in letters.values())
    assert len({next(iter(found)) for found in letters.values()}) == len(letters)
