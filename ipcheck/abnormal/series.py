"""Series in a register: applications of one applicant, or of linked ones, whose titles are nearly the same."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from unicodedata import normalize
from weakref import WeakKeyDictionary

from rapidfuzz import fuzz, process

from ipcheck.abnormal.columns import Column
from ipcheck.abnormal.grids import without_tail
from ipcheck.abnormal.links import linked
from ipcheck.abnormal.register import Register, Row, in_order

# Each title is held against so many that follow it in time: the cost stays linear in the register.
_AHEAD = 200
# Shorter names (空调器, 一种电机) are names of a thing, not of an invention.
_LEAST_NAME = 6
# What tells models of one product apart: (三), XK-200.
_MARK = re.compile(r"\([^()]*\)|[A-Za-z0-9ⅠⅡⅢⅣⅤ\-]+")


_KNOWN: WeakKeyDictionary[Register, dict[int, list[Entity]]] = WeakKeyDictionary()


@dataclass(frozen=True)
class Entity:
    """Applicants that are one or tied together, and their rows in order of filing."""

    names: tuple[str, ...]
    rows: tuple[Row, ...]


def entities(register: Register, most: int) -> list[Entity]:
    """Every applicant with those it is linked to (links.linked). A joint application counts for the first named.

    Worked out once for a register and a ``most``: several checks ask.
    """
    known = _KNOWN.setdefault(register, {})
    if most not in known:
        known[most] = _entities(register, most)
    return known[most]


def small_entities(register: Register, most: int, least: int) -> Iterator[Entity]:
    """The entities with at least ``least`` rows that hold no university, institute, listed company or group."""
    for entity in entities(register, most):
        if len(entity.rows) >= least and not any(
            register.is_institute(name) or register.is_large(name) for name in entity.names
        ):
            yield entity


def _entities(register: Register, most: int) -> list[Entity]:
    leader = {
        name: group.applicants[0]
        for group in linked(register, most=most)
        for name in group.applicants
    }  # fmt: skip
    names: dict[str, dict[str, None]] = defaultdict(dict)
    rows: dict[str, list[Row]] = defaultdict(list)
    for row in register.rows:
        if row.applicants:
            first = row.applicants[0]
            top = leader.get(first, first)
            names[top][first] = None
            rows[top].append(row)
    return [Entity(tuple(names[top]), tuple(in_order(found))) for top, found in rows.items()]


def bare_title(row: Row) -> str:
    """The title without 一种, spaces and the tail of every title (的制备方法); what marks a model is left out."""
    words = re.sub(r"\s", "", normalize("NFKC", row.text(Column.TITLE)))
    return without_tail(_MARK.sub("", re.sub(r"^(?:一种|基于|用于)", "", words)))


def without_kin(rows: Sequence[Row]) -> list[Row]:
    """Rows without those that are rightly alike: divisions, later filings with priority, 同日双申, the same number."""
    kept: dict[tuple[object, ...], Row] = {}
    for row in rows:
        if row.text(Column.PARENT) or row.text(Column.PRIORITY):
            continue
        kept.setdefault((row.filed or row.index, row.applicants, row.text(Column.TITLE)), row)
    return list(kept.values())


def similar_titles(rows: Sequence[Row], similarity: float, least: int) -> Iterator[list[Row]]:
    """Groups of at least ``least`` rows whose titles are alike (Indel ratio 0 to 1), of one subclass; designs left out.

    Every member is like the group's first; short names do not count.
    """
    blocks: dict[str, list[tuple[Row, str]]] = defaultdict(list)
    for row in rows:
        if row.kind != "design" and len(bare := bare_title(row)) >= _LEAST_NAME:
            blocks[row.subclass].append((row, bare))
    for _, block in sorted(blocks.items()):
        if len(block) < least:
            continue
        for group in _alike([title for _, title in block], similarity):
            if len(group) >= least:
                yield [block[index][0] for index in group]


def _alike(titles: Sequence[str], similarity: float) -> list[list[int]]:
    pairs: list[tuple[int, int]] = []
    for start in range(0, len(titles), _AHEAD):
        queries, choices = titles[start : start + _AHEAD], titles[start : start + 2 * _AHEAD]
        ratios = process.cdist(queries, choices, scorer=fuzz.ratio, score_cutoff=100 * similarity)
        ones, others = ratios.nonzero()
        pairs += [
            (start + int(one), start + int(other)) for one, other in zip(ones, others, strict=True) if one < other
        ]
    # A chain from one subject to another is no series: the first in time gathers those like itself.
    head: dict[int, int] = {}
    for one, other in sorted(pairs):
        if head.setdefault(one, one) == one:
            head.setdefault(other, one)
    groups: dict[int, list[int]] = defaultdict(list)
    for item, first in sorted(head.items()):
        groups[first].append(item)
    return list(groups.values())


def spread(rows: Sequence[Row]) -> tuple[int, int]:
    """On how many days rows were filed, and how many days lie between the first and the last."""
    days = sorted({row.filed for row in rows if row.filed is not None})
    return len(days), (days[-1] - days[0]).days if days else 0


__all__ = ["Entity", "bare_title", "entities", "similar_titles", "small_entities", "spread", "without_kin"]
