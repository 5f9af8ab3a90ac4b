"""Drawings that look the same: what a copy may do to them, and that strangers differ."""

from __future__ import annotations

import random
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageOps

from ipcheck.abnormal.figures import Print, print_of, same_drawings
from ipcheck.config import Settings
from ipcheck.engine.abnormal import check_abnormal
from ipcheck.plugins import shipped


def drawing(seed: int) -> Image.Image:
    """A made-up line drawing."""
    rng = random.Random(seed)
    picture = Image.new("L", (600, 800), 255)
    pen = ImageDraw.Draw(picture)
    for _ in range(14):
        x, y = rng.randint(40, 380), rng.randint(40, 560)
        corner = (x + rng.randint(40, 180), y + rng.randint(40, 200))
        shape = pen.ellipse if rng.random() < 0.5 else pen.rectangle
        shape((x, y, *corner), outline=0, width=4)
    return picture


def data(picture: Image.Image, kind: str = "PNG") -> bytes:
    stream = BytesIO()
    picture.save(stream, kind)
    return stream.getvalue()


def print_of_seed(picture: Image.Image, kind: str = "PNG") -> Print:
    made = print_of(data(picture, kind))
    assert made is not None
    return made


@pytest.mark.parametrize(
    "changed",
    [
        drawing(1).resize((300, 400)),
        ImageOps.mirror(drawing(1)),
        drawing(1).transpose(Image.Transpose.ROTATE_90),
        ImageOps.expand(drawing(1), (150, 20, 10, 90), 255),
        drawing(1).convert("RGBA"),
    ],
    ids=["smaller", "mirrored", "turned", "margins", "transparent"],
)
def test_a_changed_copy_is_the_same_drawing(changed: Image.Image) -> None:
    (same,) = same_drawings([print_of_seed(drawing(1)), print_of_seed(changed)], 40)
    assert (same.first, same.second) == (0, 1)


def test_strangers_differ() -> None:
    assert list(same_drawings([print_of_seed(drawing(seed), "JPEG") for seed in range(40)], 56)) == []


def test_what_shows_nothing_has_no_print() -> None:
    assert print_of(data(Image.new("L", (400, 400), 255))) is None
    assert print_of(b"") is None and print_of(b"\x89PNG\r\n\x1a\nnothing") is None
    assert list(same_drawings([], 56)) == []


def test_two_applications_with_the_same_drawings_are_told(tmp_path: Path) -> None:
    for name, thing in (("甲", "笔架"), ("乙", "伞架"), ("丙", "书立")):
        folder = tmp_path / name
        folder.mkdir()
        text = f"说明书\n一种{thing}\n技术领域\n本发明涉及日用品。\n附图说明\n图1为立体图；图2为俯视图。"
        (folder / "说明书.txt").write_text(text, encoding="utf-8")
        for number in (1, 2):
            seed = number + 10 * (name == "丙")
            picture = drawing(seed) if name == "甲" else ImageOps.mirror(drawing(seed))
            picture.save(folder / f"图{number}.png")
    report = check_abnormal([tmp_path], Settings(select=("dup-figures",), check_folders=(shipped("checks"),)))
    (found,) = report.findings
    assert found.facts["count"] == 2 and "风险线索" in found.message
    assert report.skipped == ()
