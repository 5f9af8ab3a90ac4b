"""Puts the pieces of paragraphs into a DocumentBuilder: lines, marks, objects, places."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from ipcheck.model.document import DocumentBuilder, Place
from ipcheck.readers.docx_inline import Piece
from ipcheck.readers.docx_numbering import Label


class Source(NamedTuple):
    """A w:p that gives its pieces to a line: what it is called, its running number, its pieces."""

    name: str
    number: int
    pieces: list[Piece]


@dataclass(frozen=True, slots=True)
class Frame:
    """The fields of Paragraph that all lines of one paragraph share."""

    header: str = ""
    region: str = "body"
    heading: bool = False
    section: int = 0
    table: int | None = None
    cell: tuple[int, int] | None = None


class LineWriter:
    """Writes paragraphs and keeps what runs on from one to the next: comments, a page break to come."""

    def __init__(self, builder: DocumentBuilder, comments: dict[str, str]) -> None:
        self._builder = builder
        self._comments = comments
        self._open_comments: dict[str, int] = {}
        self._told: set[str] = set()
        self._spans: dict[str, tuple[int, int, str]] = {}
        self._loose: list[Piece] = []
        self.page_to_come = False

    def write(self, sources: list[Source], label: Label | None, frame: Frame, page_break: bool) -> None:
        """Write one paragraph (several sources, if their marks were deleted) as one line or more."""
        shown = label.text if label is not None else ""
        # page: this line stands behind a page break; late: a page break came while it was still empty.
        page, late, opened_by_page = page_break or self.page_to_come, False, False
        self.page_to_come = False
        if label is not None:
            self._number(label, sources[-1])
        for piece in self._loose:
            self._piece(piece, sources[0])
        self._loose.clear()
        for source in sources:
            for piece in source.pieces:
                if piece.kind == "page" and not self._has_text:
                    late = True
                elif piece.kind in ("page", "break"):
                    self._end(shown, page or late, frame)
                    shown, late = "", False
                    page = opened_by_page = piece.kind == "page"
                else:
                    self._piece(piece, source)
        if self._has_text:
            self._end(shown, page or late, frame)
            return
        # Nothing stands behind the last break: it belongs to the next paragraph.
        self.page_to_come = late or opened_by_page
        if opened_by_page:
            self._close_spans()
        else:
            self._end(shown, page, frame)

    def _number(self, label: Label, source: Source) -> None:
        place = Place(f"{source.name}（自动编号）", element=(source.number,))
        start = self._builder.add(label.text + label.suffix, place)
        self._builder.mark("generated", start, self._builder.offset)

    def keep(self, pieces: list[Piece]) -> None:
        """Keep the marks of a paragraph that is gone for the start of the next line."""
        self._loose += pieces

    def close(self) -> None:
        """Finish: marks that wait for a next line go to the end of the last one."""
        at = max(0, self._builder.offset - 1)
        for piece in self._loose:
            if piece.kind in ("deleted", "hidden"):
                self._builder.mark(piece.kind, at, at, piece.detail)
            elif piece.kind.startswith("comment"):
                self.comment(piece.kind, piece.detail)
        self._loose.clear()

    @property
    def _has_text(self) -> bool:
        return self._builder.offset > self._builder.paragraph_start

    def comment(self, kind: str, name: str) -> None:
        """A comment's range starts or ends here, or it has only a point."""
        at = self._builder.offset
        if kind == "comment-start":
            self._open_comments[name] = at
        elif kind == "comment-end" and name in self._open_comments:
            self._tell(name, self._open_comments.pop(name), at)
        elif kind == "comment-point" and name not in self._told:
            self._tell(name, self._open_comments.pop(name, at), at)

    def _tell(self, name: str, start: int, end: int) -> None:
        self._told.add(name)
        # A range that ends at the start of a line ends with the line before.
        if end > start and end == self._builder.paragraph_start:
            end -= 1
        self._builder.mark("comment", start, end, self._comments.get(name, ""))

    def _piece(self, piece: Piece, source: Source) -> None:
        builder, kind = self._builder, piece.kind
        if kind == "text" or kind == "object":
            element = (source.number, piece.run, piece.at) if piece.run >= 0 else (source.number,)
            place = Place(source.name, element=element)
            start = builder.offset
            if kind == "text":
                builder.add(piece.text, place)
            else:
                drawn, look = (piece.shape.drawn, piece.shape.look) if piece.shape else (None, None)
                builder.add_object(piece.text, place, piece.name, piece.detail, drawn=drawn, look=look)
            for mark in piece.marks:
                self._extend(mark, start, builder.offset)
        elif kind == "deleted" or kind == "hidden":
            self._extend(kind, builder.offset, builder.offset, piece.detail)
        elif kind == "footnote":
            builder.mark("footnote", builder.offset, builder.offset, piece.detail)
        elif kind.startswith("comment"):
            self.comment(kind, piece.detail)

    def _extend(self, kind: str, start: int, end: int, detail: str = "") -> None:
        """Add a mark, joined to the one of its kind that ends where it starts."""
        before = self._spans.get(kind)
        if before is not None:
            if before[1] == start:
                self._spans[kind] = (before[0], end, before[2] + detail)
                return
            self._builder.mark(kind, *before)
        self._spans[kind] = (start, end, detail)

    def _close_spans(self) -> None:
        for kind, span in self._spans.items():
            self._builder.mark(kind, *span)
        self._spans.clear()

    def _end(self, label: str, page_break: bool, frame: Frame) -> None:
        self._close_spans()
        self._builder.end_paragraph(
            label=label,
            header=frame.header,
            region=frame.region,
            heading=frame.heading,
            page_break_before=page_break,
            section=frame.section,
            table=frame.table,
            cell=frame.cell,
        )
