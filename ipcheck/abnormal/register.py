"""A filing register: one row an application, drawn from a table, with the place of every cell."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta
from functools import cached_property

from ipcheck.abnormal.columns import COLUMNS, Column
from ipcheck.readers.sheet import Row as SheetRow
from ipcheck.readers.sheet import Sheet
from ipcheck.readers.table import Table

# They work in every field, and their people file under many roofs.
_INSTITUTE = re.compile(r"大学|学院|研究院|研究所|科学院|研究中心|医院|学校|实验室|农科院|疾控|勘察院|设计院|高等专科")
# Listed companies, groups, the great state companies, foreign firms: many fields and waves of filings are their day.
_LARGE = re.compile(
    r"^中国|股份|集团|电网|电力公司|石油|石化|铁路|航天|航空工业|烟草|·|(?<!有限)(?<!责任)公司$|[A-Za-z]{3}|株式会社"
)
_YEAR = timedelta(days=365)
_KINDS = (
    ("invention", re.compile(r"发明|^[AB]\d?$")),
    ("utility-model", re.compile(r"实用|新型|^[UY]\d?$")),
    ("design", re.compile(r"外观|设计|^[SD]\d?$")),
)


class Row(SheetRow[Column]):
    """One application of the register. A cell is a Span; what cannot be read is None or empty, never an error."""

    @cached_property
    def filed(self) -> date | None:
        """The filing date."""
        return self.day(Column.FILED)

    @cached_property
    def applicants(self) -> tuple[str, ...]:
        """The applicants' names."""
        return self.names(Column.APPLICANTS)

    @cached_property
    def inventors(self) -> tuple[str, ...]:
        """The inventors' names."""
        return self.names(Column.INVENTORS)

    @cached_property
    def kind(self) -> str:
        """invention, utility-model or design; empty if the register does not say."""
        written = self.text(Column.KIND)
        if not written:
            match = re.match(r"CN\d+([A-Z])\d?$", self.text(Column.NUMBER))
            written = match[1] if match else ""
        return next((kind for kind, pattern in _KINDS if pattern.search(written)), "")

    @cached_property
    def subclass(self) -> str:
        """The IPC subclass (A47G), for designs the Locarno class (07); empty if there is none."""
        match = re.match(r"([A-HY]\d\d[A-Z])|(\d\d)-\d\d", self.text(Column.IPC).replace(" ", "").upper())
        return (match[1] or match[2]) if match else ""


class Register:
    """The rows of a table of applications. ``unknown`` are headers that mean no column of ours."""

    def __init__(self, table: Table) -> None:
        sheet = Sheet(table, COLUMNS)
        self.table = table
        self.sheet = sheet
        self.columns = sheet.columns
        self.unknown = sheet.unknown
        self.rows = tuple(Row(row.index, sheet.columns, row.cells) for row in sheet.rows)

    def has(self, *columns: Column) -> bool:
        """Whether the register has all these columns."""
        return all(column in self.columns for column in columns)

    @staticmethod
    def is_institute(name: str) -> bool:
        """Whether the name is that of a university, a research institute or a hospital."""
        return _INSTITUTE.search(name) is not None

    @staticmethod
    def is_large(name: str) -> bool:
        """Whether the name is that of a listed company, a group or a foreign firm."""
        return _LARGE.search(name) is not None

    @staticmethod
    def busiest_year(rows: Iterable[Row]) -> list[Row]:
        """The most rows that were filed within twelve months, in order; those without a date do not count."""
        dated = [row for row in in_order(rows) if row.filed is not None]
        best, first = (0, 0), 0
        for last, row in enumerate(dated):
            while row.filed and (start := dated[first].filed) and row.filed - start > _YEAR:
                first += 1
            best = max(best, (last + 1 - first, -first))
        return dated[-best[1] : -best[1] + best[0]]

    @staticmethod
    def collections_once(rows: Iterable[Row]) -> list[Row]:
        """Rows with the designs of one class that were filed on one day (a collection) counted once."""
        kept: dict[tuple[object, ...], Row] = {}
        for row in rows:
            kept.setdefault((row.filed, row.subclass) if row.kind == "design" else (row.index,), row)
        return list(kept.values())

    @cached_property
    def by_applicant(self) -> dict[str, list[Row]]:
        """The rows of every applicant, in order of filing (rows without a date last)."""
        found: dict[str, list[Row]] = {}
        for row in self.rows:
            for name in row.applicants:
                found.setdefault(name, []).append(row)
        return {name: in_order(rows) for name, rows in found.items()}


def in_order(rows: Iterable[Row]) -> list[Row]:
    """Rows by filing date, those without one last, otherwise as in the register."""
    return sorted(rows, key=lambda row: (row.filed or date.max, row.index))


__all__ = ["Register", "Row", "in_order"]
