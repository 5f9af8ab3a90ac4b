"""What counts under an item: findings of the room's checks, rows of 处罚 and 名录, events that the user adds."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath
from typing import Any

from ipcheck.agency.agency import Agency, certificate
from ipcheck.agency.credit.events import Event, Events
from ipcheck.agency.credit.table import CreditTable, Item
from ipcheck.agency.records import entries, is_own
from ipcheck.agency.table import AnyTable
from ipcheck.agency.tables import LISTINGS, PENALTIES, Case, Listing, Penalty, Person, Submission
from ipcheck.model import Record, Report, Span, Words
from ipcheck.readers.sheet import Row, read_day


@dataclass(frozen=True)
class Looked:
    """An agency as it was looked at on a day: the report, the names of the checks that ran, why others did not."""

    report: Report
    agency: Agency
    ran: frozenset[str]
    idle: Mapping[str, str]

    @property
    def as_of(self) -> date:
        """The day."""
        return self.report.as_of


@dataclass(frozen=True, slots=True)
class Hit:
    """Something that counts under an item.

    ``subject`` is a person, or empty for the agency; ``evidence`` names the file and the line (处罚.csv:3). ``end`` is
    the last day on which it counts: ``open`` where it still lasts, None where the table does not say how long.
    """

    code: str
    subject: str
    evidence: str
    words: str
    told: str
    start: date
    end: date | None
    open: bool = False

    def counts(self, day: date) -> bool:
        """Whether it counts on ``day``; where nobody knows how long, it does."""
        return self.start <= day and (self.open or self.end is None or day <= self.end)


@dataclass(frozen=True, slots=True)
class Gap:
    """An item that was not looked at, wholly or in part, and why."""

    code: str
    why: str


def hits_of(table: CreditTable, looked: Looked, events: Events | None) -> tuple[list[Hit], list[Gap]]:
    """The hits on the table's items, in the order of the items, and what was not looked at."""
    hits: list[Hit] = []
    gaps: list[Gap] = []
    for item in table.items:
        hits += _of_findings(table, item, looked)
        hits += _of_penalties(table, item, looked)
        if table.subject == "agency":
            hits += _of_lists(item, looked)
        hits += [_of_event(event, item, looked) for event in _events(table, item, looked, events)]
        gaps += [Gap(item.code, why) for why in _gaps(item, looked, events)]
    return hits, gaps


def _gaps(item: Item, looked: Looked, events: Events | None) -> Iterator[str]:
    for name in item.checks:
        if name in looked.idle:
            yield f"{name}：{looked.idle[name]}"
        elif name not in looked.ran:
            yield f"这个版本没有检查 {name}"
    kinds: tuple[tuple[tuple[str, ...], AnyTable], ...] = ((item.penalties, PENALTIES), (item.lists, LISTINGS))
    for words, kind in kinds:
        if words and not looked.agency.has_table(kind):
            yield f"没有给出{kind.name}表，或者没有填写；确实没有的，在第一格写“无”"
    if events is None and not (item.checks or item.penalties or item.lists):
        yield "机构的各表里没有，要用 --events 给出"


def _of_findings(table: CreditTable, item: Item, looked: Looked) -> Iterator[Hit]:
    for record in looked.report.open:
        if record.check not in item.checks or record.level.value not in item.levels:
            continue
        start = looked.as_of
        if item.starts == "event":
            days = (read_day(words.text) for words in (record.words, *record.related))
            start = min(next((day for day in days if day is not None), start), start)
        told = f"{record.code} {record.message}"
        if table.subject == "agency":
            words = record.words
            yield Hit(item.code, "", evidence(words), words.text, told, start, item.until(start))
            continue
        for name, words in _people(looked.agency, record).items():
            yield Hit(item.code, name, evidence(words), words.text, told, start, item.until(start))


def _of_penalties(table: CreditTable, item: Item, looked: Looked) -> Iterator[Hit]:
    agency = looked.agency
    for row in agency.rows(PENALTIES):
        kind, decided, subject = row.text(Penalty.KIND), row.day(Penalty.DECIDED), row.text(Penalty.SUBJECT)
        ours = is_own(agency, subject) == (table.subject == "agency")
        if decided is None or decided > looked.as_of or not ours or not _is_of_business(table, agency, row):
            continue
        if any(word in kind for word in item.penalties) and not any(word in kind for word in item.excepted):
            name = "" if table.subject == "agency" else named(agency, subject, row.text(Penalty.CERTIFICATE))
            words = Words.of(row.span(Penalty.KIND))
            told = f"{decided.isoformat()} {kind} {row.text(Penalty.CAUSE)}".strip()
            yield Hit(item.code, name, evidence(words), words.text, told, decided, item.until(decided))


def _is_of_business(table: CreditTable, agency: Agency, row: Row[Penalty]) -> bool:
    field = row.text(Penalty.FIELD)
    if table.business == "patent":
        return "专利" in field or "商标" not in field
    return "商标" in field or (not field and agency.text("kind") == "trademark")


def _of_lists(item: Item, looked: Looked) -> Iterator[Hit]:
    for row, entered in entries(looked.agency):
        name, removed = row.text(Listing.LIST), row.day(Listing.REMOVED)
        if entered <= looked.as_of and any(word in name for word in item.lists):
            stands = removed is None or removed > looked.as_of
            words = Words.of(row.span(Listing.ENTERED))
            told = f"{entered.isoformat()} 列入{name}" + (
                "，还没有移出" if stands else f"，{removed and removed.isoformat()} 移出"
            )
            yield Hit(item.code, "", evidence(words), words.text, told, entered, item.until(entered), open=stands)


def _events(table: CreditTable, item: Item, looked: Looked, events: Events | None) -> Iterator[Event]:
    for event in events.all if events is not None else ():
        ours = is_own(looked.agency, event.subject) == (table.subject == "agency")
        if event.code == item.code and ours and event.day <= looked.as_of:
            yield event


def _of_event(event: Event, item: Item, looked: Looked) -> Hit:
    name = "" if is_own(looked.agency, event.subject) else named(looked.agency, event.subject)
    told = f"{event.day.isoformat()} {event.what}".strip()
    words = Words.of(event.span)
    return Hit(item.code, name, evidence(words), words.text, told, event.day, event.until or item.until(event.day))


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


def _people(agency: Agency, record: Record) -> dict[str, Words]:
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


__all__ = ["Gap", "Hit", "Looked", "attorneys", "evidence", "hits_of", "named"]
