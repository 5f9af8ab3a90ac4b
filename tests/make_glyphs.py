"""Builds ipcheck/trademark/glyphs.npz: which Chinese characters look alike, and how much.

    apt-get install fonts-noto-cjk unicode-data && pip install --no-deps fuzzychinese && pip install Pillow
    python -m tests.make_glyphs

Characters: those of the table of general standard characters (Unihan kTGH, 8,105) and of GB 2312. Two measures, half
each: histograms of oriented gradients (Dalal & Triggs 2005) of the character in Noto Sans CJK SC (SIL Open Font
Licence), and the edit distance of its strokes in 36 types (fuzzychinese, BSD). Calibrated as measured to fit
confusable characters: below .38 nothing, linear to 1 at .76, 65 parts to 35 with a term for the rank among the
neighbours, for some characters have many near ones and others none.
"""

from __future__ import annotations

import bz2
import importlib.util
import re
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont
from rapidfuzz.distance import Levenshtein
from rapidfuzz.process import cdist

from tests.conftest import ROOT
from tests.make_tables import standard_characters

FONT = "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc"
UNIHAN = "/usr/share/unicode/Unihan_OtherMappings.txt.bz2"
TARGET = ROOT / "ipcheck" / "trademark" / "glyphs.npz"
SIZE, CELLS, BINS = 56, 7, 8
LOW, HIGH, KEEP, MOST, FEW = 0.38, 0.76, 0.3, 60, 12
Matrix = NDArray[np.float32]


def characters() -> list[str]:
    """The characters of both tables, in the order of their code points."""
    found = set(standard_characters())
    with bz2.open(UNIHAN, "rt", encoding="utf-8") as file:
        for line in file:
            match = re.match(r"U\+([0-9A-F]+)\tkTGH\t", line)
            if match and len(match[1]) == 4:
                found.add(chr(int(match[1], 16)))
    return sorted(found)


def rare(common: list[str]) -> list[str]:
    """Characters of the basic block that are in neither table: 旳 is written for 的."""
    known = set(common)
    return [chr(code) for code in range(0x4E00, 0xA000) if chr(code) not in known]


def gradients(character: str, font: Any) -> Matrix:
    """The histogram of oriented gradients of a character, of length 1."""
    image = Image.new("L", (SIZE, SIZE), 0)
    ImageDraw.Draw(image).text((SIZE / 2, SIZE / 2), character, font=font, fill=255, anchor="mm")
    box = image.getbbox()
    if box is not None:
        image = image.crop(box).resize((SIZE, SIZE), Image.Resampling.BILINEAR)
    pixels = np.asarray(image, np.float32) / 255
    down, right = np.gradient(pixels)
    size = np.hypot(down, right)
    which = np.floor((np.arctan2(down, right) % np.pi) / np.pi * BINS).astype(int) % BINS
    cell = SIZE // CELLS
    cells = np.zeros((CELLS, CELLS, BINS), np.float32)
    for kind in range(BINS):
        part = np.where(which == kind, size, 0)
        cells[:, :, kind] = part.reshape(CELLS, cell, CELLS, cell).sum((1, 3))
    # A stroke that lies a little beside must not fall into another cell altogether.
    padded = np.pad(cells, ((1, 1), (1, 1), (0, 0)))
    smooth = cells + 0.5 * (padded[:-2, 1:-1] + padded[2:, 1:-1] + padded[1:-1, :-2] + padded[1:-1, 2:])
    vector = np.sqrt(smooth.ravel())
    vector -= vector.mean()
    return (vector / max(float(np.linalg.norm(vector)), 1e-6)).astype(np.float32)


def strokes() -> dict[str, str]:
    """The strokes of each character, one letter each."""
    # Importing the package would ask for scikit-learn; its data file is all we want.
    spec = importlib.util.find_spec("fuzzychinese")
    assert spec is not None and spec.origin is not None
    file = Path(spec.origin).parent / "dict_chinese_stroke.txt"
    found = {}
    for line in file.read_text(encoding="utf-8").splitlines():
        character, _, told = line.partition(" ")
        found[character] = told.replace(" ", "")
    return found


def main() -> None:
    """Write the table."""
    common = characters()
    chars = common + rare(common)
    font = ImageFont.truetype(FONT, 48, index=2)
    vectors = np.stack([gradients(character, font) for character in chars])
    told = strokes()
    written = [told.get(character, "") for character in chars]
    neighbours, values, ends = [], [], [0]
    for start in range(0, len(chars), 500):
        # Rare characters are compared with common ones only: those are what they are written for.
        form = np.clip(vectors[start : start + 500] @ vectors[: len(common)].T, 0, 1)
        stroke = cdist(
            written[start : start + 500],
            written[: len(common)],
            scorer=Levenshtein.normalized_similarity,
            dtype=np.float32,
            workers=2,
        )
        both = np.where(stroke > 0, (form + stroke) / 2, form)
        for row, line in enumerate(both):
            if start + row < len(common):
                line[start + row] = 0
            order = np.argsort(-line)[: MOST if start + row < len(common) else FEW]
            raw = np.clip((line[order] - LOW) / (HIGH - LOW), 0, 1)
            rank = 1 - np.log1p(np.arange(len(order))) / np.log1p(len(order) * 4)
            value = 0.65 * raw + 0.35 * rank * np.minimum(1, raw * 2)
            kept = value >= KEEP
            neighbours.append(order[kept])
            values.append(value[kept])
            ends.append(ends[-1] + int(kept.sum()))
        print(f"{start + len(both)} / {len(chars)}")
    np.savez_compressed(
        TARGET,
        characters=np.array("".join(chars)),
        ends=np.array(ends, np.uint32),
        neighbours=np.concatenate(neighbours).astype(np.uint16),
        values=np.round(np.concatenate(values) * 255).astype(np.uint8),
    )
    print(f"{len(chars)} characters, {ends[-1]} pairs, {Path(TARGET).stat().st_size} bytes")


if __name__ == "__main__":
    main()
