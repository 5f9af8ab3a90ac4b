"""Numerals read in drawings; needs the extra ``ocr``."""

from __future__ import annotations

import io

import pytest
from PIL import Image, ImageDraw, ImageFont

from ipcheck.readers import ocr

pytest.importorskip("rapidocr")
pytest.importorskip("onnxruntime")
pytestmark = pytest.mark.filterwarnings("ignore")

SIGNS = {"1": (80, 60), "12": (560, 60), "23": (700, 90), "5": (760, 420), "34": (90, 470), "101": (380, 60)}


def drawing() -> bytes:
    picture = Image.new("RGB", (900, 600), "white")
    pen = ImageDraw.Draw(picture)
    pen.rectangle((220, 200, 600, 400), outline="black", width=3)
    pen.ellipse((300, 240, 330, 270), outline="black", width=2)
    font = ImageFont.load_default(36)
    for sign, place in SIGNS.items():
        pen.text(place, sign, fill="black", font=font)
        pen.line((place[0] + 20, place[1] + (50 if place[1] < 300 else -8), 410, 300), fill="black", width=2)
    stream = io.BytesIO()
    picture.save(stream, "PNG")
    return stream.getvalue()


def test_signs_are_read_where_they_stand() -> None:
    found = ocr.numerals_in(drawing())
    assert found is not None
    places = {numeral.text: numeral.box for numeral in found}
    assert set(SIGNS) - set(places) == set() and set(places) - set(SIGNS) == set()
    for sign, (x, y) in SIGNS.items():
        assert abs(places[sign][0] - x) < 30 and abs(places[sign][1] - y) < 30
    assert ocr.whatever_in(drawing()) >= set(SIGNS)


def test_what_is_no_picture_is_not_read() -> None:
    assert ocr.numerals_in(b"no picture") is None
    assert ocr.whatever_in(b"no picture") == frozenset()
