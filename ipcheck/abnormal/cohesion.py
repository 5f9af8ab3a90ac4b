"""Whether a description hangs together by its words from one stretch to the next, after TextTiling (Hearst 1997)."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from ipcheck.model import Span
from ipcheck.patent.prose import bare

# Pieces beyond these are not compared with one another.
_MOST = 20
# Figures, formulas and markup tell no subject.
_OTHER = re.compile(r"[^一-鿿]+")
_Pairs = Counter[str]


@dataclass(frozen=True)
class Piece:
    """A stretch of text: the paragraph it begins with, and how often each pair of characters occurs in it."""

    start: Span
    pairs: _Pairs


def unrelated_pieces(paragraphs: Iterable[Span], *, size: int, cohesion: float) -> tuple[Piece, ...]:
    """The pieces of a text that share hardly a word with one another; fewer than two if it hangs together.

    At each gap between paragraphs the ``size`` Chinese characters before it are held against those behind it; where the
    cosine of their character pairs lies below ``cohesion``, at its lowest near by, a piece ends. Pieces that resemble
    any other piece (two and a half times ``cohesion`` or more, for whole pieces are long) are one subject after all,
    so that a digression between two stretches of one subject is no patchwork. Cost grows with the text alone.
    """
    texts = [(paragraph, _OTHER.sub("", bare(paragraph.folded))) for paragraph in paragraphs]
    texts = [(paragraph, words) for paragraph, words in texts if words]
    counts = [_pairs(words) for _, words in texts]
    lengths = [len(words) for _, words in texts]
    cuts = [0, *_cuts(counts, lengths, size, cohesion), len(texts)]
    pieces = [
        Piece(texts[start][0], _sum(counts[start:end]))
        for start, end in pairwise(cuts)
        if sum(lengths[start:end]) >= size / 2
    ][:_MOST]
    related = {
        index
        for (one, first), (other, second) in combinations(enumerate(pieces), 2)
        if _cosine(first.pairs, second.pairs) >= 2.5 * cohesion
        for index in (one, other)
    }
    return tuple(piece for index, piece in enumerate(pieces) if index not in related)


def _cuts(counts: Sequence[_Pairs], lengths: Sequence[int], size: int, cohesion: float) -> list[int]:
    """The paragraphs before which the text changes its subject, ``size`` characters apart or more."""
    low = []
    for gap in range(1, len(counts)):
        before, behind = _window(counts, lengths, gap - 1, -1, size), _window(counts, lengths, gap, 1, size)
        if before is not None and behind is not None:
            value = _cosine(before, behind)
            if value < cohesion:
                low.append((value, gap))
    ends = [0]
    for length in lengths:
        ends.append(ends[-1] + length)
    chosen: list[int] = []
    for _, gap in sorted(low):
        if all(abs(ends[gap] - ends[other]) >= size / 2 for other in chosen):
            chosen.append(gap)
        if len(chosen) >= _MOST:
            break
    return sorted(chosen)


def _window(counts: Sequence[_Pairs], lengths: Sequence[int], start: int, way: int, size: int) -> _Pairs | None:
    """The pairs of the paragraphs from ``start`` on until ``size`` characters are reached; None if they never are."""
    total, index = 0, start
    found: list[_Pairs] = []
    while 0 <= index < len(counts) and total < size:
        total += lengths[index]
        found.append(counts[index])
        index += way
    return _sum(found) if total >= size / 2 else None


def _sum(counts: Iterable[_Pairs]) -> _Pairs:
    total: _Pairs = Counter()
    for pairs in counts:
        total.update(pairs)
    return total


def _pairs(words: str) -> _Pairs:
    return Counter(words[at : at + 2] for at in range(len(words) - 1))


def _cosine(one: _Pairs, other: _Pairs) -> float:
    dot = sum(number * other[pair] for pair, number in one.items())
    length = math.sqrt(sum(n * n for n in one.values()) * sum(n * n for n in other.values()))
    return dot / length if length else 0.0


__all__ = ["Piece", "unrelated_pieces"]
