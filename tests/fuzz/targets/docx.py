"""Word documents: any bytes for the parts of a package, or for the package itself."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

from ipcheck.readers import ReadError
from ipcheck.readers.registry import read_bytes
from tests.fuzz.target import sound
from tests.hostile.office import office_files
from tests.readers.docx_samples import (
    abstract,
    cell,
    entries,
    field,
    header_ref,
    level,
    list_num,
    num,
    p,
    picture,
    r,
    relations,
    root,
    row,
    run,
    table,
)
from tests.samples.pot_holder import POT_HOLDER
from tests.samples.write_docx import one_file

_PARTS = ("document", "styles", "numbering", "footnotes", "endnotes", "comments", "settings", "header1")
# Stands between the parts in the fuzzer's bytes; no part holds it by chance.
_CUT = b"\n%%\n"
_TARGETS = {name: (name.rstrip("1"), f"{name}.xml") for name in _PARTS[1:]}
_IMAGE = {"image1": ("image", "media/image1.png")}


def packed(data: bytes) -> bytes:
    """A .docx whose parts are the pieces of ``data``; what is a ZIP already stays as it is."""
    if data.startswith(b"PK"):
        return data
    pieces = data.split(_CUT)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("_rels/.rels", relations({"d": ("officeDocument", "word/document.xml")}))
        archive.writestr("word/_rels/document.xml.rels", relations({**_TARGETS, **_IMAGE}))
        archive.writestr("word/media/image1.png", b"\x89PNG")
        for name, piece in zip(_PARTS, pieces, strict=False):
            if piece:
                archive.writestr(f"word/{name}.xml", piece)
    return buffer.getvalue()


def fuzz_docx(data: bytes) -> None:
    package = packed(data)
    try:
        documents = read_bytes(package, "稿.docx")
    except ReadError as error:
        assert str(error)
        return
    for document, again in zip(documents, read_bytes(package, "稿.docx"), strict=True):
        assert document == again
        sound(document)
        for item in document.objects:
            assert item.image is None or item.image.width > 0


def joined(parts: dict[str, str | bytes]) -> bytes:
    """The parts of a package as this target takes them."""
    found = []
    for name in _PARTS:
        part = parts.get(f"word/{name}.xml", b"")
        found.append(part.encode() if isinstance(part, str) else part)
    return _CUT.join(found)


def _unpacked(package: bytes) -> dict[str, str | bytes]:
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _rich() -> bytes:
    body = (
        p(r("权利要求书"), '<w:pStyle w:val="a"/>')
        + p(r("一种杯子，包括杯体。"), num(1))
        + p(field("SEQ 图", r("1")) + r("所示") + run('<w:footnoteReference w:id="2"/>'))
        + p(run(picture("image1", "图1")) + run('<w:vanish/><w:t>x</w:t><w:sym w:font="Symbol" w:char="F061"/>'))
        + p("<w:ins>" + r("加") + "</w:ins><w:del><w:r><w:delText>删</w:delText></w:r></w:del>")
        + p(
            "<m:oMath><m:f><m:num><m:r><m:t>a</m:t></m:r></m:num><m:den><m:r><m:t>b</m:t></m:r></m:den></m:f></m:oMath>"
        )
        + table(row(cell(p(r("表")), tcpr='<w:gridSpan w:val="2"/>'), cell(p())))
        + f'<w:sectPr>{header_ref("header1")}<w:type w:val="nextPage"/><w:titlePg/></w:sectPr>'
    )
    parts = entries(
        body,
        styles='<w:style w:type="paragraph" w:styleId="a" w:default="1"><w:name w:val="heading 1"/><w:pPr>'
        '<w:outlineLvl w:val="0"/></w:pPr></w:style><w:style w:styleId="b"><w:basedOn w:val="a"/></w:style>',
        numbering=abstract(0, level(0, "%1."), level(1, "%1.%2", "chineseCounting")) + list_num(1, 0),
        footnotes=f'<w:footnote w:id="2">{p(r("注"))}</w:footnote>',
        comments=f'<w:comment w:id="0">{p(r("批"))}</w:comment>',
        settings='<w:documentProtection w:enforcement="1"/>',
    )
    parts["word/header1.xml"] = root("hdr", p(r("说明书")))
    return joined(parts)


def seeds() -> Iterator[bytes]:
    yield _rich()
    yield joined(_unpacked(one_file(POT_HOLDER)))
    yield one_file(POT_HOLDER)
    for name, data in office_files():
        if name.endswith((".docx", ".docm")) and len(data) < 6000:
            yield data
