"""Takes out of pictures what is not the picture: EXIF, XMP, comments, text chunks."""

from __future__ import annotations

import struct

_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_WORDS = (b"tEXt", b"zTXt", b"iTXt", b"eXIf", b"tIME")
# APP0 (JFIF) and APP14 (Adobe's colour transform) are needed to draw a JPEG; the others and COM are words about it.
_JPEG_KEPT = (0xE0, 0xEE)


def without_words(data: bytes) -> bytes:
    """The same PNG or JPEG without metadata; anything else, or a damaged file, as it is."""
    if data.startswith(_PNG):
        return _png(data)
    if data.startswith(b"\xff\xd8"):
        return _jpeg(data)
    return data


def _png(data: bytes) -> bytes:
    out = [_PNG]
    at = len(_PNG)
    while at + 12 <= len(data):
        size = int(struct.unpack(">I", data[at : at + 4])[0])
        end = at + 12 + size
        if end > len(data):
            return data
        if data[at + 4 : at + 8] not in _PNG_WORDS:
            out.append(data[at:end])
        at = end
        if data[end - 8 : end - 4] == b"IEND":
            return b"".join(out)
    return data


def _jpeg(data: bytes) -> bytes:
    out = [data[:2]]
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker == 0xDA:
            # The picture itself begins; nothing of it is touched.
            return b"".join([*out, data[at:]])
        end = at + 2 + int(struct.unpack(">H", data[at + 2 : at + 4])[0])
        if end > len(data):
            return data
        if not (0xE0 <= marker <= 0xEF and marker not in _JPEG_KEPT) and marker != 0xFE:
            out.append(data[at:end])
        at = end
    return data


__all__ = ["without_words"]
