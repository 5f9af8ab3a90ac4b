"""What single characters are: traditional or not, how they sound and which of them look alike."""

from __future__ import annotations

from functools import lru_cache
from importlib import resources


@lru_cache(maxsize=1)
def simplified() -> dict[str, str]:
    """The simplified form of each traditional character that has only one and is no standard character itself."""
    return {pair[0]: pair[1] for line in _lines("traditional.txt") for pair in line.split()}


@lru_cache(maxsize=1)
def _sounds() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for line in _lines("sounds.txt"):
        syllable, characters = line.split()
        for character in characters:
            found.setdefault(character, set()).add(syllable)
    return {character: frozenset(syllables) for character, syllables in found.items()}


def sound_alike(one: str, other: str) -> bool:
    """Whether two characters can be read with the same syllable, tones apart."""
    sounds = _sounds()
    return bool(sounds.get(one, frozenset()) & sounds.get(other, frozenset()))


@lru_cache(maxsize=1)
def _looks() -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for index, group in enumerate(" ".join(_lines("looks.txt")).split()):
        for character in group:
            found.setdefault(character, set()).add(index)
    return {character: frozenset(groups) for character, groups in found.items()}


def look_alike(one: str, other: str) -> bool:
    """Whether two characters are commonly taken for each other because they look alike."""
    looks = _looks()
    return bool(looks.get(one, frozenset()) & looks.get(other, frozenset()))


def _lines(name: str) -> list[str]:
    text = (resources.files("ipcheck.patent") / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


__all__ = ["look_alike", "simplified", "sound_alike"]
