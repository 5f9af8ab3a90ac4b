"""The front page of a CNIPA publication: two columns of bibliographic data, title, abstract and its drawing."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ipcheck.model import lazy
from ipcheck.model.text import fold, squeeze
from ipcheck.readers.pdf_layout import Line, Page, Piece

_CODE = lazy(r"\s*[(\[]\s*(\d\d)\s*[)\]]\s*")
_KINDS = (("实用新型", "utility-model"), ("外观设计", "design"), ("发明", "invention"))
_LETTERS = {
    "A": "invention",
    "B": "invention",
    "C": "invention",
    "U": "utility-model",
    "Y": "utility-model",
    "S": "design",
    "D": "design",
}
_NUMBER = lazy(r"(?:CN)?\s*(\d{7,9})\s*([A-Z])\d?")
_DATE = lazy(r"(\d{4})[.\-年]\s*(\d{1,2})[.\-月]\s*(\d{1,2})")
_TITLE_LABEL = lazy(r"(?:发明|实用新型|外观设计|使用外观设计的产品)名称\s*")


@dataclass(slots=True)
class Front:
    """What a front page says. Title and abstract are lines, to be joined; the rest stays line by line."""

    biblio: list[Line] = field(default_factory=list)
    abstract: list[Line] = field(default_factory=list)
    drawings: list[Line] = field(default_factory=list)
    facts: dict[str, str] = field(default_factory=dict)


def is_front(page: Page) -> bool:
    """Whether the page is a front page: it bears the INID codes for title and office or abstract."""
    codes = {match[1] for line in page.lines for piece in line.pieces if (match := _CODE.match(fold(piece.text)))}
    return "54" in codes and bool(codes & {"12", "19", "57"})


def kind_of_number(publication: str) -> str:
    """The kind of application a publication number's letter stands for, or an empty string."""
    match = _NUMBER.search(squeeze(publication))
    return _LETTERS.get(match[2], "") if match else ""


def read_front(page: Page) -> Front:
    """Take the front page apart: left column before right, abstract and title out of the rest."""
    front = Front()
    left, right = _columns(page)
    state = ""
    title: list[str] = []
    for line in left:
        match = _CODE.match(fold(line.text))
        if match:
            state = match[1]
        words = line.text[match.end() :] if match else line.text
        if state == "57":
            label = re.match(r"\s*摘\s*要\s*", words) if match else None
            if not label:
                front.abstract.append(line)
            elif words[label.end() :]:
                front.abstract.append(_cut(line, line.text.index(words[label.end() :])))
            continue
        if state == "54":
            title.append(_TITLE_LABEL.sub("", words) if match else words)
        front.biblio.append(line)
        _fact(front.facts, state, words, bool(match))
    for line in right:
        match = _CODE.match(fold(line.text))
        front.biblio.append(line)
        if match:
            _fact(front.facts, match[1], line.text[match.end() :], True)
    if "".join(title).strip():
        front.facts["title"] = "".join(title).strip()
    _drawings(page, front)
    return front


def _columns(page: Page) -> tuple[list[Line], list[Line]]:
    """Split the lines at the gap that lies over the middle of the page; full-width lines belong to the left."""
    middle = page.width / 2
    left: list[Line] = []
    right: list[Line] = []
    for line in page.lines:
        cut = next((i for i, piece in enumerate(line.pieces) if piece.x0 > middle - 0.02 * page.width), None)
        if cut is None:
            left.append(line)
        elif cut == 0:
            right.append(line)
        else:
            left.append(Line(line.page, line.index, line.top, line.bottom, line.pieces[:cut]))
            right.append(Line(line.page, line.index, line.top, line.bottom, line.pieces[cut:], line.trailing))
    # The publication number and date stand right of the middle but above both columns: they come first.
    return left, right


def _cut(line: Line, start: int) -> Line:
    """The line from character ``start`` of its text on; marks of the piece that is cut are given up."""
    position = 0
    pieces: list[Piece] = []
    for piece in line.pieces:
        end = position + len(piece.text)
        if position >= start:
            pieces.append(piece)
        elif end > start:
            pieces.append(Piece(piece.text[start - position :], piece.x0, piece.x1))
        position = end + 1
    return Line(line.page, line.index, line.top, line.bottom, pieces or line.pieces, line.trailing)


def _fact(facts: dict[str, str], code: str, words: str, first: bool) -> None:
    """Take a fact from one line of bibliographic data."""
    text = squeeze(words)
    if code == "12" and first:
        facts["kind"] = next((kind for word, kind in _KINDS if word in text), "")
    elif code == "10" and first:
        match = _NUMBER.search(text)
        if match:
            facts["number"], facts["publication-kind"] = match[1], match[2]
            facts.setdefault("kind", _LETTERS.get(match[2], ""))
    elif code in ("43", "45", "22") and first:
        match = _DATE.search(text)
        if match:
            date = f"{match[1]}{int(match[2]):02d}{int(match[3]):02d}"
            name = "application-date" if code == "22" else "date"
            if name == "application-date" or code == "45" or "date" not in facts:
                facts[name] = date
    elif code == "21" and first:
        match = re.search(r"\d{8,12}\.?[\dX]?", text)
        if match:
            facts["application-number"] = match[0]


def _drawings(page: Page, front: Front) -> None:
    """The abstract's drawing: a picture beside or below the abstract, large enough to show something."""
    top = next((line.top for line in page.lines if squeeze(line.text).startswith("(57)")), None)
    if top is None:
        return
    for x0, y0, x1, y1 in page.images:
        if y0 > top - 12 and x1 - x0 > 60 and y1 - y0 > 40:
            front.drawings.append(Line(page.number, 0, y0, y1, [Piece("", x0, x1, (), picture=True)]))
