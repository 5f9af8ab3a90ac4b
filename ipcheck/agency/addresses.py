"""Addresses for comparing: the same place written in another way is the same place."""

from __future__ import annotations

import re
from unicodedata import normalize

_SIGNS = re.compile(r"[\s,，。.、;；:：()（）【】\[\]“”\"'#\-—_/]")
_SAME = (
    (re.compile(r"[幢座]"), "栋"),
    (re.compile(r"(?<=\d)楼"), "层"),
    (re.compile(r"号楼"), "栋"),
    (re.compile(r"(?<=\d)(?:室|房|号房|单元室)"), ""),
    (re.compile(r"(?<=\d)号院"), "号"),
    (re.compile(r"^中国"), ""),
)
_FIGURES = str.maketrans("〇零一二三四五六七八九", "00123456789")
_CHINESE_NUMBER = re.compile(
    r"[一二三四五六七八九]?十[一二三四五六七八九]?(?=[层楼栋号幢座室单])|[〇零一二三四五六七八九]+(?=[层楼栋号幢座室单])"
)
# What is left of two names of one place when the province stands before only one of them.
_LEAST = 6


def plain_address(address: str) -> str:
    """An address for comparing: width folded, without signs, one word for 幢/座/栋 and 楼/层, figures for numbers."""
    text = _SIGNS.sub("", normalize("NFKC", address)).upper()
    text = _CHINESE_NUMBER.sub(lambda match: _figure(match[0]), text)
    for pattern, word in _SAME:
        text = pattern.sub(word, text)
    return text


def _figure(number: str) -> str:
    if "十" not in number:
        return number.translate(_FIGURES)
    tens, ones = number.split("十")
    return str(int(tens.translate(_FIGURES) or 1) * 10 + int(ones.translate(_FIGURES) or 0))


def same_address(one: str, other: str) -> bool:
    """Whether two addresses are the same, be it that one leaves out the province."""
    first, second = sorted((plain_address(one), plain_address(other)), key=len)
    return first == second or (len(first) >= _LEAST and second.endswith(first))


__all__ = ["plain_address", "same_address"]
