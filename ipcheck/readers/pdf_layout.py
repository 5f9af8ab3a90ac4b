"""Pages of lines become paragraphs: running heads and numbers out, wrapped lines rejoined, pictures in their place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from ipcheck.model import lazy
from ipcheck.model.text import fold, squeeze

# Longest first: 说明书附图 contains 说明书.
PARTS = (
    ("说明书摘要附图", "abstract-drawing"),
    ("外观设计图片或照片", "drawings"),
    ("外观设计简要说明", "design-brief"),
    ("说明书摘要", "abstract"),
    ("说明书附图", "drawings"),
    ("权利要求书", "claims"),
    ("摘要附图", "abstract-drawing"),
    ("简要说明", "design-brief"),
    ("说明书", "description"),
)
_DRAWN = ("drawings", "abstract-drawing")
_TEXT_LEAST = 20
HEADINGS = frozenset(
    {"技术领域", "背景技术", "发明内容", "实用新型内容", "附图说明", "具体实施方式", "具体实施例", "发明概述"}
)
PARAGRAPH = lazy(r"\s*\[\d{4,5}\]")
CAPTION = lazy(r"\s*图\s*\d+[a-zA-Z]?(?:\s*[(（][a-zA-Z0-9][)）])?\s*$")
_CLAIM = lazy(r"\s*(\d{1,3})\s*[.．、]\s*(?!\d)")
_CLAIM_WORDS = lazy(r"一种|一类|根据|如权|如上|按照|依照|权利要求|用于|采用|利用")
_PUBLICATION = lazy(r"CN\s*\d{7,9}\s*[A-Z]\d?")
_PAGE_NUMBER = lazy(r"[-—–·第]*\d{1,4}(?:/\d{1,4})?[-—–·页]*(?:[,，]?共\d{1,4}页)?")
_PAGE_OF = lazy(r"第?\s?\d{1,4}\s?/\s?\d{1,4}\s?页?|第\s?\d{1,4}\s?页|共\s?\d{1,4}\s?页")
_HEADER_ZONE, _FOOTER_ZONE = 0.1, 0.92
_SENTENCE_END = "。；;：:！？!?"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words, or one picture, on one line."""

    text: str
    x0: float
    x1: float
    marks: tuple[tuple[str, int, int], ...] = ()
    picture: bool = False


@dataclass(slots=True)
class Line:
    """One printed line."""

    page: int
    index: int
    top: float
    bottom: float
    pieces: list[Piece]
    trailing: bool = False

    @property
    def x0(self) -> float:
        """Where it begins."""
        return self.pieces[0].x0

    @property
    def x1(self) -> float:
        """Where it ends."""
        return self.pieces[-1].x1

    @property
    def height(self) -> float:
        """The height of its words' boxes."""
        return self.bottom - self.top

    @property
    def middle(self) -> float:
        """Its vertical middle."""
        return (self.top + self.bottom) / 2

    @property
    def text(self) -> str:
        """Its words; pieces stand one space apart, a picture is one U+FFFC."""
        return " ".join("\ufffc" if piece.picture else piece.text for piece in self.pieces)

    @property
    def words(self) -> bool:
        """Whether it holds anything but pictures."""
        return any(not piece.picture for piece in self.pieces)


@dataclass(slots=True)
class Page:
    """One page; ``part`` and ``header`` come from its running head."""

    number: int
    width: float
    height: float
    characters: int
    lines: list[Line]
    images: list[tuple[float, float, float, float]]
    part: str | None = None
    header: str = ""
    broken: bool = False
    publication: str = ""

    @property
    def drawn(self) -> bool:
        """Whether it is known to be a page of drawings: by its head, or by the caption of a figure."""
        return self.part in _DRAWN or any(CAPTION.match(line.text) for line in self.lines)

    @property
    def scanned(self) -> bool:
        """Whether it looks like a picture of a page of text: hardly a character, and a large picture."""
        area = max(((x1 - x0) * (y1 - y0) for x0, y0, x1, y1 in self.images), default=0.0)
        return self.characters < _TEXT_LEAST and not self.drawn and area > 0.3 * self.width * self.height


@dataclass(slots=True)
class Block:
    """Lines that make one paragraph."""

    lines: list[Line]
    page: Page
    heading: bool = False
    page_break: bool = False


@dataclass(slots=True)
class _Measure:
    """Where the text block of a page begins and ends, and its em."""

    left: float
    right: float
    em: float


def pages_of(answer: Iterable[dict[str, Any]]) -> list[Page]:
    """Make Pages of the child's JSON."""
    pages = []
    for number, page in enumerate(answer, 1):
        lines = [
            Line(
                number,
                index,
                top,
                bottom,
                [
                    Piece(text, x0, x1, tuple((kind, start, end) for kind, start, end in marks))
                    for text, x0, x1, marks in segments
                ],
                trailing,
            )
            for index, (top, bottom, trailing, segments) in enumerate(page["lines"])
        ]
        images = [(x0, y0, x1, y1) for x0, y0, x1, y1 in page["images"]]
        pages.append(Page(number, page["w"], page["h"], page["n"], lines, images, broken=bool(page.get("broken"))))
    return pages


def strip_margins(pages: list[Page]) -> tuple[str, ...]:
    """Take running heads, page numbers and line numbers out of ``pages``, noting each page's part.

    Returns the distinct heads and feet.
    """
    repeated: Counter[str] = Counter()
    for page in pages:
        repeated.update({_shape(line) for line in page.lines if _zone(page, line)})
    often = max(2.0, 0.6 * len(pages)) if len(pages) < 8 else 3.0
    margins: dict[str, None] = {}
    for page in pages:
        kept = []
        for line in page.lines:
            zone = _zone(page, line)
            if zone and (_running_head(page, line, zone) or repeated[_shape(line)] >= often):
                # The page number apart, a head is the same on every page.
                words = _PAGE_OF.sub("", " ".join(line.text.split())).strip()
                if words and not _PAGE_NUMBER.fullmatch(squeeze(words)):
                    margins.setdefault(words)
            else:
                kept.append(line)
        page.lines = _without_line_numbers(kept)
        page.images = [box for box in page.images if _wanted(page, box)]
    return tuple(margins)


def _zone(page: Page, line: Line) -> str:
    share = line.middle / page.height
    return "head" if share < _HEADER_ZONE else "foot" if share > _FOOTER_ZONE else ""


def _shape(line: Line) -> str:
    """The line with its digits made alike: what a running head shows on every page."""
    return re.sub(r"\d+", "#", squeeze(line.text)) + f"@{line.top:.0f}"


def _running_head(page: Page, line: Line, zone: str) -> bool:
    """Whether the line is a page number or names a part or a publication; the page learns both."""
    text = squeeze(line.text)
    if _PAGE_NUMBER.fullmatch(text):
        return True
    publication = _PUBLICATION.search(text)
    rest = _PUBLICATION.sub("", text)
    if publication and zone == "head":
        page.publication = publication[0]
    rest = _PAGE_OF.sub("", rest)
    if zone == "head":
        for name, part in PARTS:
            if name in rest and len(rest) <= len(name) + 12 and not re.search("[，。；：:,;]", rest):
                page.part, page.header = part, name
                return True
    return bool(publication) and not rest


def _without_line_numbers(lines: list[Line]) -> list[Line]:
    """Drop numbers printed in the left margin: 5, 10, 15 … beside the text."""
    starts = sorted(line.pieces[1 if _is_number(line.pieces[0]) and len(line.pieces) > 1 else 0].x0 for line in lines)
    if not starts:
        return lines
    edge = starts[len(starts) // 10]
    numbers = [
        int(line.pieces[0].text) for line in lines if _is_number(line.pieces[0]) and line.pieces[0].x1 < edge - 2
    ]
    if len(numbers) < 2 or any(later <= earlier for earlier, later in pairwise(numbers)):
        return lines
    kept = []
    for line in lines:
        if _is_number(line.pieces[0]) and line.pieces[0].x1 < edge - 2:
            line.pieces = line.pieces[1:]
        if line.pieces:
            kept.append(line)
    return kept


def _is_number(piece: Piece) -> bool:
    return piece.text.isascii() and piece.text.isdigit() and len(piece.text) <= 3


def _wanted(page: Page, box: tuple[float, float, float, float]) -> bool:
    """Whether a picture is content: not in the margins, not a background behind a page of text."""
    x0, y0, x1, y1 = box
    if (y0 + y1) / 2 < 0.075 * page.height or (y0 + y1) / 2 > 0.925 * page.height:
        return y1 - y0 > 0.2 * page.height
    covers = (x1 - x0) > 0.85 * page.width and (y1 - y0) > 0.85 * page.height
    return not (covers and page.characters > 200)


def with_pictures(page: Page) -> list[Line]:
    """The page's lines with its pictures: beside words where they overlap a line, else on lines of their own."""
    lines = [
        Line(line.page, line.index, line.top, line.bottom, list(line.pieces), line.trailing) for line in page.lines
    ]
    for box in sorted(page.images, key=lambda box: (box[1], box[0])):
        x0, y0, x1, y1 = box
        picture = Piece("", x0, x1, (), picture=True)
        beside = [
            line
            for line in lines
            if min(line.bottom, y1) - max(line.top, y0) > 0.5 * min(line.height, y1 - y0)
            and not any(piece.x0 < (x0 + x1) / 2 < piece.x1 for piece in line.pieces)
        ]
        if beside and page.part not in _DRAWN:
            line = min(beside, key=lambda line: abs(line.middle - (y0 + y1) / 2))
            line.pieces = sorted([*line.pieces, picture], key=lambda piece: piece.x0)
        else:
            lines.append(Line(page.number, len(lines), y0, y1, [picture]))
    return sorted(lines, key=lambda line: line.middle)


def measure(pages: list[Page]) -> _Measure:
    """The usual left edge, right edge and em of the pages' text."""
    lines = [line for page in pages for line in page.lines if page.part not in _DRAWN]
    if not lines:
        return _Measure(0.0, 1e9, 10.0)
    em = sorted(line.height for line in lines)[len(lines) // 2]
    least = max(2, len(lines) // 50)
    lefts = Counter(round(line.x0 / 3) for line in lines)
    left = min((key for key, count in lefts.items() if count >= least), default=min(lefts)) * 3.0
    rights = Counter(round(line.x1 / 3) for line in lines)
    right = max((key for key, count in rights.items() if count >= max(3, least)), default=max(rights)) * 3.0
    # A page of short lines shows no right edge; margins are alike then, or the right one is the narrower.
    width = Counter(page.width for page in pages).most_common(1)[0][0]
    return _Measure(left, max(right, width - left - em), em)


@dataclass(slots=True)
class Joiner:
    """Puts lines together to paragraphs, page after page."""

    size: _Measure
    blocks: list[Block] = field(default_factory=list)
    claim: int = 0

    def page(self, page: Page) -> None:
        """Take in the lines of one page."""
        left = self.size.left
        lines = with_pictures(page)
        texts = [line.x0 for line in lines if line.words]
        # Mirrored margins, or a part set with margins of its own.
        if texts and (min(texts) < left - 3 or min(texts) > left + 4 * self.size.em):
            left = min(texts)
        first = True
        for line in lines:
            if self.starts(line, page, left):
                heading = squeeze(line.text).strip("【】[]:") in HEADINGS
                self.blocks.append(Block([line], page, heading, first and page.number > 1))
                self.count_claim(line)
            else:
                self.blocks[-1].lines.append(line)
            first = False

    def count_claim(self, line: Line) -> None:
        """Remember the number of the claim that ``line`` begins, if it does."""
        match = _CLAIM.match(fold(line.text))
        if match and (int(match[1]) == self.claim + 1 or _CLAIM_WORDS.match(line.text, match.end())):
            self.claim = int(match[1])

    def starts(self, line: Line, page: Page, left: float) -> bool:
        """Whether ``line`` begins a paragraph."""
        if not self.blocks or page.part in _DRAWN:
            return True
        block = self.blocks[-1]
        if block.page.part != page.part or block.heading:
            return True
        before, em = block.lines[-1], self.size.em
        text = fold(line.text)
        if PARAGRAPH.match(text) or squeeze(text).strip("【】[]:") in HEADINGS or CAPTION.match(text):
            return True
        if self.centred(line, left) or self.centred(before, left):
            # A title of two lines is one title.
            return not (self.centred(before, left) and abs(line.height - before.height) < 1 and self.is_title(before))
        claim = _CLAIM.match(text)
        if (
            claim
            and page.part != "description"
            and (int(claim[1]) == self.claim + 1 or _CLAIM_WORDS.match(text, claim.end()))
        ):
            return True
        return line.x0 > left + 1.3 * em or self.ended(before, line, left)

    def ended(self, before: Line, line: Line, left: float) -> bool:
        """Whether the line before stopped short of the right edge for good."""
        room = self.size.right - before.x1
        if before.words and line.words and abs(before.height - line.height) > 0.2 * line.height:
            plain = before.height > line.height * 1.2 and room > 2 * self.size.em
            if plain:
                return True
        if room < 2.2 * self.size.em:
            return False
        return before.text.rstrip()[-1:] in _SENTENCE_END or room > 0.3 * (self.size.right - left)

    def centred(self, line: Line, left: float) -> bool:
        """Whether the line stands in the middle, well away from both edges."""
        if line.x0 < left + 2.5 * self.size.em or line.x1 > self.size.right - 2.5 * self.size.em or not line.words:
            return False
        return abs((line.x0 + line.x1) - (left + self.size.right)) < 2 * self.size.em

    def is_title(self, line: Line) -> bool:
        """Whether the line is set larger than the text."""
        return line.height > 1.12 * self.size.em


def glue(before: Line, after: Line) -> str:
    """What stands between two lines of one paragraph: nothing in Chinese, a space between Latin words."""
    if before.trailing:
        return " "
    left, right = before.text[-1:], after.text[:1]
    if left.isascii() and right.isascii() and left.isalpha() and right.isalpha():
        return " "
    return ""


def ranges(numbers: Iterable[int]) -> Iterator[str]:
    """Write page numbers the short way: 3, 5-7."""
    found = sorted(numbers)
    start = 0
    for index in range(1, len(found) + 1):
        if index == len(found) or found[index] != found[index - 1] + 1:
            first, last = found[start], found[index - 1]
            yield str(first) if first == last else f"{first}-{last}"
            start = index
