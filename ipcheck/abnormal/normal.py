"""Normalised text for comparison: simplified, lower case, without punctuation, spaces and digits; offsets are kept.

Digits go because reference signs, claim numbers and paragraph numbers are digits, and a copy is renumbered first;
numbers that mean something are compared by their own channel (``numbers``).
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from ipcheck.patent.characters import simplified

Codes = NDArray[np.uint16]
Offsets = NDArray[np.int32]
# 於 has two readings, so the table of single forms leaves it out; in claims it always is 于.
_MORE = (
    "於于 後后 裡里 裏里 鍾钟 鐘钟 徵征 乾干 幹干 發发 髮发 復复 複复 製制 係系 繫系 麵面 範范 儘尽 盡尽 "
    "穀谷 衝冲 餘余 臺台 颱台 鬆松 捲卷 迴回 準准 隻只 祇只 閒闲 彙汇 匯汇 沖冲 闆板 佈布 併并 並并 曆历 "
    "歷历 獲获 穫获 燻熏 遊游 籤签 藉借 瞭了 著着 麼么 採采 週周 誌志 傢家 薑姜 齣出 闢辟 託托 鹼碱 "
)


@lru_cache(maxsize=1)
def table() -> Codes:
    """For every character of the Basic Multilingual Plane what it counts as; 0 is left out."""
    codes = np.zeros(0x10000, np.uint16)
    plain = {
        ord(old): ord(new)
        for old, new in (simplified() | {pair[0]: pair[1] for pair in _MORE.split()}).items()
        if ord(new) < 0x10000
    }
    for code in range(0x20, 0x10000):
        if 0xD800 <= code < 0xF900:
            continue
        folded = unicodedata.normalize("NFKC", chr(code)).lower()[:1]
        if folded and unicodedata.category(folded)[0] == "L":
            codes[code] = plain.get(ord(folded), ord(folded)) & 0xFFFF
    return codes


def _mapped(text: str) -> Codes:
    raw = text.encode("utf-16-le", "surrogatepass")
    if len(raw) == 2 * len(text):
        found: Codes = table()[np.frombuffer(raw, "<u2")]
        return found
    wide = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), "<u4")
    return np.where(wide < 0x10000, table()[np.minimum(wide, 0xFFFF)], 0).astype(np.uint16)


def normalise(text: str) -> tuple[Codes, Offsets]:
    """The characters of ``text`` that count, and for each its offset in ``text``."""
    codes = _mapped(text)
    kept = np.flatnonzero(codes)
    return codes[kept], kept.astype(np.int32)


def codes_of(text: str) -> Codes:
    """The characters of ``text`` that count, without their places."""
    codes = _mapped(text)
    found: Codes = codes[codes != 0]
    return found


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


__all__ = ["Codes", "Offsets", "as_text", "codes_of", "normalise", "table", "traditional_share"]
