"""GitLab's code quality report, shown in merge requests.

Source: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
"""

from __future__ import annotations

import hashlib
import json
from typing import Any

from ipcheck.model import Failure, Level, Record, Report
from ipcheck.reporters.formats import Look
from ipcheck.reporters.regions import Regions
from ipcheck.reporters.sources import Sources
from ipcheck.reporters.text_report import clean

_SEVERITIES = {Level.ERROR: "major", Level.WARNING: "minor", Level.ADVICE: "info"}


def render(report: Report, sources: Sources, look: Look) -> str:
    """The open findings and the failures as a JSON array; an accepted finding is left out."""
    regions = Regions(sources)
    failures = [_failure(failure) for failure in report.failures]
    found = [*failures, *(_finding(record, regions) for record in report.open)]
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


def _finding(record: Record, regions: Regions) -> dict[str, Any]:
    region = regions.of(record.words)
    return {
        "description": f"{clean(record.message)}（{'；'.join(item.short for item in record.basis)}）",
        "check_name": f"{record.code} {record.check}",
        # Two files may have the same words in the same neighbourhood; GitLab wants every fingerprint once.
        "fingerprint": _unique(record.words.path, record.code, record.fingerprint),
        "severity": _SEVERITIES[record.level],
        "location": {"path": _path(record.words.path), "lines": {"begin": region.line, "end": region.end_line}},
    }


def _failure(failure: Failure) -> dict[str, Any]:
    return {
        "description": f"没有检查成：{clean(failure.message)}",
        "check_name": f"ipcheck {failure.check or 'failure'}",
        "fingerprint": _unique(failure.path, failure.check or "", failure.message),
        "severity": "blocker",
        "location": {"path": _path(failure.path), "lines": {"begin": 1}},
    }


def _path(path: str) -> str:
    """Relative to the repository and without ./, as GitLab asks."""
    return "stdin" if path == "-" else path.removeprefix("./")


def _unique(*pieces: str) -> str:
    return hashlib.sha256("\x1f".join(pieces).encode("utf-8", "surrogatepass")).hexdigest()[:32]


__all__ = ["render"]
