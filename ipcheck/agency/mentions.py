"""Whom a finding or a row is about, and how its place is called."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from pathlib import PurePath
from typing import Any

from ipcheck.agency.agency import Agency, certificate
from ipcheck.agency.tables import Case, Person, Submission
from ipcheck.model import Record, Span, Words
from ipcheck.readers.sheet import Row


def evidence(words: Words) -> str:
    """The file and the line, by which a row can be named."""
    return f"{PurePath(words.path).name}:{words.line}"


def named(agency: Agency, mention: str, number: str = "") -> str:
    """How a person is called: by name and certificate where the table 人员 tells, else as mentioned."""
    rows = agency.person(mention, number)
    found = next((row for row in rows if certificate(row.text(Person.CERTIFICATE))), None)
    if found is None:
        return f"{mention}（{number}）" if number else mention
    return f"{found.text(Person.NAME)}（{found.text(Person.CERTIFICATE)}）"


def attorneys(agency: Agency) -> list[str]:
    """Everybody who practises on the day, as ``named`` calls them."""
    rows = agency.attorneys_on(agency.as_of)
    return [f"{row.text(Person.NAME)}（{row.text(Person.CERTIFICATE)}）" for row in rows]


# The columns that name the attorney whom a row is about.
_NAMING = (Person.NAME, Submission.AGENTS, Case.AGENTS)


def people_at(agency: Agency, record: Record) -> dict[str, Words]:
    """The attorneys whom a finding is about, each with the words that tell of them first."""
    found: dict[str, Words] = {}
    for words in (record.words, *record.related):
        for name in _named_at(agency, words):
            found.setdefault(name, words)
    return found


def _named_at(agency: Agency, words: Words) -> Iterator[str]:
    if agency.person(words.text):
        yield named(agency, words.text)
        return
    for drawn in agency.tables.values():
        document = drawn.sheet.table.document
        if document.path != words.path or document.text[words.start : words.end] != words.text:
            continue
        rows = drawn.sheet.rows
        at = bisect_right(rows, words.start, key=_begins) - 1
        if at < 0 or Span(document, words.start, words.end).source != words.source:
            continue
        row = rows[at]
        number = row.text(drawn.kind.licence) if drawn.kind.licence is not None else ""
        column = next((column for column in drawn.sheet.columns if column in _NAMING), None)
        for name in row.names(column) if column is not None else ():
            if agency.person(name, number):
                yield named(agency, name, number)
        return


def _begins(row: Row[Any]) -> int:
    return row.cells[0].start


__all__ = ["attorneys", "evidence", "named", "people_at"]
