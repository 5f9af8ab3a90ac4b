"""The child process of the PDF reader: characters and their boxes become lines; nothing here is trusted to survive.

Run by ipcheck.readers.pdf with the PDF on stdin; answers {"pages": [...]} or {"error": code, "detail": words}.
A page is {"w", "h", "n", "lines", "images"}; a line is [top, bottom, ends with a space, segments]; a segment is
[text, x0, x1, marks], marks are [kind, start, end]. Points, from the upper left corner.
"""

from __future__ import annotations

import ctypes
import math
import statistics
import sys
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from ipcheck.readers.child import answer, bind

# Text beyond this is no patent application; it would only fill the parent's memory.
_MAX_CHARACTERS = 5_000_000
_SEGMENT_GAP = 1.1
_SMALL = 0.82


@dataclass(slots=True)
class Char:
    """One character with its loose box, y downwards; ``raised`` is sub, sup or empty."""

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    raised: str = ""

    @property
    def height(self) -> float:
        """The height of the box, about one em."""
        return self.y1 - self.y0


@dataclass(slots=True)
class Run:
    """Characters that follow one another on one baseline; later a whole line."""

    chars: list[Char] = field(default_factory=list)
    y0: float = 0.0
    y1: float = 0.0

    @property
    def height(self) -> float:
        """Height of the run's first character box."""
        return self.y1 - self.y0

    @property
    def middle(self) -> float:
        """The vertical middle."""
        return (self.y0 + self.y1) / 2

    @property
    def baseline(self) -> float:
        """Where the letters stand, near enough: fonts reach about 0.15 em below it."""
        return self.y1 - 0.15 * self.height


def _characters(page: Any, raw: Any) -> tuple[list[tuple[int, Char]], int]:
    """Return (quarter turns, character) for each real character of the page, and how many there were."""
    textpage = page.get_textpage()
    handle = textpage.raw
    count = max(0, raw.FPDFText_CountChars(handle))
    left, _bottom, _right, top = page.get_cropbox()
    box = raw.FS_RECTF()
    pointer = ctypes.byref(box)
    found: list[tuple[int, Char]] = []
    high = 0
    for index in range(count):
        if raw.FPDFText_IsGenerated(handle, index) == 1:
            continue
        code = raw.FPDFText_GetUnicode(handle, index)
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        if 0xDC00 <= code < 0xE000:
            code = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00) if high else 0
        high = 0
        # pdfium writes 2 for a hyphen at a line end; fonts call theirs a soft hyphen.
        text = "-" if code in (2, 0xAD) else chr(code) if 31 < code < 0x110000 else " " if code == 9 else ""
        if not text or code in (0xFFFE, 0xFFFF, 0x200B, 0xFEFF):
            continue
        if not raw.FPDFText_GetLooseCharBox(handle, index, pointer):
            continue
        turns = round(raw.FPDFText_GetCharAngle(handle, index) / (math.pi / 2)) % 4
        found.append((turns, Char(text, box.left - left, top - box.top, box.right - left, top - box.bottom)))
    textpage.close()
    return found, count


def _main_direction(found: list[tuple[int, Char]]) -> int:
    """The quarter turns of nearly all characters, else none: a sideways number in the margin turns no page."""
    if not found:
        return 0
    main, share = Counter(turns for turns, _ in found).most_common(1)[0]
    return main if share >= 0.8 * len(found) else 0


def _turned(box: list[float], turns: int, width: float, height: float) -> list[float]:
    """The box x0, y0, x1, y1 of a page of this size, after the page was turned so that its text is upright."""
    x0, y0, x1, y1 = box
    if turns == 1:
        return [y0, width - x1, y1, width - x0]
    if turns == 2:
        return [width - x1, height - y1, width - x0, height - y0]
    return [height - y1, x0, height - y0, x1] if turns == 3 else box


def _lines(chars: list[Char]) -> list[Run]:
    """Cluster characters into lines, top to bottom. Small characters join the line they overlap most."""
    runs: list[Run] = []
    for char in chars:
        last = runs[-1] if runs else None
        if last and abs(char.y1 - last.y1) < 0.12 * last.height and abs(char.height - last.height) < 0.15 * last.height:
            last.chars.append(char)
        elif char.height > 0.5:
            runs.append(Run([char], char.y0, char.y1))
    if not runs:
        return []
    usual = statistics.median(char.height for run in runs for char in run.chars)
    lines: list[Run] = []
    for run in sorted((run for run in runs if run.height >= _SMALL * usual), key=lambda run: run.middle):
        near = next((line for line in reversed(lines[-3:]) if _same_line(line, run)), None)
        if near is None:
            lines.append(run)
        else:
            near.chars.extend(run.chars)
    for run in sorted((run for run in runs if run.height < _SMALL * usual), key=lambda run: run.middle):
        _attach(lines, run)
    return sorted(lines, key=lambda line: line.middle)


def _same_line(line: Run, run: Run) -> bool:
    return abs(line.middle - run.middle) < 0.45 * min(line.height, run.height)


def _attach(lines: list[Run], run: Run) -> None:
    """Put a run of small characters where it belongs: into a line as sub- or superscript, or on a line of its own."""
    best, share = None, 0.0
    for line in lines:
        overlap = min(line.y1, run.y1) - max(line.y0, run.y0)
        if overlap > share and _touches(line, run):
            best, share = line, overlap
    if best is None or share < 0.3 * run.height:
        lines.append(run)
        return
    if run.height < _SMALL * best.height:
        shift = (run.baseline - best.baseline) / best.height
        raised = "sub" if shift > 0.08 else "sup" if shift < -0.15 else ""
        for char in run.chars:
            char.raised = raised
    best.chars.extend(run.chars)


def _touches(line: Run, run: Run) -> bool:
    """Whether the run stands beside a character of the line, and not far off in another column."""
    left, right = run.chars[0].x0, run.chars[-1].x1
    reach = 4 * line.height
    return any(char.x0 - reach < right and left < char.x1 + reach for char in line.chars)


def _segments(line: Run) -> tuple[list[list[Any]], bool]:
    """Return the line's segments, broken at wide gaps, and whether it ends with a typed space."""
    chars = sorted(line.chars, key=lambda char: char.x0)
    solid = [char for char in chars if not char.text.isspace()]
    if not solid:
        return [], False
    spaces = [char.x0 for char in chars if char.text.isspace()]
    em = statistics.median(char.height for char in solid)
    gaps = [max(0.0, after.x0 - before.x1) for before, after in pairwise(solid)]
    # A justified line of few characters is stretched all along: what counts is what goes beyond that.
    stretch = statistics.median(gaps) if len(gaps) > 7 else 0.0
    segments: list[list[Any]] = []
    before: Char | None = None
    typed = iter([*sorted(spaces), math.inf])
    space = next(typed)
    for char in solid:
        # A typed space counts by its own width: boxes of wide letters reach over their neighbours.
        blank = 0.0
        while space <= char.x0:
            blank, space = char.x0 - space, next(typed)
        if before is not None and char.text == before.text and abs(char.x0 - before.x0) < 0.12 * em:
            continue  # bold made by printing twice
        gap = math.inf if before is None else char.x0 - before.x1 - stretch
        if gap > _SEGMENT_GAP * em:
            segments.append(["", char.x0, char.x1, []])
        elif before is not None and _space_between(before, char, gap / em, blank / em):
            segments[-1][0] += " "
        _append(segments[-1], char)
        before = char
    return segments, bool(spaces) and max(spaces) > solid[-1].x0


def _space_between(before: Char, after: Char, gap: float, typed: float) -> bool:
    """Whether a space stands between two characters ``gap`` em apart, with a typed one of ``typed`` em or none."""
    if typed > 0.15 and gap > -0.4:
        return True
    if after.text in ".,;:)%" or before.text == "(":
        return gap > 0.5
    latin = before.text.isascii() and after.text.isascii()
    return gap > (0.2 if latin else 0.7)


def _append(segment: list[Any], char: Char) -> None:
    start = len(segment[0])
    segment[0] += char.text
    segment[2] = max(segment[2], char.x1)
    if char.raised:
        marks = segment[3]
        if marks and marks[-1][0] == char.raised and marks[-1][2] == start:
            marks[-1][2] = len(segment[0])
        else:
            marks.append([char.raised, start, len(segment[0])])


def _images(page: Any, raw: Any) -> list[list[float]]:
    """The boxes of the pictures on the page, those too small to show anything left out."""
    left, _bottom, _right, top = page.get_cropbox()
    boxes = []
    for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=4):
        x0, y0, x1, y1 = item.get_bounds()
        box = [x0 - left, top - y1, x1 - left, top - y0]
        if box[2] - box[0] > 4 and box[3] - box[1] > 4 and box not in boxes:
            boxes.append(box)
        if len(boxes) >= 500:
            break
    return boxes


def page_lines(page: Any, raw: Any) -> dict[str, Any]:
    """One page as the JSON the parent expects."""
    found, _count = _characters(page, raw)
    width, height = page.get_width(), page.get_height()
    if page.get_rotation() in (90, 270):
        width, height = height, width  # boxes are in the page's own, unrotated space
    turns = _main_direction(found)
    chars = [char for own, char in found if own == turns]
    for char in chars:
        char.x0, char.y0, char.x1, char.y1 = _turned([char.x0, char.y0, char.x1, char.y1], turns, width, height)
    lines = []
    for line in _lines(chars):
        segments, trailing = _segments(line)
        if segments:
            rounded = [[text, round(x0, 1), round(x1, 1), marks] for text, x0, x1, marks in segments]
            lines.append([round(line.y0, 1), round(line.y1, 1), trailing, rounded])
    images = [[round(value, 1) for value in box] for box in _images(page, raw)]
    images = [_turned(box, turns, width, height) for box in images]
    if turns % 2:
        width, height = height, width
    return {"w": width, "h": height, "n": len(found), "lines": lines, "images": images}


def extract(data: bytes, max_pages: int) -> dict[str, Any]:
    """The whole answer for one PDF; see the module's docstring."""
    import pypdfium2
    import pypdfium2.raw as raw

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        code = "encrypted" if "password" in str(error).lower() or "security" in str(error).lower() else "broken"
        return {"error": code, "detail": str(error)}
    if len(document) > max_pages:
        return {"error": "pages", "detail": str(len(document))}
    pages: list[dict[str, Any]] = []
    characters = 0
    for index in range(len(document)):
        try:
            page = document[index]
            pages.append(page_lines(page, raw))
            page.close()
        except pypdfium2.PdfiumError:
            pages.append({"w": 595, "h": 842, "n": 0, "lines": [], "images": [], "broken": True})
        characters += pages[-1]["n"]
        if characters > _MAX_CHARACTERS:
            return {"error": "text", "detail": str(characters)}
    return {"pages": pages}


def main(arguments: dict[str, Any]) -> None:
    """Read a PDF from stdin and answer; the limits are set before the first byte is looked at."""
    bind(arguments["seconds"], arguments["memory"])
    answer(extract(sys.stdin.buffer.read(), arguments["pages"]))
