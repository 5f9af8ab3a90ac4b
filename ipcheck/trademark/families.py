"""Marks of one family, found by keys and not by comparing every two: an applicant may hold tens of thousands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

# Of longer marks only equal ones are found: the keys of a mark grow with the square of its length.
_LONGEST = 24


def near(first: str, second: str) -> bool:
    """Whether two folded marks are of one family: equal, one in the other, of three characters or more one apart.

    A coarse measure for telling an applicant's own variants, not for judging a conflict.
    """
    family = Family()
    family.add(first)
    return any(family.near(second))


class Family:
    """Folded marks that can be asked for those near another one."""

    def __init__(self) -> None:
        self._texts: set[str] = set()
        # What is a part of a mark, what is left of it without one character, and the same with the place of it.
        self._parts: dict[str, set[str]] = defaultdict(set)
        self._shorter: dict[str, set[str]] = defaultdict(set)
        self._holed: dict[tuple[int, str], set[str]] = defaultdict(set)

    def add(self, text: str) -> None:
        """Take a mark in."""
        if text in self._texts:
            return
        self._texts.add(text)
        for part in _parts(text):
            self._parts[part].add(text)
        for place, rest in _holes(text):
            self._holed[place, rest].add(text)
            if len(rest) >= 3:
                self._shorter[rest].add(text)

    def near(self, text: str) -> Iterator[str]:
        """Yield every mark taken in that is equal to ``text``, holds it, is held by it, or is one character apart."""
        found = {part for part in (text, *_parts(text)) if part in self._texts} | self._parts.get(text, set())
        for place, rest in _holes(text):
            found |= self._holed.get((place, rest), set())
            if len(rest) >= 3 and rest in self._texts:
                found.add(rest)
        yield from sorted(found | self._shorter.get(text, set()))


def _parts(text: str) -> Iterator[str]:
    """Yield the parts of a mark that say enough: two characters, of Latin letters four."""
    if len(text) <= _LONGEST:
        for start in range(len(text)):
            for end in range(start + 2, len(text) + 1):
                part = text[start:end]
                if len(part) >= (4 if part.isascii() else 2):
                    yield part


def _holes(text: str) -> Iterator[tuple[int, str]]:
    if 3 <= len(text) <= _LONGEST:
        for place in range(len(text)):
            yield place, text[:place] + text[place + 1 :]


__all__ = ["Family", "near"]
