"""Files are told by what is in them, and every way of not being readable has its own sentence."""

from __future__ import annotations

import hashlib
import io
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from ipcheck.readers import Limits, ReadError, read_file, read_stdin

CLAIMS = (
    '<?xml version="1.0" encoding="UTF-8"?><cn-application-body><cn-claims><claim num="1">'
    "<claim-text>一种杯子。</claim-text></claim></cn-claims></cn-application-body>"
)
DOCUMENT = (
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r>'
    "<w:t>一种杯子。</w:t></w:r></w:p></w:body></w:document>"
)


def pack(entries: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in entries.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def docx() -> bytes:
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    return pack(
        {
            "[Content_Types].xml": b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            b'<Default Extension="xml" ContentType="application/xml"/>'
            b'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            b'<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument'
            b'.wordprocessingml.document.main+xml"/></Types>',
            "_rels/.rels": (
                '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
                f'<Relationship Id="r1" Type="{relation}" Target="word/document.xml"/></Relationships>'
            ).encode(),
            "word/document.xml": DOCUMENT.encode(),
        }
    )


def write(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def refusal(path: Path, limits: Limits | None = None) -> str:
    with pytest.raises(ReadError) as caught:
        read_file(path, path.name, limits or Limits())
    return str(caught.value)


def test_content_counts_and_not_the_suffix(tmp_path: Path) -> None:
    for name in ("a.docx", "a.doc", "a.bin"):
        (document,) = read_file(write(tmp_path, name, docx()), name, Limits())
        assert (document.format, document.path, document.text) == ("docx", name, "一种杯子。")
    for name in ("a.xml", "a.unknown"):
        assert read_file(write(tmp_path, name, CLAIMS.encode()), name, Limits())[0].format == "xml"
    assert read_file(write(tmp_path, "b.xml", CLAIMS.encode("utf-16")), "b.xml", Limits())[0].text == "1.一种杯子。"


def test_text_needs_a_suffix_of_text(tmp_path: Path) -> None:
    (document,) = read_file(write(tmp_path, "a.TXT", "一种杯子。".encode("gb18030")), "a.TXT", Limits())
    assert document.encoding == "gb18030"
    message = refusal(write(tmp_path, "a.dat", "一种杯子。".encode()))
    assert ".docx" in message and ".txt" in message and ".dat" in message


def test_the_hash_is_that_of_the_file(tmp_path: Path) -> None:
    data = "一种杯子。".encode()
    (document,) = read_file(write(tmp_path, "a.txt", data), "a.txt", Limits())
    assert document.sha256 == hashlib.sha256(data).hexdigest()


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.docx", b"", "空的"),
        ("a.txt", b" \n \n", "空的"),
        ("a.txt", "\ufeff\n".encode("utf-16-le"), "没有文字"),
        ("a.docx", b"PK\x03\x04broken", "损坏"),
        ("a.docx", b"no zip at all", "内容不是有效的 .docx 文件"),
        ("a.rtf", b"{\\rtf1 abc}", "RTF"),
        ("a.png", b"\x89PNG\r\n\x1a\n\0\0", "支持 .docx"),
        ("a", b"\0\1\2\3", "无扩展名"),
        ("a.xlsx", pack({"[Content_Types].xml": b"x", "xl/workbook.xml": b"x"}), "Excel"),
        ("a.pptx", pack({"[Content_Types].xml": b"x", "ppt/presentation.xml": b"x"}), "PowerPoint"),
        ("a.odt", pack({"mimetype": b"x", "content.xml": b"x"}), "OpenDocument"),
        ("a.zip", pack({"a.jpg": b"x"}), "没有可检查的文件"),
        ("a.zip", pack({"inner.zip": pack({"a.txt": b"x"})}), "不再展开"),
        ("a.html", b"<html><body>x</body></html>", "不认识的 XML"),
    ],
)
def test_refusals_name_the_problem(tmp_path: Path, name: str, data: bytes, words: str) -> None:
    assert words in refusal(write(tmp_path, name, data))


def test_missing_folder_and_too_large(tmp_path: Path) -> None:
    assert "不存在" in refusal(tmp_path / "no.docx")
    assert "文件夹" in refusal(tmp_path)
    assert "太大" in refusal(write(tmp_path, "a.txt", b"abcdef"), Limits(file_bytes=5))


def test_a_case_zip_is_read_member_by_member(tmp_path: Path) -> None:
    data = pack(
        {
            "100001/100001.xml": CLAIMS.encode(),
            "100001/100001_1.jpg": b"\xff\xd8",
            "__MACOSX/100001/._100001.xml": b"junk",
            "~$说明书.docx": b"junk",
            "补充/说明.txt": "补充说明".encode(),
            "补充/坏.pdf": b"no pdf",
        }
    )
    documents = read_file(write(tmp_path, "case.zip", data), "case.zip", Limits())
    assert [document.path for document in documents] == ["case.zip!/100001/100001.xml", "case.zip!/补充/说明.txt"]
    assert documents[0].sha256 == hashlib.sha256(CLAIMS.encode()).hexdigest()
    assert len(documents[0].notes) == 1 and "补充/坏.pdf" in documents[0].notes[0]
    assert documents[1].notes == ()


def test_chinese_names_of_chinese_windows(tmp_path: Path) -> None:
    data = pack({"ABCDEFGH.txt": "补充说明".encode()})
    renamed = data.replace(b"ABCDEFGH.txt", "权利要求".encode("gbk") + b".txt")
    documents = read_file(write(tmp_path, "case.zip", renamed), "case.zip", Limits())
    assert documents[0].path == "case.zip!/权利要求.txt"


def test_stdin_is_text() -> None:
    document = read_stdin("一种杯子。".encode())
    assert (document.path, document.text) == ("-", "一种杯子。")
    assert document.sha256
    for data, words in ((b"", "空的"), (docx(), "纯文本"), (b"%PDF-1.4", "纯文本")):
        with pytest.raises(ReadError, match=words):
            read_stdin(data)


def test_nothing_heavy_is_imported() -> None:
    code = (
        "import sys, ipcheck.readers; ipcheck.readers.read_stdin('杯子'.encode());"
        "print(sorted({'lxml', 'pypdfium2', 'doc2docx', 'ipcheck.readers.docx'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
