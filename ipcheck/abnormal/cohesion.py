"""Whether a description hangs together by its words from one stretch to the next, after TextTiling (Hearst 1997)."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations, pairwise

from ipcheck.model import Span
from ipcheck.patent.prose import bare


@dataclass(frozen=True)
class Piece:
    """A stretch of text: the paragraph it begins with, and how often each pair of characters occurs in it."""

    start: Span
    pairs: Counter[str]


def unrelated_pieces(paragraphs: Iterable[Span], *, size: int, cohesion: float) -> tuple[Piece, ...]:
    """The pieces of a text that share hardly a word with one another; fewer than two if it hangs together.

    The text is read in blocks of ``size`` bare characters. Where two neighbours' cosine of character pairs lies below
    ``cohesion`` a piece ends; pieces that resemble any other piece (twice ``cohesion`` or more) are one subject after
    all, so that a digression between two stretches of one subject is no patchwork.
    """
    blocks = _blocks(paragraphs, size)
    pieces: list[Piece] = blocks[:1]
    for before, block in pairwise(blocks):
        if _cosine(before.pairs, block.pairs) < cohesion:
            pieces.append(block)
        else:
            pieces[-1] = Piece(pieces[-1].start, pieces[-1].pairs + block.pairs)
    related = {
        index
        for (one, first), (other, second) in combinations(enumerate(pieces[:20]), 2)
        if _cosine(first.pairs, second.pairs) >= 2 * cohesion
        for index in (one, other)
    }
    return tuple(piece for index, piece in enumerate(pieces[:20]) if index not in related)


def _blocks(paragraphs: Iterable[Span], size: int) -> list[Piece]:
    blocks: list[Piece] = []
    first: Span | None = None
    words = ""
    for paragraph in paragraphs:
        first = first or paragraph
        words += bare(paragraph.folded)
        if len(words) >= size:
            blocks.append(Piece(first, _pairs(words)))
            first, words = None, ""
    if first is not None and len(words) >= size // 2:
        blocks.append(Piece(first, _pairs(words)))
    return blocks


def _pairs(words: str) -> Counter[str]:
    return Counter(words[at : at + 2] for at in range(len(words) - 1))


def _cosine(one: Counter[str], other: Counter[str]) -> float:
    dot = sum(number * other[pair] for pair, number in one.items())
    length = math.sqrt(sum(n * n for n in one.values()) * sum(n * n for n in other.values()))
    return dot / length if length else 0.0


__all__ = ["Piece", "unrelated_pieces"]
