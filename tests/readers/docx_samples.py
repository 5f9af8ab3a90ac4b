"""Builds small .docx files in memory from raw XML, so that a test shows exactly what it reads."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from xml.sax.saxutils import escape

from ipcheck.model.document import Document
from ipcheck.readers.docx import read
from ipcheck.readers.limits import DEFAULT

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:o="urn:schemas-microsoft-com:office:office"'
)
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_PARTS = ("styles", "numbering", "footnotes", "endnotes", "comments", "settings")


def root(tag: str, inner: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<w:{tag} {NAMESPACES}>{inner}</w:{tag}>'


def t(text: str) -> str:
    return f'<w:t xml:space="preserve">{escape(text)}</w:t>'


def r(text: str, rpr: str = "") -> str:
    """A run with one w:t."""
    return run(t(text), rpr)


def run(inner: str, rpr: str = "") -> str:
    return f"<w:r>{f'<w:rPr>{rpr}</w:rPr>' if rpr else ''}{inner}</w:r>"


def p(inner: str = "", ppr: str = "") -> str:
    """A paragraph; plain words become one run."""
    if inner and not inner.startswith("<"):
        inner = r(inner)
    return f"<w:p>{f'<w:pPr>{ppr}</w:pPr>' if ppr else ''}{inner}</w:p>"


def num(list_id: int, level: int | None = 0) -> str:
    own_level = "" if level is None else f'<w:ilvl w:val="{level}"/>'
    return f'<w:numPr>{own_level}<w:numId w:val="{list_id}"/></w:numPr>'


def level(index: int, text: str, fmt: str = "decimal", *, start: int = 1, more: str = "", before: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="{start}"/><w:numFmt w:val="{fmt}"/>{before}'
        f'<w:lvlText w:val="{text}"/>{more}</w:lvl>'
    )


def abstract(list_id: int, *levels: str) -> str:
    return f'<w:abstractNum w:abstractNumId="{list_id}">{"".join(levels)}</w:abstractNum>'


def list_num(list_id: int, abstract_id: int, overrides: str = "") -> str:
    return f'<w:num w:numId="{list_id}"><w:abstractNumId w:val="{abstract_id}"/>{overrides}</w:num>'


def cell(*blocks: str, tcpr: str = "") -> str:
    return f"<w:tc>{f'<w:tcPr>{tcpr}</w:tcPr>' if tcpr else ''}{''.join(blocks)}</w:tc>"


def row(*cells: str, trpr: str = "") -> str:
    return f"<w:tr>{f'<w:trPr>{trpr}</w:trPr>' if trpr else ''}{''.join(cells)}</w:tr>"


def table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/>{''.join(rows)}</w:tbl>"


def field(code: str, result: str | None = None) -> str:
    """A complex field; ``result`` is runs, None for a field without one."""
    middle = "" if result is None else run('<w:fldChar w:fldCharType="separate"/>') + result
    return (
        run('<w:fldChar w:fldCharType="begin"/>')
        + run(f'<w:instrText xml:space="preserve">{escape(code)}</w:instrText>')
        + middle
        + run('<w:fldChar w:fldCharType="end"/>')
    )


def header_ref(name: str, kind: str = "default", tag: str = "header") -> str:
    return f'<w:{tag}Reference w:type="{kind}" r:id="{name}"/>'


def picture(relation: str, descr: str = "") -> str:
    return (
        f'<w:drawing><wp:inline><wp:docPr id="1" name="图片 1" descr="{descr}"/><a:graphic><a:graphicData>'
        f'<pic:pic><pic:blipFill><a:blip r:embed="{relation}"/></pic:blipFill></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing>"
    )


def ole(program: str, relation: str) -> str:
    return (
        f'<w:object><v:shape><v:imagedata r:id="{relation}" o:title=""/></v:shape>'
        f'<o:OLEObject Type="Embed" ProgID="{program}" r:id="none"/></w:object>'
    )


def relations(targets: Mapping[str, tuple[str, str]]) -> str:
    items = "".join(
        f'<Relationship Id="{name}" Type="{RELATION}/{kind}" Target="{target}"/>'
        for name, (kind, target) in targets.items()
    )
    return f'<Relationships xmlns="{_PACKAGE}">{items}</Relationships>'


def pack(entries: Mapping[str, str | bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries.items():
            # writestr turns back-slashes into slashes on Windows only; an entry of that name is made by hand.
            info = zipfile.ZipInfo("x")
            info.filename = name
            archive.writestr(info, data, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def entries(body: str, *, document: str = "word/document.xml", **parts: str) -> dict[str, str | bytes]:
    """The files of a .docx. ``parts``: styles, numbering, …; anything else (h1, image1_png) is a header or media.

    A part named h* is a header, f* a footer, with the relation id of its name; image* is a picture of which the
    last ``_`` stands for the dot.
    """
    targets: dict[str, tuple[str, str]] = {}
    files: dict[str, str | bytes] = {
        "_rels/.rels": relations({"d": ("officeDocument", document)}),
        document: root("document", f"<w:body>{body}</w:body>"),
    }
    for name, inner in parts.items():
        if name in _PARTS:
            targets[name] = (name, f"{name}.xml")
            files[f"word/{name}.xml"] = root(name, inner)
        elif name.startswith("image"):
            file = name.replace("_", ".")
            targets[name] = ("image", f"media/{file}")
            files[f"word/media/{file}"] = inner
        else:
            kind = "header" if name.startswith("h") else "footer"
            targets[name] = (kind, f"{name}.xml")
            files[f"word/{name}.xml"] = root("hdr" if kind == "header" else "ftr", inner)
    folder, _, base = document.rpartition("/")
    files[f"{folder}/_rels/{base}.rels"] = relations(targets)
    return files


def load(body: str, **parts: str) -> Document:
    """The document read from a .docx of this body."""
    return read(pack(entries(body, **parts)), "a.docx", DEFAULT)


def lines(document: Document) -> list[str]:
    return [document.text[item.start : item.end] for item in document.paragraphs]


def marked(document: Document, kind: str) -> list[tuple[str, str]]:
    """The words and details of the marks of one kind."""
    return [(document.text[mark.start : mark.end], mark.detail) for mark in document.marks if mark.kind == kind]
