"""The shape of a JSON report, for telling in words what is wrong with one that somebody touched."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from ipcheck.model import lazy

_LARGEST = 2**40
_STEERING = lazy("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_LEVELS = {"error", "warning", "advice"}


def _count(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < _LARGEST


def _place(value: Any) -> bool:
    return _count(value) and value > 0


def _path(value: Any) -> bool:
    # No system has such a name, and many calls of Python refuse it in their own way.
    return isinstance(value, str) and "\0" not in value


def _line(value: Any) -> bool:
    # Words of ours (codes, names of laws) are shown as they are: none may steer a terminal.
    return isinstance(value, str) and not _STEERING.search(value)


def _digest(value: Any) -> bool:
    return isinstance(value, str) and re.fullmatch("[0-9a-f]{64}", value) is not None


def _fingerprint(value: Any) -> bool:
    return isinstance(value, str) and re.fullmatch("[0-9a-f]{16}", value) is not None


def _code(value: Any) -> bool:
    return isinstance(value, str) and re.fullmatch("[A-Z]{3}[0-9]{3}", value) is not None


def _name(value: Any) -> bool:
    return isinstance(value, str) and re.fullmatch("[a-z0-9-]+", value) is not None


def _told(value: Any) -> bool:
    return isinstance(value, str) and value != ""


def _reason(value: Any) -> bool:
    return _line(value) and value != ""


_WORDS: Mapping[Any, Any] = {
    "path": _path,
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
    "law": _line,
    "edition": _line,
    "article": _line,
    "label?": _line,
    "short?": _line,
    "summary?": _line,
    "verified": bool,
}
_FINDING: Mapping[Any, Any] = {
    **_WORDS,
    "end": _place,
    "text": _told,
    "code": _code,
    "check": _name,
    "level": _LEVELS,
    "message": _told,
    "basis": [_BASIS, ...],
    "part": (str, None),
    "claim": (_count, None),
    "related": [_WORDS],
    "facts": {str: object},
    "fix": ({"text": str, "safe": bool}, None),
    "fingerprint": _fingerprint,
    "clue?": bool,
    "accepted": ({"reason": str, "name": str, "date": str, "until": (str, None)}, None),
}
REPORT_SHAPE: Mapping[Any, Any] = {
    "version": int,
    "room": {"patent", "abnormal", "trademark", "agency", "review"},
    "asOf": str,
    "inputs": [{"path": _path, "sha256": _digest}],
    "findings": [_FINDING],
    "failures": [{"path": _path, "check": (_line, None), "message": _told}],
    "summary": {"filings": _count, "checks": _count},
    "skipped?": [{"check": _line, "reason": _reason}],
    "mended?": [_FINDING],
    "known?": _count,
    "since?": (str, None),
    "remarks?": [_told],
}

__all__ = ["REPORT_SHAPE"]
