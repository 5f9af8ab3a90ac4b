"""Runs the agency room: one agency's folder."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path, PurePath

from ipcheck.agency import Agency, AgencyCheck
from ipcheck.agency.folder import read_agency
from ipcheck.agency.looked import Looked
from ipcheck.check.extras import missing
from ipcheck.config import Settings
from ipcheck.engine.settle import accept
from ipcheck.model import Failure, Finding, Record, Report, numbered
from ipcheck.plugins import load_checks


def check_agency(folder: Path, settings: Settings) -> Report:
    """Check the agency in ``folder`` and report; everything that could not be done is among the report's failures."""
    return look_at_agency(folder, settings).report


def look_at_agency(folder: Path, settings: Settings, without: Sequence[str] = ()) -> Looked:
    """As ``check_agency``, with the agency itself and which checks ran.

    ``without`` names rows to leave out: by the words of a cell (a number of a case) or by file and line (处罚.csv:3);
    a name that fits no row is among the failures.
    """
    loaded = load_checks(settings.check_folders, "agency")
    failures = [Failure(path, None, f"检查文件没有加载：{message}") for path, message in loaded.failures]
    checks = [check for check in settings.instances(loaded.checks) if isinstance(check, AgencyCheck)]
    reading = read_agency(folder, settings.as_of, settings.limits)
    agency = reading.agency
    failures += [Failure(folder.as_posix(), None, told) for told in _leave_out(agency, without)]
    findings: list[Finding] = []
    skipped: set[tuple[str, str]] = set()
    idle = {check.check_name(): "没有选中运行" for check in loaded.checks} | dict.fromkeys(
        (check.check_name() for check in checks), ""
    )
    parts: dict[str, str] = {}
    given = agency.particulars is not None or bool(agency.tables)
    # Checks for agencies of another business or form are not among those it was looked at with.
    selected = {check.check_name() for check in checks}
    checks = [check for check in checks if given and check.applies(agency)]
    for check in checks:
        reason = missing(check.requires) or check.unseen(agency)
        if reason:
            skipped.add((check.check_name(), reason))
            idle[check.check_name()] = reason
            continue
        if part := check.partly(agency):
            skipped.add((check.check_name(), part))
            parts[check.check_name()] = part
        failures.extend(_take(check, agency, folder.as_posix(), findings))
        if agency.holidays.guessed:
            skipped.add((check.check_name(), agency.holidays.told()))
            agency.holidays.guessed.clear()
    failures += reading.failures
    for name in sorted(agency.unclear):
        told = f"有两个“{name}”，别的表里只写姓名的没有算到任何一个人头上；写成“{name}（资格证号）”就能分清"
        failures.append(Failure(folder.as_posix(), None, told))
    report = Report(
        room="agency",
        as_of=settings.as_of,
        inputs=tuple(sorted(set(reading.inputs))),
        findings=numbered(sorted((Record.of(finding) for finding in findings), key=lambda record: record.order)),
        failures=tuple(sorted(set(failures), key=lambda item: (item.path, item.check or "", item.message))),
        subjects=int(given),
        checks=len(checks),
        skipped=tuple(sorted(skipped)),
        ran=frozenset(check.code for check in checks),
    )
    return Looked(
        accept(report, settings.accepted),
        agency,
        frozenset(name for name, reason in idle.items() if not reason),
        {name: reason for name, reason in idle.items() if reason},
        parts,
        frozenset(selected - {check.check_name() for check in checks}) if given else frozenset(),
    )


def _leave_out(agency: Agency, without: Sequence[str]) -> list[str]:
    """Take the rows named out of the agency's tables; return what to say of names that fit none."""
    wanted, used = set(without), set()
    for drawn in agency.tables.values():
        kept = []
        for row in drawn.sheet.rows:
            place = row.span()
            names = {str(cell) for cell in row.cells} | {f"{PurePath(place.document.path).name}:{place.line}"}
            used |= names & wanted
            if names.isdisjoint(wanted):
                kept.append(row)
        if len(kept) < len(drawn.sheet.rows):
            drawn.sheet.rows = tuple(kept)
            # A table that was filled in stays one that was.
            agency.tables[drawn.kind.name] = replace(drawn, none=drawn.none or not kept)
    return [
        f"--without {name}：哪张表里都没有这一行；写案号、申请号，或者文件名和行号（处罚.csv:3）"
        for name in without
        if name not in used
    ]


def _take(check: AgencyCheck, agency: Agency, name: str, findings: list[Finding]) -> list[Failure]:
    """Run a check; one that raises is a Failure and keeps what it had found."""
    try:
        findings.extend(check.find(agency))
    except Exception as error:  # a stranger's check may raise anything
        told = f"检查 {check.code} {check.check_name()} 出错，它的结果不完整（{type(error).__name__}: {error}）"
        return [Failure(name, check.check_name(), told)]
    return []


__all__ = ["check_agency"]
