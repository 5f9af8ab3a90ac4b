"""An agency as a check sees it: what agency.toml says and the rows of the tables that were given."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Any, TypeVar
from unicodedata import normalize

from ipcheck.agency.answers import is_lacking
from ipcheck.agency.particulars import Particulars
from ipcheck.agency.privacy import masked_table
from ipcheck.agency.table import AnyTable, TableKind
from ipcheck.agency.tables import OWNERS, PEOPLE, Owner, Person
from ipcheck.agency.terms import Holidays
from ipcheck.model import Span
from ipcheck.readers.sheet import Row, Sheet
from ipcheck.readers.table import Table

ColumnT = TypeVar("ColumnT", bound=StrEnum)

# 张伟(A0123): a name with the certificate that tells this one from the other.
_NUMBERED = re.compile(r"(?P<name>[^()]+)\((?P<number>[^()]*\d[^()]*)\)")


def _words(cells: Iterable[Span]) -> list[str]:
    return [str(cell) for cell in cells if len(cell)]


@dataclass(frozen=True)
class Drawn:
    """A table of the agency: its kind, its rows, and a digest of every masked cell by the cell's offset.

    ``none``: its only words are 无, the agency has nothing of the kind. A table without any row was not filled in.
    """

    kind: AnyTable
    sheet: Sheet[Any]
    hidden: Mapping[int, str]
    none: bool = False

    @classmethod
    def of(cls, kind: AnyTable, table: Table) -> Drawn:
        """The table with its numbers of identity papers masked; nothing beyond this point sees them."""
        columns = kind.columns
        secret = [index for index, header in enumerate(table.header) if columns.of(str(header)) in kind.secret]
        masked, hidden = masked_table(table, secret)
        sheet = Sheet(masked, columns)
        none = len(sheet.rows) == 1 and _words(sheet.rows[0].cells) == ["无"]
        if not sheet.rows and _words(table.header) == ["无"]:
            # 无 in the place of the headers: the first cell of the table, as people read it.
            none, sheet.columns = True, {column: index for index, column in enumerate(kind.columns.all)}
        if none:
            sheet.rows = ()
        return cls(kind, sheet, hidden, none)


class Agency:
    """An agency. A table or a key that was not given is not looked at, never clean."""

    def __init__(self, particulars: Particulars | None, tables: Iterable[Drawn], as_of: date | None = None) -> None:
        self.particulars = particulars
        self.tables = {drawn.kind.name: drawn for drawn in tables}
        self.as_of = as_of or date.today()
        self.holidays = Holidays()
        self.unclear: set[str] = set()
        self._attorneys: dict[date, list[Row[Person]]] = {}
        self._known: dict[str, str] = {}

    def rows(self, kind: TableKind[ColumnT]) -> tuple[Row[ColumnT], ...]:
        """The rows of a table in its order; none if it was not given."""
        drawn = self.tables.get(kind.name)
        return drawn.sheet.rows if drawn is not None else ()

    def has_table(self, kind: AnyTable) -> bool:
        """Whether the table was filled in, be it with 无."""
        drawn = self.tables.get(kind.name)
        return drawn is not None and (drawn.none or bool(drawn.sheet.rows))

    def has(self, kind: TableKind[ColumnT], *columns: ColumnT) -> bool:
        """Whether the table was given and has all these columns."""
        return kind.name in self.tables and self.tables[kind.name].sheet.has(*columns)

    def given(self, key: str) -> bool:
        """Whether agency.toml has a value for ``key``."""
        return self.particulars is not None and self.particulars.has(key)

    def text(self, key: str) -> str:
        """The value of a key in words, its width folded; empty if it was not given."""
        return normalize("NFKC", self.particulars.text(key)) if self.particulars is not None else ""

    def day(self, key: str) -> date | None:
        """The value of a key as a day; None if it was not given."""
        return self.particulars.day(key) if self.particulars is not None else None

    def span(self, key: str) -> Span:
        """Where the value of a key is written. Raises KeyError if it was not given."""
        if self.particulars is None:
            raise KeyError(key)
        return self.particulars.span(key)

    def whole(self) -> Span:
        """The place that stands for the agency: its name, else the first words of what was given."""
        if self.particulars is not None:
            for key in ("name", *self.particulars.entries):
                if self.particulars.has(key):
                    return self.particulars.span(key)
        return next(iter(self.tables.values())).sheet.table.header[0]

    def identity(self, kind: TableKind[ColumnT], row: Row[ColumnT]) -> str:
        """What tells this person from others of the name: a digest of the identity number, else the certificate."""
        number = row.text(kind.licence) if kind.licence is not None else ""
        return self._secret(kind, row) or certificate(number)

    def digest(self, kind: TableKind[ColumnT], row: Row[ColumnT], column: ColumnT) -> str:
        """The digest of what a masked cell held; empty if it held nothing."""
        cell = row.cell(column)
        return self.tables[kind.name].hidden.get(cell.start, "") if cell is not None else ""

    def _secret(self, kind: TableKind[ColumnT], row: Row[ColumnT]) -> str:
        hidden = self.tables[kind.name].hidden
        cells = (row.cell(column) for column in kind.secret)
        return next((hidden[cell.start] for cell in cells if cell is not None and cell.start in hidden), "")

    @cached_property
    def people(self) -> tuple[Row[Person], ...]:
        """The rows of the table 人员."""
        return self.rows(PEOPLE)

    @cached_property
    def _by_name(self) -> dict[str, list[Row[Person]]]:
        found: dict[str, list[Row[Person]]] = {}
        for row in self.people:
            found.setdefault(plain_name(row.text(Person.NAME)), []).append(row)
        return found

    @cached_property
    def _by_certificate(self) -> dict[str, list[Row[Person]]]:
        found: dict[str, list[Row[Person]]] = {}
        for row in self.people:
            if number := certificate(row.text(Person.CERTIFICATE)):
                found.setdefault(number, []).append(row)
        return found

    def person(self, name: str, number: str = "") -> list[Row[Person]]:
        """The rows of one person: by certificate where ``number`` or a bracket (张伟（A0123）) gives it, else by name.

        None at all for a bare name that two persons share: nobody is blamed for another's deeds. The name is noted in
        ``unclear``.
        """
        bracket = _NUMBERED.fullmatch(normalize("NFKC", name))
        if bracket:
            name, number = bracket["name"], number or bracket["number"]
        plain = plain_name(name)
        rows = self._by_name.get(plain, []) if plain else []
        if number:
            same = self._by_certificate.get(certificate(number))
            # Somebody of the name with another certificate is somebody else.
            return same or [row for row in rows if not certificate(row.text(Person.CERTIFICATE))]
        if len({self.identity(PEOPLE, row) for row in rows}) > 1:
            self.unclear.add(rows[0].text(Person.NAME))
            return []
        return rows

    def known_as(self, mention: str) -> str:
        """What a person mentioned in some table is compared by; empty for a name that two persons share."""
        if mention not in self._known:
            bracket = _NUMBERED.fullmatch(normalize("NFKC", mention))
            bare = plain_name(bracket["name"] if bracket else mention)
            rows = self.person(mention)
            unclear = not rows and len({self.identity(PEOPLE, row) for row in self._by_name.get(bare, ())}) > 1
            self._known[mention] = "" if unclear else (self.identity(PEOPLE, rows[0]) if rows else "") or bare
        return self._known[mention]

    def of_owner(self, owner: Row[Owner]) -> list[Row[Person]]:
        """The rows of the table 人员 that are the same person as an owner."""
        own = self._secret(OWNERS, owner)
        rows = [row for row in self.people if own and self._secret(PEOPLE, row) == own]
        if rows:
            return rows
        same = self.person(owner.text(Owner.NAME), owner.text(Owner.CERTIFICATE))
        return [row for row in same if not (own and self._secret(PEOPLE, row))]

    def attorneys_on(self, day: date) -> list[Row[Person]]:
        """Who practised here on ``day``, each once."""
        if day not in self._attorneys:
            found: dict[str, Row[Person]] = {}
            for row in self.people:
                if practised_on(row, day):
                    found.setdefault(certificate(row.text(Person.CERTIFICATE)), row)
            self._attorneys[day] = list(found.values())
        return self._attorneys[day]


def practised_on(row: Row[Person], day: date) -> bool:
    """Whether this person practised here on ``day``: certified, here and practising by then, not yet gone."""
    since, joined, left = row.day(Person.PRACTISING), row.day(Person.JOINED), row.day(Person.LEFT)
    return (
        bool(certificate(row.text(Person.CERTIFICATE)))
        and since is not None
        and max(since, joined or since) <= day
        and (left is None or left > day)
    )


def owners_on(agency: Agency, day: date) -> Iterator[Row[Owner]]:
    """The owners on ``day``; one without a day of joining was there from the beginning."""
    for row in agency.rows(OWNERS):
        joined, left = row.day(Owner.JOINED), row.day(Owner.LEFT)
        if (joined is None or joined <= day) and (left is None or left > day):
            yield row


def certificate(text: str) -> str:
    """A certificate's number for comparing: width and case folded, without spaces and hyphens; empty for 无."""
    return "" if is_lacking(text) else re.sub(r"[\s'’`-]", "", normalize("NFKC", text)).upper()


def plain_name(name: str) -> str:
    """A name for comparing: width and case folded, without spaces, dots and brackets' width."""
    return re.sub(r"[\s·•.]", "", normalize("NFKC", name)).lower()


__all__ = ["Agency", "Drawn", "certificate", "owners_on", "plain_name", "practised_on"]
