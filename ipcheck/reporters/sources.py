"""The files a report speaks of, read again by the formats that show their text."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path

from ipcheck.model import Document, Report
from ipcheck.readers import Limits, ReadError, read_file, read_stdin
from ipcheck.readers.decode import decode
from ipcheck.readers.limits import DEFAULT
from ipcheck.readers.registry import read_whole
from ipcheck.readers.table import SUFFIXES as TABLES
from ipcheck.readers.table import Table, read_table
from ipcheck.readers.text import read as read_text

# A report may have been written anywhere: its paths need not be any that this system knows.
_GONE = (ReadError, OSError, ValueError)


def is_text(shown: str) -> bool:
    """Whether a path of a report means a text file, whose lines and columns are those an editor shows."""
    return shown == "-" or ("!/" not in shown and shown.lower().endswith((".txt", ".md", ".markdown")))


class Sources:
    """The documents behind ``report``, each only if its bytes are those that were checked (SHA-256).

    ``root`` is the folder that relative paths start from. ``stdin`` are the bytes that came through standard input.
    """

    def __init__(
        self, report: Report, *, root: Path | None = None, stdin: bytes | None = None, limits: Limits = DEFAULT
    ) -> None:
        self._report = report
        self._root = root or Path()
        self._stdin = stdin
        self._limits = limits

    @cached_property
    def _wanted(self) -> dict[str, str]:
        return {item.path: item.sha256 for item in self._report.inputs}

    @cached_property
    def _files(self) -> list[str]:
        """The files on disk, in order: a case ZIP once, whatever was read from it."""
        return list(dict.fromkeys(path.split("!/", 1)[0] for path in self._wanted))

    @cached_property
    def documents(self) -> dict[str, Document]:
        """The documents by the path the report gives them, in order."""
        found: dict[str, Document] = {}
        for shown in self._files:
            for document in self._read(shown):
                if self._wanted.get(document.path) == document.sha256:
                    found[document.path] = document
        return found

    @cached_property
    def tables(self) -> dict[str, Table]:
        """The tables (applications for marks, registers) by the path the report gives them, in order."""
        found: dict[str, Table] = {}
        for shown in self._files:
            if shown.lower().endswith(TABLES):
                try:
                    table = read_table(self.file(shown), shown, self._limits)
                except _GONE:
                    continue
                if self._wanted.get(shown) == table.document.sha256:
                    found[shown] = table
        return found

    @property
    def lacking(self) -> tuple[str, ...]:
        """The paths of the report that are gone or have changed since."""
        return tuple(path for path in self._wanted if path not in self.documents)

    def text(self, shown: str) -> tuple[str, Document] | None:
        """The characters of a text file as they stand in it, and its document; None for all else and what has changed.

        Offsets in the two differ: a document knows neither carriage returns nor the signs of Markdown.
        """
        if not is_text(shown) or shown not in self._wanted:
            return None
        try:
            data = self._stdin if shown == "-" else read_whole(self.file(shown), self._limits)
            if data is None or hashlib.sha256(data).hexdigest() != self._wanted[shown]:
                return None
            characters, _ = decode(data)
            return characters, read_text(data, shown, self._limits)
        except _GONE:
            return None

    def file(self, shown: str) -> Path:
        """Where the file that the report calls ``shown`` lies."""
        return self._root / shown

    def _read(self, shown: str) -> Iterable[Document]:
        try:
            if shown == "-":
                return [read_stdin(self._stdin, self._limits)] if self._stdin is not None else []
            return read_file(self.file(shown), shown, self._limits)
        except _GONE:
            return []


__all__ = ["Sources", "is_text"]
