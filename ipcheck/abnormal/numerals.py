"""Which numbers of a text mean something: decimals, quantities with units, all numbers of a table's row."""

from __future__ import annotations

import re
from collections.abc import Iterator

# A unit of one letter must be a word of its own.
UNITS = (
    *("%", "％", "‰", "℃", "°", "mm", "cm", "nm", "μm", "um", "kg", "mg", "mL", "ml", "MPa", "kPa", "Pa", "Hz", "kHz"),
    *("rpm", "r/min", "份", "小时", "分钟"),
)
WHOLE_UNITS = ("h", "min", "g", "L", "V", "A", "W")
_UNIT = "|".join((*UNITS, *(rf"{unit}\b" for unit in WHOLE_UNITS)))
# The digit comes first, then what may not stand before it: so the search skips from digit to digit. Two ranges, not
# \d: asked of every character, that takes half as long again.
_NUMBER = re.compile(rf"[0-9０-９](?<![\dA-Za-z.\[]\d)(?:\d*\.\d+(?![.\d])|\d*(?=\s*(?:{_UNIT})))")
_ANY_NUMBER = re.compile(r"(?<![\dA-Za-z.])\d+(?:\.\d+)?(?![.\d])")
_SPACED = re.compile(r"[\t|]|\s\s")
_ROW = re.compile(r"(?:[\t|]|\s{2,}).*(?:[\t|]|\s{2,})")


def numbers_in(words: str) -> Iterator[re.Match[str]]:
    """The numbers of one piece of text, in order."""
    if "\n" not in words and not _SPACED.search(words):
        yield from _NUMBER.finditer(words)
        return
    for line in re.finditer(r"[^\n]+", words):
        row = _ROW.search(line[0]) and len(_ANY_NUMBER.findall(line[0])) >= 2
        pattern = _ANY_NUMBER if row else _NUMBER
        yield from pattern.finditer(words, line.start(), line.end())


def plain_numbers(text: str) -> list[str] | None:
    """The numbers of a text without rows of tables, None if there may be some."""
    if text.isprintable() and "  " not in text and "|" not in text:
        return _NUMBER.findall(text)
    return None


__all__ = ["UNITS", "WHOLE_UNITS", "numbers_in", "plain_numbers"]
