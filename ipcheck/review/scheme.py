"""The scoring scheme: what experts score, what a machine finding takes off, what fails a file outright."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from math import fsum, isclose
from typing import Any

from ipcheck.model import Level
from ipcheck.review.errors import ReviewError
from ipcheck.toml_text import load_toml

_KEYS = {"title", "note", "weights", "machine", "parts", "gates", "grades", "merge"}
_PART = {"name", "points", "items", "sections"}
_ITEM = {"name", "points", "hint"}
_GATE = {"checks", "cap", "why"}
_FULL = 100.0


@dataclass(frozen=True, slots=True)
class Item:
    """Something an expert gives points for: its number (甲.乙 by part and item), its name, its full points, a hint."""

    number: str
    part: str
    name: str
    points: float
    hint: str


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the scheme; ``sections`` are the parts of an application (claims, description …) that belong to it."""

    name: str
    points: float
    items: tuple[Item, ...]
    sections: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Gate:
    """Checks (by name) one finding of which caps the score of a file at ``cap``, and why."""

    checks: tuple[str, ...]
    cap: float
    why: str


@dataclass(frozen=True, slots=True)
class Deduction:
    """What one finding of a level takes off the machine's 100 points, and the most that one check may take."""

    each: float
    most: float


@dataclass(frozen=True)
class Scheme:
    """A scheme as read. ``machine_weight`` and ``expert_weight`` sum to 1."""

    title: str
    note: str
    machine_weight: float
    expert_weight: float
    deductions: Mapping[Level, Deduction]
    parts: tuple[Part, ...]
    gates: tuple[Gate, ...]
    grades: tuple[tuple[str, float], ...]

    @property
    def items(self) -> tuple[Item, ...]:
        """All items, in order."""
        return tuple(item for part in self.parts for item in part.items)

    def grade(self, score: float) -> str:
        """The grade of a score from 0 to 100."""
        return next((name for name, least in self.grades if score >= least), self.grades[-1][0])

    def part_of(self, section: str | None) -> str:
        """The part of the scheme that a section of an application belongs to, else the last part."""
        return next((part.name for part in self.parts if section in part.sections), self.parts[-1].name)


class _Reading:
    def __init__(self, shown: str) -> None:
        self.shown = shown
        self.problems: list[str] = []

    def fault(self, words: str) -> None:
        self.problems.append(f"{self.shown}：{words}")

    def known(self, table: Mapping[str, Any], keys: set[str], where: str) -> None:
        for key in table:
            if key not in keys:
                self.fault(f"{where}里不认识的设置：{key}（有：{'、'.join(sorted(keys))}）")

    def number(self, table: Mapping[str, Any], key: str, where: str, default: float | None = None) -> float:
        value = table.get(key, default)
        if isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= _FULL:
            return float(value)
        self.fault(f"{where}的 {key} 应当是 0 到 100 的数，现在是 {value!r}")
        return 0.0

    def text(self, table: Mapping[str, Any], key: str, where: str, *, needed: bool = False) -> str:
        value = table.get(key, "")
        if isinstance(value, str) and (value.strip() or not needed):
            return value.strip()
        self.fault(f"{where}的 {key} 应当是文字" + ("，没有填写" if value == "" else f"，现在是 {value!r}"))
        return ""

    def tables(self, raw: Mapping[str, Any], key: str) -> list[Mapping[str, Any]]:
        value = raw.get(key, [])
        if isinstance(value, list) and all(isinstance(item, dict) for item in value):
            return value
        self.fault(f"{key} 应当写成 [[{key}]]")
        return []


def read_scheme(text: str, shown: str) -> Scheme:
    """The scheme in the TOML ``text``. Raises ReviewError with every fault: points that do not add up are one."""
    try:
        raw = load_toml(text)
    except tomllib.TOMLDecodeError as error:
        raise ReviewError(f"{shown}：不是合法的 TOML：{error}") from error
    reading = _Reading(shown)
    reading.known(raw, _KEYS, "文件")
    weights = raw.get("weights", {})
    if not isinstance(weights, dict):
        reading.fault("weights 应当写成 [weights]，下面是 machine 和 expert")
        weights = {}
    machine, expert = (reading.number(weights, key, "weights") for key in ("machine", "expert"))
    if not isclose(machine + expert, _FULL):
        reading.fault(f"weights 的 machine 与 expert 之和应当是 100，现在是 {machine + expert:g}")
    parts = tuple(_part(reading, number, table) for number, table in enumerate(reading.tables(raw, "parts"), 1))
    total = fsum(part.points for part in parts)
    for name, count in Counter(part.name for part in parts).items():
        if count > 1:
            reading.fault(f"有 {count} 个 parts 都叫“{name}”；请用不同的名称")
    if not isclose(total, _FULL):
        reading.fault(f"各部分满分之和应当是 100，现在是 {total:g}")
    gates = tuple(_gate(reading, table) for table in reading.tables(raw, "gates"))
    grades = _grades(reading, raw.get("grades", {}))
    scheme = Scheme(
        reading.text(raw, "title", "文件", needed=True),
        reading.text(raw, "note", "文件"),
        machine / _FULL,
        expert / _FULL,
        _deductions(reading, raw.get("machine", {})),
        parts,
        gates,
        grades,
    )
    if reading.problems:
        raise ReviewError(reading.problems)
    return scheme


def _part(reading: _Reading, number: int, table: Mapping[str, Any]) -> Part:
    where = f"第 {number} 个 parts "
    reading.known(table, _PART, where)
    name = reading.text(table, "name", where, needed=True)
    points = reading.number(table, "points", where)
    items = []
    for index, entry in enumerate(reading.tables(table, "items"), 1):
        inside = f"{where}第 {index} 项"
        reading.known(entry, _ITEM, inside)
        items.append(
            Item(
                f"{number}.{index}",
                name,
                reading.text(entry, "name", inside, needed=True),
                reading.number(entry, "points", inside),
                reading.text(entry, "hint", inside),
            )
        )
    total = fsum(item.points for item in items)
    if not isclose(total, points):
        reading.fault(f"“{name}”各项满分之和是 {total:g}，与这一部分的 {points:g} 不同")
    sections = table.get("sections", [])
    if not isinstance(sections, list) or not all(isinstance(item, str) for item in sections):
        reading.fault(f'{where}的 sections 应当是一列文字，如 ["claims"]')
        sections = []
    return Part(name, points, tuple(items), tuple(sections))


def _gate(reading: _Reading, table: Mapping[str, Any]) -> Gate:
    reading.known(table, _GATE, "gates ")
    checks = table.get("checks", [])
    if not isinstance(checks, list) or not checks or not all(isinstance(item, str) for item in checks):
        reading.fault("gates 的 checks 应当是一列检查的名称")
        checks = []
    return Gate(
        tuple(checks), reading.number(table, "cap", "gates "), reading.text(table, "why", "gates ", needed=True)
    )


def _deductions(reading: _Reading, raw: Any) -> dict[Level, Deduction]:
    found = {}
    tables = raw if isinstance(raw, dict) else {}
    for level in Level:
        table = tables.get(level.value, {})
        if not isinstance(table, dict):
            reading.fault(f"machine.{level.value} 应当写成 {{ each = 3, most = 6 }}")
            table = {}
        where = f"machine.{level.value} "
        found[level] = Deduction(reading.number(table, "each", where, 0), reading.number(table, "most", where, 0))
    return found


def _grades(reading: _Reading, raw: Any) -> tuple[tuple[str, float], ...]:
    if not isinstance(raw, dict) or not raw:
        reading.fault("grades 应当写明每一等的最低分，如 优 = 90")
        return (("", 0.0),)
    grades = sorted(((name, reading.number(raw, name, "grades ")) for name in raw), key=lambda item: -item[1])
    if grades[-1][1] != 0:
        reading.fault("grades 最低的一等应当从 0 分起")
    return tuple(grades)


__all__ = ["Deduction", "Gate", "Item", "Part", "Scheme", "read_scheme"]
