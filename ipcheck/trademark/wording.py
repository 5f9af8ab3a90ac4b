"""Whether a mark consists only of words that say what the goods are or are like."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ipcheck.trademark.lists import Lists, WordList, fold
from ipcheck.trademark.mark import Mark

# Little words that add nothing between descriptive ones.
_FILLERS = frozenset(["的", "之", "牌", "类", "好", "老", "新", "真", "大", "小", "和", "与", "型", "款", "用"])
_BRACKETS = re.compile(r"\([^()]*\)")


@dataclass(frozen=True, slots=True)
class Piece:
    """A word of a mark and what it is: generic (names the goods), descriptive, or filler."""

    word: str
    kind: str


def classed(words: WordList, classes: tuple[int, ...]) -> Iterator[str]:
    """The words of a list by classes that count in one of ``classes``."""
    wanted = {str(number) for number in classes} | {"*"}
    for entry in words:
        if wanted & set(entry.facts.get("classes", "").split()):
            yield entry.word


def generic_names(mark: Mark) -> set[str]:
    """The names of goods that are generic for ``mark``: of its classes' list and of its own column of goods."""
    found = set(classed(mark.lists.shipped("商品通用名称"), mark.classes))
    found |= {fold(_BRACKETS.sub("", item.name)) for item in mark.goods}
    return {word for word in found if word}


def pieces(mark: Mark) -> tuple[Piece, ...] | None:
    """The mark cut into generic, descriptive and little words without a rest, None where something else remains.

    Among several ways to cut it the one with the fewest words counts.
    """
    return cut(fold(mark.text), generic_names(mark), set(_descriptive(mark.lists, mark.classes)))


def cut(text: str, generic: set[str], descriptive: set[str]) -> tuple[Piece, ...] | None:
    """``text`` (folded) as words of these sets and fillers; None where it is not made of them alone."""
    if not text or len(text) > 40:
        return None
    longest = max((len(word) for word in generic | descriptive), default=0)
    best: list[tuple[Piece, ...] | None] = [()] + [None] * len(text)
    for end in range(1, len(text) + 1):
        for start in range(max(0, end - longest), end):
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


def _descriptive(lists: Lists, classes: tuple[int, ...]) -> Iterator[str]:
    return classed(lists.shipped("描述性词"), classes)


__all__ = ["Piece", "classed", "cut", "generic_names", "pieces"]
