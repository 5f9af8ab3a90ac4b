"""The sheet of a record of due care as a .docx, to be signed; the template can be replaced."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from ipcheck.model import Level
from ipcheck.places import shipped
from ipcheck.word_form import fill, plain

_TEMPLATE = "尽职留痕.docx"
_LONGEST = 200
ROOMS = {
    "patent": "专利申请文件检查",
    "abnormal": "非正常专利申请风险线索",
    "trademark": "商标申请预检",
    "agency": "代理机构自查",
}


def duty_form(record: Mapping[str, Any], template: Path | None = None) -> bytes:
    """The bytes of the sheet for a record of ``duty_record``; the same record gives the same bytes."""
    summary = record["summary"]
    values = {
        "case": plain(record["case"]),
        "room": ROOMS.get(record["room"], record["room"]),
        "version": record["tool"]["version"],
        "day": record["asOf"],
        "by": plain(record["by"]),
        "digest": record["digest"],
        "inputs": [{"path": plain(item["path"]), "sha256": item["sha256"]} for item in record["inputs"]],
        "checks": record["checks"]["count"],
        "codes": _ranges(record["checks"]["codes"]) or "报告里没有列出",
        "counts": "，".join(
            f"{level.chinese} {summary[level.value]['open']} 处，已接受 {summary[level.value]['accepted']} 处"
            for level in Level
        ),
        "findings": form_rows(record),
        "failures": [
            *(f"没有查成：{plain(item['path'])}：{plain(item['message'])}" for item in record["failures"]),
            *(f"没有查：{plain(item['check'])}：{plain(item['reason'])}" for item in record["notChecked"]),
        ],
    }
    return fill(template or shipped("templates") / _TEMPLATE, values)


def form_rows(record: Mapping[str, Any]) -> list[dict[str, str]]:
    """What the sheet says of each finding."""
    return [_row(item) for item in record["findings"]]


def _row(finding: Mapping[str, Any]) -> dict[str, str]:
    accepted = finding["accepted"]
    handled = "没有处理"
    if accepted is not None:
        until = f"，至 {accepted['until']}" if accepted["until"] else ""
        handled = f"{accepted['name']}于 {accepted['date']} 接受{until}：{accepted['reason']}"
    return {
        "level": Level(finding["level"]).chinese,
        "code": finding["code"],
        "place": plain(f"{finding['path'].rsplit('/', 1)[-1]} {finding['source']}".strip()),
        "words": _short(finding["text"]),
        "message": plain(finding["message"]),
        "basis": plain("；".join(finding["basis"])),
        "handled": plain(handled),
    }


def _ranges(codes: Sequence[str]) -> str:
    """The codes in short: CLM001–017、CLM019."""
    told: list[list[str]] = []
    for code in codes:
        before = told[-1][-1] if told else ""
        follows = before[:3] == code[:3] and before[3:].isdigit() and code[3:].isdigit()
        if follows and int(code[3:]) == int(before[3:]) + 1:
            told[-1].append(code)
        else:
            told.append([code])
    return "、".join(run[0] if len(run) == 1 else f"{run[0]}–{run[-1][3:]}" for run in told)


def _short(words: str) -> str:
    told = plain(words)
    return told if len(told) <= _LONGEST else told[:_LONGEST] + "…"


__all__ = ["ROOMS", "duty_form", "form_rows"]
