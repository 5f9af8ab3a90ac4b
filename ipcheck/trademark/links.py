"""Applicants that a register ties together by two kinds of ties or more, with the chain of reasons."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from math import fsum

from ipcheck.trademark.columns import Column
from ipcheck.trademark.mark import Mark
from ipcheck.trademark.names import is_agency, same_group, trade_name
from ipcheck.trademark.portfolio import MarkRegister

# How much a thing in common weighs (catalogue 2.5.1; ours, no law). One agency on one day ties nobody: strangers
# share that every day.
WEIGHTS = {
    Column.APPLICANT_ID: 1.0,
    Column.LEGAL_PERSON: 0.9,
    Column.SHAREHOLDERS: 0.8,
    Column.PHONE: 0.7,
    Column.EMAIL: 0.7,
    Column.ADDRESS: 0.5,
}
ENOUGH = 0.9
_CONTACT = frozenset({Column.PHONE, Column.EMAIL})
# Houses where strangers live side by side: their addresses weigh nothing.
_SHARED_HOUSE = re.compile(
    r"孵化|众创|创客|产业园|科技园|工业园|创业园|创意园|软件园|园区|商务秘书|集群注册|托管|工位|虚拟|联合办公|"
    r"商务中心|自贸|保税|电商城|批发市场"
)
_SHARE = re.compile(r"(?P<name>[^\d%(（:：]+)[(（:：]?(?P<share>\d{1,3}(?:\.\d+)?)?%?")


@dataclass(frozen=True)
class Tie:
    """Two applicants and what they have in common, by column; ``weight`` is the sum of its weights."""

    first: Mark
    second: Mark
    common: tuple[tuple[Column, str], ...]

    @property
    def weight(self) -> float:
        """How strong the tie is, 0.9 or more."""
        return fsum(WEIGHTS[column] for column, _ in self.common)

    def __str__(self) -> str:
        things = "、".join(f"同{column.value}“{_masked(column, words)}”" for column, words in self.common)
        return f"{self.first.applicants[0]}与{self.second.applicants[0]}{things}（权重{self.weight:.1f}）"


@dataclass(frozen=True)
class Cluster:
    """Applicants tied together, directly or in a chain, with a tie for every link of the chain."""

    applicants: tuple[str, ...]
    ties: tuple[Tie, ...]


class Kin:
    """Who belongs together in a register."""

    def __init__(self, clusters: list[Cluster]) -> None:
        self.clusters = clusters
        self._cluster = {name: cluster for cluster in clusters for name in cluster.applicants}

    def cluster(self, name: str) -> Cluster | None:
        """The cluster an applicant is in."""
        return self._cluster.get(name)

    def same(self, first: str, second: str) -> bool:
        """Whether two names are tied or those of one house."""
        cluster = self._cluster.get(first)
        return (cluster is not None and cluster is self._cluster.get(second)) or same_group(first, second)

    def apart(self, names: list[str]) -> list[str]:
        """The first name of every house among ``names``."""
        found: list[str] = []
        seen: set[object] = set()
        for name in names:
            keys: set[object] = {name, trade_name(name) or name, self._cluster.get(name, name)}
            if keys.isdisjoint(seen):
                found.append(name)
            seen |= keys
        return found


def street_address(address: str) -> str:
    """An address down to its street number, without white space; empty if it is too coarse or a shared house."""
    plain = re.sub(r"\s", "", address[:200])
    if _SHARED_HOUSE.search(plain):
        return ""
    match = re.match(r".{6,60}?\d{1,6}号", plain)
    return match[0] if match else ""


def _masked(column: Column, words: str) -> str:
    """An identity or telephone number is told by its ends only."""
    if column in (Column.APPLICANT_ID, Column.PHONE) and len(words) > 6:
        return words[:3] + "…" + words[-2:]
    return words


def _keys(mark: Mark) -> Iterator[tuple[Column, str]]:
    row = mark.row
    for column, least in ((Column.APPLICANT_ID, 8), (Column.PHONE, 7), (Column.EMAIL, 6)):
        key = re.sub(r"[\s\-()+]", "", row.text(column)).lower()
        if len(key) >= least:
            yield column, key
    address = street_address(row.text(Column.ADDRESS))
    if address:
        yield Column.ADDRESS, address
    people = row.names(Column.LEGAL_PERSON)
    if people and len(people[0]) >= 2:
        yield Column.LEGAL_PERSON, people[0]
    holders = [match for name in row.names(Column.SHAREHOLDERS) if (match := _SHARE.match(name))]
    for match in holders:
        # A holder of half or more, or the only one.
        if float(match["share"] or (100 if len(holders) == 1 else 0)) >= 50:
            yield Column.SHAREHOLDERS, match["name"]


def _holders(register: MarkRegister) -> dict[tuple[Column, str], dict[str, Mark]]:
    holders: dict[tuple[Column, str], dict[str, Mark]] = defaultdict(dict)
    for mark in register.rows:
        if mark.applicants:
            for key in _keys(mark):
                holders[key].setdefault(mark.applicants[0], mark)
    return holders


def _is_tie(first: Mark, second: Mark, common: dict[Column, str]) -> bool:
    if len(common) < 2 or fsum(WEIGHTS[column] for column in common) < ENOUGH:
        return False
    agency = first.row.text(Column.AGENCY)
    # Telephone and mail alone, and one agency: most likely they are the agency's.
    return not (set(common) <= _CONTACT and agency and agency == second.row.text(Column.AGENCY))


def kin(register: MarkRegister, most: int = 8) -> Kin:
    """The clusters of a register, the largest first.

    What more than ``most`` applicants share, or what an agency has among them, ties nobody: it is the agency's
    telephone, an office building, a common name. Two different kinds of ties are needed, 0.9 in weight together.
    """
    return _kin(register, most)


@lru_cache(maxsize=4)
def _kin(register: MarkRegister, most: int) -> Kin:
    pairs: dict[tuple[str, str], dict[Column, str]] = defaultdict(dict)
    row_of: dict[str, Mark] = {}
    for mark in register.rows:
        row_of.setdefault(mark.applicants[0] if mark.applicants else "", mark)
    for (column, words), rows in _holders(register).items():
        if not 2 <= len(rows) <= most or any(is_agency(name) for name in rows):
            continue
        for first, second in combinations(sorted(rows, key=lambda name: row_of[name].number), 2):
            pairs[first, second].setdefault(column, words)
    leader: dict[str, str] = {}

    def find(name: str) -> str:
        while leader.setdefault(name, name) != name:
            leader[name] = leader[leader[name]]
            name = leader[name]
        return name

    ties: dict[str, list[Tie]] = defaultdict(list)
    for (first, second), common in pairs.items():
        a, b = find(first), find(second)
        if a != b and _is_tie(row_of[first], row_of[second], common):
            leader[b] = a
            reasons = tuple(sorted(common.items(), key=lambda item: -WEIGHTS[item[0]]))
            ties[a] = [*ties[a], *ties.pop(b, []), Tie(row_of[first], row_of[second], reasons)]
    members: dict[str, list[str]] = defaultdict(list)
    for name in leader:
        members[find(name)].append(name)
    clusters = [
        Cluster(tuple(sorted(names, key=lambda name: row_of[name].number)), tuple(ties[top]))
        for top, names in members.items()
        if len(names) > 1
    ]
    return Kin(sorted(clusters, key=lambda cluster: (-len(cluster.applicants), cluster.applicants)))


__all__ = ["ENOUGH", "WEIGHTS", "Cluster", "Kin", "Tie", "kin", "street_address"]
