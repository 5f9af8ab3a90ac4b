"""Hostile .docx, .doc and ZIP files."""

from __future__ import annotations

import io
import random
import struct
import zipfile
from collections.abc import Iterator

from tests.readers.doc_maker import make_doc, ole2
from tests.readers.docx_samples import cell, entries, p, pack, r, row, table
from tests.samples.pot_holder import POT_HOLDER
from tests.samples.write_docx import one_file

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_BODY = p(r("权利要求书")) + p(r("1. 一种杯子，包括杯体。"))


def _whole() -> bytes:
    return one_file(POT_HOLDER)


def damaged(data: bytes, name: str, count: int) -> Iterator[tuple[str, bytes]]:
    """``data`` cut short at some places and with some bytes changed, by a fixed seed."""
    stem, suffix = name.rsplit(".", 1)
    for share in (1, 10, 50, 90, 99):
        yield f"{stem}-cut{share}.{suffix}", data[: len(data) * share // 100]
    for number in range(count):
        draw = random.Random(number)
        changed = bytearray(data)
        for _ in range(1 + number * 3):
            changed[draw.randrange(len(changed))] = draw.randrange(256)
        yield f"{stem}-bytes{number}.{suffix}", bytes(changed)


def _stored(inner: str) -> bytes:
    """A .docx whose parts are not compressed: what is large is large, and no bomb."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name, part in entries(_BODY + inner).items():
            archive.writestr(name, part)
    return buffer.getvalue()


def _document(xml: str | bytes, **parts: str) -> bytes:
    """A .docx with this word/document.xml, whatever it is."""
    made = entries(_BODY, **parts)
    made["word/document.xml"] = xml
    return pack(made)


def _body(inner: str, **parts: str) -> bytes:
    return pack(entries(inner, **parts))


def _bombs() -> Iterator[tuple[str, bytes]]:
    laughs = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    head = f'<!DOCTYPE w:document [<!ENTITY a0 "啊">{laughs}]>'
    yield "laughs.docx", _document(f'{head}<w:document xmlns:w="{_W}"><w:body>&a9;</w:body></w:document>')
    xxe = '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>'
    yield "xxe.docx", _document(f'{xxe}<w:document xmlns:w="{_W}"><w:body>&f;</w:body></w:document>')
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in entries(_BODY).items():
            archive.writestr(name, part)
        with archive.open("word/media/image1.png", "w", force_zip64=True) as stream:
            for _ in range(400):
                stream.write(bytes(1 << 20))
    yield "zip-bomb.docx", buffer.getvalue()


def _deep() -> Iterator[tuple[str, bytes]]:
    for tag in ("w:sdt", "w:ins", "w:tbl", "w:smartTag", "w:p"):
        depth = 20_000
        inner = f"<{tag}>" * depth + f"</{tag}>" * depth
        yield f"deep-{tag[2:]}.docx", _document(f'<w:document xmlns:w="{_W}"><w:body>{inner}</w:body></w:document>')
    nested = p(r("里"))
    for _ in range(120):
        nested = table(row(cell(nested + p())))
    yield "tables-in-tables.docx", _body(nested)
    boxes = p(r("里"))
    for _ in range(80):
        boxes = p(
            '<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>'
            f"{boxes}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
        )
    yield "boxes-in-boxes.docx", _body(boxes)
    math = "<m:oMath>" + "<m:f><m:num>" * 3000 + "<m:r><m:t>x</m:t></m:r>" + "</m:num></m:f>" * 3000 + "</m:oMath>"
    yield "deep-math.docx", _body(p(math))


def _large() -> Iterator[tuple[str, bytes]]:
    yield "paragraphs.docx", _stored("<w:p/>" * 300_000)
    yield "runs.docx", _stored(p(r("字") * 60_000))
    yield "one-run.docx", _stored(p(r("所述杯体，" * 400_000)))
    yield "cells.docx", _stored(table(row(*[cell(p(r("1")))] * 60) * 500))
    yield "attribute.docx", _stored(f'<w:p w:rsidR="{"A" * 2_000_000}"/>')
    yield "fields.docx", _stored(p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' * 20_000))
    yield "bookmarks.docx", _stored(p("".join(f'<w:bookmarkStart w:id="{n}" w:name="b{n}"/>' for n in range(50_000))))


def _lying() -> Iterator[tuple[str, bytes]]:
    made = entries(_BODY)
    for name in ("[Content_Types].xml", "_rels/.rels", "word/document.xml"):
        yield f"without-{name.strip('[]_').replace('/', '-')}.docx", pack({k: v for k, v in made.items() if k != name})
    yield "empty-part.docx", _document(b"")
    yield "not-xml.docx", _document(b"\x00\x01\x02 this is no XML")
    yield "half-xml.docx", _document(f'<w:document xmlns:w="{_W}"><w:body><w:p>')
    yield "utf16.docx", _document(f'<w:document xmlns:w="{_W}"><w:body>{_BODY}</w:body></w:document>'.encode("utf-16"))
    yield (
        "bad-utf8.docx",
        _document(f'<w:document xmlns:w="{_W}"><w:body>'.encode() + b"\xff\xfe\xc0" + b"</w:body></w:document>"),
    )
    yield "nul-reference.docx", _document(f'<w:document xmlns:w="{_W}"><w:body><w:p>&#0;</w:p></w:body></w:document>')
    cycle = (
        f'<w:styles xmlns:w="{_W}"><w:style w:type="paragraph" w:styleId="a"><w:basedOn w:val="b"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="b"><w:basedOn w:val="a"/></w:style></w:styles>'
    )
    looped = entries(_BODY + p(r("2. 一种杯子。"), '<w:pStyle w:val="a"/>'))
    looped["word/styles.xml"] = cycle
    yield "styles-cycle.docx", pack(looped)
    numbered = entries(_BODY + p(r("一种杯子。"), '<w:numPr><w:ilvl w:val="99"/><w:numId w:val="-7"/></w:numPr>'))
    numbered["word/numbering.xml"] = (
        f'<w:numbering xmlns:w="{_W}"><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0">'
        f'<w:start w:val="{"9" * 20}"/>'
        '<w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1%2%3%9%%"/></w:lvl></w:abstractNum></w:numbering>'
    )
    yield "numbers.docx", pack(numbered)
    yield "macro.docm", pack({**made, "word/vbaProject.bin": b"\xd0\xcf\x11\xe0" * 500})
    yield "bidi.docx", _body(_BODY + p(r("1. 一种\u202e杯子\u202c，包括\u200b杯体\ufeff。")))
    yield "escapes.docx", _body(_BODY + p(r("1. 一种</script><img src=x onerror=alert(1)>杯子{{7*7}}。")))


def _archives() -> Iterator[tuple[str, bytes]]:
    def zipped(*members: tuple[str, bytes]) -> bytes:
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as archive:
            for name, data in members:
                archive.writestr(name, data)
        return buffer.getvalue()

    draft = "权利要求书\n1. 一种杯子，包括杯体。\n".encode()
    yield "traversal.zip", zipped(("../../etc/a.txt", draft))
    yield "absolute.zip", zipped(("/etc/a.txt", draft))
    yield "drive.zip", zipped(("C:\\a.txt", draft))
    yield "newline.zip", zipped(("a\nb\x1b[31m.txt", draft))
    yield "emoji.zip", zipped(("🍵案/权利要求书.txt", draft))
    yield "no-files.zip", zipped()
    yield "folders.zip", zipped(("案/", b""))
    yield "many.zip", zipped(*((f"{n}.txt", b"x") for n in range(3000)))
    yield "zip-in-zip.zip", zipped(("a.zip", zipped(("b.zip", zipped(("a.txt", draft))))))
    yield (
        "programs.zip",
        zipped(("a.exe", b"MZ" + bytes(100)), ("ipcheck.toml", b'checks = ["evil"]'), ("evil/x.py", b"1/0")),
    )
    link = zipfile.ZipInfo("a.txt")
    link.external_attr = 0o120777 << 16
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(link, "/etc/passwd")
    yield "symlink.zip", buffer.getvalue()
    secret = bytearray(zipped(("a.txt", draft)))
    secret[6] |= 1
    yield "encrypted.zip", bytes(secret)
    yield "long-name.zip", zipped(("名" * 2000 + ".txt", draft))


def _old_word() -> Iterator[tuple[str, bytes]]:
    yield "encrypted.doc", make_doc("一种杯子", encrypted=True)
    yield "no-streams.doc", ole2({})
    yield "other-streams.wps", ole2({"甲": b"1" * 5000})
    yield "header-only.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
    looped = bytearray(make_doc("一种杯子"))
    # Every sector leads to itself.
    looped[512 : 512 + 4 * 20] = struct.pack("<20I", *range(20))
    yield "sectors-cycle.doc", bytes(looped)


def office_files() -> Iterator[tuple[str, bytes]]:
    """All of them by name."""
    yield from damaged(_whole(), "damaged.docx", 12)
    yield from _bombs()
    yield from _deep()
    yield from _large()
    yield from _lying()
    yield from _archives()
    yield from _old_word()
    yield from damaged(make_doc("1. 一种杯子，包括杯体。" * 50), "damaged.doc", 4)


__all__ = ["damaged", "office_files"]
