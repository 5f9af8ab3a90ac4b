"""Applicants that the register itself ties together: one telephone, one address, one contact, one legal person."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from ipcheck.abnormal.columns import Column
from ipcheck.abnormal.register import Register, Row

# What ties, the strongest first.
_TIES = (Column.PHONE, Column.EMAIL, Column.APPLICANT_ID, Column.ADDRESS, Column.LEGAL_PERSON)


@dataclass(frozen=True)
class Tie:
    """Two applicants and the words that both rows hold in one column."""

    first: Row
    second: Row
    column: Column
    words: str

    def __str__(self) -> str:
        first, second = ("、".join(row.applicants) for row in (self.first, self.second))
        return f"{first}与{second}同{self.column.value}“{self.words}”"


@dataclass(frozen=True)
class Group:
    """Applicants tied together, directly or in a chain, with one tie for every link of the chain."""

    applicants: tuple[str, ...]
    rows: tuple[Row, ...]
    ties: tuple[Tie, ...]


def _keys(row: Row) -> Iterator[tuple[Column, str]]:
    for column in _TIES:
        words = row.text(column)
        if column in (Column.PHONE, Column.EMAIL, Column.APPLICANT_ID):
            key = re.sub(r"[\s\-()+]", "", words).lower()
        else:
            key = re.sub(r"\s", "", words)
        # A province alone is no address, three digits are no telephone.
        if len(key) >= {Column.PHONE: 7, Column.ADDRESS: 9, Column.LEGAL_PERSON: 2}.get(column, 6):
            yield column, key


def linked(register: Register, *, most: int) -> list[Group]:
    """The groups of applicants that share something, the largest first.

    What more than ``most`` applicants share ties nobody: it is the agency's telephone, an office building, a common
    name. Joint applicants of one application are partners, not a tie. A legal person's name ties only applicants
    of one province, since names are common.
    """
    holders: dict[tuple[Column, str], dict[str, Row]] = defaultdict(dict)
    for row in register.rows:
        if not row.applicants:
            continue
        for column, key in _keys(row):
            if column is Column.LEGAL_PERSON:
                key += "＠" + row.text(Column.ADDRESS)[:2]
            holders[column, key].setdefault(row.applicants[0], row)
    leader: dict[str, str] = {}

    def find(name: str) -> str:
        while leader.setdefault(name, name) != name:
            leader[name] = leader[leader[name]]
            name = leader[name]
        return name

    ties: dict[str, list[Tie]] = defaultdict(list)
    for column in _TIES:
        for (kind, key), rows in holders.items():
            if kind is not column or not 2 <= len(rows) <= most:
                continue
            first, *others = rows.values()
            for other in others:
                a, b = find(first.applicants[0]), find(other.applicants[0])
                if a != b:
                    leader[b] = a
                    ties[a] = [*ties[a], *ties.pop(b, []), Tie(first, other, column, key.partition("＠")[0])]
    members: dict[str, list[str]] = defaultdict(list)
    for name in leader:
        members[find(name)].append(name)
    groups = [
        Group(
            tuple(names), tuple(row for name in names for row in register.by_applicant.get(name, ())), tuple(ties[top])
        )
        for top, names in members.items()
        if len(names) > 1
    ]
    return sorted(groups, key=lambda group: (-len(group.applicants), group.applicants))


__all__ = ["Group", "Tie", "linked"]
