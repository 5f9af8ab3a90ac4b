"""Earlier marks from tables: for the room and for building an index."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from ipcheck.readers import Limits, ReadError
from ipcheck.readers.sheet import Sheet
from ipcheck.readers.table import read_table
from ipcheck.trademark.columns import COLUMNS, Column
from ipcheck.trademark.earlier import EarlierMark
from ipcheck.trademark.lists import Lists
from ipcheck.trademark.mark import Mark


def sheet_of(path: Path, limits: Limits) -> Sheet[Column]:
    """The table of marks in a file. Raises ReadError, also where no column is known."""
    try:
        sheet = Sheet(read_table(path, path.as_posix(), limits), COLUMNS)
    except OSError as error:
        raise ReadError(f"读不了：{error.strerror or error}") from error
    if not sheet.columns:
        header = "、".join(map(str, sheet.table.header))
        raise ReadError(f"第一行里没有认出任何一列（{header}），未检查；请写上商标、类别、申请人等列名")
    return sheet


def earlier_marks(paths: Iterable[Path], limits: Limits) -> tuple[list[EarlierMark], list[tuple[str, str]]]:
    """The earlier marks in tables, and (path, message) for each that could not be read."""
    marks: list[EarlierMark] = []
    problems: list[tuple[str, str]] = []
    lists = Lists()
    for path in paths:
        try:
            sheet = sheet_of(path, limits)
        except ReadError as error:
            problems.append((path.as_posix(), str(error)))
            continue
        if not sheet.has(Column.MARK):
            problems.append((path.as_posix(), "没有“商标”列，未读取"))
            continue
        marks.extend(EarlierMark.of(Mark(row, lists)) for row in sheet.rows)
    return marks, problems


__all__ = ["earlier_marks", "sheet_of"]
