"""Tables of a description: cells of a .docx or XML, and rows of text parted by tabs, bars or spaces."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from ipcheck.model import Span, lazy
from ipcheck.patent.parts import Part
from ipcheck.patent.quantities import Quantity, read_cell, read_header
from ipcheck.patent.series import Series

# What is tried: 实施例1, 对比例2, 样品A, 1#, 第3组.
SAMPLE = lazy(
    r"(?:实施例|实例|对比例|比较例|对照例?|样品|试样|样本|试验|实验|处理|批次|例)组?[ ]?"
    r"[A-Za-z\d一二三四五六七八九十#-]{0,4}"
    r"|[A-Z]?\d{1,3}#|第[ ]?\d{1,2}[组批次号]|[一-鿿A-Z]{1,4}组"
)
_NUMBERED = lazy(r"[ \t]*\[\d{4,5}\][ \t]*")
_RULE = lazy(r"[ |:+\-—─]+")
_CAPTION = lazy(r"[ ]*表[ ]?[A-Z]?\d{0,3}(?:[-.]\d{1,2})?(?![一-鿿]*[。；])[^。；\n]{0,60}")
_ROW_WORDS = 400


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its place, and the quantity if it holds nothing else."""

    row: int
    column: int
    span: Span
    quantity: Quantity | None


@dataclass(frozen=True)
class Table:
    """A table: its rows of cells, and the line above it if that is a caption (表1 …)."""

    caption: Span | None
    rows: tuple[tuple[Cell, ...], ...]

    @property
    def span(self) -> Span:
        """From the first cell to the last."""
        return Span(self.rows[0][0].span.document, self.rows[0][0].span.start, self.rows[-1][-1].span.end)

    @cached_property
    def width(self) -> int:
        """How many columns it has."""
        return max(cell.column for row in self.rows for cell in row) + 1

    @cached_property
    def at(self) -> dict[tuple[int, int], Cell]:
        """The cells by row and column."""
        return {(cell.row, cell.column): cell for row in self.rows for cell in row}

    @cached_property
    def samples_across(self) -> bool:
        """Whether what is tried stands in the head, so that each row is one property."""
        head = sum(bool(SAMPLE.fullmatch(_words(cell))) for cell in self.rows[0])
        side = sum(bool(SAMPLE.fullmatch(_words(row[0]))) for row in self.rows[1:] if row[0].column == 0)
        return head >= 2 and head > side

    @cached_property
    def series(self) -> tuple[Series, ...]:
        """One series for each property: its name, unit, and a value for each of what is tried."""
        lines = range(len(self.rows)) if self.samples_across else range(self.width)
        return tuple(series for line in lines if (series := self._line(line)) is not None)

    def _line(self, line: int) -> Series | None:
        """The series of a column, or of a row where what is tried stands in the head; None if it has no values."""
        name, unit = "", ""
        found: list[tuple[str, Quantity]] = []
        for other in range(self.width if self.samples_across else len(self.rows)):
            place = (line, other) if self.samples_across else (other, line)
            cell = self.at.get(place)
            if cell is None:
                continue
            if cell.quantity is not None and not (other == 0 and self._has_head):
                found.append((self._label(place), cell.quantity))
            elif not found and not name:
                name, unit = read_header(_words(cell))
        if not found or (line == 0 and [value.value for _, value in found] == list(range(1, len(found) + 1))):
            return None  # a first column may merely number the rows
        values = tuple(value for _, value in found)
        return Series(name, unit or values[0].unit, tuple(label for label, _ in found), values)

    @cached_property
    def _has_head(self) -> bool:
        """Whether the first cells are a head although some are numbers (years, doses): most of it is words."""
        return not self.samples_across and 2 * sum(cell.quantity is None for cell in self.rows[0]) > len(self.rows[0])

    def _label(self, place: tuple[int, int]) -> str:
        cell = self.at.get((0, place[1]) if self.samples_across else (place[0], 0))
        return _words(cell) if cell is not None else ""


def _words(cell: Cell) -> str:
    return cell.span.folded.strip()


def draw_tables(part: Part | None) -> tuple[Table, ...]:
    """The tables of the description part; a single row is no table, nor are rows without a single number."""
    if part is None:
        return ()
    return tuple(
        Table(caption, rows)
        for caption, rows in (*_of_cells(part.lines), *_of_text(part.lines))
        if len(rows) >= 2 and sum(cell.quantity is not None for row in rows for cell in row) >= 2
    )


_Rows = tuple[Span | None, tuple[tuple[Cell, ...], ...]]


def _of_cells(lines: Iterable[Span]) -> Iterator[_Rows]:
    """Tables whose cells the format gives: one line or more each."""
    found: dict[int, dict[tuple[int, int], Span]] = {}
    captions: dict[int, Span | None] = {}
    before: Span | None = None
    for line in lines:
        paragraph = line.document.paragraph_at(line.start)
        if paragraph.table is None or paragraph.cell is None:
            before = line
            continue
        cells = found.setdefault(paragraph.table, {})
        captions.setdefault(paragraph.table, _caption(before))
        # A cell of two lines: the first holds the place, both the words.
        known = cells.get(paragraph.cell)
        cells[paragraph.cell] = Span(line.document, known.start, line.end) if known else line
    for table, cells in found.items():
        rows: dict[int, list[Cell]] = {}
        for (row, column), span in sorted(cells.items()):
            trimmed = span.trimmed()
            rows.setdefault(row, []).append(Cell(len(rows) - (row in rows), column, trimmed, read_cell(trimmed)))
        yield captions[table], tuple(map(tuple, rows.values()))


def _of_text(lines: Iterable[Span]) -> Iterator[_Rows]:
    """Rows of text, as many of one style as stand one below the other."""
    rows: list[list[Span]] = []
    caption: Span | None = None
    opened = ""
    before: Span | None = None
    above: Span | None = None
    for line in lines:
        style, cells = _cells(line)
        ruled = bool(rows) and _RULE.fullmatch(line.folded) is not None
        gap = before is not None and line.start > before.end + 1
        if rows and ((not ruled and style != opened) or gap):
            yield caption, _aligned(rows)
            rows = []
        if cells and not rows:
            opened = style
            head = _head(before, len(cells)) if style == "word" else []
            caption = _caption(above if head else before)
            rows = [head] if head else []
        if cells:
            rows.append(cells)
        above, before = before, line
    if rows:
        yield caption, _aligned(rows)


def _head(line: Span | None, width: int) -> list[Span]:
    """The line above rows of words parted by single spaces, if it has as many words (or lacks the corner's)."""
    if line is None or re.search(r"[。；，]", str(line)):
        return []
    words = [line.sub(match.start(), match.end()) for match in re.finditer(r"\S+", str(line))]
    return words if len(words) in (width, width - 1) else []


def _cells(line: Span) -> tuple[str, list[Span]]:
    """How the cells of a row of text are parted (bar, tab, gap, word), and the cells; nothing if it is no row."""
    numbered = _NUMBERED.match(line.document.folded, line.start, line.end)
    start = numbered.end() if numbered else line.start
    text = line.document.text[start : line.end]
    if len(text) > _ROW_WORDS or "。" in text or line.document.paragraph_at(line.start).cell is not None:
        return "", []
    if _RULE.fullmatch(text):
        return "", []
    if text.count("|") + text.count("｜") >= 2 and not re.search(r"[；;=]", text):
        style, pieces = "bar", list(_split(text, "|｜"))
        # Bars at the outside enclose the row.
        pieces = pieces[text.lstrip()[:1] in "|｜" :]
    elif "\t" in text:
        style, pieces = "tab", list(_split(text, "\t"))
    elif re.search(r"\S[ \u3000]{2,}\S", text):
        style, pieces = "gap", [match.span() for match in re.finditer(r"\S+(?:[ ]\S+)*", text)]
    elif re.fullmatch(r"\S+(?:[ \u3000]+[-+]?\d[\d.±%]*){2,}[ ]*", text):
        style, pieces = "word", [match.span() for match in re.finditer(r"\S+", text)]
    else:
        return "", []
    cells = [Span(line.document, start + first, start + last) for first, last in pieces]
    return (style, cells) if sum(bool(str(cell).strip()) for cell in cells) >= 2 else ("", [])


def _split(text: str, marks: str) -> Iterator[tuple[int, int]]:
    """The stretches between ``marks``, empty ones too; what follows a mark at the very end is none."""
    start = 0
    for index, letter in enumerate(text):
        if letter in marks:
            yield start, index
            start = index + 1
    if text[start:].strip():
        yield start, len(text)


def _aligned(rows: list[list[Span]]) -> tuple[tuple[Cell, ...], ...]:
    """The rows with their columns; a head that lacks the corner's cell is moved by one."""
    width = max(map(len, rows[1:]), default=0)
    table = []
    for index, row in enumerate(rows):
        shift = 1 if index == 0 and len(row) == width - 1 else 0
        cells = [(column + shift, span.trimmed()) for column, span in enumerate(row)]
        table.append(tuple(Cell(index, column, span, read_cell(span)) for column, span in cells if len(span)))
    return tuple(row for row in table if row)


def _caption(line: Span | None) -> Span | None:
    if line is None:
        return None
    match = _CAPTION.match(line.document.folded, line.start, line.end)
    return line.trimmed() if match is not None and match.end() == line.end else None


__all__ = ["SAMPLE", "Cell", "Table", "draw_tables"]
