"""The tables of an evaluation: by agency, check, part, field, kind, size; formal defects apart from style."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import Any

from ipcheck.model import Level, Record, Report
from ipcheck.review.machine import by_mark
from ipcheck.review.scoring import REJECTED, half_up

# Agencies by number of attorneys; the borders are ours (内部阈值).
SIZES = ((5, "5人以下"), (10, "5—9人"), (30, "10—29人"), (10**9, "30人以上"))


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its title, heads, rows; cells are words or numbers, None for nothing."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str | int | float | None, ...], ...]


def formal(record: Record) -> bool:
    """Whether a finding is a formal defect (law or examination guidelines, verified) rather than a matter of style."""
    return record.level is not Level.ADVICE and any(item.verified for item in record.basis)


def standing(reports: Mapping[str, Report], collected: Mapping[str, Any]) -> dict[str, list[Record]]:
    """The findings of each file but for those more than half of the experts with an opinion think wrong."""
    against: Counter[tuple[str, str]] = Counter()
    given: Counter[tuple[str, str]] = Counter()
    for entry in collected["experts"].values():
        for code, opinions in entry["opinions"].items():
            for mark, opinion in opinions.items():
                if opinion in ("成立", REJECTED):
                    given[code, mark] += 1
                    against[code, mark] += opinion == REJECTED
    return {
        code: [record for mark, record in by_mark(report).items() if against[code, mark] * 2 <= given[code, mark]]
        for code, report in reports.items()
    }


def by_check(found: Mapping[str, Sequence[Record]], most: int | None = None) -> Table:
    """How often each check found something, in how many files, the commonest first."""
    counts: Counter[str] = Counter()
    files: Counter[str] = Counter()
    one: dict[str, Record] = {}
    for records in found.values():
        counts.update(record.code for record in records)
        files.update({record.code for record in records})
        one.update({record.code: record for record in records})
    rows = [
        (
            code,
            one[code].check,
            one[code].level.chinese,
            "形式缺陷" if formal(one[code]) else "文字风格",
            "；".join(item.short for item in one[code].basis),
            count,
            files[code],
            _share(files[code], len(found)),
        )
        for code, count in sorted(counts.items(), key=lambda item: (-files[item[0]], -item[1], item[0]))
    ]
    head = ("编号", "检查", "级别", "性质", "依据", "发现数", "案卷数", "占案卷")
    return Table("按检查", head, tuple(rows[:most]))


def by_group(
    title: str, scores: Sequence[Mapping[str, Any]], found: Mapping[str, Sequence[Record]], of: Callable[[str], str]
) -> Table:
    """Files, mean scores and findings a file by a property of the file (``of`` its code)."""
    groups: dict[str, list[Mapping[str, Any]]] = {}
    for entry in scores:
        groups.setdefault(of(entry["code"]) or "（未填）", []).append(entry)
    rows = []
    for name, own in sorted(groups.items()):
        records = [record for entry in own for record in found.get(entry["code"], ())]
        rows.append(
            (
                name,
                len(own),
                _mean(entry["total"] for entry in own),
                _mean(entry["machine"] for entry in own),
                _mean(entry["expert"] for entry in own),
                half_up(sum(map(formal, records)) / len(own)),
                half_up(sum(not formal(record) for record in records) / len(own)),
                _share(
                    sum(
                        not any(record.level is Level.ERROR for record in found.get(entry["code"], ())) for entry in own
                    ),
                    len(own),
                ),
            )
        )
    head = (title, "案卷数", "平均分", "机检", "专家", "形式缺陷/件", "文字风格/件", "无错误级发现")
    return Table(f"按{title}", head, tuple(rows))


def by_part(scores: Sequence[Mapping[str, Any]], full: Mapping[str, float]) -> Table:
    """Points of the experts by part of the scheme. ``full``: the full points of each part."""
    means = mean_parts(scores, full)
    rows = [
        (part, points, mean, None if mean is None else _share_of(mean, points))
        for (part, points), mean in zip(full.items(), means.values(), strict=True)
    ]
    return Table("按部分", ("部分", "满分", "平均得分", "得分率"), tuple(rows))


def mean_parts(scores: Sequence[Mapping[str, Any]], parts: Iterable[str]) -> dict[str, float | None]:
    """The mean points of the experts by part; None where nobody has scored."""
    return {part: _mean(entry["parts"][part] for entry in scores if entry["parts"]) for part in parts}


def by_agency(agencies: Sequence[Mapping[str, Any]]) -> Table:
    """The ranking."""
    rows = [
        (
            place["place"],
            place["name"],
            place["stratum"],
            place["files"],
            place["score"],
            f"{place['interval'][0]:.2f}—{place['interval'][1]:.2f}",
            place["grade"],
            f"{place['places'][0]}—{place['places'][1]}",
            _runs(sorted({other["place"] for other in agencies if other["code"] in place["alike"]})),
        )
        for place in agencies
    ]
    head = ("名次", "机构", "层", "案卷数", "得分", "95% 区间", "等级", "名次的 95% 区间", "分不出先后的名次")
    return Table("名次", head, tuple(rows))


def _runs(places: Sequence[int]) -> str:
    """Places in words, neighbours joined: 2—5、8."""
    runs: list[list[int]] = []
    for place in places:
        if runs and place == runs[-1][-1] + 1:
            runs[-1].append(place)
        else:
            runs.append([place])
    return "、".join(str(run[0]) if len(run) == 1 else f"{run[0]}—{run[-1]}" for run in runs)


def trend(years: Sequence[tuple[str, Mapping[str, Any]]]) -> Table:
    """Year on year: files, mean score, grades, agreement. ``years`` are titles and scores, the oldest first."""
    rows = []
    for title, scores in years:
        totals = [entry["total"] for entry in scores["files"] if entry["total"] is not None]
        grades = Counter(entry["grade"] for entry in scores["files"] if entry["grade"])
        told = "，".join(f"{name} {count}" for name, count in grades.most_common())
        rows.append(
            (title, len(totals), _mean(totals), told, scores["agreement"]["alpha"], scores["scheme"]["sha256"][:12])
        )
    return Table("历年", ("评查", "案卷数", "平均分", "等级", "一致性 α", "评分方案"), tuple(rows))


def size_of(staff: int | None) -> str:
    """The size class of an agency."""
    if staff is None:
        return "（未填）"
    return next(name for border, name in SIZES if staff < border)


def _mean(values: Iterable[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return half_up(fmean(known)) if known else None


def _share(count: int, of: int) -> str:
    return _share_of(count, of) if of else ""


def _share_of(part: float, whole: float) -> str:
    return f"{100 * part / whole:.1f}%" if whole else ""


__all__ = [
    "Table",
    "by_agency",
    "by_check",
    "by_group",
    "by_part",
    "formal",
    "mean_parts",
    "size_of",
    "standing",
    "trend",
]
