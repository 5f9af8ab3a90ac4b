"""Numbers of identity papers never stand in what is reported: they are masked in the very text that findings quote."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from unicodedata import normalize

from ipcheck.model import Span
from ipcheck.readers.table import Table

_HEAD, _TAIL = 3, 2
# Eighteen characters with a day of birth inside; organisations' codes have none there.
_PERSON = re.compile(
    r"(?<![0-9A-Za-z])[1-9]\d{5}(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[0-9Xx](?![0-9A-Za-z])"
)


def mask(number: str) -> str:
    """The number with stars in the middle, as long as before: its first three and last two characters are left."""
    if len(number) < _HEAD + _TAIL + 3:
        return "*" * len(number)
    return number[:_HEAD] + "*" * (len(number) - _HEAD - _TAIL) + number[-_TAIL:]


def masked_text(text: str) -> str:
    """``text`` with every citizen's identity number masked, of the same length."""
    return _PERSON.sub(lambda match: mask(match[0]), text)


def digest(number: str) -> str:
    """What stands for a number where two are compared: its SHA-256, however it was typed."""
    plain = re.sub(r"[\s-]", "", normalize("NFKC", number)).upper()
    return hashlib.sha256(plain.encode()).hexdigest() if plain else ""


def masked_table(table: Table, columns: Iterable[int]) -> tuple[Table, Mapping[int, str]]:
    """The table with the cells of ``columns`` and every identity number elsewhere masked.

    Also returns what each masked cell held, as a digest, by the cell's offset.
    """
    hidden: dict[int, str] = {}
    pieces, last = [], 0
    text, wanted = table.document.text, sorted(columns)
    for row in table.rows:
        for column in wanted:
            if column < len(row) and len(row[column]):
                cell = row[column]
                hidden[cell.start] = digest(str(cell))
                pieces += [text[last : cell.start], mask(str(cell))]
                last = cell.end
    document = replace(table.document, text=masked_text("".join((*pieces, text[last:]))))
    rows = tuple(tuple(Span(document, cell.start, cell.end) for cell in row) for row in (table.header, *table.rows))
    return Table(document, rows[0], rows[1:]), hidden


__all__ = ["digest", "mask", "masked_table", "masked_text"]
