"""A tiny writer of Word 97 files for tests: OLE2 with a WordDocument stream, a table stream and nothing else."""

from __future__ import annotations

import struct

_SECTOR = 512
_END, _FREE, _FAT, _NONE = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD, 0xFFFFFFFF
_TEXT_AT = 2048


def ole2(streams: dict[str, bytes]) -> bytes:
    """An OLE2 file with these streams; each is padded to 4096 bytes, so that none needs the mini stream."""
    names = sorted(streams, key=lambda name: (len(name), name.upper()))
    chain = [_FAT, _END]
    body = b""
    starts = []
    padded = []
    for name in names:
        data = streams[name].ljust(4096, b"\0")
        data += b"\0" * (-len(data) % _SECTOR)
        first, count = len(chain), len(data) // _SECTOR
        starts.append(first)
        padded.append(data)
        chain += [*range(first + 1, first + count), _END]
        body += data
    entries = [_entry("Root Entry", 5, 1 if names else _NONE, _NONE, _END, 0)]
    for index, name in enumerate(names):
        following = index + 2 if index + 1 < len(names) else _NONE
        entries.append(_entry(name, 2, _NONE, following, starts[index], len(padded[index])))
    directory = b"".join(entries).ljust(_SECTOR, b"\0")
    fat = struct.pack(f"<{len(chain)}I", *chain).ljust(_SECTOR, b"\xff")
    header = struct.pack(
        "<8s16sHHHHH6xIIIIIIIIII",
        bytes.fromhex("d0cf11e0a1b11ae1"), bytes(16), 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 1, 0, 4096, _END, 0, _END, 0, 0,
    )  # fmt: skip
    header += struct.pack("<108I", *[_FREE] * 108)
    return header + fat + directory + body


def _entry(name: str, kind: int, child: int, right: int, start: int, size: int) -> bytes:
    raw = name.encode("utf-16-le")
    return struct.pack(
        "<64sHBBIII16sI8s8sIQ",
        raw.ljust(64, b"\0"), len(raw) + 2, kind, 1, _NONE, right, child, bytes(16), 0, bytes(8), bytes(8), start, size,
    )  # fmt: skip


def make_doc(text: str, *, encrypted: bool = False) -> bytes:
    """A Word 97 document of plain paragraphs; lines of ``text`` are its paragraphs."""
    words = text.replace("\n", "\r") + "\r"
    count = len(words)
    flags = 0x0200 | 0x1000 | (0x0100 if encrypted else 0)
    base = struct.pack("<HHHHHHHIBBHHII", 0xA5EC, 0xC1, 0, 0x0804, 0, flags, 0xBF, 0, 0, 0, 0, 0, _TEXT_AT, 0)
    longs = [0] * 22
    longs[0], longs[3] = _TEXT_AT + 2 * count, count
    pairs = [(0, 0)] * 93
    table = struct.pack("<BIIIHIH", 2, 16, 0, count, 0, _TEXT_AT, 0)
    pairs[33] = (0, len(table))
    fib = base + struct.pack("<H14H", 14, *[0] * 14) + struct.pack("<H22I", 22, *longs)
    fib += struct.pack("<H", 93) + b"".join(struct.pack("<II", *pair) for pair in pairs) + struct.pack("<H", 0)
    stream = fib.ljust(_TEXT_AT, b"\0") + words.encode("utf-16-le")
    return ole2({"WordDocument": stream, "1Table": table})
