"""Negative lists: what of the findings would put the agency or a person on which list; clues, no decision."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from ipcheck.agency.looked import Looked
from ipcheck.agency.mentions import evidence, people_at
from ipcheck.agency.records import entries
from ipcheck.agency.tables import LISTINGS, Listing
from ipcheck.law import Cite, LawError, cite
from ipcheck.model import Level, Record, Words
from ipcheck.readers.decode import decode
from ipcheck.readers.errors import ReadError
from ipcheck.readers.registry import read_whole
from ipcheck.toml_text import load_toml

_LIST = ("name", "listed", "basis", "clears", "remedy", "ground")
_GROUND = ("name", "checks", "levels", "clears", "remedy")
_LEVELS = tuple(level.value for level in Level)


class ListsError(Exception):
    """A file that cannot be used; ``problems`` are Chinese sentences, every fault that was found."""

    def __init__(self, problems: Sequence[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("；".join(self.problems))


@dataclass(frozen=True, slots=True)
class Ground:
    """A ground for being listed: the checks that tell of it, what would clear it, what to do."""

    name: str
    checks: tuple[str, ...]
    levels: tuple[str, ...]
    clears: str
    remedy: str


@dataclass(frozen=True, slots=True)
class NegativeList:
    """A list: its grounds; ``listed`` are the words of the table 名录 for an agency that is on it already."""

    name: str
    grounds: tuple[Ground, ...]
    listed: tuple[str, ...]
    basis: tuple[Cite, ...]
    clears: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Clue:
    """One reason why the agency, or the ``people`` named, may come (``listed``: stand) on a list."""

    ground: str
    listed: bool
    level: Level
    check: str
    people: tuple[str, ...]
    evidence: str
    source: str
    words: str
    message: str
    basis: tuple[str, ...]
    clears: str
    keep: tuple[str, ...]
    remedy: str


@dataclass(frozen=True, slots=True)
class ListReport:
    """What was found for a list, and what was not looked at; ``meant``: whether the agency has such business."""

    name: str
    clues: tuple[Clue, ...]
    gaps: tuple[str, ...]
    meant: bool = True


def list_reports(lists: Sequence[NegativeList], looked: Looked) -> list[ListReport]:
    """The lists in their order, each with its clues: standing entries first, then findings that nobody accepted."""
    return [
        ListReport(item.name, tuple(_clues(item, looked)), tuple(_gaps(item, looked)), _is_meant(item, looked))
        for item in lists
    ]


def _is_meant(item: NegativeList, looked: Looked) -> bool:
    return bool(item.listed) or not all(looked.apart.issuperset(ground.checks) for ground in item.grounds)


def _clues(item: NegativeList, looked: Looked) -> Iterator[Clue]:
    told: set[tuple[str, int]] = set()
    for row, entered in entries(looked.agency):
        removed, name = row.day(Listing.REMOVED), row.text(Listing.LIST)
        stands = entered <= looked.as_of and (removed is None or removed > looked.as_of)
        if stands and any(word in name for word in item.listed):
            words = Words.of(row.span(Listing.ENTERED))
            told.add((words.path, words.start))
            yield _listed(item, words, f"{entered.isoformat()}已经列入{name}，还没有移出", looked.as_of)
    for ground in item.grounds:
        for record in looked.report.open:
            # A finding on an entry that was told already adds nothing.
            known = (record.words.path, record.words.start) in told
            if record.check in ground.checks and record.level.value in ground.levels and not known:
                yield _found(ground, record, tuple(people_at(looked.agency, record)))


def _listed(item: NegativeList, words: Words, message: str, day: date) -> Clue:
    basis = tuple(cited.on(day).short for cited in item.basis)
    return Clue(
        "已经列入", True, Level.ERROR, "", (), evidence(words), words.source, words.text, message, basis,
        item.clears, (), item.remedy,
    )  # fmt: skip


def _found(ground: Ground, record: Record, people: tuple[str, ...]) -> Clue:
    words = record.words
    return Clue(
        ground.name,
        False,
        record.level,
        f"{record.code} {record.check}",
        people,
        evidence(words),
        words.source,
        words.text,
        record.message,
        tuple(item.short for item in record.basis),
        str(record.facts.get("clears") or ground.clears),
        tuple(str(paper) for paper in record.facts.get("keep", ())),
        ground.remedy,
    )


def _gaps(item: NegativeList, looked: Looked) -> Iterator[str]:
    if item.listed and not looked.agency.has_table(LISTINGS):
        yield f"没有给出{LISTINGS.name}表，或者没有填写；确实没有的，在第一格写“无”"
    for ground in item.grounds:
        yield from looked.unseen(ground.checks)


def read_lists(path: Path) -> list[NegativeList]:
    """The lists in a file. Raises ListsError with every fault."""
    shown = path.as_posix()
    try:
        raw = load_toml(decode(read_whole(path))[0].replace("\r\n", "\n"))
    except tomllib.TOMLDecodeError as error:
        raise ListsError([f"{shown}：不是合格的 TOML（{error}）"]) from error
    except (ReadError, OSError, RecursionError, ValueError) as error:
        raise ListsError([f"{shown}：{error}"]) from error
    faults: list[str] = []
    lists = [_list(entry, f"第{number}个 [[list]]", faults) for number, entry in _entries(raw, "list", "", faults)]
    faults += [f"不认识“{key}”，只有 [[list]]" for key in raw if key != "list"]
    names = [item.name for item in lists]
    faults += [f"名单“{name}”写了两次" for name in dict.fromkeys(names) if name and names.count(name) > 1]
    if not lists and not faults:
        faults.append("没有 [[list]]")
    if faults:
        raise ListsError([f"{shown}：{fault}" for fault in faults])
    return lists


def _entries(
    raw: Mapping[str, Any], key: str, where: str, faults: list[str]
) -> Iterator[tuple[int, Mapping[str, Any]]]:
    entries_ = raw.get(key, [])
    if not isinstance(entries_, list) or not all(isinstance(entry, Mapping) for entry in entries_):
        faults.append(f"{where}{key} 应当写成 [[{key}]]")
        return
    yield from enumerate(entries_, 1)


def _list(raw: Mapping[str, Any], where: str, faults: list[str]) -> NegativeList:
    _known(raw, _LIST, where, faults)
    grounds = []
    for number, entry in _entries(raw, "ground", f"{where}的 ", faults):
        place = f"{where}的第{number}个 [[list.ground]]"
        _known(entry, _GROUND, place, faults)
        levels = _words(entry, "levels", place, faults) or ("error",)
        faults += [f"{place}：levels 里的“{level}”不是级别" for level in levels if level not in _LEVELS]
        checks = _words(entry, "checks", place, faults)
        if not checks:
            faults.append(f"{place}：checks 不能空着")
        name, clears, remedy = (_text(entry, key, place, faults) for key in ("name", "clears", "remedy"))
        grounds.append(Ground(name, checks, levels, clears, remedy))
    listed = _words(raw, "listed", where, faults)
    clears, remedy = (_text(raw, key, where, faults, needed=bool(listed)) for key in ("clears", "remedy"))
    basis = tuple(_basis(raw.get("basis", []), where, faults))
    return NegativeList(_text(raw, "name", where, faults), tuple(grounds), listed, basis, clears, remedy)


def _basis(raw: Any, where: str, faults: list[str]) -> Iterator[Cite]:
    for pair in raw if isinstance(raw, list) else [raw]:
        if not isinstance(pair, list) or len(pair) != 2 or not all(isinstance(word, str) for word in pair):
            faults.append(f'{where}：basis 应当写成 [["代理办法", "38(1)"]]')
            continue
        try:
            yield cite(*pair)
        except LawError as error:
            faults.append(f"{where}：{error}")


def _known(raw: Mapping[str, Any], keys: Sequence[str], where: str, faults: list[str]) -> None:
    faults += [f"{where}：不认识“{key}”，可以写的是 {'、'.join(keys)}" for key in raw if key not in keys]


def _text(raw: Mapping[str, Any], key: str, where: str, faults: list[str], *, needed: bool = True) -> str:
    value = raw.get(key, "")
    if not isinstance(value, str) or (needed and not value.strip()):
        faults.append(f"{where}：{key} 应当是加引号的文字" + ("，不能空着" if needed else ""))
        return ""
    return value.strip()


def _words(raw: Mapping[str, Any], key: str, where: str, faults: list[str]) -> tuple[str, ...]:
    value = raw.get(key, [])
    if not isinstance(value, list) or not all(isinstance(word, str) and word.strip() for word in value):
        faults.append(f'{where}：{key} 应当是一列加引号的文字，如 ["…"]')
        return ()
    return tuple(value)


__all__ = ["Clue", "Ground", "ListReport", "ListsError", "NegativeList", "list_reports", "read_lists"]
