"""Runs a check's examples: exactly these words, both ends, these fixes, the fixed text clean, the good text clean."""

from __future__ import annotations

import re
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from ipcheck.abnormal import Batch, BatchCheck, Register, RegisterCheck
from ipcheck.abnormal.figures import Print
from ipcheck.agency import AgencyCheck
from ipcheck.check import Check, Sample
from ipcheck.check.extras import missing
from ipcheck.model import Finding, ImageFacts, Mark, Object
from ipcheck.patent import Filing, Kind, PatentCheck
from ipcheck.readers import Limits
from ipcheck.readers.sheet import Sheet
from ipcheck.readers.table import table_of
from ipcheck.readers.text import read as read_text
from ipcheck.testing.agencies import agency_of
from ipcheck.testing.squares import drawn_squares
from ipcheck.trademark import (
    COLUMNS,
    EarlierMark,
    Lists,
    MarkCheck,
    MarkRegister,
    MarkRegisterCheck,
    Picture,
    Portfolio,
    PortfolioCheck,
    TrademarkCheck,
)
from ipcheck.trademark import Mark as TradeMark
from ipcheck.trademark.figures import Figures
from ipcheck.trademark.lists import list_of
from ipcheck.trademark.search import MarkIndex
from ipcheck.trademark.tables import pictured

_MARKED = re.compile(r"⟦([^⟦⟧]*)⟧")
# Between the applications of a batch; the line stands alone.
_NEXT = "\n=====\n"


@dataclass(frozen=True)
class Marked:
    """An example without its brackets: the text, the ranges to be found and the fixes proposed there."""

    text: str
    found: tuple[tuple[int, int, str | None], ...]


@dataclass(frozen=True)
class Outcome:
    """How one example fared; ``problem`` is empty when all is well."""

    check: str
    example: str
    problem: str


def parse_marked(text: str) -> Marked:
    """Take the brackets off ``text``: ``⟦3→1⟧`` stands for 3, to be found, with 1 as the fix."""
    pieces: list[str] = []
    found: list[tuple[int, int, str | None]] = []
    length, last = 0, 0
    for match in _MARKED.finditer(text):
        before = text[last : match.start()]
        words, arrow, fix = match[1].partition("→")
        pieces += [before, words]
        start = length + len(before)
        length = start + len(words)
        found.append((start, length, fix if arrow else None))
        last = match.end()
    pieces.append(text[last:])
    return Marked("".join(pieces), tuple(found))


def filing_of(sample: Sample, text: str) -> Filing:
    """The application that an example's text makes, with its objects and marks."""
    document = read_text(text.encode("utf-8"), "示例.txt", Limits())
    marks = list(document.marks)
    for kind, words, detail in sample.marks:
        start = document.text.index(words) if words else 0
        marks.append(Mark(kind, start, start + len(words), detail))
    places = [offset for offset, character in enumerate(document.text) if character == "\ufffc"]
    images = sample.images or (None,) * len(sample.objects)
    objects = tuple(
        Object(kind.partition(":")[0], offset, label=kind.partition(":")[2], look=partial(_told, facts))
        for kind, facts, offset in zip(sample.objects, images, places, strict=True)
    )
    document = replace(document, marks=tuple(sorted(marks, key=lambda mark: mark.start)), objects=objects)
    filing = Filing((document,), kind=Kind(sample.kind) if sample.kind else None, name="示例")
    if sample.signs:
        read = dict(zip(places, sample.signs, strict=True))
        filing.ocr = lambda item, sure: None if (signs := read[item.start]) is None else frozenset(signs)
    return filing


def _told(facts: ImageFacts | None) -> ImageFacts | None:
    return facts


def _findings(check: Check[Any], sample: Sample, text: str) -> list[tuple[Finding, int]]:
    """What the check finds in the subject that ``text`` makes, each with its offset in ``text``, in order."""
    starts: dict[int, int] = {}
    subject: Any
    if isinstance(check, TrademarkCheck):
        return sorted(_mark_findings(check, sample, text), key=lambda item: (item[1], item[0].order))
    if isinstance(check, AgencyCheck):
        agency, starts = agency_of(text, check.as_of)
        subject = agency
        if not check.applies(agency) or check.unseen(agency):
            return []
    elif isinstance(check, BatchCheck):
        filings = []
        for start, piece in _drafts(text):
            before, here = text.count("\ufffc", 0, start), piece.count("\ufffc")
            filings.append(filing_of(replace(sample, objects=sample.objects[before : before + here]), piece))
            starts[id(filings[-1].documents[0])] = start
        subject = _batch(filings, sample)
    elif isinstance(check, RegisterCheck):
        subject = Register(table_of(text.encode("utf-8"), "示例.csv"))
        if not check.applies(subject):
            return []
    else:
        subject = filing_of(sample, text)
        if isinstance(check, PatentCheck) and not check.applies(subject):
            return []
    found = [
        (finding, starts.get(id(finding.span.document), 0) + finding.span.start) for finding in check.find(subject)
    ]
    return sorted(found, key=lambda item: (item[1], item[0].order))


def _mark_findings(check: TrademarkCheck[Any], sample: Sample, text: str) -> Iterator[tuple[Finding, int]]:
    """What a trademark check finds in a table of marks; below a line of ===== may stand the earlier marks."""
    pieces = list(_drafts(text))
    starts: dict[int, int] = {}
    sheets = []
    for start, piece in pieces:
        sheets.append(Sheet(table_of(piece.encode("utf-8"), "示例.csv"), COLUMNS))
        starts[id(sheets[-1].table.document)] = start
    lists = Lists({name: list_of(told, name, "示例") for name, told in sample.lists})
    pictures = iter(sample.images or map(_drawn_number, sample.prints))
    subjects: list[Any]
    if isinstance(check, MarkRegisterCheck):
        register = MarkRegister(sheets[0], lists)
        subjects = [] if check.unseen(register) else [register]
    else:
        look = partial(_picture, pictures)
        subjects = [TradeMark(row, lists, look) for row in sheets[0].rows]
    if isinstance(check, PortfolioCheck):
        earlier = None
        if len(sheets) > 1:
            # Pictures are told in the order of the tables.
            shown = [mark.pictures for mark in subjects] if sample.prints else []
            rows = [TradeMark(row, lists, look) for row in sheets[1].rows]
            figures = Figures.of(pictured(rows)) if shown else None
            earlier = MarkIndex.of(map(EarlierMark.of, rows), figures)
        figures = earlier.figures if earlier is not None else None
        subjects = [Portfolio(subjects, earlier=earlier, figures=figures, lists=lists, as_of=check.as_of)]
    for subject in subjects:
        if isinstance(check, MarkCheck) and not check.applies(subject):
            continue
        for finding in check.find(subject):
            yield finding, starts[id(finding.span.document)] + finding.span.start


def _batch(filings: list[Filing], sample: Sample) -> Batch:
    """The batch of an example, its drawings with the prints that the example gives them."""
    items = [item for filing in filings for document in filing.documents for item in document.objects]
    prints = {
        id(item): Print.of_number(number)
        for item, number in zip(items, sample.prints, strict=False)
        if number is not None
    }
    return Batch(filings, printer=lambda item: prints.get(id(item)))


def _picture(pictures: Iterator[ImageFacts | Callable[[], bytes] | None], folder: str, name: str) -> Picture:
    """The next picture of the example; one that is not told is a file that cannot be opened."""
    told = next(pictures, None)
    if callable(told):
        return Picture(name, 0, None, "", told)
    return Picture(name, 0, told, "" if told else "打不开")


def _drawn_number(number: int | None) -> Callable[[], bytes] | None:
    """A picture of sixteen rows of sixteen squares, black where the number has a bit; none for no number."""
    return partial(drawn_squares, number) if number is not None else None


def _drafts(text: str) -> Iterator[tuple[int, str]]:
    """The drafts of a batch's example, each with its offset."""
    start = 0
    for piece in text.split(_NEXT):
        yield start, piece
        start += len(piece) + len(_NEXT)


def _make(check_class: type[Check[Any]], sample: Sample) -> Check[Any]:
    options = replace(check_class.Options(), **dict(sample.options))
    return check_class(options, as_of=sample.as_of)


def _sample(example: str | Sample) -> Sample:
    return example if isinstance(example, Sample) else Sample(example)


def run_examples(check_class: type[Check[Any]]) -> Iterator[Outcome]:
    """Run every example of a check; one Outcome each.

    A bad example passes when exactly the marked words are found with the fixes shown and, where fixes are shown,
    the text with them put in is clean. A missed example passes as long as it still fails. There are no outcomes for
    a check that needs a package which is not installed.
    """
    if missing(check_class.requires):
        return
    name = check_class.check_name()
    for judge, examples in ((_good, check_class.good), (_bad, check_class.bad), (_missed, check_class.missed)):
        for example in examples:
            sample = _sample(example)
            try:
                problem = judge(check_class, sample)
            except (Exception, SystemExit) as error:  # a check being written may raise anything
                problem = f"检查出错：{type(error).__name__}: {error}{_where(error)}"
            yield Outcome(name, sample.text, problem)


def _where(error: BaseException) -> str:
    """The line of the check's own file at which it raised: its author wants to see where."""
    frames = [
        frame for frame in traceback.extract_tb(error.__traceback__) if "ipcheck" not in Path(frame.filename).parts
    ]
    return f"（{Path(frames[-1].filename).name} 第{frames[-1].lineno}行）" if frames else ""


def _good(check_class: type[Check[Any]], sample: Sample) -> str:
    found = _findings(_make(check_class, sample), sample, parse_marked(sample.text).text)
    words = "、".join(f"“{finding.span}”" for finding, _ in found)
    return f"好例里不应有发现，却发现了{words}" if found else ""


def _missed(check_class: type[Check[Any]], sample: Sample) -> str:
    return "" if _bad(check_class, sample) else "已知漏检现在能查出了：请移到 bad"


def _bad(check_class: type[Check[Any]], sample: Sample) -> str:
    marked = parse_marked(sample.text)
    if not marked.found:
        return "坏例里没有用⟦⟧标出应当发现的文字"
    found = _findings(_make(check_class, sample), sample, marked.text)
    wanted = [(marked.text[start:end], start, end) for start, end, _ in marked.found]
    got = [(str(finding.span), start, start + len(finding.span)) for finding, start in found]
    if got != wanted:
        return f"应当发现{_show(wanted)}，实际发现{_show(got)}"
    for (finding, _), (_, _, fix) in zip(found, marked.found, strict=True):
        proposed = finding.fix.text if finding.fix else None
        if proposed != fix:
            return f"“{finding.span}”的改法应为{fix!r}，实际为{proposed!r}"
        if re.search(r"[{}]", finding.message):
            return f"消息里有没填上的占位符：{finding.message}"
    if any(fix is not None for _, _, fix in marked.found):
        fixed = _MARKED.sub(lambda match: match[1].partition("→")[2] if "→" in match[1] else match[1], sample.text)
        if all(fix is not None for _, _, fix in marked.found):
            left = _findings(_make(check_class, sample), sample, fixed)
            if left:
                return f"改过的文字仍有发现：“{left[0][0].span}”"
    return ""


def _show(items: list[tuple[str, int, int]]) -> str:
    return "、".join(f"“{words}”({start}–{end})" for words, start, end in items) or "（无）"
