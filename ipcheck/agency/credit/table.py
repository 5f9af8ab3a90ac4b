"""The table of points: a TOML file of the association; templates/credit-*.toml show the structure.

Points, periods and grades that nobody has verified are left blank (``""``) and stay unset: a hit on such an item has
no points, and there is no total.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any, Literal

from ipcheck.agency.terms import days_after, months_after
from ipcheck.model import Level
from ipcheck.readers.decode import decode
from ipcheck.readers.errors import ReadError
from ipcheck.readers.limits import DEFAULT
from ipcheck.readers.registry import read_whole

_HEADER = re.compile(r"^[ \t]*\[\[[ \t]*(item|band)[ \t]*\]\]", re.MULTILINE)
_META = ("title", "doc", "subject", "business", "base", "bonus_cap", "verified")
_BAND = ("grade", "min", "verified")
_WORDS = ("checks", "levels", "penalties", "except", "lists")
_ITEM = ("code", "name", "kind", "points", "count", "cap", "valid_months", "valid_days", "starts", "verified", *_WORDS)
_LEVELS = tuple(level.value for level in Level)
# What a table may ask for at most: numbers beyond are slips, and dates must stay in the calendar.
_MOST_POINTS, _MOST_MONTHS, _MOST_DAYS = 10_000, 1200, 36_500
# Further places could not be added up exactly.
_PLACES = 6


class CreditError(Exception):
    """Files that cannot be used; ``problems`` are Chinese sentences, every fault that was found."""

    def __init__(self, problems: Sequence[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("；".join(self.problems))


@dataclass(frozen=True, slots=True)
class Band:
    """A grade and the least total for it; None where it is unset."""

    grade: str
    least: Decimal | None
    verified: bool


@dataclass(frozen=True, slots=True)
class Item:
    """An item of the table.

    ``points`` is None where unset; ``each``: every hit counts, else all of them once; ``cap`` is the most that the
    item deducts or adds. ``months`` or ``days`` is how long a hit counts, both None where unset. ``starts``: from
    the day of the event or from the day on which it is found; blank: the former for what is dated and done (``open``
    in a finding's facts is False), open-ended for what is still to be done, else the latter. ``checks`` with
    ``levels``, ``penalties`` without ``excepted`` and ``lists`` say which findings, rows of 处罚 and of 名录 are hits.
    """

    code: str
    name: str
    bonus: bool
    points: Decimal | None
    each: bool
    cap: Decimal | None
    months: int | None
    days: int | None
    starts: Literal["", "event", "as-of"]
    verified: bool
    checks: tuple[str, ...]
    levels: tuple[str, ...]
    penalties: tuple[str, ...]
    excepted: tuple[str, ...]
    lists: tuple[str, ...]

    @property
    def lasting(self) -> bool:
        """Whether it is known how long a hit counts."""
        return self.months is not None or self.days is not None

    def until(self, start: date) -> date | None:
        """The last day on which a hit of ``start`` counts; None where the period is unset."""
        try:
            if self.months is not None:
                return months_after(start, self.months)
            return days_after(start, self.days) if self.days is not None else None
        except (OverflowError, ValueError):
            return date.max


@dataclass(frozen=True, slots=True)
class CreditTable:
    """A table of points for agencies or for attorneys, for patents or for trademarks."""

    path: str
    title: str
    doc: str
    subject: Literal["agency", "attorney"]
    business: Literal["patent", "trademark"]
    base: Decimal | None
    bonus_cap: Decimal | None
    verified: bool
    bands: tuple[Band, ...]
    items: tuple[Item, ...]

    def grade(self, total: Decimal) -> Band | None:
        """The highest band that ``total`` reaches; None if a band is unset or it reaches none."""
        if any(band.least is None for band in self.bands):
            return None
        reached = [(band.least, band) for band in self.bands if band.least is not None and band.least <= total]
        return max(reached, key=lambda pair: pair[0])[1] if reached else None


def read_credit_table(path: Path, shown: str = "") -> CreditTable:
    """The table in a file, called ``shown`` (its path). Raises CreditError with every fault, each with its line."""
    shown = shown or path.as_posix()
    try:
        text, _ = decode(read_whole(path, DEFAULT))
        raw = tomllib.loads(text.replace("\r\n", "\n"), parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        raise CreditError([f"{shown}：不是合格的 TOML（{error}）；文字要加引号"]) from error
    except (ReadError, OSError) as error:
        raise CreditError([f"{shown}：{error}"]) from error
    except (RecursionError, ValueError, ArithmeticError) as error:
        raise CreditError([f"{shown}：结构嵌套过深或者数值过大，读不了"]) from error
    faults: list[str] = []
    reader = _Reader(shown, text, faults)
    table = reader.table(raw)
    if faults:
        raise CreditError(faults)
    return table


class _Reader:
    """Reads the raw values; what is wrong goes to ``faults`` and a harmless value takes its place."""

    def __init__(self, shown: str, text: str, faults: list[str]) -> None:
        self._shown, self._faults = shown, faults
        self._lines: dict[str, list[int]] = {"item": [], "band": []}
        for match in _HEADER.finditer(text):
            self._lines[match[1]].append(text.count("\n", 0, match.start(1)) + 1)

    def table(self, raw: Mapping[str, Any]) -> CreditTable:
        for key in raw:
            if key not in ("meta", "band", "item"):
                self._tell("", f"不认识“{key}”，只有 [meta]、[[band]]、[[item]]")
        meta = raw.get("meta", {})
        if not isinstance(meta, Mapping):
            self._tell("", "meta 应当写成 [meta]")
            meta = {}
        self._known("[meta]", meta, _META)
        bands = [self._band(where, entry) for where, entry in self._entries(raw, "band")]
        items = [self._item(where, entry) for where, entry in self._entries(raw, "item")]
        if not items:
            self._tell("", "没有 [[item]]，没有可以计分的指标")
        self._repeated("[[item]] 的 code", [item.code for item in items])
        self._repeated("[[band]] 的 grade", [band.grade for band in bands])
        self._repeated("[[band]] 的 min", [band.least for band in bands if band.least is not None])
        return CreditTable(
            self._shown,
            self._text("[meta]", meta, "title"),
            self._text("[meta]", meta, "doc", needed=False),
            self._choice("[meta]", meta, "subject", ("agency", "attorney")),
            self._choice("[meta]", meta, "business", ("patent", "trademark")),
            self._points("[meta]", meta, "base"),
            self._points("[meta]", meta, "bonus_cap"),
            self._flag("[meta]", meta, "verified"),
            tuple(bands),
            tuple(items),
        )

    def _entries(self, raw: Mapping[str, Any], key: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
        entries = raw.get(key, [])
        if not isinstance(entries, list) or not all(isinstance(entry, Mapping) for entry in entries):
            self._tell("", f"{key} 应当写成 [[{key}]]")
            return
        lines = self._lines[key]
        for number, entry in enumerate(entries):
            place = f"第{lines[number]}行" if len(lines) == len(entries) else f"第{number + 1}个"
            yield f"{place} [[{key}]]", entry

    def _band(self, where: str, raw: Mapping[str, Any]) -> Band:
        self._known(where, raw, _BAND)
        least = self._points(where, raw, "min")
        return Band(self._text(where, raw, "grade"), least, self._flag(where, raw, "verified"))

    def _item(self, where: str, raw: Mapping[str, Any]) -> Item:
        self._known(where, raw, _ITEM)
        months = self._whole(where, raw, "valid_months", _MOST_MONTHS)
        days = self._whole(where, raw, "valid_days", _MOST_DAYS)
        if months is not None and days is not None:
            self._tell(where, "valid_months 和 valid_days 只能填一个")
        words = {key: self._list(where, raw, key) for key in _WORDS}
        for level in words["levels"]:
            if level not in _LEVELS:
                self._tell(where, f"levels 里的“{level}”不是级别，只能是 {'、'.join(_LEVELS)}")
        return Item(
            self._text(where, raw, "code"),
            self._text(where, raw, "name"),
            self._choice(where, raw, "kind", ("deduction", "bonus"), "deduction") == "bonus",
            self._points(where, raw, "points"),
            self._choice(where, raw, "count", ("each", "once"), "each") == "each",
            self._points(where, raw, "cap"),
            months,
            days,
            self._choice(where, raw, "starts", ("", "event", "as-of"), ""),
            self._flag(where, raw, "verified"),
            words["checks"],
            words["levels"] or ("error",),
            words["penalties"],
            words["except"],
            words["lists"],
        )

    def _tell(self, where: str, problem: str) -> None:
        self._faults.append(f"{self._shown}{' ' * bool(where)}{where}：{problem}")

    def _known(self, where: str, raw: Mapping[str, Any], keys: Sequence[str]) -> None:
        for key in raw:
            if key not in keys:
                self._tell(where, f"不认识“{key}”，可以写的是 {'、'.join(keys)}")

    def _repeated(self, what: str, values: Sequence[object]) -> None:
        for value in dict.fromkeys(value for value in values if value != "" and values.count(value) > 1):
            self._tell("", f"{what} 重复：{value}")

    def _text(self, where: str, raw: Mapping[str, Any], key: str, *, needed: bool = True) -> str:
        value = raw.get(key, "")
        if not isinstance(value, str) or (needed and not value.strip()):
            self._tell(where, f"{key} 应当是加引号的文字" + ("，不能空着" if needed else ""))
            return ""
        return value.strip()

    def _choice(
        self, where: str, raw: Mapping[str, Any], key: str, choices: tuple[str, ...], default: str = "?"
    ) -> Any:
        value = raw.get(key, default)
        if value not in choices:
            self._tell(where, f"{key} 只能是 {'、'.join(filter(None, choices))}")
            return choices[0]
        return value

    def _flag(self, where: str, raw: Mapping[str, Any], key: str) -> bool:
        value = raw.get(key, False)
        if not isinstance(value, bool):
            self._tell(where, f"{key} 只能是 true 或者 false")
        return value is True

    def _points(self, where: str, raw: Mapping[str, Any], key: str) -> Decimal | None:
        """Points, exact as they are written; None where they are blank."""
        value = raw.get(key, "")
        if isinstance(value, str) and not value.strip():
            return None
        try:
            points = Decimal(value) if isinstance(value, int | str | Decimal) and not isinstance(value, bool) else None
        except InvalidOperation:
            points = None
        if points is None or not points.is_finite() or abs(points) > _MOST_POINTS:
            self._tell(where, f"{key} 应当是数（不超过 {_MOST_POINTS}），没有的留空")
            return None
        if points != round(points, _PLACES):
            self._tell(where, f"{key} 的小数最多 {_PLACES} 位")
            return None
        if points < 0:
            self._tell(where, f"{key} 是负数：扣分、加分都写正数，用 kind 区分")
        return points

    def _whole(self, where: str, raw: Mapping[str, Any], key: str, most: int) -> int | None:
        value = raw.get(key, "")
        if value == "":
            return None
        if isinstance(value, bool) or not isinstance(value, int) or not 0 < value <= most:
            self._tell(where, f"{key} 应当是 1 到 {most} 的整数，没有的留空")
            return None
        return value

    def _list(self, where: str, raw: Mapping[str, Any], key: str) -> tuple[str, ...]:
        value = raw.get(key, [])
        if not isinstance(value, list) or not all(isinstance(word, str) and word.strip() for word in value):
            self._tell(where, f'{key} 应当是一列加引号的文字，如 ["…"]')
            return ()
        if len(set(value)) < len(value):
            self._tell(where, f"{key} 里有重复的")
        return tuple(value)


__all__ = ["Band", "CreditError", "CreditTable", "Item", "read_credit_table"]
