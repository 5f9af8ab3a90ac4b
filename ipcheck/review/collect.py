"""Reads the experts' workbooks back, and says which cell of which sheet is missing or out of range."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ipcheck.readers.errors import ReadError
from ipcheck.readers.table import workbook_rows
from ipcheck.review.scheme import Scheme
from ipcheck.review.scoring import OPINIONS
from ipcheck.review.sheets import FINDING_HEAD, FINDINGS, POINT_HEAD, POINTS, REMARK_HEAD, REMARKS

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_POINT, _REASON = POINT_HEAD.index("得分"), POINT_HEAD.index("扣分理由")
_MARK, _OPINION = FINDING_HEAD.index("序号"), FINDING_HEAD.index("意见")
_REMARK = REMARK_HEAD.index("总评")


@dataclass
class Filled:
    """What one workbook holds by the file's code; ``missing`` and ``faults`` name the cells."""

    points: dict[str, dict[str, float]] = field(default_factory=dict)
    reasons: dict[str, dict[str, str]] = field(default_factory=dict)
    opinions: dict[str, dict[str, str]] = field(default_factory=dict)
    remarks: dict[str, str] = field(default_factory=dict)
    missing: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    @property
    def complete(self) -> bool:
        """Whether every point is there and none is out of range."""
        return not self.missing and not self.faults


def collect(
    data: bytes, shown: str, scheme: Scheme, codes: Sequence[str], marks: Mapping[str, Sequence[str]]
) -> Filled:
    """What an expert has filled in. ``codes`` are the files assigned to them, ``marks`` the findings of each."""
    filled = Filled()
    try:
        sheets = dict(workbook_rows(data))
    except ReadError as error:
        filled.faults.append(f"{shown}：{error}")
        return filled
    for name, head in ((POINTS, POINT_HEAD), (FINDINGS, FINDING_HEAD), (REMARKS, REMARK_HEAD)):
        rows = sheets.get(name)
        if rows is None:
            filled.faults.append(f"{shown}：没有“{name}”表")
        elif not rows or tuple(str(cell).strip() for cell in rows[0][: len(head)]) != head:
            filled.faults.append(f"{shown} {name}!A1：第一行应当是 {'、'.join(head)}；请不要改动列")
    if filled.faults:
        return filled
    _points(filled, sheets[POINTS], shown, scheme, codes)
    _opinions(filled, sheets[FINDINGS], shown, codes, marks)
    for number, cells in _rows(sheets[REMARKS]):
        code, words = _text(cells, 0), _text(cells, _REMARK)
        if code in codes:
            filled.remarks[code] = words
        elif code:
            filled.faults.append(f"{shown} {REMARKS}!A{number}：卷号 {code} 没有指派给这位专家")
    return filled


def _rows(rows: Sequence[Sequence[Any]]) -> Iterator[tuple[int, Sequence[Any]]]:
    """The rows below the head that hold anything, with their number in the sheet."""
    for number, cells in enumerate(rows[1:], 2):
        if any(str(cell).strip() for cell in cells):
            yield number, cells


def _text(cells: Sequence[Any], column: int) -> str:
    cell = cells[column] if column < len(cells) else ""
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell).strip()


def _points(filled: Filled, rows: Sequence[Sequence[Any]], shown: str, scheme: Scheme, codes: Sequence[str]) -> None:
    items = {item.number: item for item in scheme.items}
    for number, cells in _rows(rows):
        code, name = _text(cells, 0), _text(cells, 2)
        cell = f"{shown} {POINTS}!{_LETTERS[_POINT]}{number}"
        if code not in codes:
            filled.faults.append(f"{shown} {POINTS}!A{number}：卷号 {code or '（空）'} 没有指派给这位专家")
            continue
        if name not in items:
            filled.faults.append(f"{shown} {POINTS}!C{number}：评分方案里没有第 {name or '（空）'} 项")
            continue
        if name in filled.points.get(code, {}):
            filled.faults.append(f"{cell}：{code} 的第 {name} 项重复")
            continue
        points = cells[_POINT] if len(cells) > _POINT else ""
        whose = f"{code} 的“{items[name].name}”"
        if isinstance(points, str) and points.strip():
            try:
                points = float(points)
            except ValueError:
                filled.faults.append(f"{cell}：“{points}”不是数；{whose}应当是 0 到 {items[name].points:g}")
                continue
        if isinstance(points, str):
            filled.missing.append(f"{cell}：{whose}没有填得分（空着，或者公式没有算出数）")
        elif isinstance(points, bool) or not isinstance(points, int | float) or not 0 <= points <= items[name].points:
            shown = f"{points:g}" if isinstance(points, float) else points
            filled.faults.append(f"{cell}：{shown} 不在 0 到 {items[name].points:g} 之间（{whose}）")
        else:
            filled.points.setdefault(code, {})[name] = float(points)
            if reason := _text(cells, _REASON):
                filled.reasons.setdefault(code, {})[name] = reason
    told = {(_text(cells, 0), _text(cells, 2)) for _, cells in _rows(rows)}
    for code in codes:
        for name in items:
            if (code, name) not in told:
                filled.missing.append(f"{shown} {POINTS}：少了 {code} 的第 {name} 项这一行；请重新导出评分表")


def _opinions(
    filled: Filled,
    rows: Sequence[Sequence[Any]],
    shown: str,
    codes: Sequence[str],
    marks: Mapping[str, Sequence[str]],
) -> None:
    for number, cells in _rows(rows):
        code, mark, opinion = _text(cells, 0), _text(cells, _MARK), _text(cells, _OPINION)
        cell = f"{shown} {FINDINGS}!{_LETTERS[_OPINION]}{number}"
        if code not in codes or mark not in marks.get(code, ()):
            filled.faults.append(f"{shown} {FINDINGS}!A{number}：没有这一条机检发现（{code} {mark}）；灰色的格子不要改")
        elif opinion and opinion not in OPINIONS:
            filled.faults.append(f"{cell}：“{opinion}”不在 {'、'.join(OPINIONS)} 里")
        elif opinion:
            filled.opinions.setdefault(code, {})[mark] = opinion


__all__ = ["Filled", "collect"]
