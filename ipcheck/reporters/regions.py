"""Where words stand, as other programs count: first and last line and column, offset and length in characters."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ipcheck.model import Document, Words, lazy
from ipcheck.reporters.sources import Sources, is_text

_LINE_END = lazy(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Region:
    """Lines and columns count from 1, ``end_column`` is that after the last character; ``offset`` counts from 0.

    For a text file all of them are the file's own; for other formats those of the text that ``ipcheck read`` shows.
    ``offset`` and ``length`` are None for a text file that is gone or has changed.
    """

    line: int
    column: int
    end_line: int
    end_column: int
    offset: int | None
    length: int | None


class Regions:
    """The regions of the words of one report."""

    def __init__(self, sources: Sources) -> None:
        self._sources = sources
        self._texts: dict[str, tuple[Document, list[int]] | None] = {}

    def of(self, words: Words) -> Region:
        """The region of ``words``."""
        text = self._text(words.path) if is_text(words.path) else None
        if text is not None:
            document, starts = text
            last_line, last_column = document.shown_at(max(words.start, words.end - 1))
            start = starts[words.line - 1] + words.column - 1
            end = starts[last_line - 1] + last_column
            return Region(words.line, words.column, last_line, last_column + 1, start, end - start)
        *above, last = words.text.split("\n")
        end_column = len(last) + (1 if above else words.column)
        known = not is_text(words.path)
        offset, length = (words.start, words.end - words.start) if known else (None, None)
        return Region(words.line, words.column, words.line + len(above), end_column, offset, length)

    def lacking(self, paths: Iterable[str]) -> list[str]:
        """Which of ``paths`` are text files that are gone or have changed since they were checked."""
        return [path for path in paths if is_text(path) and self._text(path) is None]

    def _text(self, path: str) -> tuple[Document, list[int]] | None:
        if path not in self._texts:
            found = self._sources.text(path)
            self._texts[path] = (
                (found[1], [0, *(match.end() for match in _LINE_END.finditer(found[0]))]) if found else None
            )
        return self._texts[path]


__all__ = ["Region", "Regions"]
