"""The step that turns what experts gave and the machine found into scores, agreement and a ranking."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from math import fsum
from statistics import fmean, variance
from typing import Any

from ipcheck.model import Report
from ipcheck.review.agreement import alpha_interval, interval_alpha, kappa_interval, symmetric_kappa
from ipcheck.review.codes import codes, seed_of_sample
from ipcheck.review.filling import APPEAL_TURN, THIRD_TURN, scheme_of
from ipcheck.review.folder import APPEALS, CHANGES, COLLECTED, SCORES, Folder
from ipcheck.review.machine import for_scores
from ipcheck.review.ranking import FileMark, rank
from ipcheck.review.scheme import Scheme
from ipcheck.review.scoring import FULL, FileScore, Marked, half_up, score_file

# Half of the 95 % interval of a normal distribution, in standard deviations.
_Z = 1.96


def score(folder: Folder, reports: Mapping[str, Report], *, again: bool = False) -> dict[str, Any]:
    """Score every file and rank the agencies (成绩.json); what changed against the scores before is in 成绩变化.json.

    Files that lack an expert's points, await a third expert or are under appeal have no total and do not count in the
    ranking; they are named. Raises ReviewError.
    """
    scheme, plan, seed = scheme_of(folder), folder.plan, seed_of_sample(folder)
    files = codes(folder)
    marked, turns = _marked(folder, scheme)
    appealed = {item["code"] for item in folder.data(APPEALS, "appeal")["appeals"]} if folder.has(APPEALS) else set()
    scores = {
        code: score_file(
            scheme, for_scores(reports[code]) if code in reports else [], marked.get(code, []), plan.third_over
        )
        for code in files
    }
    waiting = {
        code: _waiting(code, scores[code], reports, turns.get(code, []), code in appealed, plan.per_file)
        for code in files
    }
    spread = _spread(marked, scores)
    entries = [
        {
            "code": code,
            "agency": file.agency,
            "number": file.number,
            "kind": file.kind,
            "field": file.field,
            **_told(scheme, scores[code], spread, waiting[code]),
        }
        for code, file in files.items()
    ]
    result = {
        "version": 1,
        "title": plan.title,
        "scheme": {
            "name": plan.scheme,
            "title": scheme.title,
            "sha256": hashlib.sha256(folder.bytes_of(plan.scheme)).hexdigest(),
        },
        "weights": {"machine": scheme.machine_weight, "expert": scheme.expert_weight},
        "thirdOver": plan.third_over,
        "files": entries,
        "agreement": _agreement(scheme, marked, turns, seed.value),
        "agencies": _ranking(folder, scheme, scores, marked, waiting, seed.value),
    }
    if folder.has(SCORES):
        changes = changed(folder.data(SCORES, "score"), result)
        if not folder.keep_data(SCORES, result, again=again):
            return result
        if changes:
            folder.keep_data(CHANGES, {"version": 1, "changes": changes}, replace=True)
    else:
        folder.keep_data(SCORES, result)
    return result


def _marked(folder: Folder, scheme: Scheme) -> tuple[dict[str, list[Marked]], dict[str, list[str]]]:
    """What experts gave each file, whole workbook rows only, in the order of the rounds; and the rounds."""
    told = folder.data(COLLECTED, "collect")["experts"]
    names = {item.number for item in scheme.items}
    marked: dict[str, list[Marked]] = {}
    turns: dict[str, list[str]] = {}
    order = {"": 0, THIRD_TURN: 1, APPEAL_TURN: 2}
    for entry in sorted(told.values(), key=lambda item: (order[item["turn"]], item["expert"])):
        for code, points in entry["points"].items():
            if set(points) == names:
                opinions, remark = entry["opinions"].get(code, {}), entry["remarks"].get(code, "")
                marked.setdefault(code, []).append(Marked(entry["expert"], points, opinions, remark))
                turns.setdefault(code, []).append(entry["turn"])
    return marked, turns


def _waiting(
    code: str,
    scored: FileScore,
    reports: Mapping[str, Report],
    turns: Sequence[str],
    appealed: bool,
    per_file: int,
) -> str:
    """Why a file has no score yet, empty if it has one."""
    if code not in reports:
        return "没有机检结果"
    if turns.count("") < per_file:
        return f"只收到 {turns.count('')} 名专家的完整评分，应有 {per_file} 名"
    if appealed and APPEAL_TURN not in turns:
        return "复议中"
    return "等第三名专家" if scored.third else ""


def _spread(marked: Mapping[str, Sequence[Marked]], scores: Mapping[str, FileScore]) -> float:
    """The pooled standard deviation of the experts' totals within a file, in points; 0 where it cannot be known."""
    within = []
    for code, own in marked.items():
        totals = [one.total for one in own if one.expert in scores[code].merged]
        if len(totals) > 1:
            within.append(variance(totals))
    return fmean(within) ** 0.5 if within else 0.0


def _told(scheme: Scheme, scored: FileScore, spread: float, waiting: str) -> dict[str, Any]:
    total = None if waiting else scored.total
    interval = None
    if total is not None:
        half = _Z * scheme.expert_weight * spread / len(scored.merged) ** 0.5
        interval = [half_up(max(0.0, total - half)), half_up(min(FULL, scored.cap, total + half))]
    parts = (
        {part.name: half_up(fsum(scored.items[item.number] for item in part.items)) for part in scheme.parts}
        if scored.items
        else {}
    )
    return {
        "machine": half_up(scored.machine),
        "machineParts": {name: half_up(lost) for name, lost in scored.machine_parts.items()},
        "deductions": [dict(item) for item in scored.deductions],
        "gates": list(scored.gates),
        "cap": scored.cap,
        "experts": {name: half_up(points) for name, points in sorted(scored.experts.items())},
        "merged": sorted(scored.merged),
        "expert": None if scored.expert is None else half_up(scored.expert),
        "items": {name: half_up(points) for name, points in scored.items.items()},
        "parts": parts,
        "third": scored.third,
        "waiting": waiting,
        "total": None if total is None else half_up(total),
        "interval": interval,
        "grade": None if total is None else scheme.grade(half_up(total)),
    }


def _agreement(
    scheme: Scheme, marked: Mapping[str, Sequence[Marked]], turns: Mapping[str, Sequence[str]], seed: bytes
) -> dict[str, Any]:
    """How far the experts of the first round agree: on totals, on grades, on each part."""
    first = [
        [one for one, turn in zip(own, turns[code], strict=True) if not turn] for code, own in sorted(marked.items())
    ]
    units = [[one.total for one in own] for own in first if len(own) > 1]
    grades = [name for name, _ in scheme.grades]
    pairs = [
        (grades.index(scheme.grade(half_up(own[0].total))), grades.index(scheme.grade(half_up(own[1].total))))
        for own in first
        if len(own) > 1
    ]
    parts = {}
    for part in scheme.parts:
        names = [item.number for item in part.items]
        within = [[fsum(one.points[name] for name in names) for one in own] for own in first if len(own) > 1]
        parts[part.name] = _rounded(interval_alpha(within))
    return {
        "files": len(units),
        "alpha": _rounded(interval_alpha(units)),
        "alphaInterval": _interval(alpha_interval(units, seed)),
        "kappa": _rounded(symmetric_kappa(pairs, len(grades))),
        "kappaInterval": _interval(kappa_interval(pairs, len(grades), seed)),
        "parts": parts,
        "apart": sum(max(unit) - min(unit) > 0 for unit in units),
        "difference": _rounded(fmean(max(unit) - min(unit) for unit in units)) if units else None,
    }


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)


def _interval(value: tuple[float, float] | None) -> list[float] | None:
    return None if value is None else [round(value[0], 4), round(value[1], 4)]


def _ranking(
    folder: Folder,
    scheme: Scheme,
    scores: Mapping[str, FileScore],
    marked: Mapping[str, Sequence[Marked]],
    waiting: Mapping[str, str],
    seed: bytes,
) -> list[dict[str, Any]]:
    files = codes(folder)
    by_agency: dict[str, list[FileMark]] = {}
    for code, scored in scores.items():
        if not waiting[code]:
            totals = tuple(one.total for one in marked[code] if one.expert in scored.merged)
            by_agency.setdefault(files[code].agency, []).append(FileMark(scored.machine, totals, scored.cap))
    known = {agency.code: agency for agency in folder.agencies.items}
    return [
        {
            "code": place.agency,
            "name": known[place.agency].name,
            "stratum": known[place.agency].stratum,
            "staff": known[place.agency].staff,
            "place": place.place,
            "score": half_up(place.score),
            "interval": [half_up(place.interval[0]), half_up(place.interval[1])],
            "places": list(place.places),
            "files": place.files,
            "alike": list(place.alike),
            "grade": scheme.grade(half_up(place.score)),
        }
        for place in rank(by_agency, (scheme.machine_weight, scheme.expert_weight), seed)
    ]


def changed(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[dict[str, Any]]:
    """What differs between two sets of scores: files, agencies, and each figure as it was and is."""
    found: list[dict[str, Any]] = []
    for kind, key, fields in (
        ("案卷", "code", ("machine", "expert", "total", "grade", "waiting")),
        ("机构", "code", ("score", "place", "grade", "files")),
    ):
        name = "files" if kind == "案卷" else "agencies"
        old = {item[key]: item for item in before[name]}
        new = {item[key]: item for item in after[name]}
        for code in [*old, *(code for code in new if code not in old)]:
            for field in fields:
                was, now = old.get(code, {}).get(field), new.get(code, {}).get(field)
                if was != now:
                    found.append({"what": kind, "code": code, "figure": field, "before": was, "after": now})
    return found


__all__ = ["changed", "score"]
