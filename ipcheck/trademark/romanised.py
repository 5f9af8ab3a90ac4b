"""Pinyin in marks: whether Latin letters are the reading of the Chinese characters, or could be pinyin at all."""

from __future__ import annotations

from functools import cache

from ipcheck.trademark.hanzi import characters, hanzi, is_han, standard

_LONGEST = 6


def spells(latin: str, chinese: str) -> bool:
    """Whether ``latin`` is the pinyin of a stretch of ``chinese`` (tones and spaces left out), or its initials."""
    letters = "".join(character for character in latin.lower().replace("ü", "v") if character.isalpha())
    signs = [character for character in chinese if is_han(character)]
    if not letters:
        return True
    for start in range(len(signs)):
        reached, initials = {0}, {0}
        for character in signs[start:]:
            readings = _readings(character)
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


def _readings(character: str) -> tuple[str, ...]:
    """Its readings, or those of the standard character it stands for."""
    return hanzi(character).readings or hanzi(standard(character)).readings


@cache
def _syllables() -> frozenset[str]:
    # A reading is a syllable where several characters have it: hm, ng and n stand for one or two only.
    counts: dict[str, int] = {}
    for entry in characters().values():
        for reading in entry.readings:
            counts[reading] = counts.get(reading, 0) + 1
    return frozenset(reading for reading, count in counts.items() if count >= 3)


__all__ = ["could_be_pinyin", "spells"]
