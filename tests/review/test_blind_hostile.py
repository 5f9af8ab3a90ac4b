"""Corners of documents where names hid from the first blinding."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from ipcheck.readers.errors import ReadError
from ipcheck.readers.limits import DEFAULT
from ipcheck.review.blind.copies import blind_copy, left_over
from ipcheck.review.blind.names import Names
from tests.review.conftest import review
from tests.review.test_blind import everything

FIRM = "澄泊甲专利代理事务所"
NAMED = Names([FIRM, "澄泊公司", "约翰·史密斯", "ChengboFirm", "10", "90001"])


def word(parts: dict[str, bytes] | None = None, body: str = "", text: str = "底座10与摇臂转动连接") -> bytes:
    """A .docx with parts put in, and ``body`` as the first of its document."""
    document = docx.Document()
    document.add_paragraph(text)
    plain, out = io.BytesIO(), io.BytesIO()
    document.save(plain)
    with zipfile.ZipFile(plain) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, data.replace(b"<w:body>", b"<w:body>" + body.encode()) if "document" in name else data)
        for name, data in (parts or {}).items():
            new.writestr(name, data)
    return out.getvalue()


def words_of(blind: bytes) -> str:
    return str(docx.Document(io.BytesIO(blind)).paragraphs[0].text)


def test_a_workbook_put_into_a_document_is_made_blind_too() -> None:
    book = openpyxl.Workbook()
    book.worksheets[0]["A1"] = FIRM
    book.properties.creator = FIRM
    inner = io.BytesIO()
    book.save(inner)
    data = word({"word/embeddings/a.xlsx": inner.getvalue()})
    assert left_over(data, "a.docx", NAMED, DEFAULT)
    blind = blind_copy(data, "a.docx", NAMED, DEFAULT)
    with zipfile.ZipFile(io.BytesIO(blind)) as package:
        assert FIRM.encode() not in everything(package.read("word/embeddings/a.xlsx"))
        openpyxl.load_workbook(io.BytesIO(package.read("word/embeddings/a.xlsx")))


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("word/a.htm", "".join(f"&#{ord(character)};" for character in FIRM).encode()),
        ("word/a.mht", b"=E6=BE=84=E6=B3=8A"),
        ("word/embeddings/a.bin", b"\0\1" + FIRM.encode("utf-16-le")),
        ("word/embeddings/a.bin", b"\0\1" + FIRM.encode("gb18030")),
        ("word/embeddings/a.bin", b"\xd0\xcf\x11\xe0" + bytes(64) + b"PK\x03\x04"),
    ],
)
def test_what_cannot_be_looked_through_is_refused(name: str, data: bytes) -> None:
    with pytest.raises(ReadError, match="请在 Word 中删除这个对象"):
        blind_copy(word({name: data}), "a.docx", NAMED, DEFAULT)


def test_fields_links_and_marks_of_an_author_tell_nothing() -> None:
    body = (
        '<w:p w:rsidR="00AB12CD"><w:r><w:instrText>HYPERLINK "http://www.chengbo-client.com/x"</w:instrText></w:r>'
        r'<w:r><w:instrText>INCLUDEPICTURE "C:\\chengbo-client\\a.png"</w:instrText></w:r></w:p>'
    )
    rels = (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
        b'TargetMode="External" Type="http://x/hyperlink" Target="http://www.chengbo-client.com/"/></Relationships>'
    )
    inside = everything(blind_copy(word({"word/_rels/footnotes.xml.rels": rels}, body), "a.docx", NAMED, DEFAULT))
    assert b"chengbo-client" not in inside and b"w:rsid" not in inside and b"HYPERLINK" in inside


def test_invisible_characters_and_other_dots_hide_no_name() -> None:
    assert words_of(blind_copy(word(text="由澄\u200b泊\u00ad公司制造"), "a.docx", NAMED, DEFAULT)).count("■") >= 4
    for dot in "·•‧・．.":
        assert NAMED.cover(f"约翰{dot}史密斯的摇臂") == "■■■■■■的摇臂"


def test_short_numbers_are_reference_signs_and_no_names() -> None:
    assert words_of(blind_copy(word(), "a.docx", NAMED, DEFAULT)) == "底座10与摇臂转动连接"
    assert NAMED.cover("机构90001") == "机构■■■■■"


def test_a_name_broken_over_two_lines_is_covered() -> None:
    assert blind_copy("由澄泊\n公司制造".encode(), "a.txt", NAMED, DEFAULT).decode() == "由■■\n■■制造"


def pdf(content: bytes, tweak: Callable[[pikepdf.Pdf, Any], None] | None = None) -> bytes:
    """A one-page PDF with Helvetica as /F1."""
    made = pikepdf.new()
    made.add_blank_page(page_size=(300, 800))
    page = made.pages[0]
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    page.Resources = Dictionary(Font=Dictionary(F1=font))
    page.Contents = made.make_stream(content)
    if tweak is not None:
        tweak(made, page)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def _field(made: pikepdf.Pdf, page: Any) -> None:
    face = made.make_stream(
        b"BT /F1 12 Tf (ChengboFirm) Tj ET", Subtype=Name.Form, BBox=Array([0, 0, 9, 9]), Resources=page.Resources
    )
    box = Array([0, 0, 9, 9])
    field = Dictionary(Subtype=Name.Widget, FT=Name.Tx, V=String("ChengboFirm"), Rect=box, AP=Dictionary(N=face))
    page.Annots = Array([made.make_indirect(field)])
    made.Root.AcroForm = Dictionary(Fields=page.Annots)


def _pattern(made: pikepdf.Pdf, page: Any) -> None:
    page.Resources.Pattern = Dictionary(
        P1=made.make_stream(
            b"BT /F1 12 Tf (ChengboFirm) Tj ET", PatternType=1, BBox=Array([0, 0, 9, 9]), Resources=page.Resources
        )
    )


def _script(made: pikepdf.Pdf, page: Any) -> None:
    made.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=made.make_stream(b'app.alert("ChengboFirm")'))
    attached = Dictionary(Type=Name.Filespec, EF=Dictionary(F=made.make_stream(b"ChengboFirm")))
    made.Root.AF = Array([made.make_indirect(attached)])
    link = Dictionary(S=Name.URI, URI=String("http://www.chengbofirm.com"))
    page.Annots = Array([made.make_indirect(Dictionary(Subtype=Name.Link, Rect=Array([0, 0, 9, 9]), A=link))])


HELLO = b"BT /F1 12 Tf 9 700 Td (A cup with a lid and a handle) Tj ET"


@pytest.mark.parametrize(
    "data",
    [
        pdf(b"/Span <</ActualText (ChengboFirm)>> BDC " + HELLO + b" EMC"),
        pdf(HELLO, _field),
        pdf(b"/Pattern cs /P1 scn 0 0 99 99 re f " + HELLO, _pattern),
        pdf(HELLO, _script),
    ],
    ids=["actual text", "form field", "pattern", "script, attachment, link"],
)
def test_corners_of_a_pdf(data: bytes) -> None:
    blind = blind_copy(data, "a.pdf", NAMED, DEFAULT)
    assert left_over(blind, "a.pdf", NAMED, DEFAULT) == []
    assert b"chengbofirm" not in everything(blind).lower()


def test_what_is_left_in_a_packed_stream_is_told() -> None:
    blind = blind_copy(pdf(HELLO + b" %ChengboFirm\n"), "a.pdf", NAMED, DEFAULT)
    assert any("压缩的内容" in told for told in left_over(blind, "a.pdf", NAMED, DEFAULT))


def test_two_members_of_one_blind_name_both_stay() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as package:
        package.writestr("权利要求书-澄泊公司.txt", "1. 一种杯子。")
        package.writestr("权利要求书-甲.txt", "1. 一种盘子。")
    with zipfile.ZipFile(io.BytesIO(blind_copy(packed.getvalue(), "a.zip", NAMED, DEFAULT))) as blind:
        assert len(set(blind.namelist())) == 2 and all("权利要求书" in name for name in blind.namelist())
    outer = io.BytesIO()
    with zipfile.ZipFile(outer, "w") as package:
        package.writestr("内.zip", packed.getvalue())
    with pytest.raises(ReadError, match="解压"):
        blind_copy(outer.getvalue(), "a.zip", NAMED, DEFAULT)


def test_a_case_is_blind_as_a_whole_or_not_at_all(evaluation: Path) -> None:
    folder = evaluation / "案卷" / "90011-0.txt"
    words = folder.read_text("utf-8")
    folder.unlink()
    folder.mkdir()
    (folder / "权利要求书.txt").write_text(words, encoding="utf-8")
    assert review("sample", str(evaluation)).exit_code == 0
    assert review("blind", str(evaluation)).exit_code == 0
    (copy,) = (path for path in (evaluation / "匿名卷").iterdir() if path.is_dir())
    (folder / "说明书.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    shown = review("blind", str(evaluation), "--again")
    assert shown.exit_code == 2 and "说明书.doc" in shown.stderr
    # The copy of the run before may hold a name that is known only now: it leaves the package.
    assert not list(copy.rglob("*.txt")) and list((evaluation / "旧" / "匿名卷").rglob("*.旧-*.txt"))
    # The machine does not fall back on the original, whose names would come into the experts' sheets.
    shown = review("check", str(evaluation))
    assert shown.exit_code == 2 and f"{copy.name} 没有匿名卷" in shown.stderr


@pytest.mark.parametrize("path", [".", "..", "../外面.txt", "/etc/hostname", "案" * 3000, "案卷/../案卷"])
def test_a_path_that_is_no_place_for_a_case_is_refused(evaluation: Path, path: str) -> None:
    roster = evaluation / "案卷名册.csv"
    roster.write_text(roster.read_text("utf-8").replace("案卷/90011-0.txt", path), encoding="utf-8")
    shown = review("sample", str(evaluation))
    assert shown.exit_code == 2 and path[:60] in shown.stderr and "案卷的文件" in shown.stderr


def test_what_a_killed_run_left_is_swept_away(evaluation: Path) -> None:
    review("sample", str(evaluation))
    (evaluation / "匿名卷").mkdir()
    (evaluation / "匿名卷" / ".ipcheck-0123456789abcdef").write_bytes(b"half")
    assert review("blind", str(evaluation)).exit_code == 0
    assert not list((evaluation / "匿名卷").glob(".*"))
