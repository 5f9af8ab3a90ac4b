"""Duplicates side by side: passages of both applications aligned, what differs marked, each swap in its colour."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup, escape
from rapidfuzz.distance import Indel

from ipcheck.model import Record, Words, fold
from ipcheck.reporters.digest import visible

_LONGEST = 6_000
_PASSAGES = 40
_COLOURS = 6
_FEW = 6


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage of both sides as HTML, and where each stands."""

    first: Markup
    second: Markup
    places: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Swapped:
    """A slot: the word of the one, the word of the other, how often, and its colour."""

    old: str
    new: str
    times: int
    colour: int


@dataclass(frozen=True, slots=True)
class Pair:
    """Two applications that are alike."""

    first: str
    second: str
    score: float | None
    kinds: str
    meaning: str
    shares: tuple[str, str] | None
    swaps: tuple[Swapped, ...]
    more_swaps: int
    passages: tuple[Passage, ...]
    cluster: tuple[str, ...]


class Room:
    """How many characters of passages a page may still show: so many duplicates are not read side by side."""

    def __init__(self, characters: int) -> None:
        self.left = characters

    def take(self, characters: int) -> bool:
        """Whether there is room for so many more."""
        self.left -= characters
        return self.left >= 0


def pair_of(record: Record, room: Room) -> Pair | None:
    """The side-by-side view of a finding that tells of two applications, None for any other finding."""
    facts = record.facts
    if not isinstance(facts.get("other"), str) or not isinstance(facts.get("swaps"), list) or not record.related:
        return None
    swaps = tuple(_swaps(facts["swaps"]))
    colours = {(swap.old, swap.new): swap.colour for swap in swaps}
    sides = [record.words, *record.related]
    passages = []
    for first, second in list(zip(sides[::2], sides[1::2], strict=False))[:_PASSAGES]:
        if room.take(len(first.text) + len(second.text)):
            passages.append(_passage(first, second, colours))
    # Where there is no room for passages, the foremost swaps have to do.
    shown = swaps if passages else swaps[:_FEW]
    score = facts.get("score")
    return Pair(
        record.words.path,
        facts["other"],
        float(score) if isinstance(score, (int, float)) else None,
        "、".join(_strings(facts.get("kindNames"))),
        str(facts.get("meaning", "")),
        _shares(facts.get("shares")),
        shown,
        len(swaps) - len(shown),
        tuple(passages),
        tuple(_strings(facts.get("cluster"))),
    )


def _strings(value: Any) -> list[str]:
    return [item for item in value if isinstance(item, str)] if isinstance(value, list) else []


def _shares(value: Any) -> tuple[str, str] | None:
    if isinstance(value, list) and len(value) == 2 and all(isinstance(item, (int, float)) for item in value):
        return f"{value[0]:.0%}", f"{value[1]:.0%}"
    return None


def _swaps(raw: Sequence[Any]) -> Iterator[Swapped]:
    for index, item in enumerate(raw):
        if isinstance(item, Mapping) and isinstance(item.get("times"), int):
            yield Swapped(str(item.get("from", "")), str(item.get("to", "")), item["times"], index % _COLOURS)


def _passage(first: Words, second: Words, colours: Mapping[tuple[str, str], int]) -> Passage:
    one, other = first.text[:_LONGEST], second.text[:_LONGEST]
    left: list[str] = []
    right: list[str] = []
    for changed, here, there in _aligned(one, other):
        if changed:
            left.append(_changed(here, {old: (new, colour) for (old, new), colour in colours.items()}, there))
            right.append(_changed(there, {new: (old, colour) for (old, new), colour in colours.items()}, here))
        else:
            left.append(_plain(here))
            right.append(_plain(there))
    for cells, words in ((left, first), (right, second)):
        if len(words.text) > _LONGEST:
            cells.append(f'<span class="note">……（共 {len(words.text)} 字）</span>')
    return Passage(
        Markup("".join(left)),
        Markup("".join(right)),
        (first.source, second.source),
    )


def _aligned(one: str, other: str) -> Iterator[tuple[bool, str, str]]:
    """Stretches of both that are equal or changed; a single equal character between changes may be chance."""
    blocks = Indel.opcodes(fold(one), fold(other))
    begun = None
    for block in blocks:
        here, there = slice(block.src_start, block.src_end), slice(block.dest_start, block.dest_end)
        if block.tag == "equal" and (here.stop - here.start >= 2 or begun is None or here.stop == len(one)):
            if begun is not None:
                yield True, one[begun[0] : here.start], other[begun[1] : there.start]
                begun = None
            yield False, one[here], other[there]
        elif begun is None:
            begun = (here.start, there.start)
    if begun is not None:
        yield True, one[begun[0] :], other[begun[1] :]


def _changed(text: str, slots: Mapping[str, tuple[str, int]], opposite: str) -> str:
    """Changed words with each slot's own in its colour. ``slots``: word of this side → word of the other, colour."""
    here, there = fold(text), fold(opposite)
    for word, (other, colour) in slots.items():
        # What both words have in common is not among what changed: 晾衣 of 晾衣绳.
        if here.strip() and here.strip() in word and there.strip() and there.strip() in other:
            return _marked(text, f"s{colour}")
    words = [word for word, (other, _) in slots.items() if word and other in there]
    if not words:
        return _marked(text, "change")
    pieces: list[str] = []
    at = 0
    for match in re.finditer("|".join(map(re.escape, sorted(words, key=len, reverse=True))), here):
        pieces += (
            _marked(text[at : match.start()], "change"),
            _marked(text[slice(*match.span())], f"s{slots[match[0]][1]}"),
        )
        at = match.end()
    return "".join((*pieces, _marked(text[at:], "change")))


def _marked(text: str, kind: str) -> str:
    if not text.strip("，。；、：,.;: "):
        return _plain(text)
    return f'<b class="{kind}">{_plain(text)}</b>'


def _plain(text: str) -> str:
    return str(escape(visible(text)))


__all__ = ["Pair", "Passage", "Room", "Swapped", "pair_of"]
