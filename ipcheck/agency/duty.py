"""The record of due care (尽职留痕): what was checked of a case, what was found, who accepted what, and who signs.

A record is plain data with a digest over itself and the SHA-256 of every file that was looked at, so that anybody can
tell later whether it is the same. The digest guards against slips and quiet edits; it stands on the signed sheet too,
which is what binds a record to its signature.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import Any

from ipcheck import __version__
from ipcheck.agency.privacy import mask, masked_text
from ipcheck.model import InputFile, Level, Record, Report
from ipcheck.readers.errors import ReadError
from ipcheck.readers.limits import DEFAULT, Limits
from ipcheck.readers.registry import read_whole
from ipcheck.toml_text import too_long_a_number

KIND = "尽职留痕"
# A number of an identity paper with a digit too few or too many.
_LONG = re.compile(r"(?<![\dA-Za-z.])\d{15,19}[Xx]?(?![\dA-Za-z.])")
_CHECKS = (".py", ".toml")
_KEYS = frozenset(
    {"version", "kind", "tool", "case", "room", "asOf", "by", "inputs", "checks", "summary", "findings"}
    | {"notChecked", "failures", "remarks", "digest"}
)


class DutyError(Exception):
    """A record that cannot be made or read; ``problems`` are Chinese sentences, every one that was found."""

    def __init__(self, problems: str | Sequence[str]) -> None:
        self.problems = (problems,) if isinstance(problems, str) else tuple(problems)
        super().__init__("；".join(self.problems))


def part_of(report: Report, case: str) -> Report:
    """What of a report is about the case: a file, or a folder with everything below it. Raises DutyError."""
    inputs = tuple(item for item in report.inputs if _below(item.path, case))
    if not inputs:
        raise DutyError(f"{case}：报告里没有这个案件；路径要和检查时写的一样")
    return Report(
        room=report.room,
        as_of=report.as_of,
        inputs=inputs,
        findings=tuple(record for record in report.findings if _below(record.words.path, case)),
        # A file of checks that could not be loaded is missing from every case.
        failures=tuple(
            failure
            for failure in report.failures
            if _below(failure.path, case) or PurePosixPath(failure.path).suffix in _CHECKS
        ),
        subjects=report.subjects,
        checks=report.checks,
        skipped=report.skipped,
        remarks=report.remarks,
        ran=report.ran,
    )


def duty_record(report: Report, case: str, by: str, limits: Limits = DEFAULT) -> dict[str, Any]:
    """The record of a case. Raises DutyError where a file has changed since it was checked, or is gone."""
    if not report.inputs:
        told = [f"{failure.path}：{failure.message}" for failure in report.failures]
        raise DutyError(told or f"{case}：没有读到任何文件，没有可以留痕的")
    record = {
        "version": 1,
        "kind": KIND,
        "tool": {"name": "ipcheck", "version": __version__},
        "case": case,
        "room": report.room,
        "asOf": report.as_of.isoformat(),
        "by": by,
        "inputs": _inputs(report.inputs, limits),
        "checks": {"count": report.checks, "codes": sorted(report.ran)},
        "summary": {
            level.value: {
                "open": report.count(level),
                "accepted": sum(record.accepted is not None for record in report.findings if record.level is level),
            }
            for level in Level
        },
        "findings": [_finding(record) for record in report.findings],
        "notChecked": [{"check": check, "reason": reason} for check, reason in report.skipped],
        "failures": [
            {"path": item.path, "check": item.check, "message": _private(item.message)} for item in report.failures
        ],
        "remarks": [_private(remark) for remark in report.remarks],
    }
    return record | {"digest": digest(record)}


def digest(record: Mapping[str, Any]) -> str:
    """The SHA-256 of the record without its digest, however its JSON is laid out."""
    bare = {key: value for key, value in record.items() if key != "digest"}
    text = json.dumps(bare, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def as_json(record: Mapping[str, Any]) -> str:
    """The record as JSON, ending in a line feed."""
    return json.dumps(record, ensure_ascii=False, indent=2) + "\n"


def read_record(path: Path) -> dict[str, Any]:
    """The record in a file, not yet verified. Raises DutyError."""
    try:
        raw = json.loads(read_whole(path).decode("utf-8-sig"))
    except (ReadError, OSError) as error:
        raise DutyError(f"{path.as_posix()}：{error}") from error
    except (ValueError, RecursionError) as error:
        told = too_long_a_number(error) or "不是 JSON，或者不是 UTF-8 编码"
        raise DutyError(f"{path.as_posix()}：{told}") from error
    inputs = raw.get("inputs") if isinstance(raw, dict) else None
    if not isinstance(raw, dict) or raw.get("kind") != KIND or raw.get("version") != 1 or not isinstance(inputs, list):
        raise DutyError(f"{path.as_posix()}：不是第 1 版的{KIND}记录；请给出 ipcheck agency record 写的 .json")
    return raw


def differences(record: Mapping[str, Any], beside: Path, limits: Limits = DEFAULT) -> Iterator[str]:
    """What is not as it was: the record itself, and every file that was looked at.

    A relative path starts from the working directory, else from the folder ``beside``.
    """
    if record.get("digest") != digest(record):
        yield "记录被改动过：摘要对不上"
        yield from (f"记录里多了“{key}”" for key in sorted(record.keys() - _KEYS))
        yield from (f"记录里少了“{key}”" for key in sorted(_KEYS - record.keys()))
    for item in record["inputs"]:
        path, sha256 = (item.get(key) for key in ("path", "sha256")) if isinstance(item, Mapping) else (None, None)
        if not isinstance(path, str) or not isinstance(sha256, str):
            yield "记录里的一个输入文件没有路径或者 SHA-256"
            continue
        place = next((place for place in (Path(path), beside / path) if place.is_file()), None)
        if place is None:
            yield f"{path}：文件不在了（移走、改名或者删除）"
            continue
        try:
            now = hashlib.sha256(read_whole(place, limits)).hexdigest()
        except (ReadError, OSError) as error:
            yield f"{path}：{error}"
            continue
        if now != sha256:
            yield f"{path}：文件改动过（检查时 {sha256[:12]}…，现在 {now[:12]}…）"


def _inputs(inputs: Sequence[InputFile], limits: Limits) -> list[dict[str, str]]:
    """The files on disk with the SHA-256 of their bytes; what lies in an archive counts as the archive."""
    found, problems = [], []
    for path in dict.fromkeys(item.path.split("!/", 1)[0] for item in inputs):
        try:
            now = hashlib.sha256(read_whole(Path(path), limits)).hexdigest()
        except (ReadError, OSError) as error:
            problems.append(f"{path}：{error}")
            continue
        if any(item.path == path and item.sha256 != now for item in inputs):
            problems.append(f"{path}：检查以后改动过；请重新检查再留痕")
        found.append({"path": path, "sha256": now})
    if problems:
        raise DutyError(problems)
    return found


def _finding(record: Record) -> dict[str, Any]:
    accepted = record.accepted
    return {
        "code": record.code,
        "check": record.check,
        "level": record.level.value,
        "message": _private(record.message),
        "basis": [item.short for item in record.basis],
        "path": record.words.path,
        "source": record.words.source,
        "text": _private(record.words.text),
        "fingerprint": record.fingerprint,
        "accepted": {
            "reason": accepted.reason,
            "name": accepted.name,
            "date": accepted.date,
            "until": accepted.until,
        }
        if accepted is not None
        else None,
    }


def _private(text: str) -> str:
    """``text`` for a sheet that is filed and shown: people's numbers masked, wrong ones too, of which it may tell."""
    return masked_text(_LONG.sub(lambda match: mask(match[0]), text))


def _below(path: str, case: str) -> bool:
    whole, plain = PurePosixPath(path.split("!/", 1)[0]), PurePosixPath(case)
    return whole == plain or plain in whole.parents


__all__ = ["KIND", "DutyError", "as_json", "differences", "digest", "duty_record", "part_of", "read_record"]
