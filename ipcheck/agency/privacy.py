"""Numbers of identity papers, mobile numbers and mail addresses never stand whole in what is reported.

They are masked in the very text that findings quote.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from unicodedata import normalize

from ipcheck.agency.answers import is_lacking
from ipcheck.model import Span
from ipcheck.readers.table import Table

_HEAD, _TAIL = 3, 2
# Eighteen characters with a day of birth inside; organisations' codes have none there, and numbers of contracts that
# bear a date bear a later one than anybody's birth who works today.
_MONTH_DAY = r"(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"
_IDENTITY = rf"[1-9]\d{{5}}[ -]?(?:19\d\d|200\d)[ -]?{_MONTH_DAY}[ -]?\d{{3}}[0-9Xx]"
# The fifteen digits of before 1999 have no century and no check digit.
_OLD_IDENTITY = rf"[1-9]\d{{7}}{_MONTH_DAY}\d{{3}}"
# No number of an application, a contract or a certificate is built like a mobile telephone's.
_MOBILE = r"(?:\+?86[ -]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}"
_NUMBER = re.compile(rf"(?<!\d)(?:{_IDENTITY}|{_OLD_IDENTITY}|{_MOBILE})(?!\d)")
_MAIL = re.compile(r"(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,4}")
# Full-width characters are found like the others and stay as they are.
_NARROW = {code + 0xFEE0: code for code in range(0x21, 0x7F)}


_SCIENTIFIC = re.compile(r"\d(?:\.\d+)?[eE]\+?\d{1,2}")
_ROUNDED = re.compile(r"\d{15}(?:0{3}|00)")


def is_mangled(number: str) -> bool:
    """Whether a spreadsheet made 3.30106E+17 of a number, or zeros of all digits after the fifteenth."""
    plain = number.strip()
    return _SCIENTIFIC.fullmatch(plain) is not None or _ROUNDED.fullmatch(plain) is not None


def mask(number: str) -> str:
    """The number with stars in the middle, as long as before: its first three and last two characters are left."""
    if len(number) < _HEAD + _TAIL + 3:
        return "*" * len(number)
    return number[:_HEAD] + "*" * (len(number) - _HEAD - _TAIL) + number[-_TAIL:]


def masked_text(text: str) -> str:
    """``text`` with every citizen's identity number, mobile number and mail address masked, of the same length."""
    narrow = text.translate(_NARROW)
    places = sorted(match.span() for pattern in (_NUMBER, _MAIL) for match in pattern.finditer(narrow))
    pieces, last = [], 0
    for start, end in places:
        if start >= last:
            pieces += [text[last:start], mask(text[start:end])]
            last = end
    return "".join((*pieces, text[last:]))


def digest(number: str) -> str:
    """What stands for a number where two are compared: its SHA-256, however it was typed."""
    plain = re.sub(r"[\s'’`-]", "", normalize("NFKC", number)).upper()
    return hashlib.sha256(plain.encode()).hexdigest() if plain else ""


def masked_table(table: Table, columns: Iterable[int]) -> tuple[Table, Mapping[int, str]]:
    """The table with the cells of ``columns`` masked, and elsewhere what ``masked_text`` masks.

    Also returns what each masked cell held, as a digest, by the cell's offset; empty where a spreadsheet mangled it.
    """
    hidden: dict[int, str] = {}
    pieces, last = [], 0
    text, wanted = table.document.text, sorted(columns)
    for row in table.rows:
        for column in wanted:
            # 无 is no number: two who have none are not one person.
            if column < len(row) and not is_lacking(str(row[column])):
                cell = row[column]
                hidden[cell.start] = "" if is_mangled(str(cell)) else digest(str(cell))
                pieces += [text[last : cell.start], mask(str(cell))]
                last = cell.end
    document = replace(table.document, text=masked_text("".join((*pieces, text[last:]))))
    rows = tuple(tuple(Span(document, cell.start, cell.end) for cell in row) for row in (table.header, *table.rows))
    return Table(document, rows[0], rows[1:], table.sheet), hidden


__all__ = ["digest", "is_mangled", "mask", "masked_table", "masked_text"]
