"""The running text of an XML element: lines of pieces, layout taken away, every piece with its source line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml import etree

from ipcheck.model import lazy
from ipcheck.model.document import DocumentBuilder, Place
from ipcheck.model.text import SPACES
from ipcheck.readers.xml_parse import entity_text, line_of, plain

_LAYOUT = lazy(r"\n[ \t\n]*")
_BLOCKS = frozenset({"claimtext", "p", "paragraphs", "li", "row"})
_FORMULA = frozenset({"maths", "math"})
_TABLES = frozenset({"tables", "table"})
_CHEMISTRY = frozenset({"chemistry", "chem"})
_IMAGES = frozenset({"img", "image"})
_BLANK = SPACES + "\n"


@dataclass(frozen=True, slots=True)
class Piece:
    """Some characters on one line of the source, or one object.

    ``text`` is the words; for an object it is empty, ``kind`` its kind and ``name`` its file. ``styles`` holds
    sub and sup. ``detail`` is what a formula says, where the source writes it out.
    """

    text: str
    line: int
    styles: tuple[str, ...] = ()
    kind: str = ""
    name: str = ""
    detail: str = ""


class _Flow:
    """Walks one element and gathers its lines."""

    def __init__(self, element: etree._Element) -> None:
        self.lines: list[list[Piece]] = [[]]
        # Where two words would otherwise grow together: "" none, "\n" an indentation, "\r" a <br/>.
        self.pending = ""
        self.line = line_of(element)
        self.walk(element, ())

    def walk(self, element: etree._Element, styles: tuple[str, ...]) -> None:
        self.line = line_of(element) or self.line
        self.text(element.text, styles)
        for child in element:
            self.child(child, styles)
            self.text(child.tail, styles)

    def child(self, child: etree._Element, styles: tuple[str, ...]) -> None:
        if child.tag is etree.Entity:
            self.text(entity_text(child), styles)
            return
        name = plain(child)
        if not name:
            # A comment or processing instruction: nothing but its length in lines.
            self.line += (child.text or "").count("\n")
        elif name == "br":
            self.pending = "\r"
        elif name in _IMAGES:
            self.object("picture", child, child, styles)
        elif name in _FORMULA or name in _CHEMISTRY or (name in _TABLES and child.find(".//{*}row") is None):
            self.enclosed(name, child, styles)
        elif name in ("sub", "sup"):
            self.walk(child, (*styles, name))
        elif name in _BLOCKS:
            self.new_line()
            self.walk(child, styles)
            self.new_line()
        elif name == "entry":
            if self.lines[-1]:
                self.text("\t", styles)
            self.walk(child, styles)
        else:
            self.walk(child, styles)

    def enclosed(self, name: str, child: etree._Element, styles: tuple[str, ...]) -> None:
        """A formula, a chemical formula or a table that is a picture: one object for each picture in it."""
        kind = "formula" if name in _FORMULA else "chemistry" if name in _CHEMISTRY else "table-image"
        images = [item for item in child.iter() if plain(item) in _IMAGES]
        for image in images:
            self.object(kind, image, child, styles)
        if not images and (kind != "table-image"):
            self.object(kind, None, child, styles)
        elif not images:
            self.walk(child, styles)

    def object(self, kind: str, image: etree._Element | None, source: etree._Element, styles: tuple[str, ...]) -> None:
        self.line = line_of(source) or self.line
        name = "" if image is None else image.get("file") or image.get("src") or ""
        detail = "" if image is not None else "".join("".join(str(text) for text in source.itertext()).split())
        self.pending = ""
        self.lines[-1].append(Piece("", self.line, styles, kind, name, detail))

    def text(self, text: str | None, styles: tuple[str, ...]) -> None:
        if not text:
            return
        position = 0
        for match in _LAYOUT.finditer(text):
            self.words(text[position : match.start()].rstrip(" \t"), styles)
            self.pending = self.pending or "\n"
            self.line += match[0].count("\n")
            position = match.end()
        self.words(text[position:], styles)

    def words(self, words: str, styles: tuple[str, ...]) -> None:
        if not words:
            return
        line = self.lines[-1]
        before = line[-1].text[-1:] if line else ""
        # Indentation between two Latin words was the space between them; between Chinese characters it was nothing.
        if self.pending == "\n" and before.isascii() and before.isalnum() and words[0].isascii() and words[0].isalnum():
            words = " " + words
        self.pending = ""
        line.append(Piece(words, self.line, styles))

    def new_line(self) -> None:
        self.pending = ""
        if self.lines[-1]:
            self.lines.append([])


def lines_of(element: etree._Element) -> Iterator[list[Piece]]:
    """Yield the lines of ``element``: one for its own text and one for each block in it, blanks at the ends off.

    ``<br/>`` and indentation are only layout and joined with nothing. Empty lines are left out.
    """
    for line in _Flow(element).lines:
        tidy = _trimmed(line)
        if tidy:
            yield tidy


def words_of(element: etree._Element) -> str:
    """All words of ``element`` in one string, without layout."""
    return "".join(text_of(line) for line in lines_of(element))


def text_of(line: list[Piece]) -> str:
    """The line's characters, U+FFFC for each object."""
    return "".join("\ufffc" if piece.kind else piece.text for piece in line)


def _trimmed(line: list[Piece]) -> list[Piece]:
    pieces = list(line)
    while pieces and not pieces[0].kind:
        words = pieces[0].text.lstrip(_BLANK)
        if words:
            pieces[0] = replace(pieces[0], text=words)
            break
        pieces.pop(0)
    while pieces and not pieces[-1].kind:
        words = pieces[-1].text.rstrip(_BLANK)
        if words:
            pieces[-1] = replace(pieces[-1], text=words)
            break
        pieces.pop()
    return pieces


def write(builder: DocumentBuilder, line: list[Piece], label: str) -> None:
    """Add the pieces to the paragraph being built, with marks, objects and ``label`` as their place."""
    for piece in line:
        place = Place(label, element=(piece.line,))
        start = builder.offset
        if piece.kind:
            builder.add_object(piece.kind, place, piece.name)
            if piece.detail:
                builder.mark("formula", start, builder.offset, piece.detail)
        else:
            builder.add(piece.text, place)
        for style in dict.fromkeys(piece.styles):
            builder.mark(style, start, builder.offset)
