"""Runs checks that look at many things together in a copy of this process, which may die: the rest goes on.

The copy has everything in memory that was read; what it finds comes back as records. Where processes cannot be
copied (Windows, macOS) the checks run here, and only one that raises does no harm.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from ipcheck import apart
from ipcheck.apart import Budget, Done, Lost, Steps
from ipcheck.check import Check
from ipcheck.config import Settings
from ipcheck.engine.trouble import budget_of, lost_check, raised
from ipcheck.model import Failure, Finding, Record

Subject = TypeVar("Subject")
CheckT = TypeVar("CheckT", bound=Check[Any])

# So often a check is tried again without the subject on which it was stopped.
_MOST_TRIES = 3
# Of so many subjects each more may cost a check its time and memory once more.
_SUBJECTS = 100


@dataclass
class Found:
    """What one check gave: records, failures, what it could not see, and what else a room wants to know by name."""

    records: list[Record] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)
    skipped: set[tuple[str, str]] = field(default_factory=set)
    notes: dict[str, Any] = field(default_factory=dict)

    def skip(self, check: Check[Any], reason: str) -> bool:
        """Note why a check does not look as it should; whether there is a reason."""
        if reason:
            self.skipped.add((check.check_name(), reason))
        return bool(reason)

    def take(
        self, check: Check[Any], subject: Any, path: str, placed: Callable[[Finding], Finding] = lambda finding: finding
    ) -> None:
        """Run a check over a subject; one that raises is a Failure and keeps what it had found."""
        try:
            for finding in check.find(subject):
                self.records.append(Record.of(placed(finding)))
        except MemoryError:
            raise
        except (Exception, SystemExit) as error:  # a stranger's check may raise anything
            self.failures.append(raised(check, path, error))


@dataclass(frozen=True)
class Watch:
    """Tells the supervisor at which subject a check is, and which ones it leaves out."""

    steps: Steps
    out: frozenset[int] = frozenset()

    def each(self, subjects: Iterable[Subject]) -> Iterator[Subject]:
        """The subjects, one after the other."""
        for number, subject in enumerate(subjects):
            if number not in self.out:
                self.steps.at(number)
                yield subject


@dataclass(frozen=True)
class _Task:
    number: int
    out: frozenset[int] = frozenset()
    failures: tuple[Failure, ...] = ()


def look_together(
    checks: Sequence[CheckT],
    work: Callable[[CheckT, Watch, Found], None],
    path: Callable[[CheckT, int], str],
    settings: Settings,
    subjects: int,
) -> Iterator[Found]:
    """What each check finds, in their order.

    ``work`` runs one check over its subjects, ``path`` names the file of one of them; there are so many ``subjects``
    at the most.
    """

    def once(task: _Task, steps: Steps) -> Found:
        found = Found()
        work(checks[task.number], Watch(steps, task.out), found)
        found.failures.extend(task.failures)
        return found

    def again(task: _Task, lost: Lost) -> _Task | Done[Found]:
        check = checks[task.number]
        failure = lost_check(check, _path(path, check, lost.step), lost, settings.limits)
        tried = replace(task, out=task.out | {lost.step}, failures=(*task.failures, failure))
        return tried if lost.step >= 0 and len(tried.out) < _MOST_TRIES else Done(Found(failures=[*tried.failures]))

    share = 1 + subjects // _SUBJECTS
    tasks = [_Task(number) for number in range(len(checks))]
    if not apart.forks():
        for task in tasks:
            try:
                yield once(task, Steps())
            except Exception as error:
                lost = Lost(0, "error", f"{type(error).__name__}: {error}")
                yield Found(
                    failures=[
                        lost_check(checks[task.number], _path(path, checks[task.number], 0), lost, settings.limits)
                    ]
                )
        return
    one = budget_of(settings.limits, share=share)
    whole = Budget(one.step_seconds, one.below_zero_seconds, one.step_seconds * (subjects + 1), one.memory)
    yield from apart.run(tasks, lambda: once, again, budget=lambda _: whole)


def _path(path: Callable[[CheckT, int], str], check: CheckT, step: int) -> str:
    with suppress(Exception):
        return path(check, max(0, step))
    return "-"


__all__ = ["Found", "Watch", "look_together"]
