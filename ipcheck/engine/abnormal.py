"""Runs the abnormal room: each application alone, the batch together with its history, a filing register."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from ipcheck.abnormal import AbnormalCheck, Batch, BatchCheck, FilingCheck, Register, RegisterCheck
from ipcheck.abnormal.columns import DAYS
from ipcheck.abnormal.history import History
from ipcheck.abnormal.kinship import FAMILY_FILE, Family, read_families
from ipcheck.abnormal.segments import HistoryError
from ipcheck.check.extras import missing
from ipcheck.config import Settings
from ipcheck.engine.reading import draw_inputs
from ipcheck.engine.settle import accept
from ipcheck.engine.together import Found, Watch, look_together
from ipcheck.model import Failure, Finding, InputFile, Record, Report, numbered
from ipcheck.patent import Filing, placed
from ipcheck.plugins import load_checks
from ipcheck.readers import ReadError
from ipcheck.readers.sheet import NO_ROWS, unread_days
from ipcheck.readers.table import read_table
from ipcheck.whole import why_unread


class _Run:
    """What one run gathers."""

    def __init__(self) -> None:
        self.findings: list[Record] = []
        self.failures: list[Failure] = []
        self.inputs: list[InputFile] = []
        self.skipped: set[tuple[str, str]] = set()

    def add(self, found: Found) -> None:
        """Take in what a check gave."""
        self.findings += found.records
        self.failures += found.failures
        self.skipped |= found.skipped


def check_abnormal(
    paths: Sequence[Path],
    settings: Settings,
    *,
    history: Path | None = None,
    register: Path | None = None,
    stdin: bytes | None = None,
) -> Report:
    """Look for 非正常申请 risk in the applications under ``paths`` and in a register, and report.

    ``history`` is an index of earlier filings. Everything that could not be done is among the report's failures.
    """
    run = _Run()
    loaded = load_checks(settings.check_folders, "abnormal")
    run.failures.extend(Failure(path, None, f"检查文件没有加载：{message}") for path, message in loaded.failures)
    checks = [check for check in settings.instances(loaded.checks) if isinstance(check, AbnormalCheck)]
    drawn = draw_inputs(paths, settings, stdin=stdin)
    filings = _usable(drawn.filings, run)
    run.failures.extend(drawn.failures)
    run.inputs.extend(drawn.inputs)
    batch = Batch(filings, history=_history(history, run), families=_families(paths, run), jobs=settings.jobs)
    _check(checks, batch, _first(paths), settings, run)
    subjects = len(filings)
    if register is not None:
        subjects += _check_register(register, checks, settings, run)
    report = Report(
        room="abnormal",
        as_of=settings.as_of,
        inputs=tuple(sorted(set(run.inputs))),
        findings=numbered(sorted(run.findings, key=_rank)),
        failures=tuple(sorted(set(run.failures), key=lambda item: (item.path, item.check or "", item.message))),
        subjects=subjects,
        checks=len(checks),
        skipped=tuple(sorted(run.skipped)),
        ran=frozenset(check.code for check in checks),
    )
    return accept(report, settings.accepted)


def _check(checks: Sequence[AbnormalCheck[Any]], batch: Batch, path: str, settings: Settings, run: _Run) -> None:
    def work(check: AbnormalCheck[Any], watch: Watch, found: Found) -> None:
        if isinstance(check, FilingCheck):
            for filing in watch.each(batch.filings):
                found.take(check, filing, filing.name, partial(placed, filing=filing))
        elif isinstance(check, BatchCheck) and not (batch.filings and found.skip(check, missing(check.requires))):
            for whole in watch.each([batch]):
                found.take(check, whole, path, lambda finding: _placed(finding, batch))
                found.skip(check, check.unseen(whole))

    def named(check: AbnormalCheck[Any], number: int) -> str:
        return batch.filings[number].name if isinstance(check, FilingCheck) else path

    those = [check for check in checks if isinstance(check, (FilingCheck, BatchCheck))]
    for found in look_together(those, work, named, settings, len(batch.filings)) if those else ():
        run.add(found)


def _rank(record: Record) -> tuple[str, str, float, tuple[str, int, int, str, str]]:
    """Findings in drafts by place; those in a register by check, of each the strongest first."""
    strength = record.facts.get("strength")
    if strength is None:
        return record.words.path, "", 0.0, record.order
    return record.words.path, record.code, -float(strength), record.order


def _first(paths: Sequence[Path]) -> str:
    return paths[0].as_posix() if paths else "-"


def _usable(filings: Iterable[Filing], run: _Run) -> list[Filing]:
    kept = []
    for filing in sorted(filings, key=lambda item: item.name):
        if any(filing.parts.values()):
            kept.append(filing)
        else:
            told = "没有认出专利申请文件的任何部分，未检查；请写上“权利要求书”“说明书”等标题"
            run.failures.append(Failure(filing.name, None, told))
    return kept


def _placed(finding: Finding, batch: Batch) -> Finding:
    filing = batch.filing_of(finding.span)
    return placed(finding, filing) if filing is not None else finding


def _history(folder: Path | None, run: _Run) -> History | None:
    if folder is None:
        return None
    try:
        return History(folder)
    except (HistoryError, OSError) as error:
        run.failures.append(Failure(folder.as_posix(), None, f"历史索引没有用上：{why_unread(error)}"))
        return None


def _families(paths: Sequence[Path], run: _Run) -> list[Family]:
    """The series declared beside the batch or in the working directory: data, never code."""
    places = [(path if path.is_dir() else path.parent) / FAMILY_FILE for path in paths]
    found: list[Family] = []
    seen: set[Path] = set()
    for place in [*places, Path(FAMILY_FILE)]:
        if place.is_file() and place.resolve() not in seen:
            seen.add(place.resolve())
            families, problems = read_families(place)
            found.extend(families)
            run.failures.extend(Failure(place.as_posix(), None, problem) for problem in problems)
    return found


def _check_register(path: Path, checks: Sequence[AbnormalCheck[Any]], settings: Settings, run: _Run) -> int:
    """Check a register; how many rows it has."""
    shown = path.as_posix()
    try:
        table = read_table(path, shown, settings.limits)
    except (ReadError, OSError) as error:
        run.failures.append(Failure(shown, None, why_unread(error)))
        return 0
    run.inputs.append(InputFile(shown, table.document.sha256))
    register = Register(table)
    if not register.columns:
        header = "、".join(map(str, table.header))
        told = f"第一行里没有认出任何一列（{header}），未检查；请写上申请号、申请人、申请日等列名"
        run.failures.append(Failure(shown, None, told))
        return 0
    if not register.rows:
        run.failures.append(Failure(shown, None, NO_ROWS))
    run.failures.extend(Failure(shown, None, told) for told in unread_days(register.sheet, DAYS))

    def work(check: RegisterCheck, watch: Watch, found: Found) -> None:
        for rows in watch.each([register]):
            if not found.skip(check, check.unseen(rows)):
                found.take(check, rows, shown)

    those = [check for check in checks if isinstance(check, RegisterCheck)]
    for found in look_together(those, work, lambda _, __: shown, settings, len(table.rows)):
        run.add(found)
    return len(table.rows)


__all__ = ["check_abnormal"]
