"""A copy of a ZIP package in which some parts are new and every other byte of data is the old one."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping

_LOCAL, _ENTRY, _END = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"
_LOCAL_SIZE, _ENTRY_SIZE = 30, 46
_FOLLOWED_BY_SIZES = 0x8  # the flag for sizes behind the data; the copy knows them beforehand
_DEFLATED = 8
_NEWEST = 20  # the version of the format that knows deflate


def copy_package(data: bytes, parts: Mapping[str, bytes]) -> bytes:
    """The package ``data`` with ``parts`` (name to bytes) in place of the parts of those names, or behind them all.

    Every other entry keeps its name, date, place in the order and compressed bytes. ``data`` is a ZIP that the
    readers have taken in (readers.safe_zip): small, whole, neither encrypted nor split. Raises zipfile.BadZipFile.
    """
    waiting = {name.lower(): content for name, content in parts.items()}
    spelled = {name.lower(): name for name in parts}
    body, directory = bytearray(), bytearray()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        at, comment = archive.start_dir, archive.comment
        stamp = archive.infolist()[0].date_time
        for info in archive.infolist():
            lengths = struct.unpack_from("<HHH", data, at + 28)
            entry = bytearray(data[at : at + _ENTRY_SIZE + sum(lengths)])
            at += len(entry)
            content = waiting.pop(info.filename.replace("\\", "/").lower(), None)
            named = sum(struct.unpack_from("<HH", data, info.header_offset + 26))
            begin = info.header_offset + _LOCAL_SIZE
            local = bytearray(data[info.header_offset : begin + named])
            packed = data[begin + named : begin + named + info.compress_size]
            if content is not None:
                packed = _deflate(content)
                struct.pack_into("<H", entry, 10, _DEFLATED)
                struct.pack_into("<III", entry, 16, zlib.crc32(content), len(packed), len(content))
            (flags,) = struct.unpack_from("<H", entry, 8)
            struct.pack_into("<H", entry, 8, flags & ~_FOLLOWED_BY_SIZES)
            struct.pack_into("<I", entry, 42, len(body))
            local[6:10] = entry[8:12]
            local[14:26] = entry[16:28]
            body += local + packed
            directory += entry
    for name, content in waiting.items():
        header, record, packed = _new(spelled[name], content, stamp, len(body))
        body += header + packed
        directory += record
    count = len(archive.infolist()) + len(waiting)
    end = _END + struct.pack("<HHHHIIH", 0, 0, count, count, len(directory), len(body), len(comment)) + comment
    return bytes(body + directory + end)


def make_package(parts: Mapping[str, bytes]) -> bytes:
    """A new package of ``parts``, in their order, without dates, so that the same parts give the same bytes."""
    body, directory = bytearray(), bytearray()
    for name, content in parts.items():
        local, entry, packed = _new(name, content, (1980, 1, 1, 0, 0, 0), len(body))
        body += local + packed
        directory += entry
    end = _END + struct.pack("<HHHHIIH", 0, 0, len(parts), len(parts), len(directory), len(body), 0)
    return bytes(body + directory + end)


def _new(
    name: str, content: bytes, stamp: tuple[int, int, int, int, int, int], offset: int
) -> tuple[bytes, bytes, bytes]:
    """The local header, the entry in the directory and the packed bytes of a new part."""
    packed, raw = _deflate(content), name.encode("ascii")
    year, month, day, hour, minute, second = stamp
    time, date = hour << 11 | minute << 5 | second // 2, (year - 1980) << 9 | month << 5 | day
    facts = struct.pack(
        "<HHHHHIIIH", _NEWEST, 0, _DEFLATED, time, date, zlib.crc32(content), len(packed), len(content), len(raw)
    )
    local = _LOCAL + facts + struct.pack("<H", 0) + raw
    entry = _ENTRY + struct.pack("<H", _NEWEST) + facts + struct.pack("<HHHHII", 0, 0, 0, 0, 0, offset) + raw
    return local, entry, packed


def _deflate(content: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(content) + packer.flush()


__all__ = ["copy_package", "make_package"]
