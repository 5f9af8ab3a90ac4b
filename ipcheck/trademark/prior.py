"""Earlier marks in the way of an application: alike, on the same or similar goods, of somebody else."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from ipcheck.model import Span
from ipcheck.trademark.cards import cards_of
from ipcheck.trademark.earlier import EarlierMark, EarlierMarks, Hit
from ipcheck.trademark.mark import Mark
from ipcheck.trademark.sounds import EVERY_DIALECT, Dialects


@dataclass(frozen=True, slots=True)
class Conflict:
    """An earlier mark that an application meets. ``goods``: 同群 (a group in common), 同类 (groups not known on one
    side), 异群 (the same class, no group in common)."""

    mark: Mark
    hit: Hit
    goods: str

    @property
    def earlier(self) -> EarlierMark:
        """The earlier mark."""
        return self.hit.mark

    @property
    def related(self) -> tuple[Span, ...]:
        """The place of the earlier mark, where it was read from a table."""
        return (self.earlier.span,) if self.earlier.span is not None else ()

    @property
    def told(self) -> str:
        """The earlier mark in words: its words, number and owner."""
        pieces = [piece for piece in (self.earlier.number, self.earlier.applicant) if piece]
        return f"“{self.earlier.text}”" + (f"（{'，'.join(pieces)}）" if pieces else "")

    @property
    def facts(self) -> dict[str, object]:
        """What a report tells of it besides words."""
        likeness = self.hit.likeness
        return {
            "earlier": self.earlier.text,
            "number": self.earlier.number,
            "owner": self.earlier.applicant,
            "score": likeness.score,
            "rules": [
                {"rule": rule.rule, "score": round(rule.score, 3), "why": rule.why} for rule in likeness.rules[:5]
            ],
            "aligned": [list(pair) for pair in likeness.aligned],
            "goods": self.goods,
        }


def conflicts(
    mark: Mark, earlier: EarlierMarks, *, floor: float, dialects: Dialects = EVERY_DIALECT
) -> Iterator[Conflict]:
    """The earlier marks of others, in a class in common, that are alike to ``mark`` at ``floor`` or above."""
    if not mark.text or not mark.classes:
        return
    for hit in earlier.search(mark.text, mark.classes, floor=floor, dialects=dialects):
        if not same_owner(mark, hit.mark):
            yield Conflict(mark, hit, _goods(mark.groups, hit.mark.groups))


def same_owner(mark: Mark, earlier: EarlierMark) -> bool:
    """Whether an earlier mark belongs to the applicant."""
    return bool(earlier.applicant) and earlier.applicant in (mark.applicant, *mark.applicants)


def _goods(mine: Collection[str], theirs: Collection[str]) -> str:
    if not mine or not theirs:
        return "同类"
    return "同群" if set(mine) & set(theirs) else "异群"


def limit(mark: Mark, usual: float, short: float) -> float:
    """The score from which ``mark`` is told of: two characters alone agree by chance more often."""
    return short if len(cards_of(mark.text).unit) <= 2 else usual


__all__ = ["Conflict", "conflicts", "limit", "same_owner"]
