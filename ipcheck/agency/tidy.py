"""What is wrong with a table itself: columns nobody knows, days nobody can read, what a spreadsheet did to numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from itertools import islice
from typing import Any

from ipcheck.agency.agency import Agency, Drawn, plain_name
from ipcheck.agency.privacy import is_mangled
from ipcheck.agency.table import PASSED_OVER
from ipcheck.model import Failure, Span
from ipcheck.readers.sheet import Row

# How many zeros a number may have lost at its beginning.
_ZEROS = 3
# More of one sort say nothing new.
_MOST = 20


def faults(agency: Agency, drawn: Drawn) -> Iterator[Failure]:
    """Yield what is wrong with a table; everything else in it is still checked."""
    sheet = drawn.sheet
    path = sheet.table.document.path
    where = f"工作表“{sheet.table.sheet}”" if sheet.table.sheet else ""

    def told(message: str) -> Failure:
        return Failure(path, None, where + message)

    known = "、".join(column.value for column in drawn.kind.column)
    if not sheet.columns:
        yield told(f"{_row(sheet.table.header[0])}里没有认出任何一列，没有检查；列名用：{known}")
        return
    for index, header in enumerate(sheet.table.header):
        column = drawn.kind.columns.of(str(header))
        if drawn.none and str(header) == "无":
            continue
        if column is None and len(header) and str(header) not in PASSED_OVER:
            yield told(f"{_row(header)}第{index + 1}列“{header}”不是已知的列名，没有用上；列名用：{known}")
        elif column is not None and sheet.columns[column] != index:
            yield told(f"{_row(header)}第{index + 1}列“{header}”与第{sheet.columns[column] + 1}列重复，只用了前一列")
    if not sheet.rows and not drawn.none and not drawn.kind.optional:
        yield told(f"“{drawn.kind.name}”表只有列名，没有内容；没有可以检查的")
    cells = (f"{_row(row.span())}{message}" for row in sheet.rows for message in _cells(drawn, row))
    for messages in (cells, _repeated(drawn), _namesakes(agency, drawn)):
        yield from map(told, islice(messages, _MOST))
        if rest := sum(1 for _ in messages):
            yield told(f"另有{rest}处同样的问题，没有逐一列出")


def _row(span: Span) -> str:
    return re.sub(r"^工作表“.*?”", "", span.source)


def _cells(drawn: Drawn, row: Row[Any]) -> Iterator[str]:
    """Yield what is wrong with single cells of a row."""
    for column in drawn.kind.days:
        if words := row.no_day(column):
            yield f"{_place(drawn, column)}“{words[:20]}”不是能读的日期，没有用上；写成 2026-03-05"
    for column in drawn.kind.codes:
        cell = row.cell(column)
        if cell is None:
            continue
        # What a masked cell held is known by its digest alone, empty where it was no number any more.
        secret = column in drawn.kind.secret
        if drawn.hidden.get(cell.start) == "" if secret else is_mangled(row.text(column)):
            shown = "" if secret else f"“{cell}”"
            yield (
                f"{_place(drawn, column)}{shown}被表格软件改成了科学计数法，或者末尾几位变成了0，"
                "号码已经不全；把这一列设为文本格式后重新填写"
            )
        if not secret:
            yield from _short_codes(drawn, row, column)


def _short_codes(drawn: Drawn, row: Row[Any], column: StrEnum) -> Iterator[str]:
    """A certificate that lacks just the zeros with which others of the table begin lost them in a spreadsheet."""
    words = row.text(column)
    if not words.isdigit():
        return
    others = [other.text(column) for other in drawn.sheet.rows if other is not row]
    zeros = {len(other) for other in others if other.isdigit() and other.startswith("0")}
    if zeros and len(words) < min(zeros) and len(words) + _ZEROS >= min(zeros):
        yield f"{_place(drawn, column)}“{words}”比表中其他号码短，开头的0可能被表格软件去掉了；设为文本格式后补上"


def _place(drawn: Drawn, column: StrEnum) -> str:
    return f"第{drawn.sheet.columns[column] + 1}列“{column}”"


def _repeated(drawn: Drawn) -> Iterator[str]:
    """Yield the rows that say nothing that an earlier row does not."""
    seen: dict[tuple[str, ...], Row[Any]] = {}
    for row in drawn.sheet.rows:
        # Masked numbers may look alike; what they hide tells them apart.
        words = tuple(drawn.hidden.get(cell.start) or str(cell) for cell in row.cells)
        first = seen.setdefault(words, row)
        if first is not row:
            yield f"{_row(row.span())}与{_row(first.span())}完全相同，请删去重复的一行"


def _namesakes(agency: Agency, drawn: Drawn) -> Iterator[str]:
    """Yield names that may be one person's or several persons' for all that the table says."""
    person = drawn.kind.person
    if person is None:
        return
    rows: dict[str, list[Row[Any]]] = {}
    for row in drawn.sheet.rows:
        rows.setdefault(plain_name(row.text(person)), []).append(row)
    for name, same in rows.items():
        known = [agency.identity(drawn.kind, row) for row in same]
        if name and len(same) > 1 and "" in known:
            places = "、".join(_row(row.span()) for row in same)
            told = "分不清是一个人还是几个人；请填写身份证件号码或者资格证号"
            yield f"{places}{_place(drawn, person)}同为“{same[0].text(person)}”，{told}"


__all__ = ["faults"]
