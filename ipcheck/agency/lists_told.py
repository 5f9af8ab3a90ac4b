"""The report on negative lists: for the screen, as Markdown, as JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

from ipcheck import __version__
from ipcheck.agency.lists import Clue, ListReport
from ipcheck.agency.looked import Looked

NOTE = "以下是机构自查的风险线索，不是任何名单的结论；列不列入由主管部门依程序决定"
_MARKED = re.compile(r"([\\`*_{}\[\]<>#|~!&])")


def as_text(looked: Looked, reports: Sequence[ListReport]) -> str:
    """The report for the screen."""
    lines = [f"负面清单自查：{_name(looked)}，截至 {looked.as_of.isoformat()}", NOTE + "。"]
    for report in reports:
        lines += ["", f"{report.name}：{_count(report)}"]
        for number, clue in enumerate(report.clues, 1):
            lines.append(f"  {number}. [{clue.level.chinese}] {clue.ground}：{_who(clue)}")
            lines += [f"     {label}：{told}" for label, told in _told(clue)]
        lines += [f"  没有查：{gap}" for gap in dict.fromkeys(report.gaps)]
    failures = looked.report.failures
    lines += ["", *(f"没有读成：{item.path}：{item.message}" for item in failures)] if failures else []
    return "\n".join(lines) + "\n"


def as_markdown(looked: Looked, reports: Sequence[ListReport]) -> str:
    """The report as Markdown; words of the tables cannot become marks."""
    lines = ["# 负面清单自查", "", f"{_plain(_name(looked))}，截至 {looked.as_of.isoformat()}。{NOTE}。"]
    for report in reports:
        lines += ["", f"## {_plain(report.name)}", "", _count(report), ""]
        for number, clue in enumerate(report.clues, 1):
            lines.append(f"{number}. **[{clue.level.chinese}] {_plain(clue.ground)}**：{_plain(_who(clue))}")
            lines += [f"   - {label}：{_plain(told)}" for label, told in _told(clue)]
        lines += [f"- 没有查：{_plain(gap)}" for gap in dict.fromkeys(report.gaps)]
    failures = [f"- {_plain(item.path)}：{_plain(item.message)}" for item in looked.report.failures]
    lines += ["", "## 没有读成", "", *failures] if failures else []
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)) + "\n"


def as_json(looked: Looked, reports: Sequence[ListReport]) -> str:
    """The report as JSON, ending in a line feed; the same report gives the same bytes."""
    told: dict[str, Any] = {
        "version": 1,
        "tool": {"name": "ipcheck", "version": __version__},
        "asOf": looked.as_of.isoformat(),
        "agency": looked.agency.text("name"),
        "note": NOTE,
        "lists": [
            {
                "name": report.name,
                "applies": report.meant,
                "clues": [{**asdict(clue), "level": clue.level.value} for clue in report.clues],
                "notLookedAt": list(dict.fromkeys(report.gaps)),
            }
            for report in reports
        ],
        "failures": [
            {"path": item.path, "check": item.check, "message": item.message} for item in looked.report.failures
        ],
    }
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def _name(looked: Looked) -> str:
    return looked.agency.text("name") or "（没有写机构名称）"


def _count(report: ListReport) -> str:
    listed = sum(clue.listed for clue in report.clues)
    told = [f"已经列入 {listed} 处"] if listed else []
    if len(report.clues) > listed:
        told.append(f"风险线索 {len(report.clues) - listed} 处")
    if not told and not report.meant:
        told.append("不适用，本机构没有这项业务")
    if not told:
        told.append("没有发现线索" + ("（没有查全）" if report.gaps else ""))
    return "，".join(told)


def _who(clue: Clue) -> str:
    return "、".join(clue.people) or "本机构"


def _told(clue: Clue) -> Iterator[tuple[str, str]]:
    yield "证据", f"{clue.evidence}（{clue.source}）“{clue.words}”"
    yield "说明", clue.message + (f"（{clue.check}）" if clue.check else "")
    if clue.basis:
        yield "依据", "、".join(clue.basis)
    if clue.clears:
        yield "能说明的", clue.clears
    if clue.keep:
        yield "留存", "、".join(clue.keep)
    yield "怎么办", clue.remedy


def _plain(words: str) -> str:
    return _MARKED.sub(r"\\\1", " ".join(words.split()))


__all__ = ["NOTE", "as_json", "as_markdown", "as_text"]
