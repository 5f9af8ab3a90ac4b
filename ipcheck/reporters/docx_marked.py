"""A copy of a .docx with its findings as comments and their safe fixes as tracked changes."""

from __future__ import annotations

import codecs
import posixpath
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import count
from typing import NamedTuple

from lxml import etree

from ipcheck.model import Document, Record
from ipcheck.readers import Limits, ReadError
from ipcheck.readers.docx_package import Package, open_package
from ipcheck.readers.limits import DEFAULT
from ipcheck.reporters.docx_anchors import Body, Cut, Gap, edges
from ipcheck.reporters.docx_comments import Comments, Told, lines
from ipcheck.reporters.docx_revisions import Revisions
from ipcheck.reporters.fixes import Change, choose
from ipcheck.reporters.package_copy import copy_package

_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_COMMENTS = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_TRANSITIONAL, _STRICT = (
    "http://schemas.openxmlformats.org/officeDocument/2006",
    "http://purl.oclc.org/ooxml/officeDocument",
)
_CONTENT_TYPES = "[Content_Types].xml"
_NO_TYPES = f'<Types xmlns="{_TYPES}"/>'.encode()


class Marked(NamedTuple):
    """The copy, and the records whose fixes are in it as tracked changes."""

    data: bytes
    tracked: tuple[Record, ...]


class _Remark(NamedTuple):
    """One comment to set: its finding and the two points around its words."""

    record: Record
    start: Cut
    end: Cut
    beside: bool


def mark(
    data: bytes,
    document: Document,
    records: Sequence[Record],
    day: date,
    *,
    fix: bool = False,
    comment: bool = True,
    limits: Limits = DEFAULT,
) -> Marked:
    """Mark the .docx ``data``, from which ``document`` was read, with ``records``.

    Only the main part, the comments part, the main part's relations and the list of content types change; if there
    is nothing to write, the copy is ``data`` itself. Raises ReadError as the reader does.
    """
    package = open_package(data, limits)
    root = _load(package.data(package.document) or b"")
    body = Body(root, _notes(package, document))
    ids = {value for element in root.iter("*") if (value := element.get(body.w + "id")) is not None}
    revisions = Revisions(body, document, day, set(ids)) if fix else None
    remarks = list(_remarks(body, document, records)) if comment else []
    safe = choose(records).taken if fix else ()
    for record in safe:
        if revisions is not None:
            revisions.want(record)
    body.split()
    plans = revisions.plan() if revisions is not None else {}
    parts: dict[str, bytes] = {}
    if remarks:
        parts = _write_comments(package, body, remarks, set(plans), day, ids)
    # Insertions first: the character one stands behind may be deleted by the change before it.
    for plan in sorted(plans.values(), key=lambda item: bool(item.deleted)):
        assert revisions is not None
        revisions.write(plan)
    if not remarks and not plans:
        return Marked(data, ())
    parts[package.document] = _dump(root)
    return Marked(copy_package(data, parts), tuple(record for record in safe if Change.of(record) in plans))


def _notes(package: Package, document: Document) -> Iterable[etree._Element]:
    """The parts of the notes that are read, in the order in which the reader counts their paragraphs."""
    labels = {document.place_of(item.start).label[:2] for item in document.paragraphs if item.region == "footnote"}
    for kind, label in (("footnotes", "脚注"), ("endnotes", "尾注")):
        part = package.data(package.related(package.document, kind)) if label in labels else None
        if part is not None:
            yield _load(part)


def _remarks(body: Body, document: Document, records: Sequence[Record]) -> Iterable[_Remark]:
    """Where each finding's comment goes; the gaps for it are asked for."""
    for record in records:
        found = edges(document, record.words.start, record.words.end)
        if found is None:
            continue
        (start, beside), (end, _) = body.cut(found[0]), body.cut(found[1])
        if beside:
            # The box or the sign stands for all the words, wherever in it they are.
            start, end = Cut(start.node, 0, False), Cut(start.node, 1, True)
        body.want(start)
        body.want(end)
        yield _Remark(record, start, end, beside)


class _Marks:
    """Sets the marks of comments into the tree."""

    def __init__(self, body: Body) -> None:
        self._body = body
        # The last mark behind each node, so that marks at one point keep their order.
        self._tails: dict[etree._Element, etree._Element] = {}

    def start(self, gap: Gap, name: str) -> None:
        """A range starts: before what follows."""
        self._set(gap, self._mark("commentRangeStart", name), before=True)

    def end(self, gap: Gap, name: str, *, before: bool = False) -> None:
        """A range ends: behind what it holds; the reference to the comment follows at the level of the paragraph."""
        mark = self._mark("commentRangeEnd", name)
        reference = etree.Element(self._body.w + "r")
        reference.append(self._mark("commentReference", name))
        self._set(gap, mark, before=before)
        top = mark
        while (parent := top.getparent()) is not None and self._body.local(parent) != "p":
            top = parent
        if top is not mark:
            self._behind(top, reference)
            return
        mark.addnext(reference)
        if gap.left is not None and self._tails.get(gap.left) is mark:
            self._tails[gap.left] = reference

    def _mark(self, tag: str, name: str) -> etree._Element:
        return etree.Element(self._body.w + tag, {self._body.w + "id": name})

    def _set(self, gap: Gap, mark: etree._Element, *, before: bool) -> None:
        if gap.right is not None and (before or gap.left is None):
            gap.right.addprevious(mark)
        elif gap.left is not None:
            self._behind(gap.left, mark)
        else:
            gap.parent.append(mark)

    def _behind(self, node: etree._Element, mark: etree._Element) -> None:
        self._tails.get(node, node).addnext(mark)
        self._tails[node] = mark


def _write_comments(
    package: Package, body: Body, remarks: list[_Remark], tracked: set[Change], day: date, ids: set[str]
) -> dict[str, bytes]:
    """Set the comments' marks in the tree; return the other parts that change by this."""
    name = package.related(package.document, "comments")
    old = package.data(name)
    root = _load(old) if old is not None else etree.Element(body.w + "comments", nsmap={"w": body.w[1:-1]})
    comments = Comments(root, body.w, day, ids)
    remarks = sorted(remarks, key=lambda item: (item.record.words.start, -item.record.words.end, item.record.code))
    over = len(remarks) - comments.room
    placed = [(remark, body.gap(remark.start), body.gap(remark.end)) for remark in remarks[: comments.room]]
    marks = _Marks(body)
    names: list[str] = []
    for remark, start, end in placed:
        told = Told(Change.of(remark.record) in tracked, remark.beside)
        texts = list(lines(remark.record, told))
        if over > 0 and len(names) == comments.room - 1:
            texts.append(f"批注数已达 Word 的上限，其后还有 {over} 条未写入，请看其他格式的报告")
        names.append(comments.add(texts))
        marks.start(start, names[-1])
        if remark.start == remark.end:
            marks.end(end, names[-1], before=True)
    closing = sorted(
        zip(placed, names, strict=True), key=lambda item: (item[0][0].record.words.end, -item[0][0].record.words.start)
    )
    for (remark, _, end), comment in closing:
        if remark.start != remark.end:
            marks.end(end, comment)
    parts: dict[str, bytes] = {}
    if name is None:
        name, parts = _relate(package, body.w)
    parts |= {name: _dump(root)}
    types = _load(package.data(_CONTENT_TYPES) or _NO_TYPES)
    if not any(str(item.get("PartName")).lower() == f"/{name}".lower() for item in types):
        etree.SubElement(types, f"{{{_TYPES}}}Override", {"PartName": f"/{name}", "ContentType": _COMMENTS})
        parts[_CONTENT_TYPES] = _dump(types)
    return parts


def _relate(package: Package, w: str) -> tuple[str, dict[str, bytes]]:
    """The name of a comments part to come, and the main part's relations that lead to it."""
    folder, base = posixpath.split(package.document)
    names = (f"comments{number or ''}.xml" for number in count())
    target = next(name for name in names if package.data(posixpath.join(folder, name)) is None)
    path = posixpath.join(folder, "_rels", base + ".rels")
    old = package.data(path)
    root = _load(old) if old is not None else etree.fromstring(f'<Relationships xmlns="{_RELATIONS}"/>')
    used = {item.get("Id") for item in root}
    name = next(f"rId{number}" for number in count(1) if f"rId{number}" not in used)
    kind = (_STRICT if "purl.oclc.org" in w else _TRANSITIONAL) + "/relationships/comments"
    etree.SubElement(root, f"{{{_RELATIONS}}}Relationship", {"Id": name, "Type": kind, "Target": target})
    return posixpath.join(folder, target), {path: _dump(root)}


def _load(data: bytes) -> etree._Element:
    """Parse a part whole, with its comments and instructions. Raises ReadError for damaged ones."""
    encoding = None
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        data, encoding = data.decode("utf-16", "replace").encode(), "utf-8"
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, encoding=encoding)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise ReadError("文档的内部文件已损坏，无法写批注：请用 Word/WPS 打开并修复，再另存为 .docx") from error


def _dump(root: etree._Element) -> bytes:
    text: bytes = etree.tostring(root.getroottree(), encoding="UTF-8", xml_declaration=True, standalone=True)
    return text


__all__ = ["Marked", "mark"]
