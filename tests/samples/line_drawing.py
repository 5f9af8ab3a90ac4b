"""Line drawings as PNG, black on white as patent offices want them, without any imaging library."""

from __future__ import annotations

import math
import struct
import zlib
from collections.abc import Iterable
from itertools import pairwise

# Seven rows of five dots each; a digit's dots from the left are the bits from the highest.
_DIGITS = {
    "0": (14, 17, 19, 21, 25, 17, 14),
    "1": (4, 12, 4, 4, 4, 4, 14),
    "2": (14, 17, 1, 2, 4, 8, 31),
    "3": (31, 2, 4, 2, 1, 17, 14),
    "4": (2, 6, 10, 18, 31, 2, 2),
    "5": (31, 16, 30, 1, 1, 17, 14),
    "6": (6, 8, 16, 30, 17, 17, 14),
    "7": (31, 1, 2, 4, 8, 8, 8),
    "8": (14, 17, 17, 14, 17, 17, 14),
    "9": (14, 17, 17, 15, 1, 2, 12),
}
_DOT = 4

Point = tuple[float, float]


class Drawing:
    """One figure: draw on it in pixels from the upper left corner, then take ``png``."""

    def __init__(self, width: int = 960, height: int = 700) -> None:
        self.width, self.height = width, height
        self._rows = [bytearray(b"\xff" * ((width + 7) // 8)) for _ in range(height)]

    def _ink(self, x: int, y: int) -> None:
        if 0 <= x < self.width and 0 <= y < self.height:
            self._rows[y][x >> 3] &= ~(0x80 >> (x & 7)) & 0xFF

    def _stamp(self, x: float, y: float, size: int) -> None:
        left, top = round(x) - size // 2, round(y) - size // 2
        for down in range(size):
            for right in range(size):
                self._ink(left + right, top + down)

    def line(self, *points: Point, size: int = 3, dashed: bool = False) -> Drawing:
        """A line through ``points``."""
        for (x0, y0), (x1, y1) in pairwise(points):
            steps = max(1, round(max(abs(x1 - x0), abs(y1 - y0))))
            for step in range(steps + 1):
                if not dashed or step % 22 < 14:
                    share = step / steps
                    self._stamp(x0 + (x1 - x0) * share, y0 + (y1 - y0) * share, size)
        return self

    def box(self, x: float, y: float, width: float, height: float, *, size: int = 3, dashed: bool = False) -> Drawing:
        """A rectangle with its upper left corner at ``x``, ``y``."""
        right, bottom = x + width, y + height
        return self.line((x, y), (right, y), (right, bottom), (x, bottom), (x, y), size=size, dashed=dashed)

    def arc(self, x: float, y: float, radius: float, start: float = 0, end: float = 360, *, size: int = 3) -> Drawing:
        """An arc about ``x``, ``y`` from ``start`` to ``end`` degrees, clockwise from the right."""
        steps = max(12, round(radius * abs(end - start) / 90))
        points = [
            (x + radius * math.cos(math.radians(angle)), y + radius * math.sin(math.radians(angle)))
            for angle in (start + (end - start) * step / steps for step in range(steps + 1))
        ]
        return self.line(*points, size=size)

    def hatch(self, x: float, y: float, width: float, height: float, gap: int = 14) -> Drawing:
        """A cut face: a box with slanting lines in it."""
        self.box(x, y, width, height)
        for shift in range(gap, round(width + height), gap):
            low, high = max(0.0, shift - height), min(width, float(shift))
            self.line((x + low, y + shift - low), (x + high, y + shift - high), size=1)
        return self

    def sign(self, number: str, at: Point, to: Point) -> Drawing:
        """The reference sign ``number`` centred at ``at`` with its leader to ``to``."""
        width, height = len(number) * 6 * _DOT - _DOT, 7 * _DOT
        left, top = round(at[0] - width / 2), round(at[1] - height / 2)
        for place, digit in enumerate(number):
            for down, row in enumerate(_DIGITS[digit]):
                for right in range(5):
                    if row >> (4 - right) & 1:
                        x, y = left + (place * 6 + right) * _DOT, top + down * _DOT
                        self._stamp(x + _DOT // 2, y + _DOT // 2, _DOT)
        distance = math.hypot(to[0] - at[0], to[1] - at[1]) or 1.0
        away = max(width, height) * 0.62 + 6
        start = (at[0] + (to[0] - at[0]) * away / distance, at[1] + (to[1] - at[1]) * away / distance)
        return self.line(start, to, size=2)

    def signs(self, entries: Iterable[tuple[str, Point, Point]]) -> Drawing:
        """Several reference signs."""
        for number, at, to in entries:
            self.sign(number, at, to)
        return self

    @property
    def png(self) -> bytes:
        """The bytes of the PNG: one bit a pixel."""
        raw = b"".join(b"\0" + bytes(row) for row in self._rows)
        header = struct.pack(">IIBBBBB", self.width, self.height, 1, 0, 0, 0, 0)
        chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(raw, 9)), (b"IEND", b""))
        return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, data) for kind, data in chunks)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
