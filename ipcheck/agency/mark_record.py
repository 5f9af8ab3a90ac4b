"""Until when the agency is on record for trademark business (令63 第五条)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ipcheck.agency.agency import Agency
from ipcheck.agency.terms import months_after, years_after
from ipcheck.model import Span

# 令63 5.2: a record holds for three years and may be renewed in the last six months.
YEARS, RENEWAL_MONTHS = 3, 6
# 令63 holds since then; what was done before stands under other rules.
RULES_SINCE = date(2022, 12, 1)
# From here on the Trademark Law of 2026 holds.
NEW_LAW = date(2027, 1, 1)


@dataclass(frozen=True)
class Term:
    """The last day of the record, where it is written, and the day on which renewing begins."""

    until: date
    span: Span

    @property
    def renewable(self) -> date:
        """The first day on which it may be renewed."""
        return months_after(self.until, -RENEWAL_MONTHS)


def record_term(agency: Agency) -> Term | None:
    """Until when the record holds; None if no day was given.

    The day that the office shows counts before the one computed from the beginning. A renewal in the last six months
    adds three years from the day after the old term's end; other days of renewal belong to another term.
    """
    key = next((key for key in ("trademark.expires", "trademark.recorded") if agency.given(key)), "")
    day = agency.day(key) if key else None
    # How long records of before 令63 hold was not verified; only the day that the office shows counts.
    if day is None or (key == "trademark.recorded" and day < RULES_SINCE):
        return None
    until = day if key == "trademark.expires" else years_after(day, YEARS)
    term = Term(until, agency.span(key))
    renewed = agency.day("trademark.renewed")
    if renewed is not None and term.renewable <= renewed <= until:
        return Term(years_after(until, YEARS), term.span)
    return term


__all__ = ["NEW_LAW", "RENEWAL_MONTHS", "RULES_SINCE", "YEARS", "Term", "record_term"]
