"""Tables that name checks name checks that there are."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from ipcheck.places import shipped
from ipcheck.plugins import load_checks

TABLES = [*sorted(shipped("templates").glob("credit-*.toml")), shipped("templates") / "负面清单.toml"]


def _names(value: Any, key: str = "") -> Iterator[str]:
    """Every check that a table names, wherever it stands."""
    if isinstance(value, dict):
        for inner, item in value.items():
            yield from _names(item, inner)
    elif isinstance(value, list):
        for item in value:
            yield from [item] if key == "checks" and isinstance(item, str) else _names(item, key)


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)
def test_every_check_named_exists(path: Path) -> None:
    known = {check.check_name() for check in load_checks([shipped("checks")], "agency").checks}
    named = set(_names(tomllib.loads(path.read_text("utf-8"))))
    assert named and named <= known, sorted(named - known)
