"""Runs the agency room: one agency's folder."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path, PurePath

from ipcheck.agency import Agency, AgencyCheck
from ipcheck.agency.folder import read_agency
from ipcheck.agency.looked import Looked
from ipcheck.check.extras import missing
from ipcheck.config import Settings
from ipcheck.engine.settle import accept
from ipcheck.engine.together import Found, Watch, look_together
from ipcheck.model import Failure, Record, Report, numbered
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
    records: list[Record] = []
    skipped: set[tuple[str, str]] = set()
    idle = {check.check_name(): "没有选中运行" for check in loaded.checks} | dict.fromkeys(
        (check.check_name() for check in checks), ""
    )
    parts: dict[str, str] = {}
    given = agency.particulars is not None or bool(agency.tables)
    # Checks for agencies of another business or form are not among those it was looked at with.
    selected = {check.check_name() for check in checks}
    checks = [check for check in checks if given and check.applies(agency)]
    for check, found in zip(checks, _found(checks, agency, folder, settings), strict=True):
        idle |= found.notes.get("idle", {})
        parts |= found.notes.get("parts", {})
        agency.unclear |= found.notes.get("unclear", set())
        records += found.records
        failures += found.failures
        skipped |= found.skipped
        if "looked" not in found.notes:
            idle[check.check_name()] = "被停止，没有结果"
    failures += reading.failures
    for name in sorted(agency.unclear):
        told = f"有两个“{name}”，别的表里只写姓名的没有算到任何一个人头上；写成“{name}（资格证号）”就能分清"
        failures.append(Failure(folder.as_posix(), None, told))
    report = Report(
        room="agency",
        as_of=settings.as_of,
        inputs=tuple(sorted(set(reading.inputs))),
        findings=numbered(sorted(records, key=lambda record: record.order)),
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


def _found(checks: Sequence[AgencyCheck], agency: Agency, folder: Path, settings: Settings) -> Iterator[Found]:
    shown = folder.as_posix()

    def work(check: AgencyCheck, watch: Watch, found: Found) -> None:
        name = check.check_name()
        found.notes["unclear"] = agency.unclear
        for whole in watch.each([agency]):
            found.notes["looked"] = True
            reason = missing(check.requires) or check.unseen(whole)
            if found.skip(check, reason):
                found.notes["idle"] = {name: reason}
                continue
            if found.skip(check, part := check.partly(whole)):
                found.notes["parts"] = {name: part}
            found.take(check, whole, shown)
            if agency.holidays.guessed:
                found.skip(check, agency.holidays.told())
                agency.holidays.guessed.clear()

    return look_together(checks, work, lambda _, __: shown, settings, 1)


__all__ = ["check_agency"]
