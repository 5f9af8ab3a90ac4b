"""Case ZIPs: containers of any bytes, and containers whose names and members are anything."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from warnings import catch_warnings, simplefilter

from ipcheck.patent.case import draw_filings
from ipcheck.readers import ReadError
from ipcheck.readers.registry import read_bytes
from tests.fuzz.draw import Draw
from tests.fuzz.target import sound
from tests.hostile.office import office_files
from tests.samples.pot_holder import POT_HOLDER
from tests.samples.write_xml import case_zip, e_filing

_NAMES = (
    "100001/100001.xml", "100002/100002.xml", "100003/100003.xml", "100003/图1.png", "HDA0001.jpg", "权利要求书.txt",
    "说明书.md", "甲/权利要求书.txt", "乙/权利要求书.txt", "../a.txt", "/etc/a.txt", "C:\\a.txt", "a\nb.txt", "", ".",
    "a/", ".hidden.txt", "~$a.docx", "__MACOSX/a.txt", "a.zip", "a.exe", "word/document.xml", "[Content_Types].xml",
    "a.txt", "a.TXT", "mimetype", "content.xml", "图1.png", "图2.tif", "a\x00b.txt", "稿" * 80 + ".txt", "\u202e.txt",
    "xl/a.xml",
)  # fmt: skip
_MEMBERS = tuple(e_filing(POT_HOLDER).values())


def fuzz_case_zip(data: bytes) -> None:
    made = data if data.startswith(b"PK") else _made(Draw(data))
    try:
        documents = read_bytes(made, "案卷.zip")
    except ReadError as error:
        assert str(error)
        return
    assert documents == read_bytes(made, "案卷.zip")
    for document in documents:
        sound(document)
        assert document.path == "案卷.zip" or document.path.startswith("案卷.zip!/")
    for filing, notes in draw_filings([("案卷.zip", item) for item in documents], kind=None, bundle="案卷.zip"):
        assert filing.name and all(notes)
        for picture in filing.pictures:
            assert picture.item.image is None or picture.item.image.width


def _made(draw: Draw) -> bytes:
    buffer = io.BytesIO()
    with catch_warnings(), zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        simplefilter("ignore")  # a name that comes twice
        while draw.left:
            info = zipfile.ZipInfo("x")
            info.filename = draw.one(_NAMES)
            info.external_attr = draw.one((0, 0, 0, 0o120777 << 16, 0o040755 << 16, 0xFFFFFFFF))
            kind = draw.byte() % 5
            member = draw.one(_MEMBERS) if kind == 0 else draw.text(60).encode() if kind < 4 else draw.piece(200)
            archive.writestr(info, member)
    return buffer.getvalue()


def seeds() -> Iterator[bytes]:
    yield case_zip(POT_HOLDER)
    yield from (bytes(range(start, 256, 3)) for start in range(6))
    yield from (data for name, data in office_files() if name.endswith(".zip") and len(data) < 2000)
