"""Runs one check on an agency written as an example is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

from ipcheck.agency import AgencyCheck
from ipcheck.model import Finding
from ipcheck.plugins import load_checks, shipped
from ipcheck.testing.agencies import agency_of


@cache
def classes() -> dict[str, type[AgencyCheck]]:
    loaded = load_checks([shipped("checks")], "agency")
    assert loaded.failures == []
    return {check.check_name(): check for check in loaded.checks if issubclass(check, AgencyCheck)}


def findings(name: str, text: str, as_of: str = "2026-11-29", **options: Any) -> list[Finding]:
    """What the check finds; it must be able to look."""
    check = classes()[name]
    day = date.fromisoformat(as_of)
    agency, _ = agency_of(text, day)
    assert check.applies(agency)
    assert check.unseen(agency) == ""
    return list(check(replace(check.Options(), **options), as_of=day).find(agency))


def levels(name: str, text: str, as_of: str = "2026-11-29", **options: Any) -> list[str]:
    return [finding.level.value for finding in findings(name, text, as_of, **options)]
