"""``tests.make_all`` runs every test that writes golden files, and says what it changed."""

from __future__ import annotations

import importlib.util
import re

from tests.conftest import ROOT
from tests.make_all import GOLDEN, changes


def test_every_test_that_writes_golden_files_is_run() -> None:
    writing = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "tests").rglob("test_*.py")
        if 'getoption("--update-golden")' in path.read_text(encoding="utf-8") and path.name != "test_make_all.py"
    }
    assert writing == {name for name in writing if name.startswith(GOLDEN)}
    assert all((ROOT / name).exists() for name in GOLDEN)


def test_what_changed_is_told_by_a_sign() -> None:
    assert changes({"a": "1", "b": "1", "c": "1"}, {"a": "1", "b": "2", "d": "1"}) == ["~ b", "- c", "+ d"]


def test_the_commands_of_the_page_for_contributors_exist() -> None:
    page = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    named = set(re.findall(r"python -m (tests[\w.]+)", page))
    assert "tests.make_all" in named and all(importlib.util.find_spec(name) for name in named)
