"""Applications drawn from documents of any shape: parts, tables, pictures, automatic numbers, marks; and all checks."""

from __future__ import annotations

import random
from collections.abc import Iterator
from functools import partial

from ipcheck.model import Document, DocumentBuilder, ImageFacts, Place, Span
from ipcheck.patent import Filing, Kind
from ipcheck.patent.case import draw_filings
from ipcheck.patent.parts import PartName
from tests.fuzz.draw import Draw
from tests.fuzz.target import sound
from tests.fuzz.targets.checks import told

_PATHS = (
    "稿.docx", "权利要求书.docx", "甲-说明书.docx", "甲-权利要求书.docx", "说明书附图.pdf", "摘要.txt", "请求书.xml",
    "100001/100001.xml", "100002/100002.xml", "案卷.zip!/a.xml", "图1.png", "委托书.docx", "序列表.xml",
    "简要说明.txt", "-", "",
)  # fmt: skip
_FORMATS = ("docx", "docx", "pdf", "xml", "text", "doc", "markdown")
_TITLES = (
    "权利要求书",
    "说明书",
    "说明书摘要",
    "说明书附图",
    "摘要附图",
    "发明专利请求书",
    "外观设计简要说明",
    "序列表",
    "专利代理委托书",
)
_PARTS = (None, None, "claims", "description", "drawings", "abstract", "abstract-drawing", "request", "biblio",
          "design-brief", "sequence-listing")  # fmt: skip
_MARKS = (
    "generated",
    "inserted",
    "deleted",
    "hidden",
    "sub",
    "sup",
    "comment",
    "highlight",
    "formula",
    "footnote",
    "unmapped",
)
_OBJECTS = ("picture", "picture", "formula", "chemistry", "ole", "table-image")
_LOOKS = (
    None,
    ImageFacts("PNG", 1200, 900, 300.0),
    ImageFacts("JPEG", 40, 30, 20.0, 0.9, 0.5, True),
)
_VIEWS = (
    "claims", "description", "tables", "series", "request", "captions", "figures", "pictures", "mentions",
    "sign_list", "sign_occurrences", "numerals", "terms", "antecedents", "titles", "abstract_label", "kind",
    "perhaps_drawn",
)  # fmt: skip


def fuzz_filing(data: bytes) -> None:
    draw = Draw(data)
    kind = draw.one((None, None, *Kind))
    documents = [_picture(draw) if draw.byte() % 8 == 0 else _document(draw) for _ in range(1 + draw.below(4))]
    for document in documents:
        sound(document)
    named = [(document.path.split("!/")[0], document) for document in documents]
    for filing, notes in draw_filings(named, kind=kind, bundle="案"):
        assert all(notes)
        for view in _VIEWS:
            getattr(filing, view)
        assert told(filing) == told(Filing(filing.documents, kind=kind, name=filing.name)), "two runs differ"
        for document in filing.documents:
            for offset in range(0, len(document.text), 97):
                filing.locate(Span(document, offset, offset + 1))
        for part in PartName:
            list(filing.bare_signs(part))


def _seen(facts: ImageFacts | None) -> ImageFacts | None:
    return facts


def _picture(draw: Draw) -> Document:
    """A picture file, as its reader makes it."""
    label = draw.one(("图1", "图2", "图10", "图2a", ""))
    builder = DocumentBuilder(f"{label}.png", "image")
    facts = draw.one(_LOOKS)
    builder.add_object("picture", Place(f"{label}.png"), f"{label}.png", label, look=partial(_seen, facts))
    builder.end_paragraph(part=draw.one(("drawings", "abstract-drawing")))
    return builder.build()


def _document(draw: Draw) -> Document:
    builder = DocumentBuilder(draw.one(_PATHS), draw.one(_FORMATS))
    part: str | None = None
    table = row = column = 0
    for number in range(1, 2 + draw.below(30)):
        if not draw.left:
            break
        place = Place(f"第{number}段", element=(number, 1, 0))
        shape = draw.byte()
        label = draw.one(("1.", "2.", "[0001]", "（1）", "图1")) if shape % 8 == 0 else ""
        if label:
            start = builder.add(label + " ", place)
            builder.mark("generated", start, builder.offset)
        if shape % 5 == 0:
            part = draw.one(_PARTS)
        start = builder.offset
        words = draw.one(_TITLES) if shape % 7 == 0 else draw.text(40)
        builder.add(words.replace("\n", "").replace("\ufffc", ""), place)
        if builder.offset > start and shape % 3 == 0:
            first = start + draw.below(builder.offset - start)
            builder.mark(draw.one(_MARKS), first, first + draw.below(builder.offset - first + 1), draw.text(4))
        if shape % 4 == 0:
            named = draw.one(("", "图1", "图2"))
            builder.add_object(draw.one(_OBJECTS), place, "image1.png", named, look=partial(_seen, draw.one(_LOOKS)))
        if shape & 64:
            column = (column + 1) % 3
            row += column == 0
        elif shape & 32:
            table, row, column = table + 1, 0, 0
        builder.end_paragraph(
            label=label,
            header=draw.one(("", "", "说明书", "权利要求书")) if shape & 16 else "",
            part=part,
            heading=shape % 11 == 0,
            page_break_before=shape % 13 == 0,
            section=number // 5,
            table=table or None if shape & 96 else None,
            cell=(row, column) if shape & 64 and table else None,
        )
    facts = {"kind": draw.one(("invention", "utility-model", "design", "x", "")), "title": draw.text(4)}
    return builder.build(facts=facts, margins=(draw.text(3),))


def seeds() -> Iterator[bytes]:
    chance = random.Random(4)
    for size in (80, 300, 800, 2000):
        for _ in range(8):
            yield chance.randbytes(size)
