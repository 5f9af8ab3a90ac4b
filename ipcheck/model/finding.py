"""A finding: what a check says about some words, with its basis and, where there is one, a fix."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from ipcheck.model.fingerprint import fingerprint
from ipcheck.model.span import Span


class Level(StrEnum):
    """How grave a finding is: the law forbids it, an examiner may object, or a piece of advice."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"

    @property
    def rank(self) -> int:
        """2 for error, 1 for warning, 0 for advice."""
        return {"error": 2, "warning": 1, "advice": 0}[self.value]

    @property
    def chinese(self) -> str:
        """The level's name for users."""
        return {"error": "错误", "warning": "警告", "advice": "建议"}[self.value]


@dataclass(frozen=True, slots=True)
class BasisRef:
    """An article as it is printed: law, edition and number in force on the as-of date, and our own summary.

    ``label`` names it in full (《专利法实施细则》第二十五条第二款), ``short`` as agents write it (细则第25条第2款).
    """

    law: str
    edition: str
    article: str
    label: str
    short: str
    summary: str
    verified: bool


@dataclass(frozen=True, slots=True)
class Fix:
    """The words to put in place of the finding's; ``safe`` only if the meaning cannot change."""

    text: str
    safe: bool = False


@dataclass(frozen=True)
class Finding:
    """One finding. ``part`` and ``claim`` say where in the application its span lies; ``facts`` are its numbers."""

    code: str
    check: str
    room: str
    level: Level
    message: str
    basis: tuple[BasisRef, ...]
    span: Span
    related: tuple[Span, ...] = ()
    fix: Fix | None = None
    facts: Mapping[str, Any] = field(default_factory=dict)
    part: str | None = None
    claim: int | None = None
    clue: bool = False

    @property
    def fingerprint(self) -> str:
        """A name for this finding that survives edits elsewhere: code, part, the words and their neighbours."""
        return fingerprint(self.code, self.part, self.span)

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        """The sorting key: file, place, code, message."""
        return (self.span.document.path, self.span.start, self.span.end, self.code, self.message)
