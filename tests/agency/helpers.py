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


# What happened, when it was reported, the day of the check, what is told: a term of thirty days.
THIRTY_DAYS = [
    ("2025-03-03", "2025-04-01", "2026-01-01", []),
    ("2025-03-03", "2025-04-02", "2026-01-01", []),
    ("2025-03-03", "2025-04-03", "2026-01-01", ["error"]),
    ("2025-03-03", "", "2025-04-02", []),
    ("2025-03-03", "", "2025-04-03", ["error"]),
    # Thirty days end on 5 October, in the holidays of the National Day: the 9th is the first working day.
    ("2025-09-05", "2025-10-09", "2026-01-01", []),
    ("2025-09-05", "2025-10-10", "2026-01-01", ["error"]),
    # A Saturday.
    ("2025-03-06", "2025-04-07", "2026-01-01", []),
    ("2025-03-06", "2025-04-08", "2026-01-01", ["error"]),
    # Over the end of February in a leap year: 30 January and thirty days are 29 February.
    ("2024-01-30", "2024-02-29", "2026-01-01", []),
    ("2024-01-30", "2024-03-01", "2026-01-01", ["error"]),
    ("2026-12-01", "", "2026-12-31", []),
    ("2026-12-01", "", "2027-01-01", ["error"]),
]


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
