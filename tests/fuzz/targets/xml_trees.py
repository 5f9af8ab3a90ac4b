"""Random trees of the element names that CNIPA's XML and ST.26 use."""

from __future__ import annotations

import random
from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from tests.fuzz.draw import Draw
from tests.fuzz.targets.docx_trees import written
from tests.fuzz.targets.xml import fuzz_xml

_ROOTS = ("cn-application-body", "PatentDocumentAndRelated", "ST26SequenceListing", "发明专利请求书", "DATA_BUS", "a")
_NAMES = (
    "cn-claims", "claims", "Claim", "claim", "claim-text", "ClaimText", "claim-ref", "description", "Description",
    "heading", "p", "Paragraphs", "invention-title", "InventionTitle", "technical-field", "BackgroundArt", "disclosure",
    "DrawingsDescription", "InventionMode", "cn-drawings", "drawings", "Drawings", "figure", "Figure", "img", "Image",
    "cn-abstract", "abstract", "Abstract", "cn-abst-figure", "AbstractFigure", "br", "sub", "sup", "b", "i", "u",
    "maths", "math", "chemistry", "tables", "table", "tgroup", "row", "entry", "li", "ul", "ol", "BibliographicData",
    "bibliographic-data", "publication-reference", "application-reference", "document-id", "doc-number", "kind", "date",
    "applicant", "assignee", "inventor", "name", "OrganizationName", "last-name", "classification-ipc", "Name",
    "cn-brief-explanation", "SequenceData", "INSDSeq", "INSDSeq_length", "INSDSeq_sequence", "INSDSeq_moltype",
    "发明名称", "发明人", "姓名", "申请人", "名称", "地址", "BAONEIWJXX", "BIAOGEDM", "WENJIANMC", "XIANGDUILJ",
)  # fmt: skip
_KEYS = (
    "num", "id", "file", "wi", "he", "figure-labels", "figureLabels", "kind", "docNumber", "doc-number", "applType",
    "languageCode", "sequenceIDNumber", "level", "datePublication", "序号", "img-content",
)  # fmt: skip
_VALUES = (
    "0001", "1", "2", "0", "-1", "99999999999", "", "图1", "a.jpg", "../a.png", "90", "0.0", "1e9", "A", "U", "S",
    "10", "x", "zh", "en", "٣", "²", "1.5mm", "图1；图2", "20260101",
)  # fmt: skip
_DEEPEST = 10


def _tree(draw: Draw, name: str, depth: int = 0) -> str:
    keys = {draw.one(_KEYS): draw.one(_VALUES) for _ in range(draw.below(4))}
    attributes = "".join(f" {key}={quoteattr(value)}" for key, value in keys.items())
    inner = ""
    for _ in range(draw.below(7) if depth < _DEEPEST else 0):
        if not draw.left:
            break
        kind = draw.byte() % 8
        if kind < 4:
            inner += _tree(draw, draw.one(_NAMES), depth + 1)
        elif kind < 7:
            inner += escape(written(draw.text(10)))
        else:
            inner += draw.one(("<!-- x -->", "<?pi x?>", "&deg;", "&#20013;", "<![CDATA[<x>]]>", "\n", "\r\n  "))
    return f"<{name}{attributes}>{inner}</{name}>"


def fuzz_xml_trees(data: bytes) -> None:
    draw = Draw(data)
    root = draw.one(_ROOTS)
    inner = ""
    while draw.left:
        inner += _tree(draw, draw.one(_NAMES))
    fuzz_xml(f'<!DOCTYPE x SYSTEM "a.dtd"><{root} kind="U">{inner}</{root}>'.encode())


def seeds() -> Iterator[bytes]:
    chance = random.Random(2)
    for size in (40, 200, 800):
        for _ in range(8):
            yield chance.randbytes(size)
