"""A draft as PDF, laid out as the office lays out publications: running heads, page numbers, wrapped lines."""

from __future__ import annotations

from collections.abc import Iterator

from tests.readers.pdf_maker import PageMaker, make_pdf
from tests.samples.draft import Draft, bare

_SIZE, _PITCH, _LEFT, _TOP, _BOTTOM, _EMS = 12, 20, 71, 100, 745, 38
_NEVER_FIRST = "，。；：、）”"


def pdf(draft: Draft) -> bytes:
    """The bytes of the PDF."""
    parts = [
        _pages("说明书摘要", [(bare(draft.abstract), 2)]),
        _pages("权利要求书", list(_claims(draft))),
        _pages("说明书", list(_description(draft)), title=draft.title),
        list(_drawings(draft)),
    ]
    return make_pdf(*(page for pages in parts for page in pages))


def _claims(draft: Draft) -> Iterator[tuple[str, int]]:
    for number, claim in enumerate(draft.claims, 1):
        for line in f"{number}.{bare(claim)}".split("\n"):
            yield line, 2


def _description(draft: Draft) -> Iterator[tuple[str, int]]:
    count = 0
    for heading, paragraphs in draft.sections.items():
        yield heading, 0
        for paragraph in paragraphs:
            count += 1
            for index, line in enumerate(bare(paragraph).split("\n")):
                yield (line, 2) if index else (f"[{count:04d}]　{line}", 0)


def _width(text: str) -> float:
    return sum(0.5 if character.isascii() else 1 for character in text)


def _wrapped(text: str, indent: int) -> Iterator[tuple[float, str]]:
    """(indent, words) of each printed line; a closing mark hangs over the edge rather than open a line."""
    line, room, first = "", float(_EMS - indent), True
    for index, character in enumerate(text):
        line += character
        following = text[index + 1 : index + 2]
        if following and _width(line + following) > room and following not in _NEVER_FIRST:
            yield (indent if first else 0), line
            line, room, first = "", float(_EMS), False
    if line:
        yield (indent if first else 0), line


def _head(part: str, number: int, count: int) -> PageMaker:
    page = PageMaker().words(240, 50, " ".join(part), 16).words(490, 50, f"{number}/{count}页", 10.5)
    return page.words(292, 800, str(number), 10.5)


def _pages(part: str, paragraphs: list[tuple[str, int]], title: str = "") -> list[PageMaker]:
    sheets: list[list[tuple[float, float, str, float]]] = [[]]
    y = _TOP
    if title:
        sheets[0].append((297 - _width(title) * 8, y, title, 16))
        y += 40
    for text, indent in paragraphs:
        for before, words in _wrapped(text, indent):
            if y > _BOTTOM:
                sheets.append([])
                y = _TOP
            sheets[-1].append((_LEFT + before * _SIZE, y, words, _SIZE))
            y += _PITCH
    made = []
    for number, sheet in enumerate(sheets, 1):
        page = _head(part, number, len(sheets))
        for x, top, words, size in sheet:
            page.words(x, top, words, size)
        made.append(page)
    return made


def _drawings(draft: Draft) -> Iterator[PageMaker]:
    captions = draft.captions
    for number in range(0, len(captions), 2):
        page = _head("说明书附图", number // 2 + 1, (len(captions) + 1) // 2)
        for place, caption in enumerate(captions[number : number + 2]):
            page.picture(150, 100 + place * 330, 300, 240).words(285, 365 + place * 330, caption)
        yield page
