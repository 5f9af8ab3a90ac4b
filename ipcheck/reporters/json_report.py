"""The JSON report: the promise (design, section 6); report.schema.json describes it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from importlib import resources
from math import isfinite
from typing import Any

from ipcheck import __version__
from ipcheck.model import Acceptance, BasisRef, Failure, Fix, InputFile, Level, Record, Report, Words
from ipcheck.model.shapes import misfits
from ipcheck.reporters.formats import Look, writable
from ipcheck.reporters.json_shape import REPORT_SHAPE
from ipcheck.reporters.sources import Sources
from ipcheck.toml_text import too_long_a_number


class ReportError(ValueError):
    """A JSON report that cannot be used; the message is a sentence for the user."""


def as_dict(report: Report) -> dict[str, Any]:
    """The report as plain data, version 1."""
    return {
        "version": 1,
        "tool": {"name": "ipcheck", "version": __version__},
        "room": report.room,
        "asOf": report.as_of.isoformat(),
        "inputs": [{"path": item.path, "sha256": item.sha256} for item in report.inputs],
        "findings": [_finding(record) for record in report.findings],
        "failures": [{"path": item.path, "check": item.check, "message": item.message} for item in report.failures],
        "summary": {
            "inputs": len(report.inputs),
            "filings": report.subjects,
            "checks": report.checks,
            **{level.value: report.count(level) for level in Level},
            "accepted": report.accepted,
        },
        "skipped": [{"check": check, "reason": reason} for check, reason in report.skipped],
        "known": report.known,
        "since": report.since.isoformat() if report.since else None,
        "mended": [_finding(record) for record in report.mended],
        "remarks": list(report.remarks),
    }


def render(report: Report, sources: Sources | None = None, look: Look | None = None) -> str:
    """The report as JSON text, ending in a line feed; the same report gives the same bytes.

    It holds all there is to tell, so that neither ``sources`` nor ``look`` count.
    """
    return writable(json.dumps(as_dict(report), ensure_ascii=False, indent=2)) + "\n"


def parse(text: str) -> Report:
    """The report that ``render`` told, whole. Raises ReportError for anything else."""
    try:
        raw = json.loads(text, parse_constant=_no_number, parse_float=_finite)
        if "\\ud" in text.lower():
            # Half of a pair of surrogates can be written in JSON but in no file.
            json.dumps(raw, ensure_ascii=False).encode()
    except (ValueError, RecursionError) as error:
        if told := too_long_a_number(error, text):
            raise ReportError(told) from error
        raise ReportError("不是 JSON；请给出 ipcheck --format json 写的报告") from error
    if not isinstance(raw, dict) or raw.get("version") != 1 or "findings" not in raw:
        raise ReportError("不是第 1 版的 ipcheck 报告；请用 --format json 重新检查一次")
    if fault := next(misfits(raw, REPORT_SHAPE), ""):
        raise ReportError(f"报告的内容不对（{fault}）；请用 --format json 重新检查一次")
    try:
        return Report(
            room=raw["room"],
            as_of=date.fromisoformat(raw["asOf"]),
            inputs=tuple(InputFile(item["path"], item["sha256"]) for item in raw["inputs"]),
            findings=tuple(_record(item, raw["room"]) for item in raw["findings"]),
            failures=tuple(Failure(item["path"], item["check"], item["message"]) for item in raw["failures"]),
            subjects=raw["summary"]["filings"],
            checks=raw["summary"]["checks"],
            skipped=tuple((item["check"], item["reason"]) for item in raw.get("skipped", ())),
            mended=tuple(_record(item, raw["room"]) for item in raw.get("mended", ())),
            known=raw.get("known", 0),
            since=date.fromisoformat(raw["since"]) if raw.get("since") else None,
            remarks=tuple(raw.get("remarks", ())),
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise ReportError(f"报告缺少内容或者内容不对（{error}）；请用 --format json 重新检查一次") from error


def _no_number(words: str) -> float:
    raise ValueError(words)


def _finite(digits: str) -> float:
    number = float(digits)
    return number if isfinite(number) else _no_number(digits)


def schema() -> dict[str, Any]:
    """The JSON Schema of the report."""
    text = (resources.files("ipcheck.reporters") / "report.schema.json").read_text(encoding="utf-8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded


def _finding(record: Record) -> dict[str, Any]:
    accepted = record.accepted
    return {
        "code": record.code,
        "check": record.check,
        "level": record.level.value,
        "message": record.message,
        "basis": [_basis(item) for item in record.basis],
        **_words(record.words),
        "part": record.part,
        "claim": record.claim,
        "related": [_words(item) for item in record.related],
        "facts": dict(record.facts),
        "fix": {"text": record.fix.text, "safe": record.fix.safe} if record.fix else None,
        "fingerprint": record.fingerprint,
        "clue": record.clue,
        "accepted": {
            "reason": accepted.reason,
            "name": accepted.name,
            "date": accepted.date,
            "until": accepted.until,
        }
        if accepted is not None
        else None,
    }


def _words(words: Words) -> dict[str, Any]:
    return {
        "path": words.path,
        "source": words.source,
        "line": words.line,
        "column": words.column,
        "start": words.start,
        "end": words.end,
        "text": words.text,
        "before": words.before,
        "after": words.after,
    }


def _basis(item: BasisRef) -> dict[str, Any]:
    return {
        "law": item.law,
        "edition": item.edition,
        "article": item.article,
        "label": item.label,
        "short": item.short,
        "summary": item.summary,
        "verified": item.verified,
    }


def _record(raw: Mapping[str, Any], room: str) -> Record:
    """A finding as it was; reports written before a field was there get what an absent one means."""
    return Record(
        code=raw["code"],
        check=raw["check"],
        room=room,
        level=Level(raw["level"]),
        message=raw["message"],
        basis=tuple(_basis_of(item) for item in raw["basis"]),
        words=_words_of(raw),
        related=tuple(_words_of(item) for item in raw["related"]),
        fix=Fix(raw["fix"]["text"], raw["fix"]["safe"]) if raw["fix"] else None,
        part=raw["part"],
        claim=raw["claim"],
        fingerprint=raw["fingerprint"],
        clue=raw.get("clue", False),
        facts=raw["facts"],
        accepted=Acceptance(**raw["accepted"]) if raw["accepted"] else None,
    )


def _words_of(raw: Mapping[str, Any]) -> Words:
    return Words(
        raw["path"],
        raw["source"],
        raw.get("line", 1),
        raw.get("column", 1),
        raw["start"],
        raw["end"],
        raw["text"],
        raw.get("before", ""),
        raw.get("after", ""),
    )


def _basis_of(raw: Mapping[str, Any]) -> BasisRef:
    short = raw.get("short", f"{raw['law']}{raw['article']}")
    return BasisRef(
        raw["law"],
        raw["edition"],
        raw["article"],
        raw.get("label", short),
        short,
        raw.get("summary", ""),
        raw["verified"],
    )
