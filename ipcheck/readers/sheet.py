"""A table with known columns: headers in any order and under many names, one row a thing, every cell with its place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from enum import StrEnum
from math import isfinite
from typing import Generic, TypeVar
from unicodedata import normalize

from ipcheck.model import lazy
from ipcheck.model.span import Span
from ipcheck.readers.table import Table

ColumnT = TypeVar("ColumnT", bound=StrEnum)

_LIST = lazy(r"[;；、，,|/\n]+|\s{2,}")
# A day as people write it: 2024-03-05, 2024/3/5, 2024.3.5, 2024年3月5日, 20240305.
_DAY = lazy(r"(?P<y>(?:19|20)\d\d)(?:[-/.年](?P<m>\d{1,2})[-/.月](?P<d>\d{1,2})日?|(?P<m2>\d\d)(?P<d2>\d\d))")
# A cell that says there is no day yet, or none any more.
_NO_DAY = lazy(
    r"[-—/\\无]+|至今|长期\w{0,2}|永久\w{0,2}|无固定期限|在职|在任|不适用|(?:尚|还)?(?:未|没有?)\w{0,6}|待\w{0,4}|n/?a",
    re.IGNORECASE,
)
NO_ROWS = "只有列名，没有内容；没有可以检查的"
# More cells of one sort say nothing new.
_MOST_TOLD = 20
_EXCEL_ZERO = date(1899, 12, 30)
_YES = {"是", "有", "已", "y", "yes", "true", "1", "√", "✓", "v"}


def fold_header(header: str) -> str:
    """A header for comparing: width and case folded, without spaces, stars, colons and 的."""
    return re.sub(r"[\s*:：的]", "", normalize("NFKC", header).lower())


class Columns(Generic[ColumnT]):
    """Which headers mean which column. ``aliases`` are further headers, separated by spaces."""

    def __init__(self, columns: type[ColumnT], aliases: Mapping[ColumnT, str]) -> None:
        self.all = tuple(columns)
        self._by_header = {
            fold_header(name): column
            for column in columns
            for name in (column.value, *aliases.get(column, "").split())
        }  # fmt: skip

    def of(self, header: str) -> ColumnT | None:
        """The column that a header means; what stands in brackets after it (单位、说明) does not count."""
        folded = fold_header(header)
        return self._by_header.get(folded) or self._by_header.get(re.sub(r"\([^()]*\)$", "", folded))

    def template(self) -> str:
        """A blank table: the headers, one line."""
        return ",".join(self.all) + "\n"


class Row(Generic[ColumnT]):
    """One row. A cell is a Span; what cannot be read is None or empty, never an error."""

    def __init__(self, index: int, columns: Mapping[ColumnT, int], cells: tuple[Span, ...]) -> None:
        self.index = index
        self.cells = cells
        self._columns = columns

    def has(self, column: ColumnT) -> bool:
        """Whether the table has that column, empty or not."""
        return column in self._columns

    def cell(self, column: ColumnT) -> Span | None:
        """The cell of that column, None if the table lacks it or it is empty."""
        at = self._columns.get(column)
        return self.cells[at] if at is not None and at < len(self.cells) and len(self.cells[at]) else None

    def text(self, column: ColumnT) -> str:
        """The words of that cell, folded (width) and trimmed; empty if there are none."""
        cell = self.cell(column)
        return normalize("NFKC", str(cell)).strip() if cell is not None else ""

    def names(self, column: ColumnT) -> tuple[str, ...]:
        """The names in that cell, in order, each once."""
        cell = self.cell(column)
        if cell is None:
            return ()
        found = (normalize("NFKC", re.sub(r"[\s?]+", "", piece)) for piece in _LIST.split(str(cell)))
        return tuple(dict.fromkeys(name for name in found if name))

    def day(self, column: ColumnT) -> date | None:
        """The day in that cell."""
        return read_day(self.text(column))

    def no_day(self, column: ColumnT) -> str:
        """What stands where a day should; empty if it is a day, nothing, or says that there is none."""
        words = self.text(column)
        return "" if self.day(column) is not None or _NO_DAY.fullmatch(words) else words

    def number(self, column: ColumnT) -> float | None:
        """The first number in that cell (1,200 and 300万 are understood)."""
        text = self.text(column)
        match = re.search(r"\d[\d,]*(?:\.\d+)?", text)
        if match is None:
            return None
        scale = 10_000 if text[match.end() :].lstrip().startswith("万") else 1
        number = float(match[0].replace(",", "")) * scale
        return number if isfinite(number) else None

    def yes(self, column: ColumnT) -> bool:
        """Whether the cell says yes (是, 有, √, 1 …)."""
        return self.text(column).lower() in _YES

    def span(self, *columns: ColumnT) -> Span:
        """The first of these cells that is there, else the row's first cell that is not empty."""
        found = (self.cell(column) for column in columns)
        return next((cell for cell in found if cell is not None), next(cell for cell in self.cells if len(cell)))


class Sheet(Generic[ColumnT]):
    """The rows of a table. ``unknown`` are headers that mean no column of ours; rows without any words are left out."""

    def __init__(self, table: Table, columns: Columns[ColumnT]) -> None:
        self.table = table
        self.columns: dict[ColumnT, int] = {}
        self.unknown: list[str] = []
        for index, header in enumerate(table.header):
            column = columns.of(str(header))
            if column is None:
                self.unknown.append(str(header))
            else:
                self.columns.setdefault(column, index)
        self.rows = tuple(
            Row(number, self.columns, cells)
            for number, cells in enumerate(table.rows)
            if any(len(cell) for cell in cells)
        )

    def has(self, *columns: ColumnT) -> bool:
        """Whether the table has all these columns."""
        return all(column in self.columns for column in columns)


def unread_days(sheet: Sheet[ColumnT], days: Iterable[ColumnT]) -> Iterator[str]:
    """Yield the cells of the columns ``days`` that cannot be read: a row without its day drops out of every count."""
    odd = [(row, column, words) for row in sheet.rows for column in days if (words := row.no_day(column))]
    for row, column, words in odd[:_MOST_TOLD]:
        yield f"{row.span(column).source}“{column}”写的“{words[:20]}”不是能读的日期，没有用上；写成 2026-03-05"
    if len(odd) > _MOST_TOLD:
        yield f"另有{len(odd) - _MOST_TOLD}处日期读不懂，没有逐一列出"


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


__all__ = ["NO_ROWS", "Columns", "Row", "Sheet", "fold_header", "read_day", "unread_days"]
