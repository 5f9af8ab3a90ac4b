"""After finding: what somebody has accepted, and what is new against an earlier report.

Neither is part of what was found: both are applied to a whole report, outside the cache.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from ipcheck.config.accepted import Accepted
from ipcheck.model import Record, Report

_SHOWN_WORDS = 20


def accept(report: Report, entries: Sequence[Accepted]) -> Report:
    """The report with the findings of ``entries`` marked as accepted; an entry that has expired counts for nothing.

    Remarks tell of expired entries and of entries without effect, if their file was looked at with their check.
    """
    if not entries:
        return report
    by_mark: dict[tuple[str, str], list[Accepted]] = defaultdict(list)
    for entry in entries:
        by_mark[entry.code, entry.fingerprint].append(entry)
    places = {path: _resolved(path) for path in {record.words.path for record in report.findings}}
    looked_at = {_resolved(path) for path in _whole(report)}
    used: set[Accepted] = set()
    expired: set[Accepted] = set()
    today = report.as_of.isoformat()
    findings = []
    for record in report.findings:
        fitting = [
            entry
            for entry in by_mark.get((record.code, record.fingerprint), ())
            if entry.place in (None, places[record.words.path])
        ]
        used.update(fitting)
        valid = [entry for entry in fitting if (entry.acceptance.until or today) >= today]
        if not valid:
            expired.update(fitting)
        findings.append(replace(record, accepted=valid[0].acceptance) if valid else record)
    remarks = [_expired(entry) for entry in entries if entry in expired]
    remarks += [
        _unused(entry)
        for entry in entries
        if entry not in used and entry.place in looked_at and _looked(entry.code, entry.check, report)
    ]
    return replace(report, findings=tuple(findings), remarks=(*report.remarks, *dict.fromkeys(remarks)))


def only_new(report: Report, earlier: Report) -> Report:
    """The report without the findings that ``earlier`` has too; what has been mended since is in ``mended``.

    A file that only one of the reports has may be a renamed one: its findings are compared by their words alone.
    A finding accepted then and no longer accepted now is new. Mended is only what was looked for again: the files
    were read whole, the check ran and did not break.
    """
    now = {item.path for item in report.inputs}
    before = {item.path for item in earlier.inputs}
    known = Counter((_key(record, now), record.accepted is not None) for record in earlier.findings)
    fresh: list[Record] = []
    for record in report.findings:
        key = _key(record, before)
        had = [(key, was) for was in ((False, True) if record.accepted else (False,)) if known[key, was] > 0]
        if had:
            known[had[0]] -= 1
        else:
            fresh.append(record)
    still = Counter((record.words.path, record.code, record.fingerprint) for record in report.findings)
    whole = _whole(report)
    mended = []
    for record in earlier.findings:
        if still[record.words.path, record.code, record.fingerprint] > 0:
            still[record.words.path, record.code, record.fingerprint] -= 1
        elif {record.words.path, *(words.path for words in record.related)} <= whole and _looked(
            record.code, record.check, report
        ):
            mended.append(record)
    return replace(
        report,
        findings=tuple(fresh),
        mended=tuple(mended),
        known=len(report.open) - sum(record.accepted is None for record in fresh),
        since=earlier.as_of,
    )


def _key(record: Record, others: set[str]) -> tuple[str, str, str]:
    """File, code and fingerprint; no file where the other report (``others`` are its files) does not have it."""
    return record.words.path if record.words.path in others else "", record.code, record.fingerprint


def _resolved(shown: str) -> Path:
    return Path(shown.split("!/", 1)[0]).resolve()


def _whole(report: Report) -> set[str]:
    """The files that were read without anything missing: only of these can be said that something is gone."""
    return {item.path for item in report.inputs} - {failure.path for failure in report.failures}


def _looked(code: str, check: str, report: Report) -> bool:
    """Whether a check ran, did not break and had all it needs."""
    troubled = {failure.check for failure in report.failures} | {name for name, _ in report.skipped}
    return code in report.ran and check not in troubled


def _named(entry: Accepted) -> str:
    words = entry.words if len(entry.words) <= _SHOWN_WORDS else entry.words[:_SHOWN_WORDS] + "……"
    return f"{entry.code} {entry.check}（{entry.file}“{words}”，{entry.acceptance.name}）"


def _expired(entry: Accepted) -> str:
    return f"{entry.listed}：接受的 {_named(entry)} 已于 {entry.acceptance.until} 到期，不再算数"


def _unused(entry: Accepted) -> str:
    return f"{entry.listed}：接受的 {_named(entry)} 没有对应的发现，可以从文件里删去"


__all__ = ["accept", "only_new"]
