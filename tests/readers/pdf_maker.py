"""A tiny PDF writer for tests: lines of words at given places, pictures, a Chinese font that needs no file."""

from __future__ import annotations

import zlib
from dataclasses import dataclass, field


@dataclass
class PageMaker:
    """One A4 page; y counts downwards from the top, in points."""

    width: float = 595
    height: float = 842
    rotate: int = 0
    commands: list[str] = field(default_factory=list)

    def words(self, x: float, y: float, text: str, size: float = 12, *, upwards: bool = False) -> PageMaker:
        """Write ``text`` with its baseline at ``y``; ASCII is half an em wide, everything else one em."""
        matrix = f"0 1 -1 0 {x} {self.height - y}" if upwards else f"1 0 0 1 {x} {self.height - y}"
        code = text.encode("utf-16-be").hex()
        self.commands.append(f"BT /F1 {size} Tf {matrix} Tm <{code}> Tj ET")
        return self

    def picture(self, x: float, y: float, width: float, height: float) -> PageMaker:
        """Place the picture with its upper left corner at ``x``, ``y``."""
        self.commands.append(f"q {width} 0 0 {height} {x} {self.height - y - height} cm /I1 Do Q")
        return self


def make_pdf(*pages: PageMaker, content: bytes | None = None) -> bytes:
    """The bytes of a PDF with these pages; ``content`` replaces the first page's commands (already deflated)."""
    objects: list[bytes] = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"",
        b"<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UTF16-H/DescendantFonts[4 0 R]>>",
        b"<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)"
        b"/Supplement 4>>/FontDescriptor 5 0 R/DW 1000/W[1 95 500 814 [500]]>>",
        b"<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[0 -120 1000 880]/ItalicAngle 0/Ascent 880"
        b"/Descent -120/CapHeight 880/StemV 93>>",
        _stream(b"\x80", b"/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8"),
    ]
    kids = []
    for index, page in enumerate(pages):
        body = zlib.compress("\n".join(page.commands).encode("ascii"))
        if index == 0 and content is not None:
            body = content
        objects.append(_stream(body, b"/Filter/FlateDecode"))
        kids.append(len(objects) + 1)
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {page.width} {page.height}]/Rotate {page.rotate}/Contents "
            f"{len(objects)} 0 R/Resources<</Font<</F1 3 0 R>>/XObject<</I1 6 0 R>>>>>>".encode()
        )
    objects[1] = f"<</Type/Pages/Count {len(kids)}/Kids[{' '.join(f'{kid} 0 R' for kid in kids)}]>>".encode()
    return _file(objects)


def _stream(data: bytes, entries: bytes) -> bytes:
    return b"<<%s/Length %d>>stream\n%s\nendstream" % (entries, len(data), data)


def _file(objects: list[bytes], trailer: bytes = b"") -> bytes:
    out = bytearray(b"%PDF-1.5\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    for place in places:
        out += b"%010d 00000 n \n" % place
    out += b"trailer<</Root 1 0 R/Size %d%s>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, trailer, start)
    return bytes(out)


def encrypted_pdf() -> bytes:
    """A PDF whose standard security handler accepts no empty password."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>",
        b"<</Filter/Standard/V 2/R 3/Length 128/P -4/O<%s>/U<%s>>>" % (b"11" * 32, b"22" * 32),
    ]
    return _file(objects, b"/Encrypt 4 0 R/ID[<00><00>]")
