"""What single characters are: traditional or not, how they sound and which of them look alike."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from functools import lru_cache
from importlib import resources
from itertools import accumulate


@lru_cache(maxsize=1)
def simplified() -> dict[str, str]:
    """The simplified form of each traditional character that has only one and is no standard character itself."""
    return {pair[0]: pair[1] for line in _lines("traditional.txt") for pair in line.split()}


class _Groups:
    """Which of the groups of a list hold a character, without a table of all characters: a run asks for few."""

    def __init__(self, groups: Iterable[str]) -> None:
        listed = list(groups)
        self._text = "\n".join(listed)
        self._ends = list(accumulate(len(group) + 1 for group in listed))
        self._of: dict[str, frozenset[int]] = {}

    def of(self, character: str) -> frozenset[int]:
        """The numbers of the groups."""
        known = self._of.get(character)
        if known is None:
            places = (match.start() for match in re.finditer(re.escape(character), self._text))
            known = self._of[character] = frozenset(bisect_right(self._ends, place) for place in places)
        return known


@lru_cache(maxsize=1)
def _sounds() -> _Groups:
    return _Groups(line.split()[1] for line in _lines("sounds.txt"))


def sound_alike(one: str, other: str) -> bool:
    """Whether two characters can be read with the same syllable, tones apart."""
    sounds = _sounds()
    return not sounds.of(one).isdisjoint(sounds.of(other))


@lru_cache(maxsize=1)
def _looks() -> _Groups:
    return _Groups(" ".join(_lines("looks.txt")).split())


def look_alike(one: str, other: str) -> bool:
    """Whether two characters are commonly taken for each other because they look alike."""
    looks = _looks()
    return not looks.of(one).isdisjoint(looks.of(other))


def _lines(name: str) -> list[str]:
    text = (resources.files("ipcheck.patent") / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


__all__ = ["look_alike", "simplified", "sound_alike"]
