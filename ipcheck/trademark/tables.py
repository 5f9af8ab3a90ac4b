"""Earlier marks from tables, for building an index."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from ipcheck.readers import Limits, ReadError
from ipcheck.trademark.applications import read_applications
from ipcheck.trademark.columns import Column
from ipcheck.trademark.earlier import EarlierMark
from ipcheck.trademark.lists import Lists
from ipcheck.trademark.mark import Mark
from ipcheck.trademark.picture import Picture
from ipcheck.whole import why_unread


def earlier_marks(
    paths: Iterable[Path], limits: Limits
) -> tuple[list[EarlierMark], list[tuple[EarlierMark, Picture]], list[tuple[str, str]]]:
    """The earlier marks in tables, those with pictures, and (path, message) for each table that could not be read."""
    marks: list[EarlierMark] = []
    pictures: list[tuple[EarlierMark, Picture]] = []
    problems: list[tuple[str, str]] = []
    lists = Lists()
    for path in paths:
        try:
            sheet = read_applications(path, path.as_posix(), limits)
        except (ReadError, OSError) as error:
            problems.append((path.as_posix(), why_unread(error)))
            continue
        if not sheet.has(Column.MARK):
            problems.append((path.as_posix(), "没有“商标”列，未读取"))
            continue
        rows = [Mark(row, lists) for row in sheet.rows]
        marks.extend(map(EarlierMark.of, rows))
        pictures.extend(pictured(rows))
    return marks, pictures, problems


def pictured(rows: Iterable[Mark]) -> Iterator[tuple[EarlierMark, Picture]]:
    """Each picture of earlier marks with its mark."""
    return ((EarlierMark.of(row), picture) for row in rows for picture in row.pictures)


__all__ = ["earlier_marks", "pictured"]
