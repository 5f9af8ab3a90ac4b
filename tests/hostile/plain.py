"""Hostile PDF, XML, text, picture, table, configuration and report files."""

from __future__ import annotations

import io
import json
import random
import struct
import zipfile
import zlib
from collections.abc import Iterator

from tests.hostile.office import damaged
from tests.readers.pdf_maker import PageMaker, encrypted_pdf, make_pdf
from tests.samples.pot_holder import POT_HOLDER
from tests.samples.write_pdf import pdf
from tests.samples.write_xml import publication

_CLAIM = "1. 一种杯子，包括杯体。"


def pdf_files() -> Iterator[tuple[str, bytes]]:
    """Hostile PDFs."""
    whole = pdf(POT_HOLDER)
    yield from damaged(whole, "damaged.pdf", 12)
    page = PageMaker().words(60, 80, _CLAIM)
    plain = make_pdf(page)
    yield "encrypted.pdf", encrypted_pdf()
    yield "no-text.pdf", make_pdf(PageMaker().picture(0, 0, 100, 100))
    yield "pages-cycle.pdf", plain.replace(b"/Kids[", b"/Kids[2 0 R ")
    yield "many-pages-told.pdf", plain.replace(b"/Count 1", b"/Count 999999999")
    yield "huge-page.pdf", make_pdf(PageMaker(width=1e7, height=1e7).words(60, 80, _CLAIM))
    yield "negative-page.pdf", plain.replace(b"MediaBox[0 0 595 842]", b"MediaBox[9 9 -5 -2]")
    yield "no-xref.pdf", plain[: plain.index(b"xref\n")]
    yield "xref-lies.pdf", plain.replace(b"startxref\n", b"startxref\n9")
    yield "self-drawing.pdf", plain.replace(b"/XObject<</I1 6 0 R>>", b"/XObject<</I1 8 0 R>>")
    yield "stream-bomb.pdf", make_pdf(page, content=zlib.compress(b" " * 200_000_000, 9))
    yield "operators.pdf", make_pdf(page, content=zlib.compress(b"q Q " * 2_000_000))
    yield "many-glyphs.pdf", make_pdf(*[PageMaker().words(60, 80, "杯体" * 3000) for _ in range(20)])
    yield "2100-pages.pdf", make_pdf(*[PageMaker().words(60, 80, "字") for _ in range(2100)])
    yield "header-late.pdf", b" " * 900 + plain
    yield "header-only.pdf", b"%PDF-1.7\n%%EOF"
    yield "no-fonts.pdf", plain.replace(b"/Font<</F1 3 0 R>>", b"/Font<<>>")


def xml_files() -> Iterator[tuple[str, bytes]]:
    """Hostile XML."""
    whole = publication(POT_HOLDER)
    yield from damaged(whole, "damaged.xml", 6)
    laughs = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    yield "laughs.xml", f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a0 "a">{laughs}]><x>&a9;</x>'.encode()
    yield "xxe.xml", b'<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><x>&f;</x>'
    yield "parameter.xml", b'<!DOCTYPE x [<!ENTITY % f SYSTEM "http://127.0.0.1/a">%f;]><x/>'
    yield "outer-dtd.xml", b'<!DOCTYPE x SYSTEM "http://127.0.0.1/a.dtd"><x>&deg;</x>'
    yield "laughs-utf16.xml", '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'.encode("utf-16")
    yield "deep.xml", b"<a>" * 100_000 + b"</a>" * 100_000
    yield "wide.xml", b"<claims>" + b"<claim><claim-text>1</claim-text></claim>" * 20_000 + b"</claims>"
    yield "attribute.xml", b'<a b="' + b"c" * 5_000_000 + b'"/>'
    yield "comment.xml", b"<a><!--" + b"c" * 5_000_000 + b"--></a>"
    yield "cdata.xml", b"<a><![CDATA[" + b"c" * 5_000_000 + b"]]></a>"
    yield "namespaces.xml", ("<a " + " ".join(f'xmlns:n{n}="urn:{n}"' for n in range(20_000)) + "/>").encode()
    yield "nul.xml", b"<a>\x00</a>"
    yield "utf7.xml", b'<?xml version="1.0" encoding="utf-7"?><a>+AGE-</a>'
    yield "no-such-encoding.xml", b'<?xml version="1.0" encoding="x-nonsense"?><a>b</a>'
    yield "wrong-encoding.xml", '<?xml version="1.0" encoding="utf-8"?><a>杯子</a>'.encode("gb18030")
    yield "root-only.xml", b"<a/>"
    yield (
        "pictures-elsewhere.xml",
        (
            b'<cn-application-body><drawings><figure><img file="../../../etc/passwd"/></figure></drawings>'
            b"</cn-application-body>"
        ),
    )


def text_files() -> Iterator[tuple[str, bytes]]:
    """Texts that make patterns sweat, and texts that are none."""
    for name, piece in (
        ("open-brackets", "（"),
        ("and", "和"),
        ("commas", "，"),
        ("digits", "7"),
        ("said", "所述"),
        ("kind", "一种"),
        ("claims-named", "权利要求1或"),
        ("numbered", "1、"),
        ("signs", "杯体（1）"),
        ("spaces", " \u3000"),
        ("quotes", "“"),
        ("ranges", "1~2mm"),
        ("dots", "……"),
        ("latin", "Aa-"),
        ("zero-width", "\u200b杯"),
    ):
        yield f"{name}.txt", ("权利要求书\n1. 一种杯子，" + piece * 20_000 + "。\n").encode()
    chain = "\n".join(f"{n}. 根据权利要求{n - 1}所述的杯子，还包括部件{n}。" for n in range(2, 2000))
    yield "chain.txt", f"权利要求书\n{_CLAIM}\n{chain}\n".encode()
    forward = "\n".join(f"{n}. 根据权利要求{n + 1}所述的杯子。" for n in range(1, 800))
    yield "forward.txt", f"权利要求书\n{forward}\n".encode()
    every = "\n".join(f"{n}. 根据权利要求1至{n - 1}中任一项所述的杯子，还包括部件{n}。" for n in range(2, 300))
    yield "multiple.txt", f"权利要求书\n{_CLAIM}\n{every}\n".encode()
    yield "lines.txt", b"\n" * 3_000_000
    yield "one-line.txt", ("杯" * 1_500_000).encode()
    yield "empty.txt", b""
    yield "blank.txt", "\ufeff \u3000\n".encode()
    yield "nul.txt", b"a\x00b" * 100
    yield "odd-utf16.txt", "\ufeff一种杯子".encode("utf-16")[:-1]
    yield "utf32.txt", "一种杯子".encode("utf-32")
    yield "surrogates.txt", b"\xed\xa0\x80\xed\xb0\x80" * 50
    yield "half-gbk.txt", "1. 一种杯子，包括杯体。".encode("gb18030") + b"\x81"
    yield "escapes.txt", "1. 一种\x1b[2J\x1b]0;甲\x07杯子，包括杯体；\x1b[31m红。".encode()
    yield "commands.md", "1. 一种杯子。\n::error file=a::注入\n%0A{{7*7}}</script><script>alert(1)</script>\n".encode()


def picture_files() -> Iterator[tuple[str, bytes]]:
    """Hostile pictures, named as figures are."""
    header = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    bomb = (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(bytes(10_000_000)))
        + chunk(b"IEND", b"")
    )
    yield "图1.png", bomb
    yield "图2.png", bomb[:40]
    yield "图3.jpg", b"\xff\xd8\xff\xe0" + bytes(200)
    yield "图4.tif", b"II*\x00\x08\x00\x00\x00\x01\x00" + bytes(12) + b"\x08\x00\x00\x00"
    yield "图5.gif", b"GIF89a" + bytes(20)


def table_files() -> Iterator[tuple[str, bytes]]:
    """Hostile tables: registers and applications."""
    head = "申请号,申请人,申请日,商标,类别\n"
    yield "formulas.csv", (head + '=cmd|\'/c calc\'!A1,"=HYPERLINK(""http://a"")",2026-01-01,+1,@SUM(A1)\n').encode()
    yield "field.csv", (head + '"' + "甲" * 3_000_000 + '",乙,2026-01-01,丙,9\n').encode()
    yield "quote.csv", (head + '"开,乙,2026-01-01,丙,9\n' + "1,2,3,4,5\n" * 1000).encode()
    yield "columns.csv", (",".join(f"列{n}" for n in range(50_000)) + "\n" + "1," * 49_999 + "1\n").encode()
    yield "nul.csv", head.encode() + b"1\x00,2,3,4,5\n"
    yield "no-head.csv", b"1,2,3\n4,5,6\n"
    yield "empty.csv", b""
    yield "dates.csv", (head + "1,甲,2026-13-45,乙,9\n2,甲,0000-00-00,乙,46\n3,甲,9999999,乙,９\n").encode()
    yield "numbers.csv", (head + "2.02E+12,甲,45000,乙,25.0\n1e999,甲,-1,乙,nan\n").encode()
    yield "not-a-workbook.xlsx", b"PK\x03\x04" + bytes(100)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
        archive.writestr("xl/sharedStrings.xml", b"<sst>" + b"<si><t>a</t></si>" * 6_000_000 + b"</sst>")
    yield "strings-bomb.xlsx", buffer.getvalue()
    draw = random.Random(5)
    yield "noise.xlsx", bytes(draw.randrange(256) for _ in range(5000))


def config_files() -> Iterator[tuple[str, bytes]]:
    """Settings that lie beside a draft and want more than they may."""
    yield "code.toml", b'checks = ["evil"]\n'
    yield "cache.toml", b'cache = "/tmp/stolen"\n'
    yield "broken.toml", b"profile = \n"
    yield "types.toml", b'profile = 1\nselect = "CLM"\nlevels = 3\njobs = "many"\n'
    yield "jobs.toml", b"jobs = 1000000\n"
    yield "cycle.toml", b'[profiles.a]\nextends = "b"\n[profiles.b]\nextends = "a"\n'
    yield "deep.toml", b"a = " + b"[" * 50_000
    yield "latin.toml", b"# \xff\xfe\n"


def report_files() -> Iterator[tuple[str, bytes]]:
    """JSON that says it is a report."""
    base = {"version": 1, "room": "patent", "asOf": "2026-11-22", "inputs": [], "findings": [], "failures": []}
    yield "no-summary.json", json.dumps(base).encode()
    yield "types.json", json.dumps({**base, "findings": "x", "summary": 3}).encode()
    yield "version.json", b'{"version": 9}'
    yield "deep.json", b"[" * 200_000
    yield "not.json", b"{"
    yield "empty.json", b""
    yield "utf16.json", json.dumps(base).encode("utf-16")
    yield "numbers.json", b'{"version": 1, "findings": [{"start": 1e999, "end": -1}]}'
    yield "digits.json", b'{"version": ' + b"9" * 100_000 + b"}"


__all__ = ["config_files", "pdf_files", "picture_files", "report_files", "table_files", "text_files", "xml_files"]
