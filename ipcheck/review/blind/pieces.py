"""Covers names that are spread over several pieces of text (runs, text nodes)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from ipcheck.review.blind.names import Names


class Piece(Protocol):
    """Something that holds text."""

    text: str


def cover_pieces(pieces: Sequence[Piece], names: Names) -> int:
    """Cover the names in the joined text of ``pieces``; how many characters were covered."""
    joined = "".join(piece.text for piece in pieces)
    covered = names.cover(joined)
    if covered == joined:
        return 0
    at = 0
    for piece in pieces:
        size = len(piece.text)
        if covered[at : at + size] != piece.text:
            piece.text = covered[at : at + size]
        at += size
    return sum(one != other for one, other in zip(joined, covered, strict=True))


__all__ = ["Piece", "cover_pieces"]
