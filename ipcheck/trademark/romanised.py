"""Pinyin in marks: whether Latin letters are the reading of the Chinese characters, or could be pinyin at all."""

from __future__ import annotations

from functools import cache
from importlib import resources

_LONGEST = 6


def spells(latin: str, chinese: str) -> bool:
    """Whether ``latin`` is the pinyin of a stretch of ``chinese`` (tones and spaces left out), or its initials."""
    letters = "".join(character for character in latin.lower().replace("ü", "v") if character.isalpha())
    characters = [character for character in chinese if "\u3400" <= character <= "\u9fff"]
    if not letters:
        return True
    for start in range(len(characters)):
        reached, initials = {0}, {0}
        for character in characters[start:]:
            readings = _readings().get(character, frozenset())
            reached = {at + len(read) for at in reached for read in readings if letters.startswith(read, at)}
            initials = {at + 1 for at in initials for read in readings if letters[at : at + 1] == read[0]}
            if len(letters) in reached | initials:
                return True
            if not reached | initials:
                break
    return False


def could_be_pinyin(latin: str) -> bool:
    """Whether ``latin`` can be cut into syllables of pinyin without a rest (LUNA can: lu-na)."""
    letters = "".join(character for character in latin.lower() if character.isalpha())
    reached = {0}
    for end in range(1, len(letters) + 1):
        if any(start in reached and letters[start:end] in _syllables() for start in range(max(0, end - _LONGEST), end)):
            reached.add(end)
    return bool(letters) and len(letters) in reached


def standard_form(character: str) -> str:
    """The standard form of a traditional or variant character, the character itself where there is none."""
    return _tables()[1].get(character, character)


def _readings() -> dict[str, frozenset[str]]:
    return _tables()[0]


@cache
def _tables() -> tuple[dict[str, frozenset[str]], dict[str, str]]:
    found: dict[str, frozenset[str]] = {}
    standard: dict[str, str] = {}
    text = (resources.files("ipcheck.trademark") / "hanzi.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        if not line.startswith("#"):
            character, readings, form, *_ = line.split(" ")
            if form != "-":
                standard[character] = form
            if readings != "-":
                found[character] = frozenset(readings.split(","))
    for character, form in standard.items():
        if character not in found and form in found:
            found[character] = found[form]
    return found, standard


@cache
def _syllables() -> frozenset[str]:
    # A reading is a syllable where several characters have it: hm, ng and n stand for one or two only.
    counts: dict[str, int] = {}
    for readings in _readings().values():
        for reading in readings:
            counts[reading] = counts.get(reading, 0) + 1
    return frozenset(reading for reading, count in counts.items() if count >= 3)


__all__ = ["could_be_pinyin", "spells", "standard_form"]
