"""Pages of a PDF whose words and pictures stand anywhere: the layout has to make lines and paragraphs of them."""

from __future__ import annotations

import random
from collections.abc import Iterator

from tests.fuzz.draw import Draw
from tests.fuzz.targets.pdf import fuzz_pdf
from tests.readers.pdf_maker import PageMaker, make_pdf

_SIZES = (12.0, 12.0, 12.0, 14.0, 7.0, 6.0, 0.4, 0.0, -12.0, 200.0, 1e6)
_PAGES = ((595.0, 842.0), (842.0, 595.0), (1e7, 1e7), (1.0, 1.0), (0.0, 0.0), (-595.0, 842.0))
_FRONT = (
    "(19)国家知识产权局", "(12)发明专利申请", "(10)申请公布号 CN 100000001 A", "(21)申请号 202610000000.0",
    "(54)发明名称", "(57)摘要", "权  利  要  求  书", "说  明  书", "1/3 页", "CN 100000001 A", "[0001]", "5", "图1",
    "图 2", "(51)Int.Cl.", "(72)发明人 甲", "说  明  书  附  图",
)  # fmt: skip


def fuzz_pdf_pages(data: bytes) -> None:
    draw = Draw(data)
    pages = draw.several(lambda: _page(draw), 6) or [PageMaker()]
    fuzz_pdf(make_pdf(*pages))


def _page(draw: Draw) -> PageMaker:
    width, height = _PAGES[draw.byte() % len(_PAGES)] if draw.byte() < 40 else _PAGES[0]
    page = PageMaker(width, height, rotate=draw.one((0, 0, 0, 90, 180, 270, 45)))
    line = 60
    for _ in range(draw.below(40)):
        if not draw.left:
            break
        kind = draw.byte() % 8
        x, y = float(draw.below(70) * 9), float(draw.below(100) * 9)
        if kind == 0:
            page.picture(x, y, draw.below(80) * 9 - 20, draw.below(80) * 9 - 20)
            continue
        if kind < 6:
            # Most lines follow one another, as in a draft.
            line += 18
            x, y = (60.0 if kind < 4 else x), float(line)
        words = draw.one(_FRONT) if draw.byte() % 4 == 0 else draw.text(12)
        words = "".join(sign for sign in words if ord(sign) < 0x10000)
        page.words(x, y, words, draw.one(_SIZES), upwards=kind == 7)
    return page


def seeds() -> Iterator[bytes]:
    chance = random.Random(3)
    for size in (60, 200, 600, 1200):
        for _ in range(8):
            yield chance.randbytes(size)
