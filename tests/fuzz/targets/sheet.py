"""Tables: .csv of any bytes, workbooks of any parts."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

from ipcheck.readers import ReadError
from ipcheck.readers.table import Table, sheets_of, table_of
from tests.fuzz.target import sound
from tests.hostile.plain import table_files

_CUT = b"\n%%\n"
_XLSX = ("xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml")
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="r1" Type="{_RELATION}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="r2" Type="{_RELATION}/sharedStrings" Target="sharedStrings.xml"/>'
    f'<Relationship Id="r3" Type="{_RELATION}/styles" Target="styles.xml"/></Relationships>'
)


def fuzz_sheet(data: bytes) -> None:
    """The first byte says what the rest is: a text, the parts of an .xlsx, an .ods, or a container as it is."""
    kind, rest = data[:1], data[1:]
    made = _workbook(rest) if kind == b"x" else _ods(rest) if kind == b"o" else rest
    for name in ("表.csv", "表.xlsx"):
        try:
            tables = [table_of(made, name), *sheets_of(made, name)]
        except ReadError as error:
            assert str(error)
            continue
        for table in tables:
            _fits(table)


def _fits(table: Table) -> None:
    sound(table.document)
    for row in (table.header, *table.rows):
        end = 0
        for cell in row:
            assert end <= cell.start <= cell.end <= len(table.document.text)
            assert str(cell) == str(cell).strip() and "\t" not in str(cell)
            end = cell.end


def _zip(parts: dict[str, bytes | str]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return buffer.getvalue()


def _workbook(data: bytes) -> bytes:
    parts: dict[str, bytes | str] = {"xl/_rels/workbook.xml.rels": _RELATIONS}
    return _zip({**parts, **{name: part for name, part in zip(_XLSX, data.split(_CUT), strict=False) if part}})


def _ods(data: bytes) -> bytes:
    return _zip({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": data})


def seeds() -> Iterator[bytes]:
    yield 'c申请号,申请人,申请日\n1,甲,2026-01-01\n"2\n3","乙""",\n'.encode()
    yield "c申请号\t申请人\n1\t甲\n".encode("gb18030")
    cells = (
        '<c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>乙</t></is></c><c r="C1" s="1"><v>45000.5</v></c>'
    )
    yield b"x" + _CUT.join(
        piece.encode()
        for piece in (
            f'<workbook xmlns="{_MAIN}" xmlns:r="{_RELATION}"><sheets><sheet name="表" sheetId="1" r:id="r1"/></sheets>'
            "</workbook>",
            f'<worksheet xmlns="{_MAIN}"><dimension ref="A1:C2"/><sheetData><row r="1">{cells}</row><row r="2">'
            '<c r="A2" t="b"><v>1</v></c><c r="B2" t="e"><v>#N/A</v></c></row></sheetData></worksheet>',
            f'<sst xmlns="{_MAIN}"><si><t>甲</t></si></sst>',
            f'<styleSheet xmlns="{_MAIN}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
        )
    )
    office = "urn:oasis:names:tc:opendocument:xmlns:"
    yield (
        f'o<office:document-content xmlns:office="{office}office:1.0" xmlns:table="{office}table:1.0" '
        f'xmlns:text="{office}text:1.0"><office:body><office:spreadsheet><table:table table:name="表"><table:table-row '
        'table:number-rows-repeated="2"><table:table-cell office:value-type="string"><text:p>甲</text:p>'
        '</table:table-cell><table:table-cell table:number-columns-repeated="3" office:value-type="float" '
        'office:value="1.5"/></table:table-row></table:table></office:spreadsheet></office:body>'
        "</office:document-content>"
    ).encode()
    yield from (b"c" + data for _, data in table_files() if len(data) < 6000)
