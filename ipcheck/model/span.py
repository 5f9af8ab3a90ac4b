"""A span: some characters of a document. Nobody copies text; every view holds spans."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ipcheck.model.document import Document, Place
from ipcheck.model.text import SPACES

_NOT_ASKED: tuple[str, ...] = ("",)
_NOTHING: Iterator[re.Match[str]] = iter(())


@dataclass(frozen=True, slots=True, eq=False)
class Span:
    """The characters of ``document`` from ``start`` to ``end``; its words are ``str(span)``."""

    document: Document
    start: int
    end: int

    def __str__(self) -> str:
        return self.document.text[self.start : self.end]

    def __len__(self) -> int:
        return self.end - self.start

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Span):
            return NotImplemented
        return self.document is other.document and (self.start, self.end) == (other.start, other.end)

    def __hash__(self) -> int:
        return hash((id(self.document), self.start, self.end))

    @property
    def folded(self) -> str:
        """Its words folded for comparison; same length."""
        return self.document.folded[self.start : self.end]

    @property
    def place(self) -> Place:
        """Where its first character stands in the file."""
        return self.document.place_of(self.start)

    @property
    def source(self) -> str:
        """Where it stands, in words: 第12行, 第3页."""
        return self.place.label

    @property
    def line(self) -> int:
        """The line of its first character, from 1, as an editor shows it."""
        return self.document.shown_at(self.start)[0]

    @property
    def column(self) -> int:
        """The column of its first character, from 1, in characters, as an editor shows it."""
        return self.document.shown_at(self.start)[1]

    def sub(self, start: int, end: int) -> Span:
        """The part of this span from ``start`` to ``end``, counted from its own beginning."""
        return Span(self.document, self.start + start, self.start + end)

    def trimmed(self) -> Span:
        """This span without white space at its ends."""
        start, end = self.start, self.end
        blank = SPACES + "\n\v"
        text = self.document.text
        while start < end and text[start] in blank:
            start += 1
        while end > start and text[end - 1] in blank:
            end -= 1
        return Span(self.document, start, end)

    def find(self, pattern: re.Pattern[str], *, folded: bool = True) -> Iterator[re.Match[str]]:
        """Matches of ``pattern`` in this span; their positions are offsets in the document."""
        document, start, end = self.document, self.start, self.end
        if not folded:
            return pattern.finditer(document.text, start, end)
        # In most texts most patterns find nothing: they are tried only where a word stands that every match must hold.
        words = document.standing.get(pattern, _NOT_ASKED)
        if words is _NOT_ASKED:
            words = document.words_standing(pattern)
        if words is None:
            return pattern.finditer(document.folded, start, end)
        for word in words:
            if document.folded.find(word, start, end) >= 0:
                return pattern.finditer(document.folded, start, end)
        return _NOTHING

    def holds(self, pattern: re.Pattern[str]) -> bool:
        """Whether ``pattern`` matches anywhere in this span, folded."""
        return next(self.find(pattern), None) is not None

    def at(self, match: re.Match[str], group: int | str = 0) -> Span:
        """The span of a match found in this document."""
        return Span(self.document, match.start(group), match.end(group))
