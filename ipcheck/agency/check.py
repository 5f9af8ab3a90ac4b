"""The base of the agency room's checks: a hint for the agency itself, no decision of any authority."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Any, ClassVar

from ipcheck.agency.agency import Agency
from ipcheck.agency.keys import KEYS
from ipcheck.agency.table import AnyTable
from ipcheck.agency.tables import TABLES
from ipcheck.check import Check
from ipcheck.readers.sheet import Row

_OF_COLUMN = {kind.column: kind for kind in TABLES}


class AgencyCheck(Check[Agency]):
    """A check of the agency room.

    ``business`` is for which agencies it is meant (kind in agency.toml; any, if empty), ``forms`` for which forms
    (all, if empty).
    ``keys`` are the keys of agency.toml, ``tables`` the tables and ``columns`` their columns that it cannot do
    without: where one is missing it is skipped, and that is told. ``further`` are columns it looks at where they are
    given; it runs without them, and that is told too. ``clears`` and ``keep`` are for 风险线索: what would
    explain it, which papers would prove that.
    """

    room: ClassVar[str] = "agency"
    business: ClassVar[str] = "patent"
    forms: ClassVar[tuple[str, ...]] = ()
    keys: ClassVar[tuple[str, ...]] = ()
    tables: ClassVar[tuple[AnyTable, ...]] = ()
    columns: ClassVar[tuple[StrEnum, ...]] = ()
    further: ClassVar[tuple[StrEnum, ...]] = ()

    @classmethod
    def applies(cls, agency: Agency) -> bool:
        """Whether it is meant for an agency of this business and form; one that does not say is looked at."""
        kind, form = agency.text("kind"), agency.text("form")
        meant = kind in ("", cls.business) or (kind == "both" and cls.business in ("patent", "trademark"))
        return (not cls.business or meant) and (not cls.forms or form in ("", *cls.forms))

    @classmethod
    def unseen(cls, agency: Agency) -> str:
        """Why it cannot look: words for the report, empty if it can."""
        lacking = [f"{key}（{KEYS[key].label}）" for key in cls.keys if not agency.given(key)]
        if cls.forms and not agency.given("form"):
            lacking.insert(0, f"form（{KEYS['form'].label}）")
        if lacking:
            return f"agency.toml 没有填写 {'、'.join(lacking)}"
        return lacking_tables(agency, (*cls.tables, *_kinds(cls.columns))) or lacking_columns(agency, cls.columns)

    @classmethod
    def partly(cls, agency: Agency) -> str:
        """What it cannot look at although it runs: words for the report, empty if it sees everything."""
        tables = lacking_tables(agency, _kinds(cls.further))
        given = [column for column in cls.further if agency.has_table(_OF_COLUMN[type(column)])]
        return "；".join(filter(None, (tables, lacking_columns(agency, given))))


class AssociationCheck(AgencyCheck):
    """A check of what an association or a department does: for its folder, or one that holds such a table."""

    business = "association"

    @classmethod
    def applies(cls, agency: Agency) -> bool:
        """Whether the folder is an association's, or one of the tables was filled in."""
        kinds = dict.fromkeys((*cls.tables, *_kinds(cls.columns)))
        return agency.text("kind") == cls.business or any(agency.has_table(kind) for kind in kinds)


def lacking_tables(agency: Agency, kinds: Iterable[AnyTable]) -> str:
    """Which of the tables were not given or not filled in: words for the report, empty if all were."""
    kinds = dict.fromkeys(kinds)
    missing = [kind.name for kind in kinds if kind.name not in agency.tables]
    if missing:
        return f"没有给出{'、'.join(missing)}表"
    empty = [kind.name for kind in kinds if not agency.has_table(kind)]
    return f"{'、'.join(empty)}表没有填写；确实没有的，在第一格写“无”" if empty else ""


def lacking_columns(agency: Agency, columns: Iterable[StrEnum]) -> str:
    """Which of the columns their tables lack: words for the report. A table that says 无 needs no columns."""
    columns = tuple(columns)
    told = []
    for kind in _kinds(columns):
        absent = [column for column in columns if type(column) is kind.column and not agency.has(kind, column)]
        if absent and agency.rows(kind):
            told.append(f"{kind.name}表没有“{'”“'.join(absent)}”列")
    return "；".join(told)


def blank_cells(rows: Iterable[Row[Any]], columns: Iterable[StrEnum]) -> str:
    """How many of the rows leave a column empty: words for the report. Empty means not told, never no."""
    rows, told = tuple(rows), []
    for column in columns:
        count = sum(row.has(column) and not row.text(column) for row in rows)
        if count:
            told.append(f"“{column}”有{count}行")
    return f"空着的格子算没有填写，没有查：{'、'.join(told)}；确实没有的写“无”" if told else ""


def _kinds(columns: Iterable[StrEnum]) -> tuple[AnyTable, ...]:
    return tuple(dict.fromkeys(_OF_COLUMN[type(column)] for column in columns))


__all__ = ["AgencyCheck", "AssociationCheck", "blank_cells", "lacking_columns", "lacking_tables"]
