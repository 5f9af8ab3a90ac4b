"""The JSON report: the promise (design, section 6); report.schema.json describes it."""

from __future__ import annotations

import json
from importlib import resources
from typing import Any

from ipcheck import __version__
from ipcheck.model import BasisRef, Level, Record, Report, Words


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
            "accepted": 0,
        },
    }


def render(report: Report) -> str:
    """The report as JSON text, ending in a line feed; the same report gives the same bytes."""
    return json.dumps(as_dict(report), ensure_ascii=False, indent=2) + "\n"


def schema() -> dict[str, Any]:
    """The JSON Schema of the report."""
    text = (resources.files("ipcheck.reporters") / "report.schema.json").read_text(encoding="utf-8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded


def _finding(record: Record) -> dict[str, Any]:
    words = record.words
    return {
        "code": record.code,
        "check": record.check,
        "level": record.level.value,
        "message": record.message,
        "basis": [_basis(item) for item in record.basis],
        "path": words.path,
        "part": record.part,
        "claim": record.claim,
        "source": words.source,
        "line": words.line,
        "column": words.column,
        "start": words.start,
        "end": words.end,
        "text": words.text,
        "related": [_related(item) for item in record.related],
        "facts": dict(record.facts),
        "fix": {"text": record.fix.text, "safe": record.fix.safe} if record.fix else None,
        "fingerprint": record.fingerprint,
        "accepted": None,
    }


def _basis(item: BasisRef) -> dict[str, Any]:
    return {"law": item.law, "edition": item.edition, "article": item.article, "verified": item.verified}


def _related(item: Words) -> dict[str, Any]:
    return {"path": item.path, "start": item.start, "end": item.end, "text": item.text, "source": item.source}
