"""From bytes to characters: the encodings Chinese text files really come in."""

from __future__ import annotations

import codecs

from ipcheck.readers.errors import ReadError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig", "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32-le", "utf-32"),  # before UTF-16 LE, whose mark is the beginning of this one
    (codecs.BOM_UTF32_BE, "utf-32-be", "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "utf-16"),
)
_HELP = "请用记事本或WPS打开后另存为 UTF-8 编码的文本文件"


def by_bom(data: bytes) -> tuple[str, str] | None:
    """Return (characters without the mark, encoding) if ``data`` begins with a byte order mark, else None.

    Raises ReadError when the mark lies.
    """
    for bom, name, codec in _BOMS:
        if data.startswith(bom):
            text = attempt(data, codec)
            if text is None:
                raise ReadError(f"文件以 {name} 的字节序标记开头，内容却不是该编码，可能已损坏；{_HELP}")
            return text, name
    return None


def by_nul(data: bytes) -> tuple[str, str] | None:
    """Return (characters, encoding) of UTF-16 without a mark, told by where its NUL bytes stand; else None."""
    sample = data[:65536]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if even == odd:
        return None
    name = "utf-16-le" if odd > even else "utf-16-be"
    text = attempt(data, name)
    return None if text is None or "\0" in text else (text, name)


def attempt(data: bytes, encoding: str) -> str | None:
    """Decode strictly; None where that does not go."""
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def decode(data: bytes) -> tuple[str, str]:
    """Return (characters, encoding) of a text file: mark, NUL pattern, UTF-8, GB18030, in this order.

    Measured on 800 samples: right for all of them (reference/document-io.md, 8). Big5 comes out as garbled GB18030.
    Raises ReadError for anything else.
    """
    found = by_bom(data)
    if found is not None:
        return found
    if b"\0" in data:
        found = by_nul(data)
        if found is None:
            raise ReadError("文件含有空字节，不是文本文件；" + _HELP)
        return found
    for encoding in ("utf-8", "gb18030"):
        text = attempt(data, encoding)
        if text is not None:
            return text, encoding
    raise ReadError("无法识别文本编码（不是 UTF-8、UTF-16 或 GB18030）；" + _HELP)
