"""Marks filed again after a decision against them, by the same applicant or one tied to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ipcheck.trademark.grounds import Ground, decided_on, standing_grounds
from ipcheck.trademark.holdings import near
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
    for mark, grounds in refused(register):
        day, text = decided_on(mark), fold(mark.text)
        if day is None or not text:
            continue
        names = dict.fromkeys(mark.applicants)
        for name in mark.applicants:
            cluster = people.cluster(name)
            names |= dict.fromkeys(cluster.applicants if cluster else ())
        seen = set()
        for name in names:
            for later in register.by_applicant.get(name, ()):
                after = later.filed is None or later.filed > day
                if later is mark or later.number in seen or not after or not later.text:
                    continue
                if near(text, fold(later.text)) and shares_goods(mark, later):
                    seen.add(later.number)
                    yield Refiling(mark, grounds, later)


__all__ = ["Refiling", "refilings", "refused", "shares_goods"]
