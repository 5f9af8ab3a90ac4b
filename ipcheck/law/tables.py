"""Reads the law tables: one TOML file a law, with its editions and our own one-sentence summaries."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class Edition:
    """One edition of a law: its name (2023) and the days from and until which it is in force."""

    name: str
    since: date
    until: date | None


@dataclass(frozen=True, slots=True)
class Article:
    """An article under its number in the latest edition; ``formerly`` is its number in the edition before."""

    number: str
    summary: str
    verified: bool
    formerly: str | None = None
    since: date | None = None


@dataclass(frozen=True, slots=True)
class Law:
    """A law with its editions in order of time. ``binding`` is false for practitioners' papers.

    ``announce``: while an edition is published but not yet in force, its numbers are printed beside those in force.
    """

    name: str
    short: str
    kind: str
    binding: bool
    editions: tuple[Edition, ...]
    articles: dict[str, Article]
    announce: bool = False

    def edition_on(self, day: date) -> Edition:
        """The edition in force on ``day``; the earliest one for days before them all."""
        current = self.editions[0]
        for edition in self.editions:
            if edition.since <= day:
                current = edition
        return current


def _law(text: str) -> Law:
    raw = tomllib.loads(text)
    editions = tuple(Edition(item["name"], item["since"], item.get("until")) for item in raw["edition"])
    articles = {
        number: Article(
            number,
            item["summary"],
            item.get("verified", True),
            item.get("formerly"),
            item.get("since"),
        )
        for number, item in raw["articles"].items()
    }
    return Law(
        raw["name"], raw["short"], raw["kind"], raw.get("binding", True), editions, articles, raw.get("announce", False)
    )


@cache
def _texts() -> dict[str, str]:
    """The tables unread, by the short names of their laws."""
    folder = resources.files("ipcheck.law") / "texts"
    entries = sorted(folder.iterdir(), key=lambda item: item.name)
    texts = (entry.read_text(encoding="utf-8") for entry in entries if entry.name.endswith(".toml"))
    return {match[1]: text for text in texts if (match := re.search(r'^short = "([^"]+)"', text, re.MULTILINE))}


@cache
def find_law(short: str) -> Law | None:
    """The law of a short name (法, 细则, 指南 …). A run cites few of them, so each is read when it is asked for."""
    text = _texts().get(short)
    return _law(text) if text is not None else None


def load_laws() -> dict[str, Law]:
    """All laws by their short names."""
    return {short: law for short in _texts() if (law := find_law(short)) is not None}
