"""Reads the text layer of a PDF. The parsing is done by a child process that may die; this side only lays out."""

from __future__ import annotations

import json
import subprocess
from typing import Any

from ipcheck.model import lazy
from ipcheck.model.document import Document, DocumentBuilder, Place
from ipcheck.model.text import squeeze
from ipcheck.readers import child
from ipcheck.readers.errors import ReadError, refuse_large
from ipcheck.readers.limits import DEFAULT, Limits, limit_told
from ipcheck.readers.pdf_front import Front, is_front, kind_of_number, read_front
from ipcheck.readers.pdf_layout import (
    CAPTION,
    Block,
    Joiner,
    Line,
    Page,
    glue,
    measure,
    pages_of,
    ranges,
    strip_margins,
)
from ipcheck.whole import why

_SCAN = "PDF 没有文字层（可能是扫描件或图片）；ipcheck 不含文字识别（OCR），请提供 .docx 或可以选中文字的 PDF"
_ERRORS = {
    "encrypted": "PDF 已加密，需要密码才能打开；请去除密码后另存",
    "broken": "PDF 文件已损坏，无法打开；请重新导出或重新下载",
    "pages": "PDF 页数过多（{detail} 页，{limit}），未读取；请只提供申请文件部分",
    "text": "PDF 文字过多（超过 {detail} 字），未读取；请确认是否为申请文件",
}
_PRIVATE = lazy("[\ue000-\uf8ff]")


def read(data: bytes, path: str, limits: Limits = DEFAULT) -> Document:
    """Read a PDF's text layer: publications of CNIPA and exports of Word, WPS and LibreOffice.

    Wrapped lines are rejoined; running heads, page and line numbers are out (see ``Document.margins``). A page's part
    is told by its running head. ``Place`` holds page and box. Pages without text are named in ``notes``. Raises
    ReadError for scans, encrypted, broken and hostile files.
    """
    refuse_large(len(data), limits)
    pages = pages_of(_child(data, limits)["pages"])
    if not any(page.characters for page in pages):
        raise ReadError(_SCAN)
    layout = _Layout(pages, path)
    document = layout.document()
    # The running heads are known only now: a scan may bear a printed page number and nothing else.
    if all(page.scanned or not page.characters for page in pages):
        raise ReadError(_SCAN)
    return document


def _child(data: bytes, limits: Limits) -> dict[str, Any]:
    """Let the child parse ``data``; return its answer. Raises ReadError however it ends."""
    seconds = limits.parser_seconds
    bounds = {"seconds": seconds, "memory": limits.memory, "pages": limits.pages}
    try:
        done = child.run("ipcheck.readers.pdf_text", bounds, data, seconds)
    except subprocess.TimeoutExpired as error:
        raise ReadError(
            f"PDF 在 {seconds} 秒内未能读完，已停止；请另存为新的 PDF 或提供 .docx（每个文件的时间一半用来解析，"
            f"{limit_told(limits, 'seconds')}）"
        ) from error
    except OSError as error:
        raise ReadError(f"无法启动 PDF 解析进程（{why(error)}）；请检查 Python 安装") from error
    try:
        answer: dict[str, Any] = json.loads(done.stdout)
    except ValueError as error:
        if b"ModuleNotFoundError" in done.stderr or b"ImportError" in done.stderr:
            raise ReadError("缺少读取 PDF 的组件 pypdfium2；请运行 pip install ipcheck 重新安装") from error
        raise ReadError(
            "PDF 解析异常终止：文件可能已损坏，或者展开后过大（疑似恶意文件）；请重新导出或提供 .docx"
            f"（内存{limit_told(limits, 'memory')}）"
        ) from error
    if "error" in answer:
        raise ReadError(_ERRORS[answer["error"]].format(detail=answer["detail"], limit=limit_told(limits, "pages")))
    return answer


class _Layout:
    """Turns pages into a Document."""

    def __init__(self, pages: list[Page], path: str) -> None:
        self.pages = pages
        self.builder = DocumentBuilder(path, "pdf")
        self.facts: dict[str, str] = {}

    def document(self) -> Document:
        front_page = self.pages[0] if self.pages and is_front(self.pages[0]) else None
        margins = strip_margins(self.pages)
        body = self.pages
        if front_page is not None:
            self.front(read_front(front_page), front_page)
            body = self.pages[1:]
            for page in body:
                # A front page may go on: more classification, more cited documents.
                if page.part is not None:
                    break
                if page.publication:
                    page.part = "biblio"
        joiner = Joiner(measure(body))
        for page in body:
            joiner.page(page)
        self.body(joiner.blocks)
        kind = next((kind_of_number(page.publication) for page in self.pages if page.publication), "")
        if kind:
            self.facts.setdefault("kind", kind)
        return self.builder.build(
            margins=margins,
            notes=self.notes(),
            facts={key: value for key, value in self.facts.items() if value},
        )

    def front(self, front: Front, page: Page) -> None:
        self.facts = front.facts
        for line in front.biblio:
            self.paragraph([line], part="biblio", page=page)
        if front.abstract:
            self.paragraph(front.abstract, part="abstract", page=page)
        for line in front.drawings:
            self.paragraph([line], part="abstract-drawing", page=page)

    def body(self, blocks: list[Block]) -> None:
        for index, block in enumerate(blocks):
            part = block.page.part
            if part in ("drawings", "abstract-drawing"):
                self.drawing(blocks, index)
            else:
                self.paragraph(
                    block.lines, part=part, page=block.page, heading=block.heading, page_break=block.page_break
                )

    def drawing(self, blocks: list[Block], index: int) -> None:
        """One line of a page of drawings. A figure drawn in lines has no picture: its caption gets one in front."""
        block = blocks[index]
        line = block.lines[0]
        label = ""
        if not line.words:
            for later in range(index + 1, len(blocks)):
                if blocks[later].page is not block.page or label:
                    break
                text = blocks[later].lines[0].text
                label = squeeze(text) if CAPTION.match(text) else ""
        elif CAPTION.match(line.text) and not block.page.images:
            self.builder.add_object("picture", _place(line), label=squeeze(line.text))
            self.builder.end_paragraph(part=block.page.part, header=block.page.header)
        self.paragraph([line], part=block.page.part, page=block.page, page_break=block.page_break, label=label)

    def paragraph(
        self,
        lines: list[Line],
        *,
        part: str | None,
        page: Page,
        heading: bool = False,
        page_break: bool = False,
        label: str = "",
    ) -> None:
        """Write lines as one paragraph; ``label`` names the picture in it."""
        before: Line | None = None
        for line in lines:
            if before is not None:
                self.builder.add(glue(before, line), _place(line))
            self.line(line, label)
            before = line
        self.builder.end_paragraph(part=part, header=page.header, heading=heading, page_break_before=page_break)

    def line(self, line: Line, label: str) -> None:
        place = _place(line)
        for index, piece in enumerate(line.pieces):
            if piece.picture:
                self.builder.add_object("picture", place, label=label)
                continue
            if index and not line.pieces[index - 1].picture:
                self.builder.add(" ", place)
            start = self.builder.add(piece.text, place)
            for kind, first, last in piece.marks:
                self.builder.mark(kind, start + first, start + last)
            for match in _PRIVATE.finditer(piece.text):
                self.builder.mark("unmapped", start + match.start(), start + match.end())

    def notes(self) -> tuple[str, ...]:
        """Name the pages that held no text and are no drawings either."""
        notes = []
        empty = [page.number for page in self.pages if page.scanned]
        if empty:
            notes.append(
                f"第{'、'.join(ranges(empty))}页没有文字（可能是扫描件或图片），未检查；"
                "ipcheck 不含文字识别（OCR），请提供 .docx 或可以选中文字的 PDF"
            )
        broken = [page.number for page in self.pages if page.broken]
        if broken:
            notes.append(f"第{'、'.join(ranges(broken))}页已损坏，无法读取；请重新导出 PDF")
        return tuple(notes)


def _place(line: Line) -> Place:
    """Page and box of a line; a paragraph may run over a page break, so the line is asked and not the block."""
    return Place(f"第{line.page}页", line.page, (line.page, line.index), (line.x0, line.top, line.x1, line.bottom))
