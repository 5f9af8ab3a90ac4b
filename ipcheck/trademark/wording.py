"""Whether a mark consists only of words that say what the goods are or are like."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache

from ipcheck.trademark.lists import fold, shipped_lists
from ipcheck.trademark.mark import Mark

# Little words that add nothing between descriptive ones.
_FILLERS = frozenset(["的", "之", "牌", "类", "好", "老", "新", "真", "大", "小", "和", "与", "型", "款", "用"])
_LONGEST = 20
_BRACKETS = re.compile(r"\([^()]*\)")


@dataclass(frozen=True, slots=True)
class Piece:
    """A word of a mark and what it is: generic (names the goods), descriptive, or filler."""

    word: str
    kind: str


@cache
def classed(name: str, classes: tuple[int, ...]) -> frozenset[str]:
    """The words of a shipped list by classes that count in one of ``classes``."""
    wanted = {str(number) for number in classes} | {"*"}
    return frozenset(
        entry.word for entry in shipped_lists()[name] if wanted & set(entry.facts.get("classes", "").split())
    )


def generic_names(mark: Mark) -> frozenset[str]:
    """The names of goods that are generic for ``mark``: of its classes' list and of its own column of goods."""
    own = (fold(_BRACKETS.sub("", item.name)) for item in mark.goods)
    return classed("商品通用名称", mark.classes) | {word for word in own if word}


def pieces(mark: Mark) -> tuple[Piece, ...] | None:
    """The mark cut into generic, descriptive and little words without a rest, None where something else remains.

    Among several ways to cut it the one with the fewest words counts.
    """
    return cut(fold(mark.text), generic_names(mark), classed("描述性词", mark.classes))


def cut(text: str, generic: AbstractSet[str], descriptive: AbstractSet[str]) -> tuple[Piece, ...] | None:
    """``text`` (folded) as words of these sets and fillers; None where it is not made of them alone."""
    if not text or len(text) > 40:
        return None
    best: list[tuple[Piece, ...] | None] = [()] + [None] * len(text)
    for end in range(1, len(text) + 1):
        for start in range(max(0, end - _LONGEST), end):
            before, word = best[start], text[start:end]
            kind = (
                "generic" if word in generic
                else "descriptive" if word in descriptive
                else "filler" if word in _FILLERS
                else ""
            )  # fmt: skip
            if kind and before is not None and (best[end] is None or len(before) + 1 < len(best[end] or ())):
                best[end] = (*before, Piece(word, kind))
    return best[len(text)]


__all__ = ["Piece", "classed", "cut", "generic_names", "pieces"]
