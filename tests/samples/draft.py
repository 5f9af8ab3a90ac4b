"""A made-up application as plain data, from which every format is written.

Words may hold <sub>…</sub>, <sup>…</sup> and, for .docx, <ins>…</ins> (a tracked insertion) and U+FFFC (the drawing
``inline``); nothing else is markup. A claim's and a paragraph's lines are parted by line feeds.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from tests.samples.line_drawing import Drawing

INVENTION, UTILITY_MODEL = "发明", "实用新型"


@dataclass(frozen=True)
class Draft:
    """One application: ``sections`` are heading → paragraphs, ``figures`` what 图1, 图2 … show."""

    kind: str
    title: str
    abstract: str
    claims: tuple[str, ...]
    sections: Mapping[str, tuple[str, ...]]
    figures: tuple[Callable[[], Drawing], ...] = ()
    request: tuple[tuple[str, str], ...] = ()
    formulas: Mapping[str, str] = field(default_factory=dict)
    inline: Callable[[], Drawing] | None = None
    labels: tuple[str, ...] = ()

    @property
    def captions(self) -> tuple[str, ...]:
        """What stands below the figures: 图1, 图2 … unless ``labels`` says otherwise."""
        return self.labels or tuple(f"图{number}" for number in range(1, len(self.figures) + 1))

    def with_claim(self, number: int, old: str, new: str) -> Draft:
        """The same draft with ``old`` replaced by ``new`` in one claim, where it must stand exactly once."""
        claims = list(self.claims)
        claims[number - 1] = once(claims[number - 1], old, new)
        return replace(self, claims=tuple(claims))

    def with_section(self, heading: str, old: str, new: str) -> Draft:
        """The same draft with ``old`` replaced by ``new`` in one section, where it must stand exactly once."""
        text = once("\x00".join(self.sections[heading]), old, new)
        return replace(self, sections={**self.sections, heading: tuple(text.split("\x00"))})

    def with_abstract(self, old: str, new: str) -> Draft:
        """The same draft with ``old`` replaced by ``new`` in the abstract, where it must stand exactly once."""
        return replace(self, abstract=once(self.abstract, old, new))


def once(text: str, old: str, new: str) -> str:
    """``text`` with its only ``old`` replaced. Raises ValueError if there is none or more than one."""
    if text.count(old) != 1:
        raise ValueError(f"{old!r} stands {text.count(old)} times")
    return text.replace(old, new)


_MARKUP = re.compile(r"<(sub|sup|ins)>(.*?)</\1>")


def pieces(text: str) -> list[tuple[str, str]]:
    """``text`` as (words, "" | "sub" | "sup" | "ins")."""
    found: list[tuple[str, str]] = []
    position = 0
    for match in _MARKUP.finditer(text):
        if match.start() > position:
            found.append((text[position : match.start()], ""))
        found.append((match[2], match[1]))
        position = match.end()
    if position < len(text):
        found.append((text[position:], ""))
    return found


def bare(text: str) -> str:
    """``text`` without its markup."""
    return "".join(words for words, _ in pieces(text))
