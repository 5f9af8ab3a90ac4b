"""The Markdown report: for wikis and merge requests; a table for each application or file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from ipcheck.model import Level, Record, Report, Words, lazy
from ipcheck.reporters.digest import cited, room_name, visible
from ipcheck.reporters.formats import Look
from ipcheck.reporters.sources import Sources
from ipcheck.reporters.text_report import clues, place_of, skipped, summary

_MOST_WORDS = 60
_AROUND = 16
_SIGNS = frozenset("\\`*_[]|~$:")
# What only counts at the beginning of a line: headings, lists, lines under headings; and www. anywhere.
_FIRST = lazy(r"^(?=[-+=#])|^\d{1,9}(?=[.)])|www(?=\.)", re.IGNORECASE)
# Where GitHub and GitLab would call somebody or link an issue, merge request, snippet, milestone or label.
_CALLS = lazy(r"(?<![0-9A-Za-z_])([@#!~%&$])(?=[0-9A-Za-z_\"])|(?<=[0-9A-Za-z])(@)(?=[0-9A-Za-z])")
_MARKS = {Level.ERROR: "🔴", Level.WARNING: "🟠", Level.ADVICE: "🔵"}


def render(report: Report, sources: Sources, look: Look) -> str:
    """The report as Markdown (GitHub's, which GitLab reads too), ending in a line feed."""
    lines = [f"# ipcheck 报告：{plain(room_name(report.room))}", "", plain(summary(report)), ""]
    lines += _table(
        (*(level.chinese for level in Level), "已接受", "没做完", "已改好", "检查项", "按哪天的法律"),
        [
            (
                *(f"{_MARKS[level]} {report.count(level)}" for level in Level),
                str(report.accepted),
                str(len(report.failures)),
                str(len(report.mended)),
                str(report.checks),
                report.as_of.isoformat(),
            )
        ],
    )
    if report.failures:
        lines += ["## 没有做完的事", ""]
        lines += [f"- {plain(item.path)}：{plain(item.message)}" for item in report.failures]
        lines.append("")
    lines += [f"- {plain(remark)}" for remark in report.remarks]
    lines += [""] if report.remarks else []
    for path, records in groupby(report.findings, key=lambda record: record.words.path):
        lines += [f"## {plain(path)}", ""]
        lines += _table(("级别", "编号", "位置", "问题", "原文", "依据"), [_row(record) for record in records])
    lines += _after(report)
    return "\n".join(lines).rstrip("\n") + "\n"


def plain(text: str) -> str:
    """``text`` on one line with every sign that Markdown, HTML or a forge would act on made harmless."""
    one_line = " ".join(visible(text).split("\n")).replace("\t", " ")
    # A zero-width space keeps a draft's @ and # from calling people and linking issues; a backslash would not.
    calm = _CALLS.sub(lambda match: match[0] + "\u200b", one_line)
    escaped = "".join(_escaped(character) for character in calm)
    return _FIRST.sub(lambda match: match[0] + "\\", escaped)


def _escaped(character: str) -> str:
    if character in "<>&":
        return {"<": "&lt;", ">": "&gt;", "&": "&amp;"}[character]
    return "\\" + character if character in _SIGNS else character


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """A table; the cells are Markdown already."""
    lines = [f"| {' | '.join(heads)} |", f"|{' --- |' * len(heads)}"]
    return [*lines, *(f"| {' | '.join(row)} |" for row in rows), ""]


def _row(record: Record) -> tuple[str, ...]:
    told = plain(record.message)
    if record.fix is not None:
        told += f"<br>改为：{plain(record.fix.text) or '（删去）'}"
    for other in record.related[:2]:
        where = f"{plain(other.path)} " if other.path != record.words.path else ""
        told += f"<br>参见 {where}{plain(other.source)}：{plain(_short(other.text))}"
    if record.accepted is not None:
        accepted = record.accepted
        told += f"<br>已接受：{plain(accepted.reason)}（{plain(accepted.name)}，{plain(accepted.date)}）"
    return (
        f"{_MARKS[record.level]} {record.level.chinese}",
        f"`{record.code}`<br>{plain(record.check)}",
        plain(place_of(record)),
        told,
        _words(record.words),
        "；".join(plain(item.short + ("" if item.verified else "（未核实）")) for item in record.basis),
    )


def _words(words: Words) -> str:
    """The words in bold between what surrounds them. Bold in HTML: Markdown's fails beside Chinese punctuation."""
    found = plain(_short(words.text))
    bold = f"<b>{found}</b>" if found.strip() else "‸"
    return f"{plain(words.before[-_AROUND:])}{bold}{plain(words.after[:_AROUND])}"


def _short(text: str) -> str:
    return text if len(text) <= _MOST_WORDS else f"{text[:40]}……{text[-16:]}"


def _after(report: Report) -> Iterator[str]:
    """What follows the findings: mended ones, checks that did not look, explanations, the articles."""
    if report.mended:
        yield from ("## 已改好的", "")
        for record in report.mended:
            yield f"- `{record.code}` {plain(record.words.path)} {plain(place_of(record))}：{plain(record.message)}"
        yield ""
    if report.known:
        since = f" {report.since.isoformat()} 的" if report.since is not None else ""
        yield from (f"另有 {report.known} 处在{since}旧报告里已经有，还没有改，未列出。", "")
    if told := clues(report):
        yield from ("## 合理解释清单", "", "风险线索要人来判断，逐条备好说明和材料。", "")
        rows = []
        for code, records in told.items():
            facts = records[0].facts
            keep = facts.get("keep")
            papers = "、".join(map(str, keep)) if isinstance(keep, list) else ""
            rows.append((f"`{code}`", str(len(records)), plain(str(facts["clears"])), plain(papers)))
        yield from _table(("检查", "条数", "能说明的理由", "材料"), rows)
    if report.skipped:
        yield from ("## 没有看的检查", "")
        for reason, names in skipped(report):
            yield f"- {plain(reason)}：{plain('、'.join(names))}"
        yield ""
    if laws := cited(report):
        yield from ("## 法条", "")
        yield from _table(
            ("法条", "版本", "要点（ipcheck 自拟）", "发现"),
            [
                (
                    plain(item.basis.label + ("" if item.basis.verified else "（未核实）")),
                    plain(item.basis.edition),
                    plain(item.basis.summary),
                    str(item.count),
                )
                for item in laws
            ],
        )


__all__ = ["plain", "render"]
