"""A target: a function of bytes with what must hold, and seeds to start from; and how one is run under guard."""

from __future__ import annotations

import importlib
import signal
import sys
import time
import traceback
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

from ipcheck.model import Document, Report
from ipcheck.reporters import json_report
from tests.conftest import ROOT

TARGETS = (
    "text",
    "docx",
    "docx_trees",
    "pdf",
    "pdf_pages",
    "xml",
    "xml_trees",
    "doc",
    "sheet",
    "case_zip",
    "images",
    "claims",
    "filing",
    "checks",
    "history",
    "mark_index",
    "config",
    "accepted",
    "reports",
    "registers",
    "agency",
    "marks",
    "plans",
    "reporters",
)
CRASHES = Path(__file__).parent / "crashes"
# CPU seconds that one input may take; the inputs are small. A machine may be slow, a catastrophe is slower.
SLOW = 8.0


class TooSlowError(Exception):
    """One small input took longer than it may."""


@dataclass(frozen=True)
class Target:
    """``fuzz`` raises for what may not be; ``seeds`` are inputs to start from."""

    name: str
    fuzz: Callable[[bytes], None]
    seeds: Callable[[], Iterable[bytes]]


def load(name: str) -> Target:
    """The target of that name: its module has ``fuzz_NAME`` and ``seeds``."""
    module = importlib.import_module(f"tests.fuzz.targets.{name}")
    return Target(name, getattr(module, f"fuzz_{name}"), module.seeds)


@contextmanager
def bounded(seconds: float = SLOW) -> Iterator[None]:
    """Stop what runs inside when it has used that much CPU time. Raises TooSlowError. Main thread only."""

    def stop(_signal: int, _frame: FrameType | None) -> None:
        raise TooSlowError(f"more than {seconds} seconds of CPU")

    if sys.platform == "win32":
        yield
        return
    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


@dataclass(frozen=True)
class Crash:
    """An input that something unexpected came of; ``cause`` is the exception and the innermost place of ours."""

    cause: str
    told: str
    data: bytes


def attempt(target: Target, data: bytes) -> Crash | None:
    """Run ``target`` once; what it raised, None if all held."""
    try:
        with bounded():
            target.fuzz(data)
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # a panic of a compiled library is no Exception
        return Crash(_cause(error), traceback.format_exc(limit=-12), data)
    return None


def _cause(error: BaseException) -> str:
    places = [
        f"{Path(frame.filename).resolve().relative_to(ROOT)}:{frame.lineno}"
        for frame in traceback.extract_tb(error.__traceback__)
        if Path(frame.filename).resolve().is_relative_to(ROOT)
    ]
    # Where a regular expression was stopped is chance; which one is not.
    return f"{type(error).__name__} at {places[-1] if places else '?'}"


def smaller(target: Target, crash: Crash, seconds: float = 20) -> Crash:
    """The crash with as much of its input left out as can be in that time, the cause being the same."""
    until = time.monotonic() + seconds
    size = len(crash.data) // 2
    while size and time.monotonic() < until:
        at = 0
        while at < len(crash.data) and time.monotonic() < until:
            tried = attempt(target, crash.data[:at] + crash.data[at + size :])
            if tried is not None and tried.cause == crash.cause:
                crash = tried
            else:
                at += size
        size //= 2
    return crash


def sound(document: Document) -> None:
    """A document's map fits its text: paragraphs are its lines, anchors, marks and objects lie in it, in order."""
    lines = [document.text[item.start : item.end] for item in document.paragraphs]
    assert "\n".join(lines) == document.text, "paragraphs are not the lines"
    assert not any("\n" in line for line in lines)
    assert len(document.folded) == len(document.text), "folding changed the length"
    starts = [anchor.start for anchor in document.anchors]
    assert starts == sorted(set(starts)), "anchors out of order"
    assert all(0 <= start < max(1, len(document.text)) for start in starts), "anchor outside"
    assert all(0 <= mark.start <= mark.end <= len(document.text) for mark in document.marks), "mark outside"
    assert all(document.text[item.start] == "\ufffc" for item in document.objects), "object without its sign"
    for offset in range(0, len(document.text), max(1, len(document.text) // 50)):
        line, column = document.line_of(offset), document.column_of(offset)
        assert document.paragraphs[line - 1].start + column - 1 == offset
        shown = document.shown_at(offset)
        assert shown[0] >= 1 and shown[1] >= 1
        document.place_of(offset)
    # What cannot be written in UTF-8 breaks every report.
    document.text.encode()


def no_check_broke(report: Report) -> None:
    """No check raised, every finding quotes words and can be told."""
    for failure in report.failures:
        assert "它的结果不完整" not in failure.message, failure.message
        assert failure.message
    for record in report.findings:
        assert record.words.text and record.message and record.basis, record.code
        assert record.words.start < record.words.end and record.words.line >= 1 and record.words.column >= 1
    assert json_report.parse(json_report.render(report)) == report


__all__ = [
    "CRASHES",
    "TARGETS",
    "Crash",
    "Target",
    "TooSlowError",
    "attempt",
    "bounded",
    "load",
    "no_check_broke",
    "smaller",
    "sound",
]
