"""Normalised text for comparison: simplified, lower case, without punctuation, spaces and digits; offsets are kept.

Digits go because reference signs, claim numbers and paragraph numbers are digits, and a copy is renumbered first;
numbers that mean something are compared by their own channel (``numbers``).
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ipcheck.patent.characters import simplified

Codes = NDArray[np.uint16]
Offsets = NDArray[np.int32]
# 於 has two readings, so the table of single forms leaves it out; in claims it always is 于.
_MORE = {"於": "于", "後": "后", "裡": "里", "裏": "里", "鍾": "钟", "鐘": "钟", "徵": "征", "乾": "干", "幹": "干"} | {
    "發": "发", "髮": "发", "復": "复", "複": "复", "製": "制", "係": "系", "繫": "系", "麵": "面", "範": "范", "儘": "尽",
    "盡": "尽", "穀": "谷", "衝": "冲", "餘": "余", "臺": "台", "颱": "台", "鬆": "松", "捲": "卷", "迴": "回", "準": "准",
    "隻": "只", "祇": "只", "閒": "闲", "彙": "汇", "匯": "汇", "沖": "冲", "闆": "板", "佈": "布", "併": "并", "並": "并",
    "曆": "历", "歷": "历", "獲": "获", "穫": "获", "燻": "熏", "遊": "游", "籤": "签", "藉": "借", "瞭": "了", "著": "着",
    "麼": "么", "採": "采", "週": "周", "誌": "志", "傢": "家", "薑": "姜", "齣": "出", "闢": "辟", "託": "托", "鹼": "碱",
}  # fmt: skip


@lru_cache(maxsize=1)
def table() -> Codes:
    """For every character of the Basic Multilingual Plane what it counts as; 0 is left out."""
    codes = np.zeros(0x10000, np.uint16)
    plain = {ord(old): ord(new) for old, new in (simplified() | _MORE).items() if ord(new) < 0x10000}
    for code in range(0x20, 0x10000):
        if 0xD800 <= code < 0xF900:
            continue
        folded = unicodedata.normalize("NFKC", chr(code)).lower()[:1]
        if folded and unicodedata.category(folded)[0] == "L":
            codes[code] = plain.get(ord(folded), ord(folded)) & 0xFFFF
    return codes


def normalise(text: str) -> tuple[Codes, Offsets]:
    """The characters of ``text`` that count, and for each its offset in ``text``."""
    raw = text.encode("utf-16-le", "surrogatepass")
    if len(raw) == 2 * len(text):
        codes: NDArray[Any] = table()[np.frombuffer(raw, "<u2")]
    else:
        wide = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), "<u4")
        codes = np.where(wide < 0x10000, table()[np.minimum(wide, 0xFFFF)], 0).astype(np.uint16)
    kept = np.flatnonzero(codes)
    return codes[kept], kept.astype(np.int32)


@lru_cache(maxsize=1)
def _traditional() -> NDArray[np.bool_]:
    """Which characters of the plane are traditional forms."""
    found = np.zeros(0x10000, np.bool_)
    # 著, 乾, 復 and the like are also written in simplified texts.
    for old in set(simplified()) - set("著乾徵藉瞭餘並於"):
        if ord(old) < 0x10000:
            found[ord(old)] = True
    return found


def traditional_share(text: str) -> float:
    """The share of traditional forms among the characters of ``text``."""
    wide = np.frombuffer(text.encode("utf-16-le", "surrogatepass"), "<u2")
    return float(_traditional()[wide].mean()) if len(wide) else 0.0


def as_text(codes: Codes) -> str:
    """Normalised characters as a string."""
    return codes.astype("<u2").tobytes().decode("utf-16-le")


__all__ = ["Codes", "Offsets", "as_text", "normalise", "table", "traditional_share"]
