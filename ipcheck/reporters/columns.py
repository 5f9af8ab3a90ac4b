"""Lines of Chinese text: how many columns they take, and where they may be broken."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import groupby, islice

_CLOSING = frozenset("，。；：、！？）】〗》”’,.;:!?)]}%")
_HANGING = 2
# Closing marks in a row that are kept together.
_RUN = 6


def width_of(text: str) -> int:
    """Columns that ``text`` takes on a Chinese console: ambiguous characters (“ ” — ①) count as two."""
    return sum(map(_columns, text))


@cache
def _columns(character: str) -> int:
    # The interpreter's table grows with every Python, and lines would break elsewhere; that of Unicode 3.2 does not.
    # What came later is wide where Chinese characters and emoji stand.
    known = unicodedata.ucd_3_2_0
    if known.category(character) == "Cn":
        return 2 if "\u2e80" <= character <= "\ua4cf" or "\U0001f000" <= character <= "\U0003ffff" else 1
    return 0 if known.combining(character) else 2 if known.east_asian_width(character) in "WFA" else 1


def wrap(text: str, width: int, indent: str) -> Iterator[str]:
    """``text`` in lines of at most ``width`` columns, all after the first with ``indent`` in front.

    Chinese has no spaces to break at; a line does not begin with a closing mark, nor break a Latin word or number.
    """
    line, used = "", 0
    # Two columns are kept for a closing mark, which may not begin a line; more of them take what is before along.
    room = max(20, width - width_of(indent) - _HANGING)
    pieces = list(_pieces(text))
    for number, piece in enumerate(pieces):
        size = width_of(piece)
        closing = 0
        for mark in islice(pieces, number + 1, number + 1 + _RUN):
            if mark[0] not in _CLOSING:
                break
            closing += width_of(mark)
        full = used + size > room or used + size + closing > room + _HANGING
        if full and line and piece[0] not in _CLOSING:
            yield line.rstrip()
            line, used, piece = "", 0, piece.lstrip()
            size = width_of(piece)
        line += piece
        used += size
    if line:
        yield line.rstrip()


def _pieces(text: str) -> Iterator[str]:
    """Single Chinese characters, whole Latin words."""
    for latin, group in groupby(text, key=lambda character: character.isascii() and not character.isspace()):
        if latin:
            yield "".join(group)
        else:
            yield from group
