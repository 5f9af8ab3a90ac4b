"""The facts of 办法 37 that tables can show: each is one check's finding and together the self-test of the list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ipcheck.agency.addresses import same_address
from ipcheck.agency.agency import Agency, plain_name
from ipcheck.agency.branches import is_abroad
from ipcheck.agency.firms import plain_firm
from ipcheck.agency.late import late, overdue
from ipcheck.agency.qualified import IN_FORCE
from ipcheck.agency.tables import BRANCHES, CHANGES, REPORTS, Annual, Branch, Change
from ipcheck.model import Span
from ipcheck.readers.sheet import Row


@dataclass(frozen=True)
class Item:
    """A fact at its place, in words; ``open`` until it has been put right."""

    span: Span
    told: str
    open: bool = True


# 2025, 2025年度, 二〇二五年.
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_FIGURES = str.maketrans("〇零○一二三四五六七八九", "000123456789")

REGISTERED = {"name": "名称", "address": "经营场所", "representative": "法定代表人或者执行事务合伙人"}


def mismatches(agency: Agency) -> Iterator[Item]:
    """What is published otherwise than registered (37(6))."""
    for key, label in REGISTERED.items():
        registered, published = f"registered.{key}", f"published.{key}"
        if agency.given(registered) and agency.given(published):
            one, other = agency.text(registered), agency.text(published)
            same = {"name": plain_firm(one) == plain_firm(other), "address": same_address(one, other)}
            if not same.get(key, _plain_person(one) == _plain_person(other)):
                yield Item(agency.span(published), f"公示的{label}是“{other}”，登记的是“{one}”")


def _plain_person(name: str) -> str:
    """A person's name for comparing, without the certificate that tells namesakes apart (张伟（A0123）)."""
    return plain_name(re.sub(r"\([^()]*\d[^()]*\)$", "", name.strip()))


def overdue_changes(agency: Agency, days: int) -> Iterator[Item]:
    """Changes that were not handled within ``days`` days, or late (37(3))."""
    for row in agency.rows(CHANGES):
        changed = row.day(Change.CHANGED)
        known = changed is not None and changed >= IN_FORCE
        found = late(agency, changed, row.day(Change.HANDLED), days) if changed is not None and known else None
        if found:
            matter = row.text(Change.MATTER) or "登记事项"
            yield Item(row.span(Change.CHANGED), f"{matter}的变更{found.told}", found.open)


_EVENTS = (
    ("设立", Branch.FOUNDED, Branch.FOUNDED_RECORDED),
    ("变更", Branch.CHANGED, Branch.CHANGED_RECORDED),
    ("注销", Branch.CLOSED, Branch.CLOSED_RECORDED),
)


def unrecorded_branches(agency: Agency, days: int) -> Iterator[Item]:
    """Branches founded, changed or closed that were not recorded within ``days`` days (37(4))."""
    for row in agency.rows(BRANCHES):
        for what, event, recorded in _EVENTS:
            day = row.day(event)
            if day is not None and day >= IN_FORCE and row.has(recorded) and not is_abroad(row):
                found = late(agency, day, row.day(recorded), days)
                if found:
                    yield Item(row.span(event), f"{row.text(Branch.NAME)}的{what}备案{found.told}", found.open)


def late_reports(agency: Agency, month: int, day: int) -> Iterator[Item]:
    """Annual reports that came after that day of the year that follows theirs, or not at all (37(1))."""
    rows = {year: row for row in agency.rows(REPORTS) if (year := report_year(row)) is not None}
    for year, row in rows.items():
        submitted = row.day(Annual.SUBMITTED)
        last = agency.holidays.last_day(date(year + 1, month, day))
        found = overdue(agency, last, submitted) if last >= IN_FORCE else None
        if found:
            yield Item(row.span(Annual.SUBMITTED, Annual.YEAR), f"{year}年度报告{found.told}", found.open)
    year = agency.as_of.year - 1
    issued = agency.day("licence.issued")
    # How the year of the licence itself counts was not verified.
    if agency.has_table(REPORTS) and year not in rows and (issued is None or issued.year < year):
        found = overdue(agency, agency.holidays.last_day(date(year + 1, month, day)), None)
        if found:
            span = rows[max(rows)].span(Annual.YEAR) if rows else agency.whole()
            yield Item(span, f"{year}年度报告没有记录，{found.told}")


def report_year(row: Row[Annual]) -> int | None:
    """The year of a report."""
    match = _YEAR.search(row.text(Annual.YEAR).translate(_FIGURES))
    return int(match[0]) if match is not None else None


__all__ = ["REGISTERED", "Item", "late_reports", "mismatches", "overdue_changes", "report_year", "unrecorded_branches"]
