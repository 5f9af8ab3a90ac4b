"""Reads a .docx as a person sees it in Word: numbers printed, insertions in, deletions out."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from lxml import etree

from ipcheck.model.document import Document, DocumentBuilder
from ipcheck.readers.docx_fields import Fields
from ipcheck.readers.docx_inline import Content, Inline
from ipcheck.readers.docx_numbering import Numbering
from ipcheck.readers.docx_objects import branch
from ipcheck.readers.docx_package import MC, VAL, Package, W, number, on, open_package
from ipcheck.readers.docx_sections import Sections, mark_is_gone, read_sections
from ipcheck.readers.docx_styles import Styles
from ipcheck.readers.docx_writer import Frame, LineWriter, Source
from ipcheck.readers.errors import ReadError
from ipcheck.readers.limits import Limits

_P, _TBL, _TR, _TC = W + "p", W + "tbl", W + "tr", W + "tc"
_PPR, _RPR, _NUMPR, _STYLE, _SECT = W + "pPr", W + "rPr", W + "numPr", W + "pStyle", W + "sectPr"
_OUTLINE, _PAGE_BREAK, _VANISH = W + "outlineLvl", W + "pageBreakBefore", W + "vanish"
_ALTERNATE = MC + "AlternateContent"
_WRAPPERS = frozenset(W + name for name in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo"))
_COMMENT_MARKS = {W + "commentRangeStart": "comment-start", W + "commentRangeEnd": "comment-end"}
_NOTES = {"footnote": ("footnotes", "脚注"), "endnote": ("endnotes", "尾注")}
_UNREAD = {W + "altChunk": "嵌入的外部文件（altChunk）", W + "subDoc": "主控文档的子文档"}

_Properties = dict[str, etree._Element]


def read(data: bytes, path: str, limits: Limits) -> Document:
    """Read the bytes of a .docx, .docm or .dotx; ``path`` is only written into the document.

    Raises ReadError, a Chinese sentence that says what is wrong and what to do about it.
    """
    try:
        return _read(open_package(data, limits), path, hashlib.sha256(data).hexdigest())
    except RecursionError as error:
        raise ReadError("文档的结构嵌套过深，无法读取：请在 Word/WPS 中把内容复制到新文档后另存") from error


def _read(package: Package, path: str, sha256: str) -> Document:
    root = package.part(package.document)
    body = root.find(W + "body") if root is not None else None
    if root is None or root.tag != W + "document" or body is None:
        raise ReadError("文件的主体不是 Word 正文，可能是 Excel、PowerPoint 或者其他文件：请在 Word/WPS 中另存为 .docx")
    reader = _Reader(package, root, DocumentBuilder(path, "docx"))
    sections = read_sections(body, package, reader.margin_text)
    reader.body(body, sections)
    return reader.builder.build(
        margins=tuple(sections.margins),
        notes=tuple(dict.fromkeys(reader.remarks)),
        facts=reader.facts(root),
        sha256=sha256,
    )


class _Reader:
    """What the stories of one document (body, notes, headers) share."""

    def __init__(self, package: Package, root: etree._Element, builder: DocumentBuilder) -> None:
        self.package = package
        self.builder = builder
        self.remarks: list[str] = []
        self.dropped = 0
        self.tables = 0
        self.styles = Styles(self._related("styles"))
        self.numbering = Numbering(self._related("numbering"), self.styles)
        self.comments = _comments(self._related("comments"))
        self.numbers = {paragraph: count for count, paragraph in enumerate(root.iter(_P), 1)}
        self.margins: dict[str, str] = {}

    def _related(self, kind: str) -> etree._Element | None:
        return self.package.part(self.package.related(self.package.document, kind))

    def margin_text(self, part: str) -> str:
        """The text of a header or footer part."""
        if part not in self.margins:
            root = self.package.part(part)
            builder = DocumentBuilder("", "docx")
            if root is not None:
                story = _Story(self, part, LineWriter(builder, {}), Numbering(None, self.styles))
                story.blocks(root, Frame())
                story.finish()
            self.margins[part] = builder.build().text.replace("\ufffc", "")
        return self.margins[part]

    def body(self, body: etree._Element, sections: Sections) -> None:
        """Write the body, then the notes it refers to."""
        writer = LineWriter(self.builder, self.comments)
        story = _Story(self, self.package.document, writer, self.numbering, sections)
        story.blocks(body, Frame(header=sections[0].header))
        story.finish()
        self._notes(story.notes, writer)
        writer.close()

    def _notes(self, notes: list[tuple[str, str, Frame]], writer: LineWriter) -> None:
        """Write foot- and endnotes in the order of their references."""
        stories: dict[str, _Story] = {}
        found: dict[tuple[str, str], etree._Element] = {}
        for kind, (relation, _) in _NOTES.items():
            part = self.package.related(self.package.document, relation)
            root = self.package.part(part) if any(note[0] == kind for note in notes) else None
            if part is None or root is None:
                continue
            first = len(self.numbers) + 1
            self.numbers.update((paragraph, count) for count, paragraph in enumerate(root.iter(_P), first))
            stories[kind] = _Story(self, part, writer, self.numbering)
            found.update({(kind, node.get(W + "id", "")): node for node in root.iterchildren(W + kind)})
        counts = dict.fromkeys(_NOTES, 0)
        for kind, name, frame in notes:
            counts[kind] += 1
            node = found.pop((kind, name), None)
            if node is not None:
                stories[kind].name = f"{_NOTES[kind][1]}第{counts[kind]}条"
                stories[kind].blocks(node, replace(frame, region="footnote", heading=False, table=None, cell=None))
                stories[kind].finish()

    def facts(self, root: etree._Element) -> dict[str, str]:
        """What the file itself says: tracked changes, comments, protection, form instructions left out."""
        facts: dict[str, str] = {}
        if revisions := sum(1 for _ in root.iter(W + "ins", W + "del")):
            facts["revisions"] = str(revisions)
        if self.comments:
            facts["comments"] = str(len(self.comments))
        settings = self._related("settings")
        protection = settings.find(W + "documentProtection") if settings is not None else None
        if protection is not None and protection.get(W + "enforcement", "0") in ("1", "true", "on"):
            facts["protected"] = "1"
        if self.dropped:
            facts["dropped"] = f"已略去表格注意事项 {self.dropped} 段"
        return facts


class _Story:
    """Walks the paragraphs and tables of one part in order."""

    def __init__(
        self,
        reader: _Reader,
        part: str,
        writer: LineWriter,
        numbering: Numbering,
        sections: Sections | None = None,
    ) -> None:
        self._reader = reader
        self._writer = writer
        self._numbering = numbering
        self._inline = Inline(reader.package, part, reader.styles)
        self._sections = sections
        self._section = 0
        self._waiting: list[tuple[Source, Content]] = []
        self._last: tuple[_Properties, str | None] = ({}, None)
        self.name = ""
        self.notes: list[tuple[str, str, Frame]] = []

    def blocks(self, parent: etree._Element, frame: Frame) -> None:
        """Write the paragraphs and tables in ``parent``."""
        self._walk(parent, frame)
        self._flush(frame)

    def finish(self) -> None:
        """End of the part: a field left open may have swallowed text, which must not go unsaid."""
        if self._inline.fields.unfinished:
            self._reader.remarks.append(
                "有一个域（自动生成的内容）没有结束标记，其后的文字可能未读到：请在 Word 中更新或者删除该域"
            )

    def _walk(self, parent: etree._Element, frame: Frame) -> None:
        for child in parent:
            tag = child.tag
            if tag == _P:
                self._paragraph(child, frame)
            elif tag == _TBL:
                self._flush(frame)
                self._table(child, frame)
            elif tag in _WRAPPERS:
                self._walk(child, frame)
            elif tag == _ALTERNATE:
                chosen = branch(child)
                if chosen is not None:
                    self._walk(chosen, frame)
            elif tag in _COMMENT_MARKS:
                self._writer.comment(_COMMENT_MARKS[tag], child.get(W + "id", ""))
            elif tag in _UNREAD:
                self._reader.remarks.append(f"{_UNREAD[tag]}未读取：请在 Word 中把其内容粘贴进正文后另存")

    def _table(self, table: etree._Element, frame: Frame) -> None:
        if self._skipped:
            self._reader.dropped += sum(1 for _ in table.iter(_P))
            return
        self._reader.tables += 1
        inner = replace(frame, table=self._reader.tables)
        for line, row in enumerate(_inside(table, _TR)):
            properties = row.find(W + "trPr")
            if properties is not None and properties.find(W + "del") is not None:
                continue
            column = 0
            for cell in _inside(row, _TC):
                settings = cell.find(W + "tcPr")
                if settings is None or settings.find(W + "cellDel") is None:
                    self.blocks(cell, replace(inner, cell=(line, column)))
                    wide = settings.find(W + "gridSpan") if settings is not None else None
                    column += number(wide.get(VAL), 1) or 1 if wide is not None else 1

    @property
    def _skipped(self) -> bool:
        """Whether the current section holds only the form's instructions."""
        return self._sections is not None and self._sections[self._section].instructions

    def _paragraph(self, paragraph: etree._Element, frame: Frame) -> None:
        ppr = paragraph.find(_PPR)
        properties: _Properties = {child.tag: child for child in ppr} if ppr is not None else {}
        mark = properties.get(_RPR)
        runs_on = mark_is_gone(mark)
        section_ends = not runs_on and self._sections is not None and frame.region == "body" and _SECT in properties
        if self._skipped:
            self._reader.dropped += 1
        else:
            hidden = mark is not None and on(mark.find(_VANISH))
            self._take(paragraph, properties, frame, (runs_on or hidden) and not section_ends)
        if section_ends:
            self._section += 1
            if self._sections is not None and self._sections[self._section].new_page:
                self._writer.page_to_come = True

    def _take(self, paragraph: etree._Element, properties: _Properties, frame: Frame, runs_on: bool) -> None:
        """Read a paragraph; write it, or let it wait if its mark is gone or hidden, so that it runs on."""
        style_node = properties.get(_STYLE)
        style_id = style_node.get(VAL) if style_node is not None else None
        content = self._inline.read(paragraph, self._reader.styles.paragraph(style_id).run)
        count = self._reader.numbers.get(paragraph, 0)
        if runs_on and not content.seen:
            self._writer.keep(content.pieces)
            return
        self._waiting.append((Source(self.name or f"第{count}段", count, content.pieces), content))
        self._last = properties, style_id
        if not runs_on:
            self._flush(frame)

    def _flush(self, frame: Frame) -> None:
        """Write the paragraphs that wait as one, with the properties of the last of them, then their text boxes."""
        if not self._waiting:
            return
        waiting, self._waiting = self._waiting, []
        properties, style_id = self._last
        look = self._reader.styles.paragraph(style_id)
        node = properties.get(_OUTLINE)
        outline = number(node.get(VAL), 9) if node is not None else look.outline
        node = properties.get(_PAGE_BREAK)
        break_before = on(node) if node is not None else bool(look.page_break)
        heading = outline < 9 if outline is not None else look.named_heading
        label = self._numbering.label(properties.get(_NUMPR), style_id)
        section, header = frame.section, frame.header
        if self._sections is not None:
            section, header = self._section, self._sections[self._section].header
        frame = Frame(header, frame.region, heading, section, frame.table, frame.cell)
        self._writer.write([item[0] for item in waiting], label, frame, break_before)
        for _, content in waiting:
            self.notes += [(kind, name, frame) for kind, name in content.notes]
            for box in content.boxes:
                self._box(box, replace(frame, region="textbox"))

    def _box(self, box: etree._Element, frame: Frame) -> None:
        """Write a text box; a field around it has no say inside it, nor is a page break before it meant for it."""
        page, self._writer.page_to_come = self._writer.page_to_come, False
        fields, self._inline.fields = self._inline.fields, Fields()
        self.blocks(box, frame)
        self._inline.fields = fields
        self._writer.page_to_come = page or self._writer.page_to_come


def _inside(parent: etree._Element, tag: str) -> list[etree._Element]:
    """The rows of a table or the cells of a row, also those in content controls."""
    found: list[etree._Element] = []
    for child in parent:
        if child.tag == tag:
            found.append(child)
        elif child.tag in _WRAPPERS:
            found += _inside(child, tag)
    return found


def _comments(root: etree._Element | None) -> dict[str, str]:
    """Comment texts by id, paragraphs joined by line feeds."""
    if root is None:
        return {}
    return {
        comment.get(W + "id", ""): "\n".join(
            "".join(item.text or "" for item in paragraph.iter(W + "t")) for paragraph in comment.iter(_P)
        )
        for comment in root.iterchildren(W + "comment")
    }
