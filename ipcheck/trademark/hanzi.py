"""Chinese characters as marks are compared by them: standard form, readings, components, likeness in form."""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class Hanzi:
    """What is known of a character: its usual readings, the standard character it stands for, its components."""

    readings: tuple[str, ...] = ()
    standard: str = ""
    components: str = ""


_NOTHING = Hanzi()


@cache
def _table() -> dict[str, Hanzi]:
    found = {}
    for line in (resources.files("ipcheck.trademark") / "hanzi.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            character, readings, standard, components = ("" if piece == "-" else piece for piece in line.split(" "))
            found[character] = Hanzi(tuple(filter(None, readings.split(","))), standard, components)
    return found


def characters() -> dict[str, Hanzi]:
    """All characters of the table."""
    return _table()


def hanzi(character: str) -> Hanzi:
    """What is known of ``character``; empty for one that is not in the table."""
    return _table().get(character, _NOTHING)


def is_han(character: str) -> bool:
    """Whether it is a Chinese character of the basic block or extension A, or 〇."""
    return "一" <= character <= "鿿" or "㐀" <= character <= "䶿" or character == "〇"


def is_rare(character: str) -> bool:
    """Whether it is of the planes of extension B and later, where only Chinese characters stand.

    Which of them count as letters depends on the interpreter's edition of Unicode (H and I came with 3.12 and 3.13);
    here all of them do.
    """
    return "\U00020000" <= character <= "\U0003fffd"


def standard(text: str) -> str:
    """``text`` with traditional and variant characters in their standard form, of the same length."""
    table = _table()
    return "".join(
        (entry.standard or character) if (entry := table.get(character)) else character for character in text
    )


@cache
def _looks() -> tuple[dict[str, int], dict[tuple[int, int], float]]:
    """Characters by number, and how alike pairs of numbers look (0.3 to 1)."""
    import numpy as np

    with np.load(io.BytesIO((resources.files("ipcheck.trademark") / "glyphs.npz").read_bytes())) as data:
        numbers = {character: index for index, character in enumerate(str(data["characters"]))}
        ends, others, values = data["ends"].tolist(), data["neighbours"].tolist(), data["values"].tolist()
    alike = {}
    for one in range(len(numbers)):
        for at in range(ends[one], ends[one + 1]):
            alike[one, others[at]] = values[at] / 255
    return numbers, alike


@lru_cache(maxsize=200_000)
def look_alike(one: str, other: str) -> float:
    """How alike two characters look, from 0 to 1 (the same character); 0 for characters the table does not hold."""
    if one == other:
        return 1.0
    numbers, alike = _looks()
    first, second = numbers.get(one), numbers.get(other)
    if first is None or second is None:
        return 0.0
    return max(alike.get((first, second), 0.0), alike.get((second, first), 0.0))


def nearest(character: str) -> tuple[tuple[str, float], ...]:
    """The characters that look like ``character``, with how much (0.3 to 1)."""
    return _neighbours().get(character, ())


@cache
def _neighbours() -> dict[str, tuple[tuple[str, float], ...]]:
    numbers, alike = _looks()
    names = list(numbers)
    found: dict[str, dict[str, float]] = {}
    for (one, other), value in alike.items():
        for left, right in ((one, other), (other, one)):
            near = found.setdefault(names[left], {})
            near[names[right]] = max(near.get(names[right], 0.0), value)
    return {character: tuple(near.items()) for character, near in found.items()}


__all__ = ["Hanzi", "characters", "hanzi", "is_han", "is_rare", "look_alike", "nearest", "standard"]
