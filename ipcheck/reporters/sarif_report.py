"""SARIF 2.1.0, for code-scanning pages and editors.

Source: OASIS, Static Analysis Results Interchange Format (SARIF) Version 2.1.0, 27 March 2020.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import PurePosixPath, PureWindowsPath
from typing import Any
from urllib.parse import quote

from ipcheck import __version__
from ipcheck.model import Level, Record, Report, Words, lazy
from ipcheck.reporters.formats import Look
from ipcheck.reporters.regions import Regions
from ipcheck.reporters.sources import Sources, is_text
from ipcheck.reporters.text_report import part_name

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_BASE = "SRCROOT"
_LINK = lazy(r"\[(?=[^\[\]]{0,300}\]\()")
_LEVELS = {Level.ERROR: "error", Level.WARNING: "warning", Level.ADVICE: "note"}


def render(report: Report, sources: Sources, look: Look) -> str:
    """The report as SARIF, ending in a line feed. ``sources`` give the offsets in text files."""
    return json.dumps(_Log(report, sources).log(), ensure_ascii=False, indent=2) + "\n"


class _Log:
    def __init__(self, report: Report, sources: Sources) -> None:
        self._report = report
        self._regions = Regions(sources)
        # A file may be named twice on the command line; SARIF takes each once (3.14.15).
        self._inputs = list({item.path: item for item in report.inputs}.values())
        self._artifacts = {item.path: index for index, item in enumerate(self._inputs)}
        by_code: dict[str, Record] = {}
        for record in report.findings:
            by_code.setdefault(record.code, record)
        self._rules = dict(sorted(by_code.items()))
        self._rule_index = {code: index for index, code in enumerate(self._rules)}

    def log(self) -> dict[str, Any]:
        """The whole file."""
        report = self._report
        run = {
            "tool": {
                "driver": {
                    "name": "ipcheck",
                    "version": __version__,
                    "language": "zh-CN",
                    "rules": [_rule(record) for record in self._rules.values()],
                }
            },
            "automationDetails": {"id": f"ipcheck/{report.room}/"},
            "invocations": [
                {
                    "executionSuccessful": not report.failures,
                    "toolExecutionNotifications": list(self._notifications()),
                }
            ],
            "originalUriBaseIds": {_BASE: {"description": {"text": "运行 ipcheck 的目录"}}},
            "artifacts": [
                {"location": _location(item.path), "hashes": {"sha-256": item.sha256}} for item in self._inputs
            ],
            "columnKind": "unicodeCodePoints",
            "results": [self._result(record) for record in report.findings],
            "properties": {"asOf": report.as_of.isoformat(), "checks": report.checks, "filings": report.subjects},
        }
        return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}

    def _notifications(self) -> Iterator[dict[str, Any]]:
        """What was not done, what was not looked at, and what is to be said of acceptances."""
        for failure in self._report.failures:
            about = f"{failure.check}：" if failure.check else ""
            yield {
                "level": "error",
                "message": _message(about + failure.message),
                "locations": [{"physicalLocation": {"artifactLocation": self._artifact(failure.path)}}],
            }
        for check, reason in self._report.skipped:
            yield {"level": "warning", "message": _message(f"未检查：{check}（{reason}）")}
        for path in self._regions.lacking(self._artifacts):
            told = "检查以后改过或者不在了：没有字符偏移，行列按检查时的"
            yield {
                "level": "note",
                "message": {"text": told},
                "locations": [{"physicalLocation": {"artifactLocation": self._artifact(path)}}],
            }
        for remark in self._report.remarks:
            yield {"level": "note", "message": _message(remark)}

    def _artifact(self, path: str) -> dict[str, Any]:
        index = self._artifacts.get(path)
        return _location(path) | ({"index": index} if index is not None else {})

    def _result(self, record: Record) -> dict[str, Any]:
        found: dict[str, Any] = {
            "ruleId": record.code,
            "ruleIndex": self._rule_index[record.code],
            "level": _LEVELS[record.level],
            "message": _message(record.message),
            "locations": [{**self._place(record.words), **_logical(record)}],
            "partialFingerprints": {"ipcheck/v1": record.fingerprint},
            # Absent would mean "unknown" (3.27.23): somebody has looked at all of them or at none.
            "suppressions": _suppressions(record),
            "properties": {"basis": [item.short for item in record.basis], "facts": dict(record.facts)},
        }
        if record.related:
            found["relatedLocations"] = [
                {"id": number, **self._place(words), "message": _message(words.source or words.path)}
                for number, words in enumerate(record.related)
            ]
        if record.fix is not None:
            found["properties"]["fix"] = {"text": record.fix.text, "safe": record.fix.safe}
            if is_text(record.words.path):
                found["fixes"] = [self._fix(record, record.fix.text)]
        if self._report.since is not None:
            found["baselineState"] = "new"
        return found

    def _place(self, words: Words) -> dict[str, Any]:
        region = self._region(words) | {"snippet": {"text": words.text}}
        return {"physicalLocation": {"artifactLocation": self._artifact(words.path), "region": region}}

    def _region(self, words: Words) -> dict[str, Any]:
        region = self._regions.of(words)
        found = {
            "startLine": region.line,
            "startColumn": region.column,
            "endLine": region.end_line,
            "endColumn": region.end_column,
        }
        if region.offset is not None and region.length is not None:
            found |= {"charOffset": region.offset, "charLength": region.length}
        return found

    def _fix(self, record: Record, text: str) -> dict[str, Any]:
        """For text files alone: a tool that replaced characters in a .docx would destroy it."""
        return {
            "description": {"text": f"改为“{text}”" if text else "删去"},
            "artifactChanges": [
                {
                    "artifactLocation": self._artifact(record.words.path),
                    "replacements": [{"deletedRegion": self._region(record.words), "insertedContent": {"text": text}}],
                }
            ],
        }


def _message(text: str) -> dict[str, str]:
    """A message; what would be a link in it (3.11.6) is told as the words it is: a draft must not set links."""
    return {"text": _LINK.sub(r"\\[", text)}


def _location(path: str) -> dict[str, Any]:
    """A percent-encoded URI: relative to the working directory, or file:/// for an absolute path."""
    windows = PureWindowsPath(path)
    if windows.drive and windows.is_absolute():
        return {"uri": "file:///" + quote(windows.as_posix(), safe="/:", errors="surrogateescape")}
    if PurePosixPath(path).is_absolute():
        return {"uri": "file://" + quote(path, errors="surrogateescape")}
    named = "stdin" if path == "-" else path.removeprefix("./")
    # The name of a file may be no UTF-8: its own bytes are what a URI holds.
    return {"uri": quote(named, errors="surrogateescape"), "uriBaseId": _BASE}


def _rule(record: Record) -> dict[str, Any]:
    """A check as its findings tell of it: what law it rests on and what that says."""
    cited = "；".join(item.short + ("" if item.verified else "（未核实）") for item in record.basis)
    said = [f"{item.label}（{item.edition}）：{item.summary}" for item in record.basis]
    more = [f"{name}：{_listed(record.facts[key])}" for key, name in _EXPLAINS.items() if record.facts.get(key)]
    command = f"ipcheck explain {record.code}"
    marked = "\n".join(
        f"- **{_plain(item.label)}**（{_plain(item.edition)}）：{_plain(item.summary)}" for item in record.basis
    )
    return {
        "id": record.code,
        "name": "".join(word.capitalize() for word in record.check.split("-")),
        "shortDescription": {"text": f"{record.check}（{'风险线索，' if record.clue else ''}依据 {cited}）"},
        "fullDescription": {"text": "\n".join([*said, *more])},
        "help": {
            "text": "\n".join([*said, *more, f"好例、坏例和说明：{command}"]),
            "markdown": "\n\n".join([marked, *map(_plain, more), f"好例、坏例和说明：`{command}`"]),
        },
        "defaultConfiguration": {"level": _LEVELS[record.level]},
        "properties": {"tags": [record.room, *(["风险线索"] if record.clue else [])]},
    }


_EXPLAINS = {"clears": "合理解释", "keep": "材料"}


def _listed(value: object) -> str:
    return "、".join(map(str, value)) if isinstance(value, list | tuple) else str(value)


def _plain(text: str) -> str:
    """``text`` with Markdown's own signs made harmless."""
    return re.sub(r"([\\`*_\[\]<>|#])", r"\\\1", text)


def _logical(record: Record) -> dict[str, Any]:
    """权利要求书/权利要求4, where the finding stands in an application; else nothing."""
    if record.part is None:
        return {}
    part = part_name(record.part)
    found = {"name": part, "fullyQualifiedName": part, "kind": "part"}
    if record.claim is not None:
        claim = f"权利要求{record.claim}"
        found = {"name": claim, "fullyQualifiedName": f"{part}/{claim}", "kind": "claim"}
    return {"logicalLocations": [found]}


def _suppressions(record: Record) -> list[dict[str, Any]]:
    accepted = record.accepted
    if accepted is None:
        return []
    until = f"，到 {accepted.until} 为止" if accepted.until else ""
    told = f"{accepted.reason}（{accepted.name}，{accepted.date}{until}）"
    return [{"kind": "external", "status": "accepted", "justification": told}]


__all__ = ["render"]
