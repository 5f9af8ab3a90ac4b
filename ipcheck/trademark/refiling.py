"""Marks filed again after a decision against them, by the same applicant or one tied to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ipcheck.trademark.families import Family
from ipcheck.trademark.grounds import Ground, decided_on, standing_grounds
from ipcheck.trademark.links import kin
from ipcheck.trademark.lists import fold
from ipcheck.trademark.mark import Mark
from ipcheck.trademark.portfolio import MarkRegister


@dataclass(frozen=True)
class Refiling:
    """A mark decided against, on which grounds, and a later filing of an equal or near mark for the same goods."""

    refused: Mark
    grounds: frozenset[Ground]
    again: Mark

    @property
    def how(self) -> str:
        """相同 or 近似."""
        return "相同" if fold(self.refused.text) == fold(self.again.text) else "近似"


def shares_goods(first: Mark, second: Mark) -> bool:
    """Whether two marks share a group of similar goods; a class where either row tells no groups."""
    if first.groups and second.groups:
        return not set(first.groups).isdisjoint(second.groups)
    return not set(first.classes).isdisjoint(second.classes)


@lru_cache(maxsize=4)
def refused(register: MarkRegister) -> tuple[tuple[Mark, frozenset[Ground]], ...]:
    """The rows with a decision against them that stands, with its grounds."""
    found = ((mark, standing_grounds(mark)) for mark in register.rows)
    return tuple((mark, grounds) for mark, grounds in found if grounds)


@lru_cache(maxsize=4)
def refilings(register: MarkRegister) -> tuple[Refiling, ...]:
    """Every filing after the day of the decision that is near a refused mark and shares its goods."""
    return tuple(_refilings(register))


def _refilings(register: MarkRegister) -> Iterator[Refiling]:
    people = kin(register)
    houses: dict[tuple[str, ...], _House] = {}
    for mark, grounds in refused(register):
        day, text = decided_on(mark), fold(mark.text)
        if day is None or not text or not mark.applicants:
            continue
        cluster = people.cluster(mark.applicants[0])
        names = cluster.applicants if cluster else mark.applicants
        house = houses.get(names) or houses.setdefault(names, _House(register, names))
        for later in house.near(text):
            after = later.filed is None or later.filed > day
            if later is not mark and after and shares_goods(mark, later):
                yield Refiling(mark, grounds, later)


class _House:
    """The rows of applicants that belong together, by their marks."""

    def __init__(self, register: MarkRegister, names: tuple[str, ...]) -> None:
        self._rows: dict[str, dict[int, Mark]] = {}
        self._family = Family()
        for name in names:
            for mark in register.by_applicant.get(name, ()):
                if text := fold(mark.text):
                    self._rows.setdefault(text, {})[mark.number] = mark
        for text in self._rows:
            self._family.add(text)

    def near(self, text: str) -> Iterator[Mark]:
        """Yield the rows whose mark is near a folded one, in order of the table."""
        rows = [mark for other in self._family.near(text) for mark in self._rows[other].values()]
        yield from sorted(rows, key=lambda mark: mark.number)


__all__ = ["Refiling", "refilings", "refused", "shares_goods"]
