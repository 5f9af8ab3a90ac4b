"""A document's text as HTML: findings marked at their words, overlapping ones too."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice

from markupsafe import Markup, escape

from ipcheck.model import Document, Paragraph
from ipcheck.reporters.digest import visible

# Paragraphs without findings stand together, but not so many that a browser has to lay out all of them at once.
_TOGETHER = 40
_MOST_NUMBERS = 20
_GRAVEST = ("error", "warning", "advice", "related")
_OBJECT = "\ufffc"
_OBJECTS = {"formula": "公式", "chemistry": "化学式", "table-image": "表格", "ole": "对象"}
_STYLES = {"sub": "sub", "sup": "sup", "generated": "i", "inserted": "ins"}


@dataclass(frozen=True, slots=True)
class Target:
    """Words to be marked: offsets, the anchor they get, the number of their finding, its level.

    The level is ``related`` for words that a finding refers to, ``anchor`` for a mere place on the page.
    """

    start: int
    end: int
    anchor: str
    number: int
    level: str


@dataclass(frozen=True, slots=True)
class Row:
    """A stretch of text and the numbers of the findings that stand beside it; ``heading`` opens a part."""

    html: Markup
    numbers: tuple[int, ...] = ()
    heading: str = ""


@dataclass
class _Cut:
    """What happens at one offset."""

    opened: list[Target] = field(default_factory=list)
    closed: list[Target] = field(default_factory=list)
    styles: list[tuple[str, int]] = field(default_factory=list)


class _Sweep:
    """Goes through the text once, from cut to cut, and knows what is open."""

    def __init__(self, document: Document, targets: Iterable[Target]) -> None:
        self._text = document.text
        self._objects = document.object_at
        self._cuts: dict[int, _Cut] = {}
        for target in targets:
            self._cut(target.start).opened.append(target)
            if target.end > target.start:
                self._cut(target.end).closed.append(target)
        for mark in document.marks:
            if mark.kind in _STYLES and mark.end > mark.start:
                self._cut(mark.start).styles.append((_STYLES[mark.kind], 1))
                self._cut(mark.end).styles.append((_STYLES[mark.kind], -1))
        self._order = sorted(self._cuts)
        self._next = 0
        self._open: dict[Target, None] = {}
        self._levels: Counter[str] = Counter()
        self._styles: Counter[str] = Counter()

    def _cut(self, offset: int) -> _Cut:
        return self._cuts.setdefault(offset, _Cut())

    def paragraph(self, paragraph: Paragraph) -> tuple[str, list[int], bool]:
        """The HTML of a paragraph, the findings that begin in it, whether any finding tells of it.

        Paragraphs come in order.
        """
        pieces: list[str] = []
        begun: list[int] = []
        told = False
        at = paragraph.start
        while self._next < len(self._order) and self._order[self._next] <= paragraph.end:
            offset = self._order[self._next]
            self._next += 1
            pieces.append(self._segment(at, offset))
            at = offset
            pieces.extend(self._step(self._cuts[offset], begun))
            told = told or bool(self._cuts[offset].opened)
        pieces.append(self._segment(at, paragraph.end))
        return "".join(pieces), begun, told

    def _step(self, cut: _Cut, begun: list[int]) -> Iterator[str]:
        for tag, change in cut.styles:
            self._styles[tag] += change
        for target in cut.closed:
            self._open.pop(target, None)
            self._levels[target.level] -= 1
        for target in cut.opened:
            yield f'<span class="a" id="{target.anchor}"></span>'
            if target.level == "anchor":
                continue
            if target.level != "related":
                begun.append(target.number)
            if target.end > target.start:
                self._open[target] = None
                self._levels[target.level] += 1
            else:
                yield f'<mark class="{target.level} point" data-f="{target.number}"></mark>'

    def _with_objects(self, start: int, end: int) -> str:
        """The words from ``start`` to ``end``, with pictures and formulas told by what they are."""
        text = self._text[start:end]
        if _OBJECT not in text:
            return text
        first, *others = text.split(_OBJECT)
        pieces, at = [first], start + len(first)
        for words in others:
            item = self._objects.get(at)
            pieces += (_OBJECT if item is None else f"［{_OBJECTS.get(item.kind, '图')}］", words)
            at += 1 + len(words)
        return "".join(pieces)

    def _segment(self, start: int, end: int) -> str:
        if end <= start:
            return ""
        html = str(escape(visible(self._with_objects(start, end))))
        for tag, count in self._styles.items():
            if count > 0:
                html = f"<{tag}>{html}</{tag}>"
        if not self._open:
            return html
        level = next(name for name in _GRAVEST if self._levels[name] > 0)
        numbers = dict.fromkeys(target.number for target in islice(self._open, _MOST_NUMBERS))
        return f'<mark class="{level}" data-f="{" ".join(map(str, numbers))}">{html}</mark>'


def rows_of(
    document: Document, targets: Iterable[Target], headings: Mapping[int, str], *, whole: bool = True
) -> Iterator[Row]:
    """The document as rows: a paragraph with findings is one, those between are put together.

    ``headings`` names the parts by the offset at which they begin. Unless ``whole``, only paragraphs that targets
    begin in are given, and how many were left out between them.
    """
    sweep = _Sweep(document, targets)
    starts = sorted(headings)
    waiting: list[str] = []
    heading, left_out = "", 0
    for paragraph in document.paragraphs:
        html, begun, told = sweep.paragraph(paragraph)
        named = ""
        while starts and starts[0] <= paragraph.end:
            named = headings[starts.pop(0)]
        if waiting and (begun or named or len(waiting) >= _TOGETHER):
            yield Row(Markup("".join(waiting)), (), heading)
            waiting, heading = [], ""
        heading = named or heading
        if begun or (told and not whole):
            if left_out:
                yield Row(_left_out(left_out))
            yield Row(Markup(_paragraph(document, paragraph, html)), tuple(begun), heading)
            heading, left_out = "", 0
        elif not whole:
            left_out += 1
        elif html:
            waiting.append(_paragraph(document, paragraph, html))
    if waiting:
        yield Row(Markup("".join(waiting)), (), heading)
    if left_out:
        yield Row(_left_out(left_out))


def _paragraph(document: Document, paragraph: Paragraph, html: str) -> str:
    kind = ' class="h"' if paragraph.heading else ' class="c"' if paragraph.cell is not None else ""
    return f'<p{kind} data-at="{escape(visible(document.place_of(paragraph.start).label))}">{html}</p>'


def _left_out(count: int) -> Markup:
    return Markup(f'<p class="note">（略去没有发现的 {count} 段）</p>')


def in_words(before: str, words: str, after: str, number: int, level: str) -> Markup:
    """Words with what surrounds them, for a text that is not at hand."""
    return Markup(
        f'<p>{escape(visible(before))}<span class="a" id="m{number}"></span>'
        f'<mark class="{level}" data-f="{number}">{escape(visible(words))}</mark>{escape(visible(after))}</p>'
    )


__all__ = ["Row", "Target", "in_words", "rows_of"]
