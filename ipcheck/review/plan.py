"""The plan of an evaluation: what is drawn, how many, from which seed, who scores."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from ipcheck.review.errors import ReviewError
from ipcheck.toml_text import load_toml

_KEYS = {
    "": {"title", "organizer", "batch", "period", "scheme", "seed", "agencies", "files", "experts"},
    "seed": {"public", "source", "salts", "commitments"},
    "experts": {"per-file", "third-over", "employment-years"},
}
_MOST_PER_FILE = 9


@dataclass(frozen=True, slots=True)
class Quota:
    """How many of a stratum are drawn: a number, or a share in whole percent, rounded up."""

    count: int = 0
    percent: int = 0

    def of(self, size: int) -> int:
        """How many of ``size``; by integers, so that every machine agrees."""
        return min(size, self.count + (size * self.percent + 99) // 100)


@dataclass(frozen=True)
class Plan:
    """A plan as read. Quotas by stratum (层) of agencies and by type (类型) of files; ``其他`` counts for the rest.

    ``public`` is the number that became known after the roster was published, ``salts`` what several parties had
    committed to (``commitments``: the SHA-256 of each salt, in order). ``third_over``: points by which two experts
    may differ before a third one is asked. ``employment_years``: how long a former employer bars an expert.
    """

    title: str
    organizer: str
    batch: str
    start: date
    end: date
    scheme: str
    public: str
    source: str
    salts: tuple[str, ...]
    commitments: tuple[str, ...]
    agencies: Mapping[str, Quota]
    files: Mapping[str, Quota]
    per_file: int
    third_over: float
    employment_years: int

    def agency_quota(self, stratum: str) -> Quota | None:
        """The quota of a stratum, None if the plan names neither it nor 其他."""
        return self.agencies.get(stratum, self.agencies.get("其他"))

    def file_quota(self, kind: str) -> Quota | None:
        """The quota of a type of file within one agency, None if the plan names neither it nor 其他."""
        return self.files.get(kind, self.files.get("其他"))


class _Reading:
    """Takes values out of a plan and gathers what is wrong with them."""

    def __init__(self, raw: Mapping[str, Any]) -> None:
        self.raw = raw
        self.problems: list[str] = []

    def table(self, name: str) -> Mapping[str, Any]:
        value = self.raw.get(name, {})
        if not isinstance(value, dict):
            self.problems.append(f"[{name}] 应当是一张表")
            return {}
        for key in value:
            if name in _KEYS and key not in _KEYS[name]:
                self.problems.append(f"[{name}] 里不认识的设置：{key}（有：{'、'.join(sorted(_KEYS[name]))}）")
        return value

    def text(self, table: Mapping[str, Any], key: str, *, needed: bool = False) -> str:
        value = table.get(key, "")
        if not isinstance(value, str):
            self.problems.append(f"{key} 应当是加引号的文字，现在是 {value!r}")
            return ""
        if needed and not value.strip():
            self.problems.append(f"{key} 没有填写")
        return value.strip()

    def texts(self, table: Mapping[str, Any], key: str) -> tuple[str, ...]:
        value = table.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            self.problems.append(f'{key} 应当是一列文字，如 {key} = ["甲方的盐", "乙方的盐"]')
            return ()
        return tuple(value)

    def quotas(self, name: str) -> dict[str, Quota]:
        found: dict[str, Quota] = {}
        for stratum, value in self.table(name).items():
            share = re.fullmatch(r"(\d{1,3})\s*[%％]", value.strip()) if isinstance(value, str) else None
            if share and int(share[1]) <= 100:
                found[stratum] = Quota(percent=int(share[1]))
            elif isinstance(value, int) and not isinstance(value, bool) and value >= 0:
                found[stratum] = Quota(count=value)
            else:
                self.problems.append(f'[{name}] 的 {stratum} 应当是个数（3）或者百分数（"20%"），现在是 {value!r}')
        if not found:
            self.problems.append(f"[{name}] 没有一个名额；请至少写一行，如 其他 = 1")
        return found

    def whole(self, table: Mapping[str, Any], key: str, default: int, least: int, most: int) -> int:
        value = table.get(key, default)
        if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
            self.problems.append(f"{key} 应当是 {least} 到 {most} 的整数，现在是 {value!r}")
            return default
        return value

    def number(self, table: Mapping[str, Any], key: str, default: float) -> float:
        value = table.get(key, default)
        if not isinstance(value, int | float) or isinstance(value, bool) or not 0 <= value <= 100:
            self.problems.append(f"{key} 应当是 0 到 100 的数，现在是 {value!r}")
            return default
        return float(value)

    def period(self) -> tuple[date, date]:
        value = self.raw.get("period")
        if (
            isinstance(value, list)
            and len(value) == 2
            and all(type(item) is date for item in value)
            and value[0] <= value[1]
        ):
            return value[0], value[1]
        self.problems.append("period 应当是起止两天，如 period = [2025-07-01, 2026-06-30]，且起不晚于止")
        return date.min, date.max


def read_plan(text: str, shown: str) -> Plan:
    """The plan in the TOML ``text``; ``shown`` is how the file is called. Raises ReviewError with every fault."""
    try:
        raw = load_toml(text)
    except tomllib.TOMLDecodeError as error:
        raise ReviewError(f"{shown}：不是合法的 TOML：{error}") from error
    reading = _Reading(raw)
    for key in raw:
        if key not in _KEYS[""]:
            reading.problems.append(f"不认识的设置：{key}（有：{'、'.join(sorted(_KEYS['']))}）")
    seed, experts = reading.table("seed"), reading.table("experts")
    start, end = reading.period()
    plan = Plan(
        title=reading.text(raw, "title", needed=True),
        organizer=reading.text(raw, "organizer"),
        batch=reading.text(raw, "batch", needed=True),
        start=start,
        end=end,
        scheme=reading.text(raw, "scheme") or "评分方案.toml",
        public=reading.text(seed, "public"),
        source=reading.text(seed, "source"),
        salts=reading.texts(seed, "salts"),
        commitments=reading.texts(seed, "commitments"),
        agencies=reading.quotas("agencies"),
        files=reading.quotas("files"),
        per_file=reading.whole(experts, "per-file", 2, 2, _MOST_PER_FILE),
        third_over=reading.number(experts, "third-over", 10),
        employment_years=reading.whole(experts, "employment-years", 3, 0, 50),
    )
    if reading.problems:
        raise ReviewError(f"{shown}：{problem}" for problem in reading.problems)
    return plan


__all__ = ["Plan", "Quota", "read_plan"]
