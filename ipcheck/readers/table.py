"""Reads tables: .csv, .tsv and .xlsx (.xlsm .xls .ods), one row a line of the document."""

from __future__ import annotations

import csv
import hashlib
import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Any

from ipcheck import apart
from ipcheck.apart import Done, Lost, Steps
from ipcheck.model.document import Document, DocumentBuilder, Place
from ipcheck.model.span import Span
from ipcheck.readers.decode import decode
from ipcheck.readers.errors import ReadError
from ipcheck.readers.guarded import lost_reading, reading_budget
from ipcheck.readers.limits import DEFAULT, Limits
from ipcheck.readers.registry import read_whole
from ipcheck.readers.safe_zip import open_zip

SUFFIXES = (".csv", ".tsv", ".xlsx", ".xlsm", ".xls", ".ods")
_SEPARATORS = "\t,;，；|"
_ROWS = 2_000_000
# A sheet may span this many cells, or this many times the cells that hold something.
_AREA = 5_000_000
_SPARSE = 20
_LAST = (1_048_576, 16_384)
_ODS = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_CELL = re.compile(rb"<(?:\w{1,20}:)?c\s[^<>]{0,200}?\br=[\"']([A-Z]{1,3})([0-9]{1,7})[\"'][^<>]{0,200}(?<!/)>")
_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")


@dataclass(frozen=True)
class Table:
    """A table as read: the document whose lines are its rows, and for each row the span of every cell.

    Cells are trimmed; a row may have fewer than the header. In the text a tab stands between cells, and a line feed
    inside a cell is a space. ``sheet`` is the work sheet's name where a workbook was read sheet by sheet.
    """

    document: Document
    header: tuple[Span, ...]
    rows: tuple[tuple[Span, ...], ...]
    sheet: str = ""


def read_table(path: Path, shown: str, limits: Limits = DEFAULT) -> Table:
    """Read the table in a file; of a workbook the first sheet that holds anything. Raises ReadError."""
    return table_of(read_whole(path, limits), shown, limits)


def table_of(data: bytes, shown: str, limits: Limits = DEFAULT) -> Table:
    """Read the bytes of a table; what they are is told by their content. Raises ReadError."""
    if not data.strip():
        raise ReadError("文件是空的；请确认是否选错文件，或者文件没有保存成功")
    if data.startswith(_WORKBOOKS):
        first = next(_workbook(data, limits), None)
        return _table(data, shown, first[1] if first else ())
    text, encoding = decode(data)
    return _table(data, shown, _separated(text), encoding=encoding)


def read_sheets(path: Path, shown: str, limits: Limits = DEFAULT) -> list[Table]:
    """Read every work sheet that holds anything; a .csv is one table without a sheet's name. Raises ReadError."""
    return sheets_of(read_whole(path, limits), shown, limits)


def sheets_of(data: bytes, shown: str, limits: Limits = DEFAULT) -> list[Table]:
    """``read_sheets`` of bytes. Raises ReadError."""
    if not data.startswith(_WORKBOOKS):
        return [table_of(data, shown, limits)]
    tables = [_table(data, shown, lines, sheet=name) for name, lines in _workbook(data, limits)]
    if not tables:
        raise ReadError("表格里没有内容；第一行应当是列名")
    return tables


def _table(
    data: bytes, shown: str, lines: Iterable[tuple[int, list[str]]], *, sheet: str = "", encoding: str | None = None
) -> Table:
    builder = DocumentBuilder(shown, "table")
    spans: list[list[tuple[int, int]]] = []
    for number, cells in lines:
        if len(spans) >= _ROWS:
            raise ReadError(f"表格超过 {_ROWS} 行，未读取；请拆分后重试")
        spans.append(list(_add(builder, f"工作表“{sheet}”" if sheet else "", number, cells)))
    document = builder.build(sha256=hashlib.sha256(data).hexdigest(), encoding=encoding)
    rows = [tuple(Span(document, start, end) for start, end in row) for row in spans]
    if not rows:
        raise ReadError("表格里没有内容；第一行应当是列名")
    return Table(document, rows[0], tuple(rows[1:]), sheet)


def _add(builder: DocumentBuilder, sheet: str, number: int, cells: Iterable[str]) -> Iterator[tuple[int, int]]:
    for index, cell in enumerate(cells):
        if index:
            builder.add("\t")
        words = " ".join(cell.split("\n")).replace("\r", " ").replace("\t", " ")
        start = builder.add(words, Place(f"{sheet}第{number}行", element=(number,)))
        lead = len(words) - len(words.lstrip())
        yield start + lead, start + max(lead, len(words.rstrip()))
    builder.end_paragraph()


def _separated(text: str) -> Iterator[tuple[int, list[str]]]:
    """Yield (line in the file, cells) of every row that is not empty."""
    first = text.split("\n", 1)[0]
    separator = max(_SEPARATORS, key=lambda sign: (first.count(sign), -_SEPARATORS.index(sign)))
    csv.field_size_limit(10_000_000)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        for row in reader:
            if any(cell.strip() for cell in row):
                yield reader.line_num, row
    except csv.Error as error:
        raise ReadError(
            f"第{reader.line_num}行不是合格的表格（{error}）；请用 Excel 或 WPS 打开后另存为 .xlsx"
        ) from error


def _workbook(data: bytes, limits: Limits) -> Iterator[tuple[str, list[tuple[int, list[str]]]]]:
    """Yield (name, rows) of every work sheet that holds anything; a row is its number and its cells."""
    for name, rows in workbook_rows(data, limits):
        words = [(number, [_words(cell) for cell in row]) for number, row in enumerate(rows, 1)]
        filled = [(number, cells) for number, cells in words if any(cells)]
        if filled:
            yield name, filled


def workbook_rows(data: bytes, limits: Limits = DEFAULT) -> Iterator[tuple[str, list[list[Any]]]]:
    """Yield (name, rows of values) of every work sheet of a workbook, from its first cell on. Raises ReadError.

    The parser works in a copy of this process where there can be one: it may die or hang there.
    """
    if data.startswith(b"PK"):
        archive = open_zip(data, limits)
        if not any(PurePosixPath(name.lower()).parts[:1] in (("xl",), ("content.xml",)) for name in archive.names):
            raise ReadError("不是 Excel 工作簿；支持 .csv、.tsv、.xlsx、.xls、.ods")
        # Every member is unpacked once within the limits before the parser sees the file.
        for name in archive.names:
            member = archive.read(name)
            if name.lower().startswith("xl/worksheets/"):
                _refuse_sparse(member)
            elif name.lower() == "content.xml":
                _refuse_repeated(member)
    parse = _Parser(data)
    numbers = range(_LAST[1])
    answers = (
        apart.run(numbers, lambda: parse, partial(_lost, limits=limits), budget=lambda _: reading_budget(limits))
        if apart.forks()
        else (parse(number, Steps()) for number in numbers)
    )
    for answer in answers:
        if answer is None:
            return
        if isinstance(answer, str):
            raise ReadError(f"{answer}；请在 Excel 或 WPS 中另存为 .xlsx 后重试")
        yield answer


_Sheet = tuple[str, list[list[Any]]]


class _Parser:
    """The work sheets of a workbook by their numbers from 0, None behind the last one, a sentence for a fault."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._book: Any = None

    def __call__(self, number: int, _: Steps) -> _Sheet | str | None:
        from python_calamine import CalamineError, CalamineWorkbook

        try:
            self._book = self._book or CalamineWorkbook.from_filelike(io.BytesIO(self._data))
            if number >= len(self._book.sheet_names):
                return None
            name = self._book.sheet_names[number]
            return name, self._book.get_sheet_by_name(name).to_python(skip_empty_area=False)
        except CalamineError as error:
            return f"工作簿打不开（{error}）"


def _lost(_: int, lost: Lost, limits: Limits) -> Done[_Sheet | str | None]:
    return Done(lost_reading(lost, limits))


def _refuse_sparse(sheet: bytes) -> None:
    """Raise ReadError for a sheet with a cell far out: the parser takes memory for the whole rectangle and dies."""
    cells = columns = rows = 0
    for match in _CELL.finditer(sheet):
        cells += 1
        column = 0
        for letter in match[1]:
            column = column * 26 + letter - 64
        columns, rows = max(columns, column), max(rows, int(match[2]))
    _refuse(rows, columns, cells)


def _refuse_repeated(content: bytes) -> None:
    """Raise ReadError for an .ods that says far more cells than it holds, by repeating them or by gaps."""
    from lxml import etree

    row = cells = 0
    last = [0, 0]
    try:
        for _, element in etree.iterparse(
            io.BytesIO(content), tag=f"{_ODS}table-row", resolve_entities=False, no_network=True
        ):
            row += min(_LAST[0], _count(element, "rows"))
            column = 0
            for cell in element:
                column += min(_LAST[1], _count(cell, "columns"))
                if len(cell) or any(str(key).endswith("}value-type") for key in cell.attrib):
                    cells += 1
                    last = [row, max(last[1], min(column, _LAST[1]))]
            element.clear()
    except etree.XMLSyntaxError as error:
        raise ReadError(f"工作簿打不开（{error}）；请另存为 .xlsx 后重试") from error
    _refuse(last[0], last[1], cells)


def _count(element: Any, what: str) -> int:
    told = element.get(f"{_ODS}number-{what}-repeated", "1")
    return int(told) if told.isascii() and told.isdigit() and len(told) < 10 else 1


def _refuse(rows: int, columns: int, cells: int) -> None:
    if rows * columns > _AREA and rows * columns > _SPARSE * cells:
        raise ReadError(
            f"工作表只有 {cells} 个格子有内容，却铺到了第 {rows} 行第 {columns} 列；请删掉很远的格子里的内容后另存"
        )


def _words(cell: object) -> str:
    """A cell as a person reads it: days without midnight, whole numbers without a point."""
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(" ", "minutes")
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        return str(int(cell))
    return str(cell).strip()
