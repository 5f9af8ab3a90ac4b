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
    looked_at = {_resolved(item.path) for item in report.inputs}
    used: set[Accepted] = set()
    today = report.as_of.isoformat()
    findings = []
    for record in report.findings:
        fitting = [
            entry
            for entry in by_mark[record.code, record.fingerprint]
            if entry.place in (None, places[record.words.path])
        ]
        used.update(fitting)
        valid = [entry for entry in fitting if (entry.acceptance.until or today) >= today]
        findings.append(replace(record, accepted=valid[0].acceptance) if valid else record)
    remarks = [_expired(entry) for entry in entries if entry in used and (entry.acceptance.until or today) < today]
    remarks += [_unused(entry) for entry in entries if entry not in used and _looked_for(entry, report, looked_at)]
    return replace(report, findings=tuple(findings), remarks=(*report.remarks, *dict.fromkeys(remarks)))


def only_new(report: Report, earlier: Report) -> Report:
    """The report without the findings that ``earlier`` has too; what has been mended since is in ``mended``.

    A file that only one of the reports has may be a renamed one: its findings are compared by their words alone.
    A finding accepted then and no longer accepted now is new. Mended is only what was looked for again: the files are
    among the inputs, the check ran and did not break.
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
    broken = {failure.check for failure in report.failures}
    mended = []
    for record in earlier.findings:
        if still[record.words.path, record.code, record.fingerprint] > 0:
            still[record.words.path, record.code, record.fingerprint] -= 1
        elif (
            record.code in report.ran
            and record.check not in broken
            and {record.words.path, *(words.path for words in record.related)} <= now
        ):
            mended.append(record)
    return replace(
        report,
        findings=tuple(fresh),
        mended=tuple(mended),
        known=len(report.findings) - len(fresh),
        since=earlier.as_of,
    )


def _key(record: Record, others: set[str]) -> tuple[str, str, str]:
    """File, code and fingerprint; no file where the other report (``others`` are its files) does not have it."""
    return record.words.path if record.words.path in others else "", record.code, record.fingerprint


def _resolved(shown: str) -> Path:
    return Path(shown.split("!/", 1)[0]).resolve()


def _looked_for(entry: Accepted, report: Report, looked_at: set[Path]) -> bool:
    """Whether the run looked at the file of an entry with its check, and the check did not break."""
    if entry.code not in report.ran or any(failure.check == entry.check for failure in report.failures):
        return False
    return entry.place in looked_at


def _named(entry: Accepted) -> str:
    words = entry.words if len(entry.words) <= _SHOWN_WORDS else entry.words[:_SHOWN_WORDS] + "……"
    return f"{entry.code} {entry.check}（{entry.file}“{words}”，{entry.acceptance.name}）"


def _expired(entry: Accepted) -> str:
    return f"{entry.listed}：接受的 {_named(entry)} 已于 {entry.acceptance.until} 到期，不再算数"


def _unused(entry: Accepted) -> str:
    return f"{entry.listed}：接受的 {_named(entry)} 没有对应的发现，可以从文件里删去"


__all__ = ["accept", "only_new"]
