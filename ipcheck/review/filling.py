"""The steps around the experts' desks: sheets out, sheets back, one expert more where it takes one."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from ipcheck.model import Report
from ipcheck.review.codes import codes, seed_of_sample
from ipcheck.review.collect import Filled, collect
from ipcheck.review.conflicts import Conflicts
from ipcheck.review.errors import ReviewError
from ipcheck.review.folder import APPEALS, ASSIGNMENT, COLLECTED, FORMS, MANIFEST, SCORES, SHEETS, THIRD, Folder
from ipcheck.review.forms import form
from ipcheck.review.machine import by_mark
from ipcheck.review.rosters import File
from ipcheck.review.scheme import Scheme, read_scheme
from ipcheck.review.sheets import workbook
from ipcheck.review.steps import file_name
from ipcheck.whole import free_stem, plain_stem

THIRD_TURN, APPEAL_TURN = "第三评", "复议"


def scheme_of(folder: Folder) -> Scheme:
    """The scoring scheme that the plan names. Raises ReviewError."""
    name = folder.plan.scheme
    return read_scheme(folder.bytes_of(name).decode("utf-8-sig", "replace"), name)


def desks(folder: Folder) -> dict[str, tuple[str, str, list[str]]]:
    """Who scores what: workbook's stem → expert, round (空 or 第三评), codes. Raises ReviewError."""
    by_file = {file_name(file): code for code, file in codes(folder).items()}
    found: dict[str, tuple[str, str, list[str]]] = {}
    pairs = [
        (expert, "", item["file"]) for item in folder.data(ASSIGNMENT, "assign")["files"] for expert in item["experts"]
    ]
    if folder.has(THIRD):
        pairs += [(item["expert"], THIRD_TURN, item["file"]) for item in folder.data(THIRD, "assign --third")["files"]]
    if folder.has(APPEALS):
        pairs += [(item["expert"], APPEAL_TURN, item["file"]) for item in folder.data(APPEALS, "appeal")["appeals"]]
    lost = sorted({name for _, _, name in pairs if name not in by_file})
    if lost:
        raise ReviewError(f"指派之后抽样变了：{'、'.join(lost)} 不在样本里；请重新运行 ipcheck review assign")
    stems = _stems(sorted({expert for expert, _, _ in pairs}))
    for expert, turn, name in pairs:
        stem = stems[expert] + (f"-{turn}" if turn else "")
        found.setdefault(stem, (expert, turn, []))[2].append(by_file[name])
    return {stem: (expert, turn, sorted(names)) for stem, (expert, turn, names) in sorted(found.items())}


def _stems(experts: Sequence[str]) -> dict[str, str]:
    """What the workbook of each expert is called: the name as far as every file system allows, no two alike."""
    found: dict[str, str] = {}
    taken: set[str] = set()
    for expert in experts:
        plain = plain_stem(expert, nameless="专家")
        # A round is written behind the name: nobody may be called as another one's round is.
        plain = re.sub(rf"-({THIRD_TURN}|{APPEAL_TURN})$", r"_\1", plain)
        found[expert] = free_stem(plain, taken)
    return found


def write_sheets(folder: Folder, reports: Mapping[str, Report], *, again: bool = False) -> list[str]:
    """Write a workbook for each expert and a form for each file; the names of those that are new.

    A workbook that was written from the same things is left alone, filled in or not. Raises ReviewError where another
    would have to be overwritten.
    """
    scheme, files, plan = scheme_of(folder), codes(folder), folder.plan
    manifest: dict[str, str] = folder.data(MANIFEST, "sheets --again") if folder.has(MANIFEST) else {}
    made: dict[str, bytes] = {}
    for stem, (expert, turn, own) in desks(folder).items():
        title = f"{plan.title}{f'（{turn}）' if turn else ''}"
        made[f"{SHEETS}/{stem}.xlsx"] = workbook(expert, scheme, {code: files[code] for code in own}, reports, title)
    for code, file in files.items():
        made[f"{FORMS}/{code}.docx"] = form(code, file, scheme, reports.get(code), plan.title)
    fresh = []
    for name, data in made.items():
        digest = hashlib.sha256(data).hexdigest()
        if manifest.get(name) == digest and folder.has(name):
            continue
        folder.keep(name, data, again=again)
        manifest[name] = digest
        fresh.append(name)
    folder.keep_data(MANIFEST, dict(sorted(manifest.items())), replace=True)
    return fresh


def collect_sheets(folder: Folder, reports: Mapping[str, Report]) -> dict[str, Any]:
    """Read every workbook back into 收回评分.json; what is missing or wrong is in it by cell. Raises ReviewError."""
    scheme = scheme_of(folder)
    marks = {code: list(by_mark(report)) for code, report in reports.items()}
    experts: dict[str, Any] = {}
    missing: list[str] = []
    faults: list[str] = []
    for stem, (expert, turn, own) in desks(folder).items():
        name = f"{SHEETS}/{stem}.xlsx"
        if not folder.has(name):
            missing.append(f"{name}：没有这份评分表；由 ipcheck review sheets 写")
            continue
        filled = collect(folder.bytes_of(name), name, scheme, own, marks)
        missing += filled.missing
        faults += filled.faults
        experts[stem] = _told(expert, turn, filled)
    result = {"version": 1, "experts": experts, "missing": missing, "faults": faults}
    folder.keep_data(COLLECTED, result, replace=True)
    return result


def _told(expert: str, turn: str, filled: Filled) -> dict[str, Any]:
    return {
        "expert": expert,
        "turn": turn,
        "complete": filled.complete,
        "points": filled.points,
        "reasons": filled.reasons,
        "opinions": filled.opinions,
        "remarks": {code: words for code, words in filled.remarks.items() if words},
    }


def assign_third(folder: Folder) -> dict[str, Any]:
    """Choose a third expert for every file whose two experts differ by more than the plan allows (第三评指派.json).

    Raises ReviewError naming the files for which nobody is left.
    """
    pending = [item["code"] for item in folder.data(SCORES, "score")["files"] if item["third"]]
    chosen = list(folder.data(THIRD, "assign --third")["files"]) if folder.has(THIRD) else []
    have = {item["file"] for item in chosen}
    files = codes(folder)
    nobody = []
    if lost := [code for code in pending if code not in files]:
        raise ReviewError(
            f"{SCORES} 与现在的样本不符：没有卷号 {'、'.join(lost)}；请重新运行 ipcheck review score --again"
        )
    for code in pending:
        name = file_name(files[code])
        if name in have:
            continue
        expert = one_more(folder, files[code], "third", [item["expert"] for item in chosen])
        if expert is None:
            nobody.append(code)
        else:
            chosen.append({"file": name, "expert": expert})
    if nobody:
        raise ReviewError(f"{'、'.join(nobody)} 没有无利害关系的第三名专家；请在专家名册里增加专家")
    result = {"version": 1, "files": chosen}
    folder.keep_data(THIRD, result, replace=True)
    return result


def appeal(folder: Folder, code: str, reason: str, by: str, day: date) -> dict[str, Any]:
    """Reopen the score of a file: note the reason in 复议.json and choose another expert. Returns the entry.

    Raises ReviewError for an unknown code, a file under appeal already, or where no expert is left.
    """
    files = codes(folder)
    if code not in files:
        raise ReviewError(f"没有卷号 {code}；有 {'、'.join(list(files)[:3])} 等 {len(files)} 份")
    entries = list(folder.data(APPEALS, "appeal")["appeals"]) if folder.has(APPEALS) else []
    if any(entry["code"] == code for entry in entries):
        raise ReviewError(f"{code} 已经在复议，没有改动")
    expert = one_more(folder, files[code], "appeal", [entry["expert"] for entry in entries])
    if expert is None:
        raise ReviewError(f"{code} 没有无利害关系的另一名专家；请在专家名册里增加专家")
    entry = {
        "code": code,
        "file": file_name(files[code]),
        "reason": reason,
        "by": by,
        "date": day.isoformat(),
        "expert": expert,
    }
    folder.keep_data(APPEALS, {"version": 1, "appeals": [*entries, entry]}, replace=True)
    return entry


def one_more(folder: Folder, file: File, why: str, given: Sequence[str]) -> str | None:
    """Another expert for a file: without a conflict, not one who has it, the fewest files first, then the key.

    ``given`` are the experts of the files given out besides the assignment; they count as load.
    """
    plan, seed, name = folder.plan, seed_of_sample(folder), file_name(file)
    conflicts = Conflicts(folder.agencies.items, folder.declared.items, plan.end, plan.employment_years)
    told = folder.data(ASSIGNMENT, "assign")
    has = {expert for item in told["files"] if item["file"] == name for expert in item["experts"]}
    if folder.has(THIRD):
        has |= {item["expert"] for item in folder.data(THIRD, "assign --third")["files"] if item["file"] == name}
    if folder.has(APPEALS):
        has |= {item["expert"] for item in folder.data(APPEALS, "appeal")["appeals"] if item["file"] == name}
    loads = {expert: told["loads"].get(expert.name, 0) + given.count(expert.name) for expert in folder.experts.items}
    free = [
        (load, seed.key(why, file.agency, file.number, expert.name), expert.name)
        for expert, load in loads.items()
        if expert.name not in has and not conflicts.between(expert, file)
    ]
    return min(free)[2] if free else None


__all__ = [
    "APPEAL_TURN",
    "THIRD_TURN",
    "appeal",
    "assign_third",
    "collect_sheets",
    "desks",
    "scheme_of",
    "write_sheets",
]
