"""From points and findings to scores: the machine's part, the experts' part, what both come to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from itertools import combinations
from math import fsum
from statistics import fmean
from typing import Any

from ipcheck.model import Level
from ipcheck.review.scheme import Scheme

FULL = 100.0
_DIGITS = 6
_EXACT, _HUNDREDTH = 9, Decimal("0.01")
REJECTED = "不成立"
OPINIONS = ("成立", REJECTED, "存疑")


def half_up(points: float) -> float:
    """Points to two digits as a score sheet rounds them: 87.425 is 87.43.

    ``round`` takes the nearest of what binary holds (87.425 is a little less) and the even one of two equally near.
    Points and weights are written with few digits, so what is off behind the ninth is the binary's.
    """
    return float(Decimal(repr(round(float(points), _EXACT))).quantize(_HUNDREDTH, ROUND_HALF_UP))


@dataclass(frozen=True, slots=True)
class MachineFinding:
    """A finding of the machine as far as scores go; ``section`` is the part of the application it lies in."""

    mark: str
    check: str
    level: Level
    section: str | None


@dataclass(frozen=True, slots=True)
class Marked:
    """What one expert gave one file: points by item, opinions by the finding's mark, a remark."""

    expert: str
    points: Mapping[str, float]
    opinions: Mapping[str, str] = field(default_factory=dict)
    remark: str = ""

    @property
    def total(self) -> float:
        """The sum of the points, from 0 to 100."""
        return fsum(self.points.values())


@dataclass(frozen=True)
class FileScore:
    """The score of a file. ``third``: the experts differ by more than allowed and a third one has not scored yet.

    ``merged`` are the experts whose points count. ``total`` is None while ``third`` is true or nobody has scored.
    """

    machine: float
    machine_parts: Mapping[str, float]
    deductions: tuple[Mapping[str, Any], ...]
    gates: tuple[str, ...]
    cap: float
    experts: Mapping[str, float]
    merged: tuple[str, ...]
    expert: float | None
    items: Mapping[str, float]
    third: bool
    total: float | None


def rejected(marked: Sequence[Marked]) -> set[str]:
    """The findings that more than half of the experts who gave an opinion think wrong (存疑 counts as neither)."""
    found = set()
    for mark in {mark for one in marked for mark in one.opinions}:
        given = [one.opinions[mark] for one in marked if one.opinions.get(mark) in (OPINIONS[0], REJECTED)]
        if given and given.count(REJECTED) * 2 > len(given):
            found.add(mark)
    return found


def score_file(
    scheme: Scheme, findings: Iterable[MachineFinding], marked: Sequence[Marked], third_over: float
) -> FileScore:
    """The score of a file from its findings and what the experts gave. ``third_over`` in points of 100."""
    wrong = rejected(marked)
    standing = [finding for finding in findings if finding.mark not in wrong]
    machine, parts, deductions = _machine(scheme, standing)
    names = {finding.check for finding in standing}
    gates = [gate for gate in scheme.gates if names & set(gate.checks)]
    cap = min((gate.cap for gate in gates), default=FULL)
    merged, third = merge(marked, third_over)
    expert = fmean(one.total for one in merged) if merged else None
    total = None
    if expert is not None and not third:
        total = min(cap, scheme.machine_weight * machine + scheme.expert_weight * expert)
    return FileScore(
        machine=machine,
        machine_parts=parts,
        deductions=tuple(deductions),
        gates=tuple(gate.why for gate in gates),
        cap=cap,
        experts={one.expert: one.total for one in marked},
        merged=tuple(one.expert for one in merged),
        expert=expert,
        items={item.number: fmean(one.points[item.number] for one in merged) for item in scheme.items}
        if merged
        else {},
        third=third,
        total=total,
    )


def merge(marked: Sequence[Marked], third_over: float) -> tuple[list[Marked], bool]:
    """Whose points count, and whether a third expert is needed.

    Two that differ by no more than ``third_over`` both count. Otherwise, with a third one's points, the two that lie
    closest together count (of equally close pairs the higher one); a spread that stays too wide is left to people.
    """
    if len(marked) < 2:
        return list(marked), bool(marked)
    totals = [one.total for one in marked]
    # Points are written with few digits; what their sum is off by in binary is no difference.
    if round(max(totals) - min(totals) - third_over, _DIGITS) <= 0:
        return list(marked), False
    if len(marked) == 2:
        return list(marked), True
    pair = min(
        combinations(marked, 2), key=lambda two: (abs(two[0].total - two[1].total), -(two[0].total + two[1].total))
    )
    return list(pair), False


def _machine(
    scheme: Scheme, findings: Sequence[MachineFinding]
) -> tuple[float, dict[str, float], list[Mapping[str, Any]]]:
    """100 less what the findings take off, no check more than its cap; and what each part loses."""
    counts = Counter((finding.check, finding.level) for finding in findings)
    sections = {(finding.check, finding.level): finding.section for finding in reversed(findings)}
    parts = {part.name: 0.0 for part in scheme.parts}
    deductions: list[Mapping[str, Any]] = []
    taken: dict[str, float] = {}
    for (check, level), count in sorted(counts.items(), key=lambda item: (-item[0][1].rank, item[0][0])):
        rule = scheme.deductions[level]
        room = max(0.0, rule.most - taken.get(check, 0.0))
        points = min(room, rule.each * count)
        taken[check] = taken.get(check, 0.0) + points
        part = scheme.part_of(sections[check, level])
        parts[part] += points
        deductions.append({"check": check, "level": level.value, "count": count, "points": points, "part": part})
    return max(0.0, FULL - fsum(taken.values())), parts, deductions


__all__ = [
    "FULL",
    "OPINIONS",
    "REJECTED",
    "FileScore",
    "MachineFinding",
    "Marked",
    "half_up",
    "merge",
    "rejected",
    "score_file",
]
