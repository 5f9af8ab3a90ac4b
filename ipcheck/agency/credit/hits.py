"""What counts under an item: findings of the room's checks, rows of 处罚 and 名录, events that the user adds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ipcheck.agency.agency import Agency
from ipcheck.agency.credit.events import Event, Events
from ipcheck.agency.credit.table import CreditTable, Item
from ipcheck.agency.looked import Looked
from ipcheck.agency.mentions import evidence, named, people_at
from ipcheck.agency.records import entries, is_own
from ipcheck.agency.table import AnyTable
from ipcheck.agency.tables import LISTINGS, PENALTIES, Listing, Penalty
from ipcheck.model import Words
from ipcheck.readers.sheet import Row, read_day


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
    gaps = [Gap("全部", f"{item.path}：{item.message}") for item in looked.report.failures]
    for item in table.items:
        hits += _of_findings(table, item, looked)
        hits += _of_penalties(table, item, looked)
        if table.subject == "agency":
            hits += _of_lists(item, looked)
        hits += [_of_event(event, item, looked) for event in _events(table, item, looked, events)]
        gaps += [Gap(item.code, why) for why in _gaps(item, looked, events)]
    return hits, gaps


def _gaps(item: Item, looked: Looked, events: Events | None) -> Iterator[str]:
    yield from looked.unseen(item.checks)
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
        # Checks on periods tell whether the thing is still to be done; what was done late is of the past.
        open_ = not item.starts and record.facts.get("open") is True
        if item.starts == "event" or (not item.starts and "open" in record.facts):
            # Five digits may be a day of a spreadsheet or any other number.
            texts = (words.text for words in (record.words, *record.related))
            days = (read_day(text) for text in texts if len(text) > 5)
            start = min(next((day for day in days if day is not None), start), start)
        told = f"{record.code} {record.message}"
        if table.subject == "agency":
            words = record.words
            yield Hit(item.code, "", evidence(words), words.text, told, start, item.until(start), open_)
            continue
        for name, words in people_at(looked.agency, record).items():
            yield Hit(item.code, name, evidence(words), words.text, told, start, item.until(start), open_)


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


__all__ = ["Gap", "Hit", "hits_of"]
