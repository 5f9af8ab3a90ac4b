"""A review of a file that is no .docx, as a .docx: a table of its findings and its text with comments."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import chain
from xml.sax.saxutils import escape

from lxml import etree

from ipcheck.model import Document, Level, Record
from ipcheck.reporters.docx_comments import Comments, Told, basis, lines, place, plain, short
from ipcheck.reporters.package_copy import make_package

_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_W = f"{{{_MAIN}}}"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
# Heading and width in twips; together as wide as the text on an A4 page with margins of 2 cm.
_COLUMNS = (("级别", 900), ("位置", 1500), ("文字", 1700), ("问题", 2800), ("依据", 1738), ("改为", 1000))
_SMALL, _LF = '<w:sz w:val="18"/>', "\n"
_PARTS = (("document", "document.main"), ("styles", "styles"), ("comments", "comments"))


def review(path: str, document: Document | None, records: Sequence[Record], day: date, remarks: Sequence[str]) -> bytes:
    """The review of the file ``path``: ``remarks`` (what could not be done), ``records``, the text of ``document``.

    Without a document there is only the table.
    """
    comments = Comments(etree.Element(_W + "comments", nsmap={"w": _MAIN}), _W, day, set())
    counts = "，".join(f"{level.chinese} {sum(item.level is level for item in records)}" for level in Level)
    content = [
        _paragraph("ipcheck 审阅意见", "Title"),
        _paragraph(f"文件：{path}"),
        _paragraph(f"按 {day.isoformat()} 的法律检查：{counts}" + ("" if records or remarks else "；未发现问题")),
        *(_paragraph(remark) for remark in remarks),
    ]
    if records:
        content += [_paragraph("问题列表", "Heading1"), _table(records)]
    if document is not None:
        content.append(_paragraph("正文（批注标在所指的文字上）", "Heading1"))
        content += _text(document, records[: comments.room], comments)
    page = (
        '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134"'
    )
    page += ' w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>'
    body = f'{_HEAD}<w:document xmlns:w="{_MAIN}"><w:body>{"".join(content)}{page}</w:body></w:document>'
    return make_package(_package(body, etree.tostring(comments.root, encoding="unicode")))


def _package(body: str, comments: str) -> dict[str, bytes]:
    types = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_KIND}.{kind}+xml"/>' for name, kind in _PARTS
    )
    defaults = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    defaults += '<Default Extension="xml" ContentType="application/xml"/>'
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">{defaults}{types}</Types>',
        "_rels/.rels": _relations(("officeDocument", "word/document.xml")),
        "word/document.xml": body.removeprefix(_HEAD),
        "word/_rels/document.xml.rels": _relations(("styles", "styles.xml"), ("comments", "comments.xml")),
        "word/styles.xml": _styles(),
        "word/comments.xml": comments,
    }
    return {name: (_HEAD + text).encode() for name, text in parts.items()}


def _relations(*targets: tuple[str, str]) -> str:
    items = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{items}</Relationships>'


def _styles() -> str:
    fonts = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="宋体" w:cs="Times New Roman"/>'
    defaults = f'<w:docDefaults><w:rPrDefault><w:rPr>{fonts}<w:sz w:val="21"/><w:lang w:eastAsia="zh-CN"/></w:rPr>'
    defaults += "</w:rPrDefault></w:docDefaults>"
    spacing = '<w:pPr><w:spacing w:after="60" w:line="300" w:lineRule="auto"/></w:pPr>'
    styles = f'<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>{spacing}</w:style>'
    for name, shown, size, ppr in (
        ("Title", "Title", 32, '<w:jc w:val="center"/>'),
        (
            "Heading1",
            "heading 1",
            26,
            '<w:keepNext/><w:spacing w:before="240" w:after="120"/><w:outlineLvl w:val="0"/>',
        ),
    ):
        styles += f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{shown}"/><w:basedOn w:val="Normal"/>'
        styles += f'<w:pPr>{ppr}</w:pPr><w:rPr><w:b/><w:sz w:val="{size}"/></w:rPr></w:style>'
    return f'<w:styles xmlns:w="{_MAIN}">{defaults}{styles}</w:styles>'


def _paragraph(text: str, style: str = "") -> str:
    ppr = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{ppr}{_run(text)}</w:p>"


def _run(text: str, rpr: str = "") -> str:
    """``text`` as runs: an object shows as □, tabs are tabs; no character of a draft is markup."""
    if not text:
        return ""
    words = escape(plain(text).replace("\ufffc", "□"))
    inner = "<w:tab/>".join(f'<w:t xml:space="preserve">{piece}</w:t>' for piece in words.split("\t"))
    return f"<w:r>{f'<w:rPr>{rpr}</w:rPr>' if rpr else ''}{inner}</w:r>"


def _table(records: Sequence[Record]) -> str:
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="808080"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    total = sum(width for _, width in _COLUMNS)
    properties = f'<w:tblPr><w:tblW w:w="{total}" w:type="dxa"/><w:tblBorders>{sides}</w:tblBorders>'
    properties += '<w:tblLayout w:type="fixed"/></w:tblPr>'
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for _, width in _COLUMNS)
    head = _row([name for name, _ in _COLUMNS], "<w:b/>", "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>")
    rows = (
        _row(
            (
                f"{record.level.chinese} {record.code}",
                place(record),
                short(record.words.text),
                record.message,
                basis(record),
                "" if record.fix is None else record.fix.text or "（删去）",
            )
        )
        for record in records
    )
    return f"<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid>{head}{''.join(rows)}</w:tbl>"


def _row(texts: Sequence[str], rpr: str = "", trpr: str = "") -> str:
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:spacing w:after="0"/></w:pPr>'
        f"{_run(text.replace(_LF, ' '), rpr + _SMALL)}</w:p></w:tc>"
        for text, (_, width) in zip(texts, _COLUMNS, strict=True)
    )
    return f"<w:tr>{trpr}{cells}</w:tr>"


def _text(document: Document, records: Sequence[Record], comments: Comments) -> Iterator[str]:
    """The lines of the text as paragraphs, comments around the words of ``records``."""
    marks: dict[int, str] = {}
    named = []
    for record in sorted(records, key=lambda item: (item.words.start, -item.words.end, item.code)):
        named.append((record.words, comments.add(lines(record, Told()))))
    for words, name in sorted(named, key=lambda item: (item[0].end, -item[0].start)):
        if words.end > words.start:
            marks[words.end] = marks.get(words.end, "") + _closing(name)
    for words, name in named:
        opening = f'<w:commentRangeStart w:id="{name}"/>' + (_closing(name) if words.end == words.start else "")
        marks[words.start] = marks.get(words.start, "") + opening
    look = _looks(document)
    raised = (offset for mark in document.marks if mark.kind in ("sub", "sup") for offset in (mark.start, mark.end))
    cuts = sorted({*marks, *raised})
    index = 0
    for line in document.paragraphs:
        pieces: list[str] = []
        at = line.start
        while index < len(cuts) and cuts[index] <= line.end:
            pieces += (_run(document.text[at : cuts[index]], look(at)), marks.get(cuts[index], ""))
            at = cuts[index]
            index += 1
        yield f"<w:p>{''.join(chain(pieces, (_run(document.text[at : line.end], look(at)),)))}</w:p>"


def _closing(name: str) -> str:
    return f'<w:commentRangeEnd w:id="{name}"/><w:r><w:commentReference w:id="{name}"/></w:r>'


def _looks(document: Document) -> Callable[[int], str]:
    """What tells whether a piece of text that begins at an offset is an index, as run properties."""
    names = {"sub": "subscript", "sup": "superscript"}
    kinds = {mark.start: (mark.end, names[mark.kind]) for mark in document.marks if mark.kind in names}
    starts = sorted(kinds)

    def look(offset: int) -> str:
        index = bisect_right(starts, offset) - 1
        end, kind = kinds[starts[index]] if index >= 0 else (0, "")
        return f'<w:vertAlign w:val="{kind}"/>' if offset < end else ""

    return look


__all__ = ["review"]
