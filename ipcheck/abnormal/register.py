"""A filing register: one row an application, drawn from a table, with the place of every cell."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta
from functools import cached_property
from unicodedata import normalize

from ipcheck.abnormal.columns import Column, column_of
from ipcheck.model import Span
from ipcheck.readers.table import Table

_LIST = re.compile(r"[;；、，,|/\n]+|\s{2,}")
# A day as people write it: 2024-03-05, 2024/3/5, 2024.3.5, 2024年3月5日, 20240305.
_DAY = re.compile(r"(?P<y>(?:19|20)\d\d)(?:[-/.年](?P<m>\d{1,2})[-/.月](?P<d>\d{1,2})日?|(?P<m2>\d\d)(?P<d2>\d\d))")
_EXCEL_ZERO = date(1899, 12, 30)
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


class Row:
    """One application of the register. A cell is a Span; what cannot be read is None or empty, never an error."""

    __slots__ = ("__dict__", "_cells", "_columns", "index")

    def __init__(self, index: int, columns: dict[Column, int], cells: tuple[Span, ...]) -> None:
        self.index = index
        self._columns = columns
        self._cells = cells

    def cell(self, column: Column) -> Span | None:
        """The cell of that column, None if the table lacks it or it is empty."""
        at = self._columns.get(column)
        return self._cells[at] if at is not None and at < len(self._cells) and len(self._cells[at]) else None

    def text(self, column: Column) -> str:
        """The words of that cell, folded (width) and trimmed; empty if there are none."""
        cell = self.cell(column)
        return normalize("NFKC", str(cell)).strip() if cell is not None else ""

    def names(self, column: Column) -> tuple[str, ...]:
        """The names in that cell, in order, each once."""
        cell = self.cell(column)
        if cell is None:
            return ()
        found = (normalize("NFKC", re.sub(r"[\s?]+", "", piece)) for piece in _LIST.split(str(cell)))
        return tuple(dict.fromkeys(name for name in found if name))

    def day(self, column: Column) -> date | None:
        """The day in that cell."""
        return read_day(self.text(column))

    def number(self, column: Column) -> float | None:
        """The first number in that cell (1,200 and 300万 are understood)."""
        match = re.search(r"\d[\d,]*(?:\.\d+)?", self.text(column))
        if match is None:
            return None
        scale = 10_000 if self.text(column)[match.end() :].lstrip().startswith("万") else 1
        return float(match[0].replace(",", "")) * scale

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

    def span(self, *columns: Column) -> Span:
        """The first of these cells that is there, else the row's first cell that is not empty."""
        found = (self.cell(column) for column in columns)
        return next((cell for cell in found if cell is not None), next(cell for cell in self._cells if len(cell)))


class Register:
    """The rows of a table of applications. ``unknown`` are headers that mean no column of ours."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self.columns: dict[Column, int] = {}
        self.unknown: list[str] = []
        for index, header in enumerate(table.header):
            column = column_of(str(header))
            if column is None:
                self.unknown.append(str(header))
            else:
                self.columns.setdefault(column, index)
        self.rows = tuple(
            Row(number, self.columns, cells)
            for number, cells in enumerate(table.rows)
            if any(len(cell) for cell in cells)
        )

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


def read_day(text: str) -> date | None:
    """The first day in ``text``; None if there is none or it is no day of the calendar."""
    match = _DAY.search(text)
    try:
        if match:
            return date(int(match["y"]), int(match["m"] or match["m2"]), int(match["d"] or match["d2"]))
        if re.fullmatch(r"\d{5}", text):
            # Spreadsheets count days; a cell that lost its format shows the count.
            return _EXCEL_ZERO + timedelta(days=int(text))
    except ValueError:
        return None
    return None


__all__ = ["Register", "Row", "in_order", "read_day"]
