"""Experts to files: at least two each, nobody with a conflict, loads within one of each other.

A file is joined to ``per_file`` experts by augmenting paths (Ford and Fulkerson 1956), in the order of keys under the
seed. Twice over: first every expert is filled to the lower load, then every file to its number; a path never takes from
what is filled already (Mendelsohn and Dulmage 1958), so both hold at the end. Where one of the two cannot be done, the
files or the experts that no path leaves are the set that blocks (Hall 1935): it is named, no rule is bent.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Blocked:
    """Why no assignment exists: the files and experts that cannot be served, in words for the user."""

    files: tuple[str, ...]
    experts: tuple[str, ...]
    why: str


@dataclass
class _Joining:
    """Files and experts with the pairs that may be joined and those that are."""

    allowed: Mapping[str, Sequence[str]]
    per_file: int
    experts: Sequence[str]
    of_file: dict[str, list[str]] = field(default_factory=dict)
    of_expert: dict[str, list[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.of_file = {file: [] for file in self.allowed}
        self.of_expert = {expert: [] for expert in self.experts}
        self.files_for: dict[str, list[str]] = {expert: [] for expert in self.experts}
        for file, experts in self.allowed.items():
            for expert in experts:
                self.files_for[expert].append(file)

    def join(self, path: Sequence[tuple[str, str]]) -> None:
        """Turn every pair of a path: join those that are apart, part those that are joined."""
        for file, expert in path:
            if expert in self.of_file[file]:
                self.of_file[file].remove(expert)
                self.of_expert[expert].remove(file)
            else:
                self.of_file[file].append(expert)
                self.of_expert[expert].append(file)

    def fill_file(self, file: str, most: int) -> set[str] | None:
        """Give ``file`` one expert more whose load stays at or below ``most``; the files met if there is none."""
        came: dict[str, tuple[str, str] | None] = {file: None}
        via: dict[str, str] = {}
        queue = deque([file])
        while queue:
            at = queue.popleft()
            for expert in self.allowed[at]:
                if expert in via or expert in self.of_file[at]:
                    continue
                via[expert] = at
                if len(self.of_expert[expert]) < most:
                    self.join(_back(expert, via, came))
                    return None
                for other in self.of_expert[expert]:
                    if other not in came:
                        came[other] = (expert, other)
                        queue.append(other)
        return set(came)

    def fill_expert(self, expert: str) -> set[str] | None:
        """Give ``expert`` one file more that is not full yet; the experts met if there is none."""
        came: dict[str, tuple[str, str] | None] = {expert: None}
        via: dict[str, str] = {}
        queue = deque([expert])
        while queue:
            at = queue.popleft()
            for file in self.files_for[at]:
                if file in via or at in self.of_file[file]:
                    continue
                via[file] = at
                if len(self.of_file[file]) < self.per_file:
                    self.join([(pair[1], pair[0]) for pair in _back(file, via, came)])
                    return None
                for other in self.of_file[file]:
                    if other not in came:
                        came[other] = (file, other)
                        queue.append(other)
        return set(came)


def _back(end: str, via: Mapping[str, str], came: Mapping[str, tuple[str, str] | None]) -> list[tuple[str, str]]:
    """The pairs of the path that led to ``end``, from its end: (start's side, end's side)."""
    path = [(via[end], end)]
    step = came[via[end]]
    while step is not None:
        middle, start = step
        path += [(start, middle), (via[middle], middle)]
        step = came[via[middle]]
    return path


def assign(
    allowed: Mapping[str, Sequence[str]], experts: Sequence[str], per_file: int
) -> dict[str, list[str]] | Blocked:
    """For each file its experts, or what blocks.

    ``allowed`` holds for each file the experts without a conflict. Both it and ``experts`` are in the order in which
    they shall be tried: the order of their keys.
    """
    if not allowed:
        return {}
    if not experts:
        return Blocked(tuple(allowed), (), "一名专家也没有")
    least, extra = divmod(len(allowed) * per_file, len(experts))
    most = least + bool(extra)
    # Files are looked at alone first: where both fail, that a file lacks experts is what people can mend.
    blocked = _fill_files(_Joining(allowed, per_file, experts), most)
    if blocked is not None:
        return blocked
    joining = _Joining(allowed, per_file, experts)
    for expert in experts:
        for _ in range(least):
            met = joining.fill_expert(expert)
            if met is not None:
                return _experts_blocked(joining, sorted(met), least)
    _fill_files(joining, most)
    return {file: sorted(chosen) for file, chosen in joining.of_file.items()}


def _fill_files(joining: _Joining, most: int) -> Blocked | None:
    for file in joining.allowed:
        while len(joining.of_file[file]) < joining.per_file:
            met = joining.fill_file(file, most)
            if met is not None:
                return _files_blocked(joining, sorted(met), most)
    return None


def _experts_blocked(joining: _Joining, blocked: list[str], least: int) -> Blocked:
    files = {file for expert in blocked for file in joining.files_for[expert]}
    told = "、".join(blocked)
    return Blocked(
        tuple(sorted(files)),
        tuple(blocked),
        f"专家 {told} 每人应当评 {least} 份才能均衡，但是除去回避之后他们合起来只能评 {len(files)} 份案卷，凑不满；"
        "请增加这些专家能评的案卷、减少他们，或者复核他们的回避",
    )


def _files_blocked(joining: _Joining, blocked: list[str], most: int) -> Blocked:
    experts = sorted({expert for file in blocked for expert in joining.allowed[file]})
    told = "、".join(experts) or "（没有）"
    return Blocked(
        tuple(blocked),
        tuple(experts),
        f"案卷 {'、'.join(blocked)} 每份要 {joining.per_file} 名专家，但是除去回避之后只剩 {told}，"
        f"每人至多 {most} 份，不够；请增加与它们没有利害关系的专家",
    )


__all__ = ["Blocked", "assign"]
