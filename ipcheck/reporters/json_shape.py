"""The shape of a JSON report, for telling in words what is wrong with one that somebody touched."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_LARGEST = 2**40
_LEVELS = {"error", "warning", "advice"}


def _count(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < _LARGEST


def _place(value: Any) -> bool:
    return _count(value) and value > 0


_WORDS: Mapping[Any, Any] = {
    "path": str,
    "source": str,
    "line?": _place,
    "column?": _place,
    "start": _count,
    "end": _count,
    "text": str,
    "before?": str,
    "after?": str,
}
_BASIS: Mapping[Any, Any] = {
    "law": str,
    "edition": str,
    "article": str,
    "label?": str,
    "short?": str,
    "summary?": str,
    "verified": bool,
}
_FINDING: Mapping[Any, Any] = {
    **_WORDS,
    "code": str,
    "check": str,
    "level": _LEVELS,
    "message": str,
    "basis": [_BASIS],
    "part": (str, None),
    "claim": (_count, None),
    "related": [_WORDS],
    "facts": {str: object},
    "fix": ({"text": str, "safe": bool}, None),
    "fingerprint": str,
    "clue?": bool,
    "accepted": ({"reason": str, "name": str, "date": str, "until": (str, None)}, None),
}
REPORT_SHAPE: Mapping[Any, Any] = {
    "version": int,
    "room": {"patent", "abnormal", "trademark", "agency", "review"},
    "asOf": str,
    "inputs": [{"path": str, "sha256": str}],
    "findings": [_FINDING],
    "failures": [{"path": str, "check": (str, None), "message": str}],
    "summary": {"filings": _count, "checks": _count},
    "skipped?": [{"check": str, "reason": str}],
    "mended?": [_FINDING],
    "known?": _count,
    "since?": (str, None),
    "remarks?": [str],
}

__all__ = ["REPORT_SHAPE"]
