"""A draft as the duplicate engine sees it: one application's sections, normalised, every character with its place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from ipcheck.abnormal.normal import Codes, codes_of, normalise, traditional_share
from ipcheck.abnormal.numerals import numbers_in, plain_numbers
from ipcheck.model import Document, Span
from ipcheck.model.text import squeeze
from ipcheck.patent import Filing, SectionName
from ipcheck.readers import Limits
from ipcheck.readers.text import read as read_text


class Section(IntEnum):
    """What a piece of an application is for."""

    TITLE = 0
    ABSTRACT = 1
    CLAIMS = 2
    FIELD = 3
    BACKGROUND = 4
    SUMMARY = 5
    FIGURES = 6
    EMBODIMENTS = 7

    @property
    def chinese(self) -> str:
        """The section's name for users."""
        return ("名称", "摘要", "权利要求书", "技术领域", "背景技术", "发明内容", "附图说明", "具体实施方式")[self]


_SECTIONS = {
    SectionName.FIELD: Section.FIELD,
    SectionName.BACKGROUND: Section.BACKGROUND,
    SectionName.SUMMARY: Section.SUMMARY,
    SectionName.FIGURES: Section.FIGURES,
    SectionName.EMBODIMENTS: Section.EMBODIMENTS,
}
_NO_NUMBERS = frozenset((Section.TITLE, Section.FIGURES))
# Between pieces whose numbers are sought together: no number and no unit has it.
_PARTED = "。"


@dataclass(frozen=True, slots=True)
class Piece:
    """Some characters of a document that belong to a section."""

    section: Section
    span: Span


class Draft:
    """One application. ``codes`` are its normalised characters."""

    def __init__(self, name: str, pieces: Iterable[Piece], houses: Iterable[str] = ()) -> None:
        self.name = name
        # Whose draft it is, as far as its request says: those who use the same stock text.
        self.houses = frozenset(houses)
        self.pieces = tuple(pieces)
        codes = [codes_of(str(piece.span)) for piece in self.pieces]
        self.codes: Codes = np.concatenate(codes) if codes else np.zeros(0, np.uint16)

    @cached_property
    def at(self) -> NDArray[np.int32]:
        """Where every character stands in its document. Worked out when asked for: most drafts are like no other."""
        found = [normalise(str(piece.span))[1] + np.int32(piece.span.start) for piece in self.pieces]
        return np.concatenate(found) if found else np.zeros(0, np.int32)

    @cached_property
    def piece(self) -> NDArray[np.int32]:
        """The number of the piece of every character."""
        sizes = [len(codes_of(str(piece.span))) for piece in self.pieces]
        return np.repeat(np.arange(len(sizes), dtype=np.int32), sizes)

    def __len__(self) -> int:
        return len(self.codes)

    @cached_property
    def section(self) -> NDArray[np.uint8]:
        """The section of every character."""
        names = np.array([int(piece.section) for piece in self.pieces] or [0], np.uint8)
        return names[self.piece] if len(self.piece) else np.zeros(0, np.uint8)

    def span(self, start: int, end: int) -> Span:
        """The words from the ``start``-th normalised character to before the ``end``-th, in one document."""
        document = self.pieces[self.piece[start]].span.document
        last = end - 1
        while last > start and (
            self.pieces[self.piece[last]].span.document is not document or self.at[last] < self.at[start]
        ):
            last -= 1
        return Span(document, int(self.at[start]), int(self.at[last]) + 1)

    @cached_property
    def text(self) -> str:
        """All its words, a line each piece."""
        return "\n".join(str(piece.span) for piece in self.pieces)

    @cached_property
    def title(self) -> Span | None:
        """Its title."""
        return next((piece.span for piece in self.pieces if piece.section is Section.TITLE and len(piece.span)), None)

    @cached_property
    def traditional(self) -> bool:
        """Whether it is written in traditional characters."""
        return traditional_share(self.text) > 0.05

    @cached_property
    def numbers(self) -> list[tuple[str, Span]]:
        """Numbers that mean something, in order: decimals, quantities with units, all numbers of a table's row."""
        return [(match[0], piece.span.sub(match.start(), match.end())) for piece, match in self._numbers()]

    def number_words(self) -> list[str]:
        """The words of ``numbers``; not kept."""
        plain = plain_numbers(self.numbered())
        return [match[0] for _, match in self._numbers()] if plain is None else plain

    def numbered(self) -> str:
        """The text of all pieces whose numbers mean something; not kept."""
        return _PARTED.join([str(piece.span) for piece in self.pieces if piece.section not in _NO_NUMBERS])

    def _numbers(self) -> Iterator[tuple[Piece, re.Match[str]]]:
        for piece in self.pieces:
            if piece.section not in _NO_NUMBERS:
                for match in numbers_in(str(piece.span)):
                    yield piece, match


def _pieces(filing: Filing) -> Iterator[Piece]:
    if filing.title is not None:
        yield Piece(Section.TITLE, filing.title)
    if filing.abstract is not None:
        start = filing.abstract_label.end if filing.abstract_label is not None else filing.abstract.lines[0].start
        for line in filing.abstract.lines:
            if line.end > start:
                yield Piece(Section.ABSTRACT, Span(line.document, max(line.start, start), line.end))
    for claim in filing.claims:
        yield Piece(Section.CLAIMS, claim.body)
    description = filing.description
    if description is None:
        return
    for paragraph in description.before:
        yield Piece(Section.FIELD, paragraph.body)
    for section in description.sections:
        for paragraph in section.paragraphs:
            yield Piece(_SECTIONS[section.name], paragraph.body)


def draft_of(filing: Filing) -> Draft:
    """The draft that an application makes."""
    request = filing.request
    houses = (*request.names("applicant"), *request.names("agency")) if request is not None else ()
    return Draft(filing.name, _pieces(filing), (squeeze(str(name)) for name in houses))


def draft_of_text(name: str, sections: dict[Section, str]) -> Draft:
    """A draft from plain text; each section's text may have many lines."""
    order = [(section, text) for section, text in sections.items() if text.strip()]
    text = "\n".join(text.strip("\n") for _, text in order)
    document = read_text(text.encode("utf-8"), name, Limits())
    return Draft(name, _lines(document, order))


def _lines(document: Document, order: list[tuple[Section, str]]) -> Iterator[Piece]:
    line = 0
    for section, text in order:
        for _ in text.strip("\n").split("\n"):
            paragraph = document.paragraphs[line]
            line += 1
            yield Piece(section, Span(document, paragraph.start, paragraph.end))


__all__ = ["Draft", "Piece", "Section", "draft_of", "draft_of_text"]
