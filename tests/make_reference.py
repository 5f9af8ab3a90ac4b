"""Writes the check reference: ``python -m tests.make_reference``. A test compares the pages with what is committed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from ipcheck.check import load_checklist, load_measured
from ipcheck.places import profile_tables
from ipcheck.plugins import load_checks, shipped
from ipcheck.reporters.reference import markdown, room_page
from ipcheck.whole import write_atomically
from tests.conftest import ROOT

# The pages quote the law of this day, so that they do not change with the calendar.
DAY = date(2026, 11, 29)


def pages() -> Iterator[tuple[Path, str]]:
    """Each page of the reference: where it stands, and its text."""
    folders = [shipped("checks")]
    checks = load_checks(folders).checks
    yield ROOT / "checks" / "README.md", markdown(checks, load_checklist(folders))
    measured, profiles = load_measured(folders), profile_tables()
    for room in dict.fromkeys(check.room for check in checks):
        yield ROOT / "checks" / room / "README.md", room_page(room, checks, DAY, measured, profiles)


def main() -> None:
    """Write the pages."""
    for path, text in pages():
        write_atomically(path, text.encode("utf-8"))
        print(path)


if __name__ == "__main__":
    main()
