"""One paragraph of a .docx as a sequence of pieces: text with its marks, objects, breaks, notes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

from lxml import etree

from ipcheck.readers.docx_fields import Fields
from ipcheck.readers.docx_math import formula_text
from ipcheck.readers.docx_objects import Shape, branch, shapes
from ipcheck.readers.docx_package import MC, VAL, M, Package, W
from ipcheck.readers.docx_styles import PLAIN, RunLook, Styles, over, run_look
from ipcheck.readers.docx_symbols import is_plain, plain, symbol

_R, _T, _RPR, _RSTYLE = W + "r", W + "t", W + "rPr", W + "rStyle"
_DELETED_TEXT, _FIELD_CHAR = W + "delText", W + "fldChar"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
# Lowered or raised text counts as an index only if it is as short as one: drafts hold whole sentences lowered by
# accident (typed after a MathType object, which Word lowers to the line).
_LONGEST_INDEX = 12
_FIRST_CJK = "\u2e80"


class Piece(NamedTuple):
    """A piece of a paragraph.

    ``kind`` is text, object, break, page, deleted, hidden, footnote, comment-start, comment-end or
    comment-point. ``run`` counts the children of all w:r of the paragraph, ``at`` the characters in that child;
    ``run`` is -1 for what has no such child. ``marks`` hold over the whole text. ``detail`` and ``name`` depend
    on the kind.
    """

    kind: str
    text: str = ""
    run: int = -1
    at: int = 0
    marks: tuple[str, ...] = ()
    detail: str = ""
    name: str = ""
    shape: Shape | None = None


@dataclass(slots=True)
class Content:
    """What is in a paragraph: its pieces, the contents of its text boxes, the notes it refers to."""

    pieces: list[Piece] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)

    @property
    def seen(self) -> bool:
        """Whether anything in it is visible."""
        return any(piece.kind in ("text", "object", "break", "page") for piece in self.pieces) or bool(self.boxes)


class Inline:
    """Reads paragraphs of one part; fields may run on from one paragraph into the next."""

    def __init__(self, package: Package, part: str, styles: Styles) -> None:
        self._package = package
        self._part = part
        self._styles = styles
        self.fields = Fields()
        self._content = Content()
        self._base = PLAIN
        self._look = PLAIN
        self._marks: tuple[str, ...] = ()
        self._hidden = False
        self._inserted = False
        self._bases: dict[etree._Element, int] = {}
        self._nodes: dict[str, Callable[[etree._Element], None]] = {
            _R: self._run,
            W + "del": self._deleted,
            W + "moveFrom": self._deleted,
            W + "ins": self._insertion,
            W + "moveTo": self._insertion,
            M + "oMath": self._formula,
            M + "oMathPara": self._formulas,
            MC + "AlternateContent": self._alternate,
            W + "commentRangeStart": lambda node: self._comment("comment-start", node),
            W + "commentRangeEnd": lambda node: self._comment("comment-end", node),
        }
        for name in ("hyperlink", "smartTag", "customXml", "sdt", "sdtContent", "fldSimple", "dir", "bdo", "ruby"):
            self._nodes[W + name] = self._descend
        self._nodes[W + "rubyBase"] = self._descend
        self._nodes[MC + "Choice"] = self._nodes[MC + "Fallback"] = self._descend
        self._children: dict[str, Callable[[etree._Element, int], None]] = {
            _T: self._text,
            W + "tab": lambda node, run: self._add("\t", run),
            W + "ptab": lambda node, run: self._add("\t", run),
            W + "br": self._break,
            W + "cr": self._break,
            W + "noBreakHyphen": lambda node, run: self._add("-", run),
            W + "sym": self._symbol,
            _FIELD_CHAR: self._field_char,
            W + "instrText": self._code,
            W + "drawing": self._object,
            W + "pict": self._object,
            W + "object": self._object,
            W + "footnoteReference": lambda node, run: self._note("footnote", node),
            W + "endnoteReference": lambda node, run: self._note("endnote", node),
            W + "commentReference": lambda node, run: self._comment("comment-point", node),
            W + "ruby": lambda node, run: self._inside(node),
            MC + "AlternateContent": self._alternate_child,
        }

    def read(self, paragraph: etree._Element, look: RunLook) -> Content:
        """The content of a w:p whose style gives its runs ``look``."""
        self._content = Content()
        self._base = look
        self._bases = {}
        count = 0
        for run in paragraph.iter(_R):
            self._bases[run] = count
            count += len(run)
        self._descend(paragraph)
        content = self._content
        if any("low" in piece.marks or "high" in piece.marks for piece in content.pieces):
            content.pieces = _settle(content.pieces)
        return content

    def _descend(self, node: etree._Element) -> None:
        nodes = self._nodes
        for child in node:
            handle = nodes.get(child.tag)
            if handle is not None:
                handle(child)

    def _insertion(self, node: etree._Element) -> None:
        before, self._inserted = self._inserted, True
        self._descend(node)
        self._inserted = before

    def _alternate(self, node: etree._Element) -> None:
        chosen = branch(node)
        if chosen is not None:
            self._descend(chosen)

    def _deleted(self, node: etree._Element) -> None:
        """Deleted text: only its words are kept, but fields begun or ended in it still count."""
        words: list[str] = []
        for item in node.iter(_T, _DELETED_TEXT, _FIELD_CHAR):
            if item.tag != _FIELD_CHAR:
                words.append(item.text or "")
            else:
                self._move_fields(item)
        if any(words):
            self._content.pieces.append(Piece("deleted", detail="".join(words)))

    def _formula(self, node: etree._Element) -> None:
        text = formula_text(node)
        if text and self.fields.visible:
            marks = ("formula", "inserted") if self._inserted else ("formula",)
            for _, piece, odd in plain(text, None):
                self._content.pieces.append(Piece("text", piece, marks=(*marks, "unmapped") if odd else marks))

    def _formulas(self, node: etree._Element) -> None:
        """A paragraph of formulas, each on a line of its own."""
        for index, formula in enumerate(node.iterchildren(M + "oMath")):
            if index:
                self._content.pieces.append(Piece("break"))
            self._formula(formula)

    def _comment(self, kind: str, node: etree._Element) -> None:
        self._content.pieces.append(Piece(kind, detail=node.get(W + "id", "")))

    def _run(self, run: etree._Element) -> None:
        look = self._base
        first = run[0] if len(run) else None
        if first is None:
            return
        if first.tag == _RPR and len(first):
            look = self._resolve(first)
        before = self._look, self._hidden, self._marks
        self._look, self._hidden = look, bool(look.vanish)
        self._marks = self._marks_of(look)
        self._inside(run)
        self._look, self._hidden, self._marks = before

    def _inside(self, run: etree._Element) -> None:
        """The children of a run; those of a ruby are runs again, of which the base is read."""
        if run.tag != _R:
            self._descend(run)
            return
        children, base = self._children, self._bases.get(run, 0)
        for index, child in enumerate(run, base):
            handle = children.get(child.tag)
            if handle is not None:
                handle(child, index)

    def _resolve(self, rpr: etree._Element) -> RunLook:
        """The look of a run: its own properties over its character style over its paragraph."""
        own = run_look(rpr)
        style_node = rpr.find(_RSTYLE)
        if style_node is None:
            return over(own, self._base)
        style = self._styles.run(style_node.get(VAL))
        look = over(own, over(style, self._base))
        if own.vanish is None and style.vanish is not None:
            # Hiding is a toggle: a hidden style in a hidden style is seen.
            look = look._replace(vanish=style.vanish != bool(self._base.vanish))
        return look

    def _marks_of(self, look: RunLook) -> tuple[str, ...]:
        marks = ["inserted"] if self._inserted else []
        if look.vertical:
            marks.append(look.vertical)
        elif look.position:
            marks.append("high" if look.position > 0 else "low")
        if look.highlight not in (None, "none"):
            marks.append("highlight")
        return tuple(marks)

    def _add(self, text: str, run: int, at: int = 0, odd: bool = False) -> None:
        """Add characters at the current look, as hidden ones if they are."""
        if not self.fields.visible:
            return
        if self._hidden:
            self._content.pieces.append(Piece("hidden", run=run, detail=text))
            return
        marks = (*self._marks, "unmapped") if odd else self._marks
        self._content.pieces.append(Piece("text", text, run, at, marks))

    def _text(self, node: etree._Element, run: int) -> None:
        text = node.text
        if not text:
            return
        at = 0
        if node.get(_SPACE) != "preserve":
            # Word drops white space at the ends of a w:t that does not claim it.
            stripped = text.lstrip(" \t\r\n")
            at = len(text) - len(stripped)
            text = stripped.rstrip(" \t\r\n")
        if is_plain(text, self._look.font):
            if text:
                self._add(text, run, at)
            return
        for offset, piece, odd in plain(text, self._look.font):
            self._add(piece, run, at + offset, odd)

    def _symbol(self, node: etree._Element, run: int) -> None:
        try:
            code = int(node.get(W + "char", ""), 16)
        except ValueError:
            return
        if not 0x20 <= code <= 0x10FFFF or 0xD800 <= code < 0xE000:
            return
        mapped = symbol(code, node.get(W + "font"))
        self._add(mapped or chr(code), run, odd=mapped is None and 0xE000 <= code <= 0xF8FF)

    def _break(self, node: etree._Element, run: int) -> None:
        if self.fields.visible and not self._hidden:
            page = node.get(W + "type") == "page"
            self._content.pieces.append(Piece("page" if page else "break", run=run))

    def _code(self, node: etree._Element, run: int) -> None:
        at, shown = self.fields.code(node.text or "")
        if shown:
            self._add(shown.replace("\n", " "), run, at)

    def _move_fields(self, node: etree._Element) -> str | None:
        kind = node.get(W + "fldCharType")
        if kind == "begin":
            self.fields.begin()
        elif kind == "separate":
            self.fields.separate()
        elif kind == "end":
            return self.fields.end()
        return None

    def _field_char(self, node: etree._Element, run: int) -> None:
        formula = self._move_fields(node)
        if formula and not self._hidden:
            self._content.pieces.append(Piece("object", "formula", run, marks=self._kept_marks(), detail=formula))

    def _object(self, node: etree._Element, run: int) -> None:
        if not self.fields.visible or self._hidden:
            return
        found, boxes = shapes(node, self._package, self._part)
        self._content.boxes += boxes
        for shape in found:
            piece = Piece("object", shape.kind, run, 0, self._kept_marks(), shape.label, shape.name, shape)
            self._content.pieces.append(piece)

    def _kept_marks(self) -> tuple[str, ...]:
        """The marks that mean something on an object: an object is lowered only to sit on the line."""
        return tuple(kind for kind in self._marks if kind in ("inserted", "highlight"))

    def _note(self, kind: str, node: etree._Element) -> None:
        if self.fields.visible and not self._hidden:
            name = node.get(W + "id", "")
            self._content.notes.append((kind, name))
            self._content.pieces.append(Piece("footnote", detail=name))

    def _alternate_child(self, node: etree._Element, run: int) -> None:
        chosen = branch(node)
        for child in chosen if chosen is not None else ():
            handle = self._children.get(child.tag)
            if handle is not None:
                handle(child, run)


def _settle(pieces: list[Piece]) -> list[Piece]:
    """Turn "low" and "high" into "sub" and "sup" where the text is an index, and drop them elsewhere.

    An index is a short stretch without Chinese that follows a character of the same paragraph.
    """
    settled: list[Piece] = []
    before: Piece | None = None
    index = 0
    while index < len(pieces):
        kind = _lifted(pieces[index])
        end = index + 1
        while kind and end < len(pieces) and (_lifted(pieces[end]) == kind or _comments(pieces[end])):
            end += 1
        stretch = pieces[index:end]
        if kind:
            text = "".join(piece.text for piece in stretch)
            follows = before is not None and before.kind == "text" and not before.text[-1:].isspace()
            short = bool(text.strip()) and len(text) <= _LONGEST_INDEX and max(text) < _FIRST_CJK
            mark = ("sub" if kind == "low" else "sup") if short and follows else ""
            stretch = [piece._replace(marks=_exchange(piece.marks, kind, mark)) for piece in stretch]
        settled += stretch
        before = next((piece for piece in reversed(stretch) if not _comments(piece)), before)
        index = end
    return settled


def _comments(piece: Piece) -> bool:
    """Whether a piece is only the mark of a comment, which changes nothing of what is seen."""
    return piece.kind.startswith("comment")


def _lifted(piece: Piece) -> str:
    return next((mark for mark in piece.marks if mark in ("low", "high")), "") if piece.kind == "text" else ""


def _exchange(marks: tuple[str, ...], old: str, new: str) -> tuple[str, ...]:
    kept = tuple(mark for mark in marks if mark != old)
    return (*kept, new) if new else kept
