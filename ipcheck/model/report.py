"""A report: what was found, what failed and what was looked at."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ipcheck.model.finding import Finding, Level


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


@dataclass(frozen=True)
class Report:
    """The answer of one run, free of any format."""

    room: str
    as_of: date
    inputs: tuple[InputFile, ...]
    findings: tuple[Finding, ...]
    failures: tuple[Failure, ...]
    subjects: int
    checks: int
    characters: int = 0

    def count(self, level: Level) -> int:
        """How many findings are of this level."""
        return sum(finding.level is level for finding in self.findings)
