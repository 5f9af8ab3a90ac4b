"""Drawings that look the same: a perceptual hash of each, compared in all eight turns and mirrorings.

The hash is Zauner's pHash (2010) with 256 bits: the signs of the lowest 16 × 16 cosine frequencies against their
median. Two are kept of each drawing, of the whole picture (stands being cropped) and of its ink alone, centred in a
square (stands other margins). Measured in tests/benchmarks/abnormal_figures.py.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from ipcheck.model import Object
from ipcheck.readers.images import Look, grey_picture
from ipcheck.readers.limits import DEFAULT, Limits

if TYPE_CHECKING:
    from PIL.Image import Image

Bits = NDArray[np.uint64]
_SIDE, _KEPT = 64, 16
_WORDS = _KEPT * _KEPT // 64
_LONGEST = 600
# Darker than this is ink; a picture with less of it than the share is empty, one with more is a photograph.
_INK, _LEAST_INK = 160, 0.0005
# Rows of one comparison: bounds the memory, not the result.
_BLOCK = 512


@dataclass(frozen=True)
class Print:
    """The hashes of one drawing: row 0 of the whole picture, row 1 of its ink; for each of eight turns, four words."""

    turned: Bits

    @classmethod
    def of_number(cls, number: int) -> Print:
        """A print whose every hash is these 256 bits: for examples and tests."""
        words = [(number >> 64 * place) & (2**64 - 1) for place in range(_WORDS)]
        return cls(np.tile(np.array(words, np.uint64), (2, 8, 1)))


@lru_cache(maxsize=1)
def _cosines() -> NDArray[np.float64]:
    """The first rows of the discrete cosine transform (DCT-II) of ``_SIDE`` points."""
    place, order = np.arange(_SIDE), np.arange(_KEPT)
    table: NDArray[np.float64] = np.cos(np.pi * (2 * place[None, :] + 1) * order[:, None] / (2 * _SIDE))
    return table


def _hashes(picture: Image) -> Bits:
    """The hash in each of eight turns. Turning and mirroring only swap and sign the frequencies."""
    from PIL import Image

    small = np.asarray(picture.resize((_SIDE, _SIDE), Image.Resampling.BOX), np.float64)
    table = _cosines()
    plain = table @ small @ table.T
    signs = np.where(np.arange(_KEPT) % 2, -1.0, 1.0)
    hashes = []
    for base in (plain, plain.T):
        for turned in (base, base * signs[None, :], base * signs[:, None], base * signs[:, None] * signs[None, :]):
            # The first is the mean brightness; it says nothing and would drag the median.
            values = turned.ravel()[1:]
            bits = np.concatenate([[False], values > np.median(values)])
            hashes.append(np.packbits(bits).view(np.uint64))
    return np.stack(hashes)


def print_of(data: bytes, limits: Limits = DEFAULT) -> Print | None:
    """The print of the picture ``data``; None if it cannot be looked at or there is nothing drawn on it."""
    grey = grey_picture(data, _LONGEST, limits)
    if grey is None:
        return None
    ink = grey.point(lambda value: 255 if value < _INK else 0)
    box = ink.getbbox()
    if box is None or ink.histogram()[255] < _LEAST_INK * grey.width * grey.height or min(grey.size) < _KEPT:
        return None
    return Print(np.stack([_hashes(grey), _hashes(_square(grey, box))]))


def _square(grey: Image, box: tuple[int, int, int, int]) -> Image:
    """What lies in ``box``, in the middle of a white square."""
    from PIL import Image

    cut = grey.crop(box)
    side = max(cut.size)
    sheet = Image.new("L", (side, side), 255)
    sheet.paste(cut, ((side - cut.width) // 2, (side - cut.height) // 2))
    return sheet


def print_of_object(item: Object) -> Print | None:
    """The print of a picture in a document, None where its pixels are not to be had."""
    data = item.look.data() if isinstance(item.look, Look) else None
    return None if data is None else print_of(data)


@dataclass(frozen=True)
class Sameness:
    """Two drawings by their places in the list, and in how many of 256 bits their nearest hashes differ."""

    first: int
    second: int
    distance: int


def same_drawings(prints: Iterable[Print], most: int) -> Iterator[Sameness]:
    """The pairs of drawings whose hashes differ in at most ``most`` of 256 bits, in some turn, by either hash.

    Every drawing is held against every other, a few nanoseconds each: quadratic, but with 6,000 drawings the drawing
    of prints costs more (tests/benchmarks/abnormal_figures.py).
    """
    listed = [item.turned for item in prints]
    if len(listed) < 2:
        return
    turned = np.stack(listed)
    for start in range(0, len(listed), _BLOCK):
        for other in range(start, len(listed), _BLOCK):
            best = distances(turned[start : start + _BLOCK, :, 0], turned[other : other + _BLOCK])
            for one, two in zip(*np.nonzero(best <= most), strict=True):
                first, second = start + int(one), other + int(two)
                if first < second:
                    yield Sameness(first, second, int(best[one, two]))


def distances(plain: Bits, turned: Bits) -> NDArray[Any]:
    """For every drawing of ``plain`` and of ``turned`` the least distance over the turns and both hashes."""
    best = np.full((len(plain), len(turned)), 256, np.uint16)
    for kind in range(2):
        for turn in range(turned.shape[2]):
            total = np.zeros(best.shape, np.uint16)
            for word in range(_WORDS):
                total += np.bitwise_count(plain[:, kind, word][:, None] ^ turned[:, kind, turn, word][None, :])
            np.minimum(best, total, out=best)
    return best


__all__ = ["Print", "Sameness", "distances", "print_of", "print_of_object", "same_drawings"]
