"""A report: what was found, what failed and what was looked at, free of documents and of formats."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from ipcheck.model.finding import BasisRef, Finding, Fix, Level
from ipcheck.model.fingerprint import again
from ipcheck.model.span import Span


@dataclass(frozen=True, slots=True, order=True)
class Failure:
    """Something that could not be done: a file not read, a page without text, a check that broke."""

    path: str
    check: str | None
    message: str


@dataclass(frozen=True, slots=True, order=True)
class InputFile:
    """A file that was looked at, with the SHA-256 of its bytes."""

    path: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Words:
    """Some words of a file and where they stand; ``before`` and ``after`` are what surrounds them in their line."""

    path: str
    source: str
    line: int
    column: int
    start: int
    end: int
    text: str
    before: str = ""
    after: str = ""

    @classmethod
    def of(cls, span: Span, around: int = 0) -> Words:
        """The words of ``span`` with at most ``around`` characters of its line on either side."""
        document = span.document
        line = document.paragraph_at(span.start)
        last = document.paragraph_at(max(span.start, span.end - 1))
        return cls(
            document.path,
            span.source,
            span.line,
            span.column,
            span.start,
            span.end,
            str(span),
            document.text[max(line.start, span.start - around) : span.start],
            document.text[span.end : min(last.end, span.end + around)],
        )


@dataclass(frozen=True, slots=True)
class Acceptance:
    """Why a finding stands as it is: the reason, who accepted it and when, and the day until which that holds."""

    reason: str
    name: str
    date: str
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """A finding as it is reported: plain data that can leave the process and outlive the documents."""

    code: str
    check: str
    room: str
    level: Level
    message: str
    basis: tuple[BasisRef, ...]
    words: Words
    related: tuple[Words, ...]
    fix: Fix | None
    part: str | None
    claim: int | None
    fingerprint: str
    clue: bool = False
    facts: Mapping[str, Any] = field(default_factory=dict)
    accepted: Acceptance | None = None

    @classmethod
    def of(cls, finding: Finding, around: int = 60) -> Record:
        """The record of a finding."""
        return cls(
            finding.code,
            finding.check,
            finding.room,
            finding.level,
            finding.message,
            finding.basis,
            Words.of(finding.span, around),
            tuple(Words.of(span) for span in finding.related),
            finding.fix,
            finding.part,
            finding.claim,
            finding.fingerprint,
            finding.clue,
            dict(finding.facts),
        )

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        """The sorting key: file, place, code, message."""
        return (self.words.path, self.words.start, self.words.end, self.code, self.message)


def numbered(records: Iterable[Record]) -> tuple[Record, ...]:
    """The records in their order, with fingerprints that are unique in each file.

    Of several with the same words and neighbours the first in the file keeps the fingerprint; another one put in
    between leaves the set of the fingerprints before as it was.
    """
    kept = tuple(records)
    seen: Counter[tuple[str, str]] = Counter()
    more: dict[int, str] = {}
    for index, record in sorted(enumerate(kept), key=lambda item: item[1].order):
        key = record.words.path, record.fingerprint
        seen[key] += 1
        if seen[key] > 1:
            more[index] = again(record.fingerprint, seen[key])
    return tuple(
        replace(record, fingerprint=more[index]) if index in more else record for index, record in enumerate(kept)
    )


@dataclass(frozen=True)
class Report:
    """The answer of one run.

    ``subjects`` is how many applications were looked at, ``checks`` with how many checks. ``skipped`` are checks
    (by name) that did not look at something they should have, each with the reason: no failure of ours, but no
    clean bill either. ``findings`` hold accepted ones too; ``mended`` are findings of an earlier report that are gone,
    ``known`` how many were in it already, are still open and are left out here, ``since`` its as-of date (all three
    only where an earlier report was named).
    ``remarks`` are sentences on what was accepted: expired, without effect. ``ran`` are the codes of the checks that
    ran, empty in a report that was read back.
    """

    room: str
    as_of: date
    inputs: tuple[InputFile, ...]
    findings: tuple[Record, ...]
    failures: tuple[Failure, ...]
    subjects: int
    checks: int
    skipped: tuple[tuple[str, str], ...] = ()
    mended: tuple[Record, ...] = ()
    known: int = 0
    since: date | None = None
    remarks: tuple[str, ...] = ()
    ran: frozenset[str] = field(default=frozenset(), compare=False)

    @property
    def open(self) -> tuple[Record, ...]:
        """The findings that nobody has accepted."""
        return tuple(record for record in self.findings if record.accepted is None)

    @property
    def accepted(self) -> int:
        """How many findings somebody has accepted."""
        return sum(record.accepted is not None for record in self.findings)

    def count(self, level: Level) -> int:
        """How many findings of this level nobody has accepted."""
        return sum(record.level is level for record in self.open)
