"""From words of a document to places in the XML of its .docx, where marks can be set around exactly these words."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from copy import deepcopy
from typing import NamedTuple

from lxml import etree

from ipcheck.model import Document

# Where Word takes the start and end of a comment's range: the containers of runs.
_CONTAINERS = frozenset(
    ("p", "ins", "moveTo", "hyperlink", "smartTag", "customXml", "sdtContent", "fldSimple", "dir", "bdo")
)
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_BLANK = " \t\r\n"

Place = tuple[int, ...]


class Edge(NamedTuple):
    """A point beside a character: the element of its Place, the character there, and on which side of it.

    ``place`` of length 1 is a paragraph: before its first run or behind its last one.
    """

    place: Place
    at: int
    after: bool


class Cut(NamedTuple):
    """A point in the tree: before ``node`` (``at`` is 0), behind it, or inside it before character ``at`` of a w:t."""

    node: etree._Element
    at: int
    after: bool


class Gap(NamedTuple):
    """A point between two siblings, once runs are split: behind ``left``, before ``right``; one may be missing."""

    left: etree._Element | None
    right: etree._Element | None
    parent: etree._Element


def edges(document: Document, start: int, end: int) -> tuple[Edge, Edge] | None:
    """The points before and behind the characters of ``document`` from ``start`` to ``end``.

    Automatic numbers have no characters in the file: words that are nothing else give two equal points at the start
    of their paragraph. Returns None for a document without places.
    """
    generated = document.marks_by_kind.get("generated", [])

    def silent(offset: int) -> bool:
        if document.text[offset] == "\n":
            return True
        index = bisect_right(generated, offset, key=lambda mark: mark.start) - 1
        return index >= 0 and offset < generated[index].end

    first, last = start, end - 1
    while first < end and silent(first):
        first += 1
    while last >= first and silent(last):
        last -= 1
    if first > last:
        point = _point(document, start)
        return (point, point) if point is not None else None
    line = document.paragraph_at(first)
    if document.paragraph_at(last).region != line.region:
        # The range would lead out of the body into a text box or a note: it ends with its first line.
        last = min(last, line.end - 1)
    opening = _beside(document, first) or _neighbour(document, first, back=True) or _whole(document, first, after=False)
    closing = _beside(document, last, after=True)
    closing = closing or _neighbour(document, last, back=False) or _whole(document, last, after=True)
    return (opening, closing) if opening is not None and closing is not None else None


def _beside(document: Document, offset: int, *, after: bool = False) -> Edge | None:
    """The point beside the character at ``offset``, None if it stands in no run (a number, a formula)."""
    anchor = document.anchor_of(offset)
    if anchor is None or len(anchor.place.element) != 3:
        return None
    number, run, at = anchor.place.element
    return Edge((number, run), at + offset - anchor.start, after)


def _neighbour(document: Document, offset: int, *, back: bool) -> Edge | None:
    """The point beside the nearest character in a run of the same line, looking back or on, None if there is none."""
    line = document.paragraph_at(offset)
    anchors = document.anchors
    index = bisect_right(anchors, offset, key=lambda anchor: anchor.start) - 1
    if back:
        while index > 0 and anchors[index].start > line.start:
            index -= 1
            if len(anchors[index].place.element) == 3:
                return _beside(document, anchors[index + 1].start - 1, after=True)
        return None
    for anchor in anchors[index + 1 :]:
        if anchor.start >= line.end:
            break
        if len(anchor.place.element) == 3:
            return _beside(document, anchor.start)
    return None


def _whole(document: Document, offset: int, *, after: bool) -> Edge | None:
    element = document.place_of(offset).element
    return Edge(element[:1], 0, after) if element else None


def _point(document: Document, offset: int) -> Edge | None:
    """The point that stands for words which are not in the file."""
    line = document.paragraph_at(offset)
    offset = min(offset, len(document.text) - 1)
    if line.start <= offset < line.end:
        return (
            _beside(document, offset)
            or _neighbour(document, offset, back=False)
            or _whole(document, offset, after=False)
        )
    if line.end > line.start:
        return _beside(document, line.end - 1, after=True) or _whole(document, line.end - 1, after=True)
    # An empty line: the nearest line before it that has a place, else the first.
    return _whole(document, offset, after=True) or (Edge((1,), 0, False) if document.format == "docx" else None)


class Body:
    """The tree of a main part: its paragraphs by number, its runs cut where marks are to be set.

    ``notes`` are the trees of the foot- and endnotes that count paragraphs on from it, in this order.
    """

    def __init__(self, root: etree._Element, notes: Iterable[etree._Element] = ()) -> None:
        self.root = root
        self.w = str(root.tag).removesuffix("document")
        self._paragraphs = list(root.iter(self.w + "p"))
        self._own = len(self._paragraphs)
        for part in notes:
            self._paragraphs += part.iter(self.w + "p")
        self._signs: dict[tuple[str, str | None], etree._Element] = {}
        self._texts: dict[etree._Element, tuple[int, int, int]] = {}
        self._children: dict[int, list[etree._Element]] = {}
        self._cuts: dict[etree._Element, dict[etree._Element, set[int]]] = {}
        self._gaps: dict[tuple[etree._Element, int], Gap] = {}

    def cut(self, edge: Edge) -> tuple[Cut, bool]:
        """The point in the tree for ``edge``, and whether it is only beside the thing that holds the words.

        Word knows no comments in text boxes and notes ([MS-OI29500] 2.1.315): there the box or the sign of the note
        stands for the words. Raises LookupError if the tree has no such place: it is not what was read.
        """
        number = edge.place[0]
        if number > self._own:
            return Cut(self._sign(number), int(edge.after), edge.after), True
        if len(edge.place) == 1:
            paragraph = self._paragraphs[number - 1]
            box = self._box(paragraph)
            return Cut(paragraph if box is None else box, int(edge.after), edge.after), box is not None
        child = self._runs(number)[edge.place[1]]
        box = self._box(child)
        if box is not None:
            return Cut(box, int(edge.after), edge.after), True
        at = int(edge.after)
        if child.tag == self.w + "t":
            first, last, length = self._seen(child)
            at += edge.at
            at = 0 if at <= first else length if at >= last else at
        return self._climb(Cut(child, at, edge.after)), False

    def want(self, cut: Cut) -> None:
        """Ask for a gap at ``cut``; ``split`` makes all of them."""
        run = cut.node.getparent()
        if run is not None and run.tag == self.w + "r":
            self._cuts.setdefault(run, {}).setdefault(cut.node, set()).add(cut.at)

    def split(self) -> None:
        """Split the runs at all points asked for, each piece with the properties of its run."""
        for run, wanted in self._cuts.items():
            self._split(run, wanted)
        self._cuts.clear()

    def gap(self, cut: Cut) -> Gap:
        """Where ``cut`` lies now that the runs are split."""
        node = cut.node
        if node.tag == self.w + "p":
            return self._end_of(node, cut.after)
        parent = node.getparent()
        if (found := self._gaps.get((node, cut.at))) is not None:
            return found
        assert parent is not None
        return Gap(node, None, parent) if cut.after else Gap(None, node, parent)

    def local(self, element: etree._Element) -> str:
        """The name of ``element`` without the namespace, "" if it is of another one."""
        tag = element.tag
        return tag.removeprefix(self.w) if isinstance(tag, str) and tag.startswith(self.w) else ""

    def _end_of(self, paragraph: etree._Element, after: bool) -> Gap:
        if after:
            return Gap(paragraph[-1] if len(paragraph) else None, None, paragraph)
        properties = paragraph.find(self.w + "pPr")
        if properties is not None:
            return Gap(properties, properties.getnext(), paragraph)
        return Gap(None, paragraph[0] if len(paragraph) else None, paragraph)

    def _runs(self, number: int) -> list[etree._Element]:
        """The children of all runs of paragraph ``number``, as the reader counts them."""
        if number not in self._children:
            runs = self._paragraphs[number - 1].iter(self.w + "r")
            self._children[number] = [child for run in runs for child in run.iterchildren("*")]
        return self._children[number]

    def _box(self, element: etree._Element) -> etree._Element | None:
        """What stands in the body for the text box around ``element``, None if there is none."""
        boxes = list(element.iterancestors(self.w + "txbxContent"))
        return self._climb(Cut(boxes[-1], 0, False)).node if boxes else None

    def _sign(self, number: int) -> etree._Element:
        """The reference in the body to the note of which paragraph ``number`` is."""
        if not self._signs:
            for sign in self.root.iter(self.w + "footnoteReference", self.w + "endnoteReference"):
                self._signs.setdefault((self.local(sign), sign.get(self.w + "id")), sign)
        for note in self._paragraphs[number - 1].iterancestors(self.w + "footnote", self.w + "endnote"):
            sign = self._signs[self.local(note) + "Reference", note.get(self.w + "id")]
            box = self._box(sign)
            return box if box is not None else self._climb(Cut(sign, 0, False)).node
        raise LookupError(number)

    def _climb(self, cut: Cut) -> Cut:
        """The nearest point at or around ``cut`` where a mark may stand: in a run that is cut, or beside a node."""
        node = cut.node
        while (parent := node.getparent()) is not None:
            above = parent.getparent()
            if parent.tag == self.w + "r" and above is not None and self.local(above) in _CONTAINERS:
                break
            if parent.tag == self.w + "p":
                break
            node = parent
        return cut if node is cut.node else Cut(node, int(cut.after), cut.after)

    def _seen(self, node: etree._Element) -> tuple[int, int, int]:
        """Which characters of a w:t are seen (blanks at its ends only if it claims them), and how many it has.

        Asked before runs are split, and remembered: a draft may be one run with thousands of findings.
        """
        found = self._texts.get(node)
        if found is None:
            text = node.text or ""
            found = 0, len(text), len(text)
            if node.get(_SPACE) != "preserve":
                found = len(text) - len(text.lstrip(_BLANK)), len(text.rstrip(_BLANK)), len(text)
            self._texts[node] = found
        return found

    def _split(self, run: etree._Element, wanted: dict[etree._Element, set[int]]) -> None:
        """Distribute the children of ``run`` over as many runs as it is cut into."""
        rpr = run.find(self.w + "rPr")
        groups: list[list[etree._Element]] = [[]]
        bounds: dict[tuple[etree._Element, int], int] = {}
        ended = False
        for child in list(run):
            if child is rpr:
                continue
            marks = wanted.get(child, set())
            text = child.tag == self.w + "t"
            end = self._seen(child)[2] if text else 1
            for at, piece in self._pieces(child, sorted(marks - {0, end})) if text else [(0, child)]:
                if (ended or at in marks) and groups[-1]:
                    groups.append([])
                ended = False
                if at in marks:
                    bounds[child, at] = len(groups) - 1
                groups[-1].append(piece)
            if end in marks:
                bounds[child, end] = len(groups)
                ended = True
        runs = self._make(run, rpr, groups)
        parent = run.getparent()
        assert parent is not None
        for key, index in bounds.items():
            left, right = runs[index - 1] if index else None, runs[index] if index < len(runs) else None
            self._gaps[key] = Gap(left, right, parent)

    def _make(
        self, run: etree._Element, rpr: etree._Element | None, groups: list[list[etree._Element]]
    ) -> list[etree._Element]:
        """The runs for ``groups``: the old one with the first, then new ones behind it."""
        for child in list(run):
            if child is not rpr:
                run.remove(child)
        run.extend(groups[0])
        runs = [run]
        for group in groups[1:]:
            made = _like(run)
            if rpr is not None:
                made.append(deepcopy(rpr))
            made.extend(group)
            runs[-1].addnext(made)
            runs.append(made)
        return runs

    def _pieces(self, node: etree._Element, inner: list[int]) -> list[tuple[int, etree._Element]]:
        """A w:t cut before the characters ``inner``: each piece with the character it begins at (the first: 0)."""
        if not inner:
            return [(0, node)]
        text, (first, last, _) = node.text or "", self._seen(node)
        pieces = []
        for start, end in zip([first, *inner], [*inner, last], strict=True):
            piece = node if start == first else _like(node)
            piece.text = text[start:end]
            piece.set(_SPACE, "preserve")
            pieces.append((0 if start == first else start, piece))
        return pieces


def _like(element: etree._Element) -> etree._Element:
    """An empty element of the same name and attributes."""
    made = etree.Element(element.tag)
    for name, value in element.items():
        made.set(name, value)
    return made


__all__ = ["Body", "Cut", "Edge", "Gap", "edges"]
