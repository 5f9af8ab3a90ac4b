"""A document: one text whose every character knows where it came from."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cached_property
from operator import add
from typing import NamedTuple

from ipcheck.model.image import ImageFacts
from ipcheck.model.text import fold

# Looking for more words than this in a line is no quicker than trying the pattern.
_MOST_WORDS = 12


class Place(NamedTuple):
    """Where a run of characters stands in its file.

    ``label`` is what a reader is told (第12行, 第3页). ``element`` leads back to the very piece of the
    source, in the format's own terms: for a .docx (paragraph, run, character), for XML (line, 0, 0).
    ``box`` is x0, top, x1, bottom in points from the upper left corner of the page.
    """

    label: str
    page: int | None = None
    element: tuple[int, ...] = ()
    box: tuple[float, float, float, float] | None = None


class Anchor(NamedTuple):
    """From ``start`` (an offset in the document's text) on, characters come from ``place``, one after another."""

    start: int
    place: Place


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line of the document's text; paragraph *i* is line *i + 1*.

    ``label`` holds the automatic number a reader put in front (also in the text, marked ``generated``).
    ``region`` is body, footnote or textbox. ``header`` is the page header of its section, with spaces removed.
    ``part`` is set where the format itself names the part (XML); otherwise parts are drawn later.
    ``table`` counts the document's tables; ``cell`` is row and column in it, from 0, where the format has cells.
    """

    start: int
    end: int
    label: str = ""
    header: str = ""
    region: str = "body"
    part: str | None = None
    heading: bool = False
    page_break_before: bool = False
    section: int = 0
    table: int | None = None
    cell: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """A property of the characters from ``start`` to ``end``.

    Kinds: generated, inserted, deleted (empty range, the words are in ``detail``), hidden, sub, sup, comment
    (``detail`` is the comment), highlight, formula, footnote, unmapped.
    """

    kind: str
    start: int
    end: int
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Object:
    """What one U+FFFC in the text stands for.

    Kinds: picture, formula (an OLE or picture known to be one), chemistry, ole, table-image.
    ``name`` is the file or part name, ``label`` what the source calls it (图1). ``drawn`` is how wide the document
    draws it, in inches; ``look`` measures the picture when asked.
    """

    kind: str
    start: int
    name: str = ""
    label: str = ""
    drawn: float | None = field(default=None, compare=False)
    look: Callable[[], ImageFacts | None] | None = field(default=None, compare=False, repr=False)

    @property
    def image(self) -> ImageFacts | None:
        """What the picture looks like; None if nobody can tell (no pixels, damaged, Pillow not installed)."""
        facts = self.look() if self.look is not None else None
        if facts is None or not self.drawn:
            return facts
        return replace(facts, dpi=facts.width / self.drawn)


@dataclass(frozen=True)
class Document:
    """What a reader hands over. ``text`` is the paragraphs joined by line feeds; it never changes afterwards.

    ``margins`` holds the distinct page headers and footers, kept apart from the body; ``notes`` what the reader
    could not read (each becomes a Failure); ``remarks`` what it had to put right to read it;
    ``facts`` what the format itself says of the
    application (kind, title, number).
    """

    path: str
    format: str
    text: str
    paragraphs: tuple[Paragraph, ...]
    anchors: tuple[Anchor, ...] = ()
    marks: tuple[Mark, ...] = ()
    objects: tuple[Object, ...] = ()
    margins: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    facts: dict[str, str] = field(default_factory=dict)
    sha256: str = ""
    encoding: str | None = None

    @cached_property
    def folded(self) -> str:
        """The text folded for comparison; same length, same offsets."""
        return fold(self.text)

    @cached_property
    def _pairs(self) -> set[str]:
        """Every two characters that stand side by side when folded, and every character."""
        return {*self.folded, *map(add, self.folded, self.folded[1:])}

    @cached_property
    def standing(self) -> dict[re.Pattern[str], tuple[str, ...] | None]:
        """What ``words_standing`` has said so far."""
        return {}

    def words_standing(self, pattern: re.Pattern[str]) -> tuple[str, ...] | None:
        """Words that may stand in the folded text of which every match of ``pattern`` holds at least one.

        None where no such words are known, or too many to look for: then the pattern may match anywhere.
        """
        words = getattr(pattern, "needed", ())
        pairs = self._pairs
        begun = [word for word in words if word[:2] in pairs]  # few are left
        found = tuple(word for word in begun if all(word[at : at + 2] in pairs for at in range(1, len(word) - 1)))
        self.standing[pattern] = told = found if words and len(found) <= _MOST_WORDS else None
        return told

    @cached_property
    def _line_starts(self) -> list[int]:
        return [paragraph.start for paragraph in self.paragraphs]

    @cached_property
    def _anchor_starts(self) -> list[int]:
        return [anchor.start for anchor in self.anchors]

    @cached_property
    def marks_by_kind(self) -> dict[str, list[Mark]]:
        """Marks of each kind, in order."""
        kinds: dict[str, list[Mark]] = {}
        for mark in self.marks:
            kinds.setdefault(mark.kind, []).append(mark)
        return kinds

    @cached_property
    def object_at(self) -> dict[int, Object]:
        """Objects by their offset."""
        return {item.start: item for item in self.objects}

    def line_of(self, offset: int) -> int:
        """The line (from 1) in which ``offset`` lies."""
        return max(1, bisect_right(self._line_starts, offset))

    def column_of(self, offset: int) -> int:
        """The column (from 1, in characters) of ``offset`` in its line."""
        starts = self._line_starts
        return offset - starts[self.line_of(offset) - 1] + 1 if starts else offset + 1

    def paragraph_at(self, offset: int) -> Paragraph:
        """The paragraph in which ``offset`` lies. Raises IndexError in an empty document."""
        return self.paragraphs[self.line_of(offset) - 1]

    def anchor_of(self, offset: int) -> Anchor | None:
        """The anchor from which the character at ``offset`` counts, None before the first one."""
        index = bisect_right(self._anchor_starts, offset) - 1
        return self.anchors[index] if index >= 0 else None

    def place_of(self, offset: int) -> Place:
        """Where the run of characters around ``offset`` came from."""
        anchor = self.anchor_of(offset)
        return anchor.place if anchor else Place(f"第{self.line_of(offset)}行")

    def shown_at(self, offset: int) -> tuple[int, int]:
        """Line and column (from 1) at which an editor shows the character at ``offset``.

        For text files those of the file itself, where Markdown's signs and form feeds count too; for all other
        formats the line and column in the text as ``ipcheck read`` shows it.
        """
        anchor = self.anchor_of(offset)
        if self.format in ("text", "markdown") and anchor is not None and len(anchor.place.element) == 2:
            line, column = anchor.place.element
            return line, column + offset - anchor.start
        return self.line_of(offset), self.column_of(offset)


class DocumentBuilder:
    """Collects paragraphs with their marks, objects and places, then makes the Document.

    A reader calls ``add`` for each piece of text, ``mark``/``add_object`` for what it knows of it, and
    ``end_paragraph`` at each line end. Offsets are the builder's business, so they cannot disagree.
    """

    def __init__(self, path: str, format: str) -> None:
        self.path = path
        self.format = format
        self._pieces: list[str] = []
        self._length = 0
        self._start = 0
        self._paragraphs: list[Paragraph] = []
        self._anchors: list[Anchor] = []
        self._marks: list[Mark] = []
        self._objects: list[Object] = []

    @property
    def offset(self) -> int:
        """The offset the next character will have."""
        return self._length

    @property
    def paragraph_start(self) -> int:
        """The offset at which the paragraph being built began."""
        return self._start

    def add(self, text: str, place: Place | None = None) -> int:
        """Append ``text`` (without line feeds) and return its offset.

        Raises ValueError for a line feed, which would break "one paragraph, one line".
        """
        if "\n" in text:
            raise ValueError("a paragraph's text holds no line feed")
        offset = self._length
        if place is not None and text and (not self._anchors or self._anchors[-1].place != place):
            if self._anchors and self._anchors[-1].start == offset:
                self._anchors.pop()
            self._anchors.append(Anchor(offset, place))
        self._pieces.append(text)
        self._length += len(text)
        return offset

    def mark(self, kind: str, start: int, end: int, detail: str = "") -> None:
        """Note a property of the characters from ``start`` to ``end``."""
        self._marks.append(Mark(kind, start, end, detail))

    def add_object(
        self,
        kind: str,
        place: Place | None = None,
        name: str = "",
        label: str = "",
        *,
        drawn: float | None = None,
        look: Callable[[], ImageFacts | None] | None = None,
    ) -> None:
        """Append one U+FFFC that stands for a picture, formula or the like; the arguments are Object's fields."""
        offset = self.add("\ufffc", place)
        self._objects.append(Object(kind, offset, name, label, drawn, look))

    def end_paragraph(
        self,
        *,
        label: str = "",
        header: str = "",
        region: str = "body",
        part: str | None = None,
        heading: bool = False,
        page_break_before: bool = False,
        section: int = 0,
        table: int | None = None,
        cell: tuple[int, int] | None = None,
    ) -> None:
        """Close the line being built; the arguments are the fields of Paragraph."""
        self._paragraphs.append(
            Paragraph(
                self._start,
                self._length,
                label,
                header,
                region,
                part,
                heading,
                page_break_before,
                section,
                table,
                cell,
            )
        )
        self._pieces.append("\n")
        self._length += 1
        self._start = self._length

    def build(
        self,
        *,
        margins: tuple[str, ...] = (),
        notes: tuple[str, ...] = (),
        remarks: tuple[str, ...] = (),
        facts: dict[str, str] | None = None,
        sha256: str = "",
        encoding: str | None = None,
    ) -> Document:
        """Return the Document; an unfinished last paragraph is closed first."""
        if self._length > self._start or not self._paragraphs:
            self.end_paragraph()
        return Document(
            path=self.path,
            format=self.format,
            text="".join(self._pieces)[:-1],
            paragraphs=tuple(self._paragraphs),
            anchors=tuple(self._anchors),
            marks=tuple(sorted(self._marks, key=lambda mark: (mark.start, mark.end, mark.kind, mark.detail))),
            objects=tuple(self._objects),
            margins=margins,
            notes=notes,
            remarks=remarks,
            facts=facts or {},
            sha256=sha256,
            encoding=encoding,
        )
