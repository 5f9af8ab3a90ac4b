"""Runs the trademark room: each application alone, the applications together, a filing register."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from ipcheck.check import Check
from ipcheck.check.extras import missing
from ipcheck.config import Settings
from ipcheck.engine.settle import accept
from ipcheck.engine.together import Found, Watch, look_together
from ipcheck.model import Failure, InputFile, Record, Report, numbered
from ipcheck.plugins import load_checks
from ipcheck.readers import ReadError
from ipcheck.readers.sheet import NO_ROWS, Sheet, unread_days
from ipcheck.trademark import (
    Column,
    EarlierMark,
    Lists,
    Mark,
    MarkCheck,
    MarkRegister,
    MarkRegisterCheck,
    Portfolio,
    PortfolioCheck,
    TrademarkCheck,
)
from ipcheck.trademark.applications import application_files, read_applications
from ipcheck.trademark.columns import DAYS
from ipcheck.trademark.figures import Figures
from ipcheck.trademark.lists import read_lists
from ipcheck.trademark.search import MarkIndex, MarksIndexError
from ipcheck.trademark.tables import pictured
from ipcheck.whole import why_unread


class _Run:
    """What one run gathers."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.findings: list[Record] = []
        self.failures: list[Failure] = []
        self.inputs: list[InputFile] = []
        self.skipped: set[tuple[str, str]] = set()

    def files(self, path: Path) -> list[Path]:
        """The files of applications that ``path`` is or holds; a folder without any is a failure."""
        found = list(application_files(path))
        if not found:
            told = "文件夹里没有申请表（.csv .xlsx）、.toml、.json 或者 .docx 申请书"
            self.failures.append(Failure(path.as_posix(), None, told))
        return found

    def sheet(self, path: Path) -> Sheet[Column] | None:
        """The table in a file, None where it is none: that is among the failures then."""
        shown = path.as_posix()
        try:
            sheet = read_applications(path, shown, self.settings.limits)
        except (ReadError, OSError) as error:
            self.failures.append(Failure(shown, None, why_unread(error)))
            return None
        self.inputs.append(InputFile(shown, sheet.table.document.sha256))
        if not sheet.rows:
            self.failures.append(Failure(shown, None, NO_ROWS))
        return sheet

    def add(self, found: Found) -> None:
        """Take in what a check gave."""
        self.findings += found.records
        self.failures += found.failures
        self.skipped |= found.skipped


def check_trademarks(
    paths: Sequence[Path],
    settings: Settings,
    *,
    earlier: Path | None = None,
    register: Path | None = None,
    lists: Path | None = None,
) -> Report:
    """Check the applications in the tables ``paths`` and a filing register, and report.

    ``earlier`` is an index of earlier marks or a table of them, ``lists`` a folder of the user's own lists.
    Everything that could not be done is among the report's failures.
    """
    run = _Run(settings)
    loaded = load_checks(settings.check_folders, "trademark")
    run.failures.extend(Failure(path, None, f"检查文件没有加载：{message}") for path, message in loaded.failures)
    checks = [check for check in settings.instances(loaded.checks) if isinstance(check, TrademarkCheck)]
    own = _lists(lists, run)
    files = [file for path in paths for file in run.files(path)]
    sheets = [sheet for file in files if (sheet := run.sheet(file)) is not None]
    marks = [Mark(row, own) for sheet in sheets for row in sheet.rows]
    rows = _register(register, own, run)
    index = _earlier(earlier, own, run)
    portfolio = Portfolio(
        marks,
        earlier=index,
        figures=index.figures if index is not None else None,
        register=rows,
        lists=own,
        as_of=settings.as_of,
    )
    # Without a register the batch itself is all that patterns can be seen in.
    batch = MarkRegister(sheets[0], own, more=sheets[1:], due=settings.as_of) if sheets else None
    _check(checks, portfolio, batch, run)
    report = Report(
        room="trademark",
        as_of=settings.as_of,
        inputs=tuple(sorted(set(run.inputs))),
        findings=numbered(sorted(run.findings, key=lambda record: record.order)),
        failures=tuple(sorted(set(run.failures), key=lambda item: (item.path, item.check or "", item.message))),
        subjects=len(marks) + (len(rows.rows) if rows is not None else 0),
        checks=len(checks),
        skipped=tuple(sorted(run.skipped)),
        ran=frozenset(check.code for check in checks),
    )
    return accept(report, settings.accepted)


def _check(checks: Sequence[Check[Any]], portfolio: Portfolio, batch: MarkRegister | None, run: _Run) -> None:
    def work(check: TrademarkCheck[Any], watch: Watch, found: Found) -> None:
        if found.skip(check, missing(check.requires)):
            return
        if isinstance(check, MarkCheck):
            for mark in watch.each(portfolio.marks):
                # A check whose list is missing may still look with what it has.
                found.skip(check, check.unseen(mark))
                if check.applies(mark):
                    found.take(check, mark, mark.span.document.path)
        elif isinstance(check, PortfolioCheck):
            for whole in watch.each([portfolio] if portfolio.marks else []):
                found.skip(check, check.unseen(whole))
                if not (check.earlier and whole.earlier is None):
                    found.take(check, whole, whole.marks[0].span.document.path)
        elif isinstance(check, MarkRegisterCheck):
            _look_for_patterns(check, portfolio.register, batch, watch, found)

    def path(check: TrademarkCheck[Any], number: int) -> str:
        looked_at = portfolio.register if portfolio.register is not None else batch
        if isinstance(check, MarkRegisterCheck) and looked_at is not None:
            return looked_at.sheet.table.document.path
        return portfolio.marks[number if isinstance(check, MarkCheck) else 0].span.document.path

    those = [check for check in checks if isinstance(check, TrademarkCheck)]
    subjects = len(portfolio.marks) + (len(portfolio.register.rows) if portfolio.register is not None else 0)
    for found in look_together(those, work, path, run.settings, subjects):
        run.add(found)


def _look_for_patterns(
    check: MarkRegisterCheck, register: MarkRegister | None, batch: MarkRegister | None, watch: Watch, found: Found
) -> None:
    """Run a check of patterns over the filing register, without one over the applications themselves."""
    looked_at = register if register is not None else batch
    if looked_at is None:
        return
    for rows in watch.each([looked_at]):
        reason = check.unseen(rows)
        without = "没有给出申请台账（--register）" + ("" if reason else "，只看了这批申请")
        found.skip(check, reason if register is not None else without)
        if not reason:
            # A check whose list is missing may still look with what it has.
            found.skip(check, check.lacking(rows.lists))
            found.take(check, rows, rows.sheet.table.document.path)


def _lists(folder: Path | None, run: _Run) -> Lists:
    if folder is None:
        return Lists()
    if not folder.is_dir():
        run.failures.append(Failure(folder.as_posix(), None, "名单目录不存在；用 ipcheck init --room trademark 建一份"))
        return Lists()
    lists, problems = read_lists(folder)
    run.failures.extend(Failure(path, None, message) for path, message in problems)
    return lists


def _earlier(path: Path | None, lists: Lists, run: _Run) -> MarkIndex | None:
    if path is None:
        return None
    if path.is_dir():
        try:
            return MarkIndex.open(path)
        except MarksIndexError as error:
            run.failures.append(Failure(path.as_posix(), None, str(error)))
            return None
    sheet = run.sheet(path)
    if sheet is None:
        return None
    if not sheet.has(Column.MARK):
        # An empty index would find nothing and look like a clean bill.
        run.failures.append(Failure(path.as_posix(), None, "在先商标表没有“商标”列，没有用上"))
        return None
    rows = [Mark(row, lists) for row in sheet.rows]
    return MarkIndex.of(map(EarlierMark.of, rows), Figures.of(pictured(rows)))


def _register(path: Path | None, lists: Lists, run: _Run) -> MarkRegister | None:
    if path is None:
        return None
    sheet = run.sheet(path)
    if sheet is None:
        return None
    # The applications have a check of their own for this.
    run.failures.extend(Failure(path.as_posix(), None, told) for told in unread_days(sheet, DAYS))
    return MarkRegister(sheet, lists)


__all__ = ["check_trademarks"]
