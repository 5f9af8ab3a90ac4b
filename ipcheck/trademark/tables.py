"""Earlier marks from tables, for building an index."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from ipcheck.readers import Limits, ReadError
from ipcheck.trademark.applications import read_applications
from ipcheck.trademark.columns import Column
from ipcheck.trademark.earlier import EarlierMark
from ipcheck.trademark.lists import Lists
from ipcheck.trademark.mark import Mark


def earlier_marks(paths: Iterable[Path], limits: Limits) -> tuple[list[EarlierMark], list[tuple[str, str]]]:
    """The earlier marks in tables, and (path, message) for each that could not be read."""
    marks: list[EarlierMark] = []
    problems: list[tuple[str, str]] = []
    lists = Lists()
    for path in paths:
        try:
            sheet = read_applications(path, path.as_posix(), limits)
        except (ReadError, OSError) as error:
            problems.append((path.as_posix(), str(error)))
            continue
        if not sheet.has(Column.MARK):
            problems.append((path.as_posix(), "没有“商标”列，未读取"))
            continue
        marks.extend(EarlierMark.of(Mark(row, lists)) for row in sheet.rows)
    return marks, problems


__all__ = ["earlier_marks"]
