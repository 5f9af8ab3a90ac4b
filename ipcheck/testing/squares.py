"""Pictures for examples: a number of 256 bits as sixteen rows of sixteen squares (PNG, ISO/IEC 15948)."""

from __future__ import annotations

import struct
import zlib

_SQUARE, _MARGIN = 12, 24


def drawn_squares(number: int) -> bytes:
    """A PNG in black on white: a square for every bit, the highest at the top left, and a margin."""
    rows = [f"{number >> (240 - 16 * row) & 0xFFFF:016b}" for row in range(16)]
    white = b"\xff"
    side = 16 * _SQUARE + 2 * _MARGIN
    lines = [white * side] * _MARGIN
    for row in rows:
        inner = b"".join((b"\0" if bit == "1" else white) * _SQUARE for bit in row)
        lines += [white * _MARGIN + inner + white * _MARGIN] * _SQUARE
    lines += [white * side] * _MARGIN
    data = zlib.compress(b"".join(b"\0" + line for line in lines))
    header = struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + _chunk(b"IDAT", data) + _chunk(b"IEND", b"")


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


__all__ = ["drawn_squares"]
