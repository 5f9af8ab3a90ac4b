"""Workflow commands: annotations on GitHub.

Source: https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ipcheck.model import Level, Record, Report
from ipcheck.reporters.formats import Look
from ipcheck.reporters.regions import Regions
from ipcheck.reporters.sources import Sources
from ipcheck.reporters.text_report import clean, summary

_COMMANDS = {Level.ERROR: "error", Level.WARNING: "warning", Level.ADVICE: "notice"}
# GitHub shows so many annotations of each kind for a step; the others stand in its log alone.
_SHOWN = 10


def render(report: Report, sources: Sources, look: Look) -> str:
    """A command a line: the summary, failures, then the open findings, the gravest first."""
    regions = Regions(sources)
    lines = [_command("notice", {"title": "ipcheck"}, _notice(report))]
    for failure in report.failures:
        lines.append(_command("error", {"file": _path(failure.path), "title": "没有检查成"}, failure.message))
    for record in sorted(report.open, key=lambda item: -item.level.rank):
        lines.append(_command(_COMMANDS[record.level], dict(_properties(record, regions)), record.message))
    return "".join(f"{line}\n" for line in lines)


def _notice(report: Report) -> str:
    """The summary; it comes first, since GitHub leaves out the last ones."""
    counts = Counter(record.level for record in report.open)
    errors = counts[Level.ERROR] + len(report.failures)
    # The notice itself is one of the notices.
    many = max(errors, counts[Level.WARNING], counts[Level.ADVICE] + 1) > _SHOWN
    more = f" GitHub 每一步每种只显示 {_SHOWN} 条，其余见这一步的日志或者 SARIF 报告。" if many else ""
    return summary(report) + more


def _properties(record: Record, regions: Regions) -> Iterator[tuple[str, str]]:
    region = regions.of(record.words)
    yield "file", _path(record.words.path)
    yield "line", str(region.line)
    yield "endLine", str(region.end_line)
    if region.line == region.end_line:
        # Columns of two lines are refused.
        yield "col", str(region.column)
        yield "endColumn", str(region.end_column)
    yield "title", f"{record.code} {record.check}"


def _command(name: str, properties: dict[str, str], message: str) -> str:
    told = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return f"::{name} {told}::{_data(clean(message))}"


def _path(path: str) -> str:
    return "stdin" if path == "-" else path.removeprefix("./")


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(clean(text)).replace(":", "%3A").replace(",", "%2C")


__all__ = ["render"]
