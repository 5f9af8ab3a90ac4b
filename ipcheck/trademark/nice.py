"""The 45 Nice classes with the numbers of their groups of similar goods, and which edition counts on which day."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources

# (since, number of the edition): an application goes by the edition in force on its filing date.
_EDITIONS = ((date(2012, 1, 1), 10), (date(2017, 1, 1), 11), (date(2023, 1, 1), 12), (date(2026, 1, 1), 13))


@dataclass(frozen=True, slots=True)
class NiceClass:
    """A class: its short title and its groups (0901) as the table of 2018 had them."""

    number: int
    title: str
    groups: frozenset[str]


@cache
def nice_classes() -> dict[int, NiceClass]:
    """The classes by number."""
    raw = tomllib.loads((resources.files("ipcheck.trademark") / "nice.toml").read_text(encoding="utf-8"))
    return {
        item["number"]: NiceClass(
            item["number"],
            item["title"],
            frozenset(f"{item['number']:02d}{group}" for group in item["groups"].split()),
        )
        for item in raw["class"]
    }


def edition_on(day: date) -> int:
    """The number of the Nice edition for applications filed on ``day``."""
    return max((number for since, number in _EDITIONS if since <= day), default=_EDITIONS[0][1])


__all__ = ["NiceClass", "edition_on", "nice_classes"]
