"""Workbooks that say more cells than anybody has memory for are refused before the parser sees them."""

from __future__ import annotations

import io
import zipfile

import openpyxl
import pytest

from ipcheck.readers.errors import ReadError
from ipcheck.readers.table import table_of

_NAMES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
)


def ods(rows: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        package.writestr("META-INF/manifest.xml", "<a/>")
        package.writestr(
            "content.xml",
            f"<office:document-content {_NAMES}><office:body><office:spreadsheet><table:table table:name='a'>{rows}"
            "</table:table></office:spreadsheet></office:body></office:document-content>",
        )
    return out.getvalue()


def _xlsx(cell: str) -> bytes:
    book = openpyxl.Workbook()
    book.worksheets[0]["A1"] = "姓名"
    book.worksheets[0][cell] = "x"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


WIDE = 'table:number-columns-repeated="9999"'
CELL = '<table:table-cell {} office:value-type="string"><text:p>x</text:p></table:table-cell>'


@pytest.mark.parametrize(
    "data",
    [
        _xlsx("XFD1048576"),
        ods(f'<table:table-row table:number-rows-repeated="9999">{CELL.format(WIDE)}</table:table-row>'),
        ods(
            '<table:table-row table:number-rows-repeated="1000000"/>'
            f"<table:table-row><table:table-cell {WIDE}/>{CELL.format('')}</table:table-row>"
        ),
    ],
    ids=["far cell", "repeated cells", "gaps"],
)
def test_refused(data: bytes) -> None:
    with pytest.raises(ReadError, match="请删掉很远的格子里的内容"):
        table_of(data, "a")


def test_empty_rows_to_the_end_are_usual() -> None:
    tail = (
        '<table:table-row table:number-rows-repeated="1048575"><table:table-cell '
        'table:number-columns-repeated="16384"/></table:table-row>'
    )
    row = f"<table:table-row>{CELL.format('')}</table:table-row>"
    assert str(table_of(ods(row * 2 + tail), "a").header[0]) == "x"
    assert len(table_of(_xlsx("B900"), "a").rows) == 1
