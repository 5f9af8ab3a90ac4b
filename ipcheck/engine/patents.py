"""Runs the patent room over files and folders."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from ipcheck import apart
from ipcheck.apart import Budget, Done, Lost, Steps
from ipcheck.check import Check
from ipcheck.check.extras import missing
from ipcheck.config import Settings
from ipcheck.engine.cache import Cache, Gathered
from ipcheck.engine.reading import Task, bundles_of, processes, read_bundle, read_text
from ipcheck.engine.settle import accept
from ipcheck.engine.trouble import budget_of, left_out, lost_check, lost_file, raised
from ipcheck.model import Document, Failure, Finding, Object, Record, Report, keep_compiled, numbered
from ipcheck.patent import Filing, Kind, PatentCheck, placed
from ipcheck.patent.case import Bundle, draw_filings
from ipcheck.plugins import load_checks
from ipcheck.readers.images import Look
from ipcheck.readers.ocr import numerals_in, whatever_in

# So often a check is tried on other files after it had to be stopped, and so many checks on one file.
_MOST_FILES, _MOST_CHECKS = 3, 5
_STDIN = Bundle("-", (Path("-"),))


def check_filing(
    filing: Filing, checks: Iterable[Check[Any]], steps: Steps | None = None, without: frozenset[str] = frozenset()
) -> tuple[list[Finding], list[Failure]]:
    """Run ``checks`` over one application; a check that raises is a Failure and keeps what it had found.

    ``without`` are names of checks left out. The step is the number of the check.
    """
    steps = steps or Steps()
    findings: list[Finding] = []
    failures: list[Failure] = []
    for number, check in enumerate(checks):
        if not isinstance(check, PatentCheck) or check.check_name() in without or missing(check.requires):
            continue
        steps.at(number)
        try:
            if not check.applies(filing):
                continue
            for finding in check.find(filing):
                findings.append(placed(finding, filing))
        except (Exception, SystemExit) as error:  # a stranger's check may raise anything
            if isinstance(error, MemoryError):
                steps.out_of_memory()
            failures.append(raised(check, filing.name, error))
    return findings, failures


def not_looked_at(
    filing: Filing, checks: Iterable[Check[Any]], steps: Steps | None = None, without: frozenset[str] = frozenset()
) -> set[tuple[str, str]]:
    """Which of ``checks`` cannot look at this application, or not at all of it, each with the reason."""
    steps = steps or Steps()
    found: set[tuple[str, str]] = set()
    for number, check in enumerate(checks):
        steps.at(number)
        # A stranger's check may raise anything; check_filing says so.
        with suppress(Exception, SystemExit):
            if isinstance(check, PatentCheck) and check.check_name() not in without and check.applies(filing):
                reason = missing(check.requires) or check.unseen(filing)
                if reason:
                    found.add((check.check_name(), reason))
    return found


@dataclass(frozen=True)
class _Task(Task):
    """A bundle to be checked: the how-manieth, checks that are left out by name, the text of standard input."""

    number: int = 0
    out: frozenset[str] = frozenset()
    stdin: bytes | None = None

    def leaving_out(self, name: str, failure: Failure) -> _Task:
        return replace(self, out=self.out | {name}, failures=(*self.failures, failure))

    @property
    def shown(self) -> str:
        """What the bundle is called where a check fails on it."""
        return self.bundle.files[0].as_posix() if len(self.bundle.files) == 1 else self.bundle.name


def check_bundle(task: _Task, steps: Steps, checks: Sequence[Check[Any]], settings: Settings) -> Gathered:
    """Read, draw and check one bundle of files."""
    gathered = Gathered()
    if task.stdin is not None:
        gathered.failures.extend(task.failures)
        steps.at(-1)
        documents = read_text(task.stdin, gathered, settings)
    else:
        documents = list(read_bundle(task, gathered, settings, steps))
    _check_documents(documents, task, steps, checks, settings, gathered)
    # A copy of a process ends without ceremony.
    keep_compiled()
    return gathered


def _check_documents(
    documents: list[tuple[str, Document]],
    task: _Task,
    steps: Steps,
    checks: Sequence[Check[Any]],
    settings: Settings,
    gathered: Gathered,
) -> None:
    kind = Kind(settings.kind) if settings.kind else None
    for filing, notes in draw_filings(documents, kind=kind, bundle=task.bundle.name):
        gathered.failures.extend(Failure(filing.name, None, note) for note in notes)
        if not any(filing.parts.values()):
            gathered.failures.append(
                Failure(
                    filing.name,
                    None,
                    "没有认出专利申请文件的任何部分，未检查；请写上“权利要求书”“说明书”等标题，"
                    "或者用 ipcheck read 看看读到了什么",
                )
            )
            continue
        gathered.filings += 1
        if settings.ocr:
            filing.ocr = partial(_read_signs, settings=settings, steps=steps)
        findings, failures = check_filing(filing, checks, steps, task.out)
        gathered.findings.extend(Record.of(finding) for finding in findings)
        gathered.failures.extend(failures)
        gathered.skipped |= not_looked_at(filing, checks, steps, task.out)


def _read_signs(item: Object, sure: bool, settings: Settings, steps: Steps) -> frozenset[str] | None:
    data = item.look.data() if isinstance(item.look, Look) else None
    if data is None:
        return None
    begun = time.monotonic()
    try:
        if not sure:
            return whatever_in(data, settings.limits)
        numerals = numerals_in(data, settings.limits)
        return None if numerals is None else frozenset(numeral.text for numeral in numerals)
    finally:
        # Every figure has the time of a check for itself.
        steps.spare(time.monotonic() - begun)


def _make_checks(settings: Settings) -> list[Check[Any]]:
    """The checks of the settings, loaded anew: classes from plug-in files cannot travel between processes."""
    loaded = load_checks(settings.check_folders, "patent")
    return [check for check in settings.instances(loaded.checks) if isinstance(check, PatentCheck)]


def _make_work(settings: Settings) -> Callable[[_Task, Steps], Gathered]:
    return partial(check_bundle, checks=_make_checks(settings), settings=settings)


class _Run:
    """Checks bundles in other processes: what does harm there is named and left out, the rest is looked at again."""

    def __init__(self, checks: Sequence[Check[Any]], settings: Settings) -> None:
        self._checks = checks
        self._named = {check.check_name(): check for check in checks}
        self._settings = settings
        # The numbers of the tasks in which a check had to be stopped.
        self._stopped: dict[str, list[int]] = {}

    def over(self, tasks: Sequence[_Task], step: Callable[[], None]) -> Iterator[Gathered]:
        """What each task gives, in their order. The same whatever the number of processes."""
        # A copy of this process has the checks.
        ready = partial(check_bundle, checks=self._checks, settings=self._settings)
        answers = apart.run(
            tasks,
            (lambda: ready) if apart.forks() else partial(_make_work, self._settings),
            self._again,
            budget=self._budget,
            jobs=processes(self._settings, len(tasks)),
            begin=self._begin,
            step=step,
        )
        for task, gathered in zip(tasks, answers, strict=True):
            for name in self._hopeless(task.number):
                gathered.findings = [record for record in gathered.findings if record.check != name]
                gathered.failures = [failure for failure in gathered.failures if failure.check != name]
                gathered.failures.append(left_out(self._named[name], task.shown, _MOST_FILES))
                gathered.skipped = {(check, reason) for check, reason in gathered.skipped if check != name}
            yield gathered

    def _budget(self, task: _Task) -> Budget:
        return budget_of(self._settings.limits, max(1, task.left))

    def _hopeless(self, number: int) -> list[str]:
        """The checks that were stopped often enough before the task of this number."""
        return sorted(
            name for name, numbers in self._stopped.items() if sum(at < number for at in numbers) >= _MOST_FILES
        )

    def _begin(self, task: _Task) -> _Task:
        return replace(task, out=task.out.union(self._hopeless(task.number)))

    def _again(self, task: _Task, lost: Lost) -> _Task | Done[Gathered]:
        limits = self._settings.limits
        if 0 <= lost.step < len(self._checks) and lost.why != "task":
            check = self._checks[lost.step]
            self._stopped.setdefault(check.check_name(), []).append(task.number)
            tried = task.leaving_out(check.check_name(), lost_check(check, task.shown, lost, limits))
            if sum(failure.check is not None for failure in tried.failures) < _MOST_CHECKS:
                return tried
            told = f"已有 {_MOST_CHECKS} 项检查在这个文件上被停止，其余的没有再运行；请把文件和命令报告给维护者"
            return Done(Gathered(failures=[*tried.failures, Failure(task.shown, None, told)]))
        left = task.without(lost, limits) if task.stdin is None else None
        if isinstance(left, _Task):
            return left if left.left else Done(Gathered(failures=[*left.failures]))
        failures = [lost_file(file.as_posix(), lost, limits, reading=False) for file in task.bundle.files]
        return Done(Gathered(failures=[*task.failures, *failures]))


def _run_cached(
    bundles: list[Bundle], run: _Run, settings: Settings, stdin: bytes | None, step: Callable[[], None]
) -> Iterator[Gathered]:
    """What each bundle gives, in any order: from the cache where there is one and it knows the bundle."""
    text = [] if stdin is None else [_Task(_STDIN, number=len(bundles), stdin=stdin)]
    tasks = [_Task(bundle, number=number) for number, bundle in enumerate(bundles)]
    if settings.cache is None:
        yield from run.over([*tasks, *text], step)
        return
    cache = Cache(settings.cache, settings)
    keys = {task: cache.key(task.bundle) for task in tasks}
    unknown = []
    for task in tasks:
        kept = cache.get(keys[task])
        if kept is None:
            unknown.append(task)
        else:
            yield kept
            step()
    unknown += text
    for task, gathered in zip(unknown, run.over(unknown, step), strict=True):
        cache.put(keys.get(task), gathered)
        yield gathered
    cache.prune()


def check_patents(
    paths: Sequence[Path],
    settings: Settings,
    *,
    stdin: bytes | None = None,
    progress: Callable[[int], Callable[[], None]] | None = None,
) -> Report:
    """Check every application under ``paths`` (and the text ``stdin``, if given) and report.

    ``progress`` is told the number of bundles and returns what to call after each. Everything that could not be
    done is among the report's failures; nothing is raised for bad input.
    """
    total = Gathered()
    loaded = load_checks(settings.check_folders, "patent")
    total.failures.extend(Failure(path, None, f"检查文件没有加载：{message}") for path, message in loaded.failures)
    checks = [check for check in settings.instances(loaded.checks) if isinstance(check, PatentCheck)]
    bundles = list(bundles_of(paths, total))
    step = progress(len(bundles)) if progress else (lambda: None)
    for gathered in _run_cached(bundles, _Run(checks, settings), settings, stdin, step):
        total.add(gathered)
    report = Report(
        room="patent",
        as_of=settings.as_of,
        inputs=tuple(sorted(set(total.inputs))),
        findings=numbered(sorted(total.findings, key=lambda record: record.order)),
        failures=tuple(sorted(set(total.failures), key=lambda item: (item.path, item.check or "", item.message))),
        subjects=total.filings,
        checks=len(checks),
        skipped=tuple(sorted(total.skipped)),
        ran=frozenset(check.code for check in checks),
    )
    return accept(report, settings.accepted)


__all__ = ["check_bundle", "check_filing", "check_patents", "not_looked_at"]
