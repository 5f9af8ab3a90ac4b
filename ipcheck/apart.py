"""Runs tasks in processes of their own: one that crashes, hangs or eats memory takes nothing else down.

A worker says in shared memory which step of its task it is at and since when. The supervisor, here, kills a worker
that is over its budget, learns how a dead one died, and asks what to do about the task: try a changed one, or take
an answer. Only the standard library: pebble's pools know timeouts of tasks, but not which step overran.
"""

from __future__ import annotations

import ctypes
import gc
import multiprocessing
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from math import ceil
from multiprocessing import connection
from pathlib import Path
from typing import Any, Generic, Literal, TypeVar

Task = TypeVar("Task")
Answer = TypeVar("Answer")

# The step of a task that has not named any.
START = -1_000_000
_POLL = 0.1
_STARTING = 120.0
# How a worker ends that could not get memory.
_NO_MEMORY = 86
# The worker's own clock strikes after the supervisor's: it is for workers whose supervisor is gone.
_GRACE = 30.0
_READY = b"ready"
_PR_SET_PDEATHSIG = 1
# The alarm clock takes no more seconds.
_LONGEST = 2**31 - 1


class Steps:
    """Where a task is. Without shared memory nobody looks, and nothing is bounded."""

    def __init__(self, shared: Any = None) -> None:
        self._watched = shared is not None
        self._shared: Any = shared if self._watched else [0.0, 0.0, 0.0]

    def at(self, step: int) -> None:
        """The step that begins now, a number that the asker of the task knows."""
        self._shared[1] = time.monotonic()
        self._shared[0] = step

    def spare(self, seconds: float) -> None:
        """Time that does not count: what is known to be slow and has bounds of its own."""
        self._shared[1] += seconds
        self._shared[2] += seconds
        if self._watched and hasattr(signal, "alarm"):
            signal.alarm(signal.alarm(0) + ceil(seconds))

    def out_of_memory(self) -> None:
        """End a worker that could not get memory: what still holds it is not known. Returns where nobody looks."""
        if self._watched:
            os._exit(_NO_MEMORY)


@dataclass(frozen=True)
class Lost:
    """How a task ended without an answer: at which step, why, and what else is known of it (for a person).

    ``why``: step and task are times over budget, memory, crash (the process died), error (an exception).
    """

    step: int
    why: Literal["step", "task", "memory", "crash", "error"]
    detail: str = ""


@dataclass(frozen=True)
class Done(Generic[Answer]):
    """The answer that is taken for a task that was lost."""

    answer: Answer


@dataclass(frozen=True)
class Budget:
    """What a task may take: seconds for a step and for the whole, bytes on top of what the worker begins with.

    Steps below zero have a time of their own.
    """

    step_seconds: float
    below_zero_seconds: float
    task_seconds: float
    memory: int


Work = Callable[[Task, Steps], Answer]


def forks() -> bool:
    """Whether a worker can be had as a copy of this process: cheap, and with all that is in memory.

    Not on Windows, which knows no fork; not on macOS, whose libraries do not bear it; not beside other threads.
    """
    return sys.platform not in ("win32", "darwin") and hasattr(os, "fork") and threading.active_count() == 1


def run(
    tasks: Sequence[Task],
    setup: Callable[[], Work[Task, Answer]],
    again: Callable[[Task, Lost], Task | Done[Answer]],
    *,
    budget: Callable[[Task], Budget],
    jobs: int = 1,
    begin: Callable[[Task], Task] = lambda task: task,
    step: Callable[[], None] = lambda: None,
) -> Iterator[Answer]:
    """The answer to each task, in their order, worked out in ``jobs`` processes.

    ``setup`` makes the work, once in each worker; where processes are not forked it travels there. ``again`` says
    what to do about a task that was lost; ``begin`` may change a task at the last moment, in their order. ``step`` is
    called after each answer. A worker keeps the memory budget of its first task.
    """
    crew = _Crew(tasks, setup, budget, begin, jobs)
    answers: dict[int, Answer] = {}
    given = 0
    try:
        while given < len(tasks):
            for index, task, outcome in crew.outcomes():
                decided = again(task, outcome) if isinstance(outcome, Lost) else Done(outcome[0])
                if isinstance(decided, Done):
                    answers[index] = decided.answer
                    step()
                else:
                    crew.add(index, decided)
            while given in answers:
                yield answers.pop(given)
                given += 1
    finally:
        crew.dismiss()


class _Line:
    """Both directions between supervisor and worker, by two pipes.

    One pipe for both would be a pair of sockets, and this program makes none: whoever watches it for them sees nothing.
    """

    def __init__(self, read: connection.Connection, write: connection.Connection) -> None:
        self.read = read
        self.write = write

    def close(self) -> None:
        self.read.close()
        self.write.close()


def _line(context: Any) -> tuple[_Line, _Line]:
    """The supervisor's end and the worker's."""
    here, from_worker = context.Pipe(duplex=False)
    there, from_here = context.Pipe(duplex=False)
    return _Line(here, from_here), _Line(there, from_worker)


class _Worker:
    def __init__(self, setup: Callable[[], Any], budget: Budget, context: Any, inherited: Sequence[_Line]) -> None:
        self.shared = context.RawArray("d", 3)
        self.line, end = _line(context)
        forked = context.get_start_method() == "fork"
        # A forked worker holds copies of our ends; it must let go of them, or no worker would learn that we are gone.
        others = (*inherited, self.line) if forked else ()
        self.process = context.Process(target=_serve, args=(end, others, self.shared, setup, budget.memory))
        self.process.start()
        end.close()
        self.index: int | None = None
        self.task: Any = None
        self.budget = budget
        self.begun = time.monotonic()
        self.ready = False

    def give(self, index: int, task: Any, budget: Budget) -> None:
        self.index, self.task, self.budget = index, task, budget
        self.shared[1] = self.shared[2] = time.monotonic()
        self.shared[0] = START
        with suppress(BrokenPipeError):  # it has died; the pipe's end tells so
            self.line.write.send((task, budget.task_seconds))

    def overdue(self) -> Lost | None:
        now = time.monotonic()
        if not self.ready:
            return Lost(START, "task") if now - self.begun > _STARTING else None
        step, step_begun, task_begun = int(self.shared[0]), self.shared[1], self.shared[2]
        seconds = self.budget.step_seconds if step >= 0 else self.budget.below_zero_seconds
        if now - step_begun > seconds and step != START:
            return Lost(step, "step")
        return Lost(step, "task") if now - task_begun > self.budget.task_seconds else None

    def ended(self) -> Lost:
        """How it died. It may live on without its end of the line, as another program or hung: not for long."""
        until = time.monotonic() + 1
        while (code := self.process.exitcode) is None and time.monotonic() < until:
            time.sleep(0.01)
        step = int(self.shared[0]) if self.ready else START
        self.kill()
        if code == _NO_MEMORY:
            return Lost(step, "memory")
        if code is not None and code < 0:
            name = signal.Signals(-code).name if -code in set(signal.Signals) else str(-code)
            return Lost(step, "crash", f"{name}，多半是内存不足" if -code == 9 else name)
        return Lost(step, "crash", "它断开了和 ipcheck 的联系" if code is None else f"退出码 {code}")

    def kill(self) -> None:
        if hasattr(os, "killpg"):
            # Its own children too; where it has not yet a group of its own there are none.
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(self.process.pid or 0, signal.SIGKILL)
        self.process.kill()
        self.process.join()
        self.line.close()


class _Crew(Generic[Task, Answer]):
    def __init__(
        self,
        tasks: Sequence[Task],
        setup: Callable[[], Work[Task, Answer]],
        budget: Callable[[Task], Budget],
        begin: Callable[[Task], Task],
        jobs: int,
    ) -> None:
        self._begin = begin
        self._waiting = list(enumerate(tasks))[::-1]
        self._setup = setup
        self._budget = budget
        self._jobs = jobs
        self._workers: list[_Worker] = []
        self._context = multiprocessing.get_context("fork" if forks() else "spawn")
        self._work: Work[Task, Answer] | None = None

    def add(self, index: int, task: Task) -> None:
        self._waiting.append((index, task))

    def outcomes(self) -> Iterator[tuple[int, Task, tuple[Answer] | Lost]]:
        """What has come of tasks since the last call; waits a moment."""
        self._hand_out()
        if not self._workers:
            # No process can be had (the system's limit): better unguarded than not at all.
            index, task = self._next()
            self._work = self._work or self._setup()
            yield index, task, (self._work(task, Steps()),)
            return
        heard = connection.wait([worker.line.read for worker in self._workers], _POLL)
        for worker in list(self._workers):
            outcome = self._hear(worker) if worker.line.read in heard else self._look(worker)
            if outcome is not None:
                at, held = worker.index, worker.task
                worker.index = worker.task = None
                if at is not None:
                    yield at, held, outcome

    def _hand_out(self) -> None:
        free = [worker for worker in self._workers if worker.index is None]
        while self._waiting and (free or len(self._workers) < self._jobs):
            if not free:
                try:
                    lines = [worker.line for worker in self._workers]
                    free.append(_Worker(self._setup, self._budget(self._waiting[-1][1]), self._context, lines))
                except OSError:
                    return
                self._workers.append(free[-1])
            index, task = self._next()
            free.pop().give(index, task, self._budget(task))

    def _next(self) -> tuple[int, Task]:
        index, task = self._waiting.pop()
        return index, self._begin(task)

    def _hear(self, worker: _Worker) -> tuple[Answer] | Lost | None:
        try:
            told = worker.line.read.recv()
        except (EOFError, OSError):
            self._workers.remove(worker)
            return worker.ended()
        if told == _READY:
            worker.ready = True
            worker.shared[1] = worker.shared[2] = time.monotonic()
            return None
        outcome: tuple[Answer] | Lost = told
        return outcome

    def _look(self, worker: _Worker) -> Lost | None:
        lost = worker.overdue() if worker.index is not None else None
        if lost is not None:
            self._workers.remove(worker)
            worker.kill()
        return lost

    def dismiss(self) -> None:
        for worker in self._workers:
            if worker.index is None:
                with suppress(OSError):
                    worker.line.write.send(None)
                worker.process.join(1)
            worker.kill()


def _serve(
    line: _Line,
    others: Sequence[_Line],
    shared: Any,
    setup: Callable[[], Any],
    memory: int,
) -> None:
    """The worker: does one task after the other until there is none or nobody to ask."""
    for other in others:
        other.close()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the supervisor's
    _die_with_the_supervisor()
    with suppress(OSError):
        os.dup2(2, 1)  # what a check prints is no part of the report
    own, here = os.getpid(), Path.cwd()
    if hasattr(os, "setpgid"):
        os.setpgid(0, 0)
    gc.freeze()  # or looking for garbage would copy every page that is shared with the supervisor
    work = setup()
    _bind(memory)
    steps = Steps(shared)
    line.write.send(_READY)
    while True:
        try:
            given = line.read.recv()
        except (EOFError, OSError):
            return
        if given is None:
            return
        task, seconds = given
        with suppress(OSError):
            os.chdir(here)  # a check may have gone elsewhere
        _strike(seconds + _GRACE)
        try:
            answer: Any = (work(task, steps),)
        except MemoryError:
            steps.out_of_memory()
        except Exception as error:
            answer = Lost(int(shared[0]), "error", f"{type(error).__name__}: {error}")
        if os.getpid() != own:
            os._exit(0)  # a check made a copy of this process and let it come back here
        _strike(0)
        try:
            line.write.send(answer)
        except BrokenPipeError:
            return
        except Exception as error:  # the answer cannot travel
            line.write.send(Lost(START, "error", f"{type(error).__name__}: {error}"))


def _die_with_the_supervisor() -> None:
    """Let the system end this process when the supervisor is gone, however it went (Linux, prctl(2))."""
    if sys.platform == "linux":
        with suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


def _strike(seconds: float) -> None:
    """The system itself ends this process after so long, whatever it is at; 0: not any more."""
    if hasattr(signal, "alarm"):
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.alarm(min(ceil(seconds), _LONGEST))


def _bind(memory: int) -> None:
    """Let this process take so many bytes of memory more, where the system counts them (Linux).

    Files that are mapped, an index of many marks say, do not count. Only the soft limit: a parser's own process sets
    its own.
    """
    try:
        import resource

        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[5])
    except (ImportError, OSError, ValueError):
        return
    hard = resource.getrlimit(resource.RLIMIT_DATA)[1]
    wanted = pages * resource.getpagesize() + memory
    with suppress(OSError, ValueError):
        resource.setrlimit(
            resource.RLIMIT_DATA, (wanted if hard == resource.RLIM_INFINITY else min(wanted, hard), hard)
        )
        resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))


__all__ = ["START", "Budget", "Done", "Lost", "Steps", "forks", "run"]
