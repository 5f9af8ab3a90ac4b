"""Reads tables: .csv, .tsv and .xlsx (.xlsm .xls .ods), one row a line of the document."""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path, PurePosixPath

from ipcheck.model.document import Document, DocumentBuilder, Place
from ipcheck.model.span import Span
from ipcheck.readers.decode import decode
from ipcheck.readers.errors import ReadError
from ipcheck.readers.limits import DEFAULT, Limits
from ipcheck.readers.registry import read_whole
from ipcheck.readers.safe_zip import open_zip

SUFFIXES = (".csv", ".tsv", ".xlsx", ".xlsm", ".xls", ".ods")
_SEPARATORS = "\t,;，；|"
_ROWS = 2_000_000
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
    data = read_whole(path, limits)
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
    from python_calamine import CalamineError, CalamineWorkbook

    if data.startswith(b"PK"):
        archive = open_zip(data, limits)
        if not any(PurePosixPath(name.lower()).parts[:1] in (("xl",), ("content.xml",)) for name in archive.names):
            raise ReadError("不是 Excel 工作簿；支持 .csv、.tsv、.xlsx、.xls、.ods")
        # Every member is unpacked once within the limits before the parser sees the file.
        for name in archive.names:
            archive.read(name)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        for name in book.sheet_names:
            rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
            words = [(number, [_words(cell) for cell in row]) for number, row in enumerate(rows, 1)]
            filled = [(number, cells) for number, cells in words if any(cells)]
            if filled:
                yield name, filled
    except CalamineError as error:
        raise ReadError(f"工作簿打不开（{error}）；请在 Excel 或 WPS 中另存为 .xlsx 后重试") from error


def _words(cell: object) -> str:
    """A cell as a person reads it: days without midnight, whole numbers without a point."""
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(" ", "minutes")
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        return str(int(cell))
    return str(cell).strip()
